"""Runs of the analysis: one at a time in a project, seen by every page and process."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from factcheck.errors import AlreadyRunning
from factcheck.model import Analysis
from factcheck.store import projects
from factcheck.store.engine import Connection, IntegrityError, insert
from factcheck.store.tables import analyses

STALE_AFTER = timedelta(minutes=5)
"""A run that has given no sign for this long died with its process and makes way."""


def start(connection: Connection, project: int) -> Analysis:
    """Begin a run. Raises AlreadyRunning when somebody else's is under way."""
    now = datetime.now(UTC)
    _abandon_stale(connection, project, now)
    row = {
        "project_id": project,
        "state": "running",
        "revision": projects.revision(connection, project),
        "started_at": now,
        "heartbeat_at": now,
    }
    try:
        with connection.begin_nested():
            new = insert(connection, analyses, row)
    except IntegrityError as error:
        raise AlreadyRunning(
            "An analysis of this project is already running.", "Its result will be yours too; wait for it."
        ) from error
    return get(connection, new)


def get(connection: Connection, analysis_id: int) -> Analysis:
    return _analysis(connection.execute(_select().where(analyses.c.id == analysis_id)).mappings().one())


def beat(connection: Connection, analysis_id: int, stage: str, done: int, total: int) -> bool:
    """Note progress; False when the run has been declared dead and must stop."""
    step = analyses.update().where(analyses.c.id == analysis_id, analyses.c.state == "running")
    values = {"stage": stage, "done": done, "total": total, "heartbeat_at": datetime.now(UTC)}
    return connection.execute(step.values(values)).rowcount == 1


def finish(connection: Connection, analysis_id: int, embedding_model: str, nli_model: str, note: str = "") -> bool:
    """Close a run as done; False when it is not running any more."""
    return _close(
        connection, analysis_id, state="done", embedding_model=embedding_model, nli_model=nli_model, note=note
    )


def fail(connection: Connection, analysis_id: int, error: str) -> bool:
    """Close a run as failed, with what went wrong."""
    return _close(connection, analysis_id, state="failed", error=error)


def latest(connection: Connection, project: int, state: str | None = None) -> Analysis | None:
    """The newest run, or the newest in one state."""
    query = _select().where(analyses.c.project_id == project)
    if state is not None:
        query = query.where(analyses.c.state == state)
    row = connection.execute(query.order_by(analyses.c.id.desc()).limit(1)).mappings().one_or_none()
    return _analysis(row) if row else None


def _close(connection: Connection, analysis_id: int, **values: str) -> bool:
    step = analyses.update().where(analyses.c.id == analysis_id, analyses.c.state == "running")
    return connection.execute(step.values(finished_at=datetime.now(UTC), **values)).rowcount == 1


def _abandon_stale(connection: Connection, project: int, now: datetime) -> None:
    step = analyses.update().where(
        analyses.c.project_id == project,
        analyses.c.state == "running",
        analyses.c.heartbeat_at < now - STALE_AFTER,
    )
    connection.execute(step.values(state="abandoned", finished_at=now))


def _select() -> sa.Select[tuple[object, ...]]:
    return sa.select(*(analyses.c[name] for name in Analysis.__dataclass_fields__))


def _analysis(row: sa.RowMapping) -> Analysis:
    return Analysis(**row)
