"""A database URL in → short reading and writing transactions, with faults told in plain words."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, event
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, OperationalError

from factcheck.errors import DatabaseError

__all__ = ["Connection", "Database", "IntegrityError", "insert"]

BUSY_TIMEOUT_MS = 15_000


class Database:
    """One engine. `reading()` and `writing()` are the units of work; both commit or leave nothing."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.engine = _engine(url)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection with one consistent view of the data."""
        with _plain_words(self.url), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that takes the write lock first, so it never fails half way as a stale reader."""
        writer = self.engine.execution_options(takes_write_lock=True)
        with _plain_words(self.url), writer.begin() as connection:
            yield connection

    def close(self) -> None:
        self.engine.dispose()


def _engine(url: str) -> sa.Engine:
    try:
        parsed = sa.make_url(url)
        engine = sa.create_engine(parsed, json_deserializer=_from_json)
    except (ArgumentError, ImportError, ValueError) as error:
        raise DatabaseError(
            f"The database address {without_password(url)!r} is not usable.",
            "Give one such as sqlite:///db/factcheck.sqlite3.",
        ) from error
    if engine.dialect.name == "sqlite":
        _prepare_sqlite(engine, parsed.database)
    return engine


def _from_json(text: str) -> Any:
    """Most JSON cells are empty, and a large project has hundreds of thousands of them."""
    if text == "[]":
        return []
    return {} if text == "{}" else json.loads(text)


def without_password(url: str) -> str:
    """A database address that may be shown."""
    return re.sub(r"(://[^:/@]*):[^@]*@", r"\1:***@", url)


def _prepare_sqlite(engine: sa.Engine, path: str | None) -> None:
    if path and not path.startswith((":memory:", "file:")) and not Path(path).parent.is_dir():
        raise DatabaseError(f"The folder of the database {path} does not exist.", "Create it first.")

    @event.listens_for(engine, "connect")
    def set_pragmas(connection: Any, _record: object) -> None:
        # The driver's own BEGIN comes too late to hold a read view or to take the write lock first.
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        connection.execute("PRAGMA foreign_keys = ON")
        _use_write_ahead_log(connection)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        locking = connection.get_execution_options().get("takes_write_lock")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if locking else "BEGIN")


def _use_write_ahead_log(connection: Any) -> None:
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError:
        # A read-only file keeps the mode it has; writing will be refused in plain words.
        return


def insert(connection: Connection, table: sa.Table, values: Mapping[str, Any]) -> int:
    """Add one row; gives its id."""
    return int(connection.scalars(table.insert().values(values).returning(table.c.id)).one())


@contextmanager
def _plain_words(url: str) -> Iterator[None]:
    try:
        yield
    except IntegrityError:
        raise
    except (OperationalError, sa.exc.DatabaseError) as error:
        raise _translated(error, without_password(url)) from error


def _translated(error: DBAPIError, name: str) -> DatabaseError:
    cause = str(error.orig).lower()
    for sign, message, hint in _FAULTS:
        if sign in cause:
            return DatabaseError(message.format(name=name), hint)
    return DatabaseError(f"The database {name} answered: {error.orig}.", "Nothing was changed by this step.")


_FAULTS = (
    (
        "readonly",
        "The database {name} cannot be written.",
        "Check the file's and its folder's permissions. Nothing was changed.",
    ),
    ("disk is full", "The disk of {name} is full.", "Free some space and repeat. Nothing was changed."),
    ("not a database", "{name} is not a database.", "Name another file; this one was not touched."),
    ("malformed", "The database {name} is damaged.", "Restore it from a backup."),
    ("locked", "The database {name} is busy.", "Another program holds it; try again in a moment."),
    ("unable to open", "The database {name} cannot be opened.", "Check that the folder exists and is yours."),
    ("no such table", "The database {name} lacks tables of this version.", "Run `factcheck migrate`."),
)
