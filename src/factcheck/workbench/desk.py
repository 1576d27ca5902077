"""What every part of the workbench works on: one project in one database, under one set of settings."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime

from factcheck.config import Settings
from factcheck.errors import InvalidValue
from factcheck.model import Act
from factcheck.store import history
from factcheck.store.engine import Connection, Database


@dataclass(frozen=True)
class Desk:
    database: Database
    settings: Settings
    project: int
    project_name: str

    def reading(self) -> AbstractContextManager[Connection]:
        return self.database.reading()

    def writing(self) -> AbstractContextManager[Connection]:
        return self.database.writing()

    def record(
        self,
        connection: Connection,
        who: str,
        what: str,
        subject: str,
        *,
        before: str = "",
        after: str = "",
        why: str = "",
    ) -> None:
        """Write one line of the history in the transaction of the act itself."""
        act = Act(datetime.now(UTC), signed(who), what, subject, before, after, why)
        history.record(connection, self.project, act)


def signed(who: str) -> str:
    """`who` without blanks around it. Raises InvalidValue when nobody signs."""
    name = who.strip()
    if not name or len(name) > 200:
        raise InvalidValue("No reviewer's name was given.", "Say who you are: 1 to 200 characters.")
    return name
