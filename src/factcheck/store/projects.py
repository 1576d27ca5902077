"""Projects: one desk's working set; every other row belongs to one."""

from __future__ import annotations

from datetime import UTC, datetime

import sqlalchemy as sa

from factcheck.errors import InvalidValue
from factcheck.store.engine import Connection, insert
from factcheck.store.tables import projects


def find(connection: Connection, name: str) -> int | None:
    return connection.scalar(sa.select(projects.c.id).where(projects.c.name == name))


def create(connection: Connection, name: str) -> int:
    """The id of the project of that name, made if there is none. Raises InvalidValue for a blank name."""
    clean = name.strip()
    if not clean or len(clean) > 200:
        raise InvalidValue(f"{name!r} is no project name.", "Give 1 to 200 characters.")
    existing = find(connection, clean)
    if existing is not None:
        return existing
    return insert(connection, projects, {"name": clean, "created_at": datetime.now(UTC)})


def names(connection: Connection) -> list[str]:
    return list(connection.scalars(sa.select(projects.c.name).order_by(projects.c.id)))


def revision(connection: Connection, project: int) -> int:
    """How often the project's claims have changed."""
    return int(connection.scalar(sa.select(projects.c.revision).where(projects.c.id == project)) or 0)


def claims_changed(connection: Connection, project: int) -> None:
    """Note that claims came, went or changed: an analysis made before is now out of date."""
    step = projects.update().where(projects.c.id == project).values(revision=projects.c.revision + 1)
    connection.execute(step)
