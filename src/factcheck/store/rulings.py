"""Which claims were judged: by the project's reviewers, or elsewhere before they were imported."""

from __future__ import annotations

from typing import NamedTuple

import sqlalchemy as sa

from factcheck.store.engine import Connection
from factcheck.store.tables import claims, verdicts


class JudgedText(NamedTuple):
    """What is compared of a judged claim."""

    claim_id: int
    text: str
    sha256: str


def judged(connection: Connection, project: int) -> list[JudgedText]:
    """Active claims with a verdict or an imported ruling, in the order of their ids."""
    return _texts(connection, project, _judged(project))


def count(connection: Connection, project: int) -> int:
    """How many claims `judged` would give."""
    query = sa.select(sa.func.count()).select_from(claims)
    return int(connection.scalar(query.where(claims.c.project_id == project, claims.c.active, _judged(project))) or 0)


def judged_since(connection: Connection, project: int, verdict: int) -> list[JudgedText]:
    """Active claims with a verdict whose id is larger than `verdict`."""
    given = sa.select(verdicts.c.claim_id).where(verdicts.c.project_id == project, verdicts.c.id > verdict)
    return _texts(connection, project, claims.c.id.in_(given))


def newest_verdict_id(connection: Connection, project: int) -> int:
    """0 where there is none."""
    query = sa.select(sa.func.max(verdicts.c.id)).where(verdicts.c.project_id == project)
    return int(connection.scalar(query) or 0)


def _texts(connection: Connection, project: int, wanted: sa.ColumnElement[bool]) -> list[JudgedText]:
    query = sa.select(claims.c.id, claims.c.claim_text, claims.c.text_sha256)
    rows = connection.execute(
        query.where(claims.c.project_id == project, claims.c.active, wanted).order_by(claims.c.id)
    )
    return [JudgedText(row.id, row.claim_text, row.text_sha256) for row in rows]


def _judged(project: int) -> sa.ColumnElement[bool]:
    given = sa.select(verdicts.c.claim_id).where(verdicts.c.project_id == project)
    return sa.or_(claims.c.id.in_(given), _ruled_elsewhere())


def _ruled_elsewhere() -> sa.ColumnElement[bool]:
    """A JSON column writes None as the JSON word null."""
    written = sa.cast(claims.c.past_ruling, sa.Text)
    return sa.and_(written.is_not(None), written != "null")
