"""A database in → the same database at this program's version, or a refusal that says why."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from factcheck.config import checkout
from factcheck.errors import DatabaseError
from factcheck.store.engine import Connection, Database


def upgrade(database: Database, to: str = "head") -> tuple[str, str]:
    """Bring the database to the newest version, or to a named one; gives (version before, version after)."""
    with database.writing() as connection:
        before = _revision(connection)
        _refuse_newer(before, database)
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, to)
        return before, _revision(connection)


def prepare(database: Database) -> None:
    """Create the tables in an empty database; refuse one of another version.

    Raises DatabaseError when the database is older ("run factcheck migrate") or newer.
    """
    with database.reading() as connection:
        current, empty = _revision(connection), not inspect(connection).get_table_names()
    if empty:
        upgrade(database)
        return
    _refuse_newer(current, database)
    if current != head():
        raise DatabaseError(
            f"The database is of version {current or 'unknown'}, this program needs {head()}.",
            "Run `factcheck migrate`; it keeps all data.",
        )


def version(database: Database) -> str:
    """The version the database is at, "" when it has none."""
    with database.reading() as connection:
        return _revision(connection)


def head() -> str:
    """The version this program needs."""
    return ScriptDirectory.from_config(_config()).get_current_head() or ""


def _refuse_newer(current: str, database: Database) -> None:
    known = {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}
    if current and current not in known:
        raise DatabaseError(
            f"The database is of version {current}, which this program does not know.",
            "It was written by a newer version: update the program. Nothing was changed.",
        )


def _revision(connection: Connection) -> str:
    return MigrationContext.configure(connection).get_current_revision() or ""


def _config() -> Config:
    folder = checkout() / "db"
    if not (folder / "env.py").is_file():
        raise DatabaseError(f"The migrations are missing: no {folder / 'env.py'}.", "Install again.")
    config = Config()
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    return config
