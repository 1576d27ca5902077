"""Imports, each undoable as a whole."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from factcheck.model import Batch, ImportCounts
from factcheck.store.engine import Connection, insert
from factcheck.store.tables import batches

_COUNTS = tuple(ImportCounts.__dataclass_fields__)


def add(connection: Connection, project: int, name: str, sha256: str, counts: ImportCounts, who: str) -> int:
    """Record an import; gives its id."""
    row = asdict(counts) | {
        "project_id": project,
        "name": name,
        "sha256": sha256,
        "created_by": who,
        "created_at": datetime.now(UTC),
    }
    return insert(connection, batches, row)


def count(connection: Connection, project: int) -> tuple[int, int]:
    """(imports, those of them that were undone)."""
    query = sa.select(sa.func.count(), sa.func.count(batches.c.undone_at)).where(batches.c.project_id == project)
    every, undone = connection.execute(query).one()
    return int(every), int(undone)


def listed(connection: Connection, project: int, limit: int | None = None, offset: int = 0) -> list[Batch]:
    """The project's imports, newest first."""
    query = sa.select(batches).where(batches.c.project_id == project).order_by(batches.c.id.desc())
    query = query.limit(limit).offset(offset)
    return [_batch(row) for row in connection.execute(query)]


def get(connection: Connection, project: int, batch_id: int) -> Batch | None:
    query = sa.select(batches).where(batches.c.project_id == project, batches.c.id == batch_id)
    row = connection.execute(query).one_or_none()
    return _batch(row) if row else None


def mark_undone(connection: Connection, batch_id: int) -> bool:
    """False when the batch was undone before."""
    step = batches.update().where(batches.c.id == batch_id, batches.c.undone_at.is_(None))
    return connection.execute(step.values(undone_at=datetime.now(UTC))).rowcount == 1


def _batch(row: sa.Row[Any]) -> Batch:
    counts = ImportCounts(*(getattr(row, name) for name in _COUNTS))
    return Batch(row.id, row.name, row.sha256, counts, row.created_by, row.created_at, row.undone_at)
