"""What the last analysis found of near-copies and origins: derived, replaced as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from factcheck.model import Origin
from factcheck.store.engine import Connection
from factcheck.store.tables import claims, origins, topic_claims

CHUNK = 500
_COLUMNS = (origins.c.claim_id, origins.c.same_id, origins.c.origin_id, origins.c.reason)


def replace(connection: Connection, project: int, new: Sequence[Origin]) -> None:
    """Put the origins of one analysis in the place of the last."""
    connection.execute(origins.delete().where(origins.c.project_id == project))
    rows = [
        {
            "project_id": project,
            "claim_id": origin.claim_id,
            "same_id": origin.same_id,
            "origin_id": origin.origin_id,
            "reason": origin.reason,
        }
        for origin in new
    ]
    for start in range(0, len(rows), CHUNK):
        connection.execute(origins.insert(), rows[start : start + CHUNK])


def of_claims(connection: Connection, project: int, ids: Iterable[int]) -> dict[int, Origin]:
    """claim id → its origin; a claim that came after the analysis has none."""
    wanted = sorted(set(ids))
    found: dict[int, Origin] = {}
    for start in range(0, len(wanted), CHUNK):
        chunk = origins.c.claim_id.in_(wanted[start : start + CHUNK])
        rows = connection.execute(sa.select(*_COLUMNS).where(origins.c.project_id == project, chunk))
        found.update((row.claim_id, Origin(*row)) for row in rows)
    return found


def with_copies(connection: Connection, project: int, ids: Iterable[int]) -> dict[int, Origin]:
    """claim id → its origin, of claims and of all their active near-copies."""
    wanted = sorted(set(ids))
    found: dict[int, Origin] = {}
    mine = origins.alias("mine")
    for start in range(0, len(wanted), CHUNK):
        same = sa.select(mine.c.same_id).where(
            mine.c.project_id == project, mine.c.claim_id.in_(wanted[start : start + CHUNK])
        )
        query = sa.select(*_COLUMNS).join(claims, claims.c.id == origins.c.claim_id)
        rows = connection.execute(
            query.where(origins.c.project_id == project, origins.c.same_id.in_(same), claims.c.active)
        )
        found.update((row.claim_id, Origin(*row)) for row in rows)
    return found


def every(connection: Connection, project: int) -> dict[int, Origin]:
    """claim id → its origin, of all active claims that were analysed."""
    query = sa.select(*_COLUMNS).join(claims, claims.c.id == origins.c.claim_id)
    rows = connection.execute(query.where(origins.c.project_id == project, claims.c.active))
    return {row.claim_id: Origin(*row) for row in rows}


def copies_of(connection: Connection, project: int, claim_id: int) -> list[int]:
    """Ids of the other active claims that say the same in nearly the same words, in order."""
    mine = sa.select(origins.c.same_id).where(origins.c.project_id == project, origins.c.claim_id == claim_id)
    query = (
        sa.select(origins.c.claim_id)
        .join(claims, claims.c.id == origins.c.claim_id)
        .where(origins.c.project_id == project, origins.c.same_id == mine.scalar_subquery(), claims.c.active)
        .where(origins.c.claim_id != claim_id)
        .order_by(origins.c.claim_id)
    )
    return list(connection.scalars(query))


def counts_by_topic(connection: Connection, project: int, topics: Sequence[str]) -> dict[str, tuple[int, int | None]]:
    """topic id → how many outlets its active claims have, and origins; None while some were not looked through."""
    outlets = sa.func.count(sa.func.nullif(claims.c.source_name, "").distinct())
    unknown = sa.func.count() - sa.func.count(origins.c.origin_id)
    query = (
        sa.select(topic_claims.c.topic_id, outlets, sa.func.count(origins.c.origin_id.distinct()), unknown)
        .join(claims, claims.c.id == topic_claims.c.claim_id)
        .outerjoin(origins, (origins.c.claim_id == claims.c.id) & (origins.c.project_id == project))
        .where(topic_claims.c.project_id == project, topic_claims.c.topic_id.in_(topics), claims.c.active)
        .group_by(topic_claims.c.topic_id)
    )
    return {row[0]: (row[1], None if row[3] else row[2]) for row in connection.execute(query)}
