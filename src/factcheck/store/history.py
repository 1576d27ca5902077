"""The history: one line for every human act, written in the act's own transaction."""

from __future__ import annotations

from dataclasses import asdict

import sqlalchemy as sa

from factcheck.model import Act
from factcheck.store.engine import Connection, insert
from factcheck.store.tables import acts


def record(connection: Connection, project: int, act: Act) -> None:
    insert(connection, acts, asdict(act) | {"project_id": project})


def listed(connection: Connection, project: int, limit: int | None = None) -> list[Act]:
    """Acts, newest first."""
    columns = [acts.c[name] for name in Act.__dataclass_fields__]
    query = sa.select(*columns).where(acts.c.project_id == project).order_by(acts.c.id.desc()).limit(limit)
    return [Act(**row) for row in connection.execute(query).mappings()]
