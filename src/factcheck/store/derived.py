"""What the machine works out: cached vectors, topics, conflicts and disputes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

import numpy as np
import numpy.typing as npt
import sqlalchemy as sa

from factcheck.model import Conflict, ConflictKind, Dispute, Position, Topic, TopicHint
from factcheck.store import topic_groups
from factcheck.store.engine import Connection
from factcheck.store.lineups import withdrawn
from factcheck.store.tables import DERIVED, claims, conflicts, disputes, topic_claims, topics, vectors

FloatArray = npt.NDArray[np.float32]
CHUNK = 500


def cached_vectors(connection: Connection, project: int, model: str, hashes: Iterable[str]) -> dict[str, FloatArray]:
    """text sha256 → vector (d,) float32, for those that were embedded by `model` before."""
    wanted = sorted(set(hashes))
    found: dict[str, FloatArray] = {}
    for start in range(0, len(wanted), CHUNK):
        query = sa.select(vectors.c.text_sha256, vectors.c.vector).where(
            vectors.c.project_id == project,
            vectors.c.model == model,
            vectors.c.text_sha256.in_(wanted[start : start + CHUNK]),
        )
        found.update((key, np.frombuffer(blob, "<f4")) for key, blob in connection.execute(query))
    return found


def cache_vectors(connection: Connection, project: int, model: str, new: Mapping[str, FloatArray]) -> None:
    """Keep vectors by text hash; one that somebody else stored meanwhile stays."""
    known = cached_vectors(connection, project, model, new)
    rows = [
        {"project_id": project, "model": model, "text_sha256": key, "vector": row.astype("<f4").tobytes()}
        for key, row in new.items()
        if key not in known
    ]
    if rows:
        connection.execute(vectors.insert(), rows)


def claim_vectors(
    connection: Connection, project: int, model: str, ids: Collection[int] | None = None
) -> tuple[list[int], FloatArray]:
    """Ids (n) in order and vectors (n, d) float32 of the active claims, or of `ids`, that `model` embedded before."""
    query = (
        sa.select(claims.c.id, vectors.c.vector)
        .join(vectors, sa.and_(vectors.c.text_sha256 == claims.c.text_sha256, vectors.c.project_id == project))
        .where(claims.c.project_id == project, claims.c.active, vectors.c.model == model)
        .order_by(claims.c.id)
    )
    if ids is None:
        rows = connection.execute(query).all()
    else:
        wanted = sorted(ids)
        parts = (query.where(claims.c.id.in_(wanted[at : at + CHUNK])) for at in range(0, len(wanted), CHUNK))
        rows = [row for part in parts for row in connection.execute(part)]
    blobs = b"".join(row.vector for row in rows)
    return [row.id for row in rows], np.frombuffer(blobs, "<f4").reshape(len(rows), -1 if rows else 0)


def replace(
    connection: Connection,
    project: int,
    new_topics: Sequence[Topic],
    new_conflicts: Sequence[Conflict],
    new_disputes: Sequence[Dispute],
    machine: Sequence[Topic] | None = None,
    hints: Sequence[TopicHint] = (),
) -> None:
    """Put one analysis in the place of the last, as a whole.

    `machine` are the topics before what people did to them; None: nobody did anything.
    """
    for table in DERIVED:
        connection.execute(table.delete().where(table.c.project_id == project))
    _insert(connection, topics, [_topic_row(project, topic) for topic in new_topics])
    _insert(
        connection,
        topic_claims,
        [
            {"project_id": project, "claim_id": claim_id, "topic_id": topic.id}
            for topic in new_topics
            for claim_id in topic.claim_ids
        ],
    )
    topic_groups.put_machine(connection, project, new_topics if machine is None else machine, hints)
    topic_groups.note_numbers(connection, project, (topic.id for topic in new_topics))
    _insert(connection, conflicts, [{"project_id": project, **asdict(conflict)} for conflict in new_conflicts])
    _insert(connection, disputes, [{"project_id": project, **asdict(dispute)} for dispute in new_disputes])


def list_topics(connection: Connection, project: int) -> list[Topic]:
    """Topics with their active claims, largest first; empty ones left out."""
    members = _members(connection, project)
    rows = connection.execute(sa.select(topics).where(topics.c.project_id == project).order_by(topics.c.id))
    found = [Topic(row.id, row.label, tuple(row.keywords), members[row.id]) for row in rows if row.id in members]
    return sorted(found, key=lambda topic: (-len(topic.claim_ids), topic.claim_ids))


def topic_of(connection: Connection, project: int) -> dict[int, str]:
    """claim id → topic id, for the active claims that have a topic."""
    return {claim_id: topic for topic, ids in _members(connection, project).items() for claim_id in ids}


def list_conflicts(connection: Connection, project: int, *, claim_ids: Collection[int] | None = None) -> list[Conflict]:
    """Pairs of active claims, the surest first; only those of `claim_ids` (a page's worth) when given."""
    a, b = claims.alias("a"), claims.alias("b")
    query = (
        sa.select(conflicts)
        .join(a, a.c.id == conflicts.c.claim_a_id)
        .join(b, b.c.id == conflicts.c.claim_b_id)
        .where(conflicts.c.project_id == project, a.c.active, b.c.active)
        .order_by(conflicts.c.score.desc(), conflicts.c.claim_a_id, conflicts.c.claim_b_id)
    )
    if claim_ids is None:
        return [_conflict(row) for row in connection.execute(query).mappings()]
    wanted = sorted(set(claim_ids))
    found: dict[str, Conflict] = {}
    for side in (conflicts.c.claim_a_id, conflicts.c.claim_b_id):
        # One side at a time: with an OR between them, neither index is of use.
        for start in range(0, len(wanted), CHUNK):
            part = query.where(side.in_(wanted[start : start + CHUNK]))
            found.update((c.id, c) for c in map(_conflict, connection.execute(part).mappings()))
    return sorted(found.values(), key=surest_first)


def conflicts_of(connection: Connection, project: int, dispute_ids: Sequence[str]) -> list[Conflict]:
    """The pairs of a page's worth of disputes, active claims only, the surest first."""
    a, b = claims.alias("a"), claims.alias("b")
    query = (
        sa.select(conflicts)
        .join(a, a.c.id == conflicts.c.claim_a_id)
        .join(b, b.c.id == conflicts.c.claim_b_id)
        .where(conflicts.c.project_id == project, conflicts.c.dispute_id.in_(dispute_ids), a.c.active, b.c.active)
    )
    return sorted(map(_conflict, connection.execute(query).mappings()), key=surest_first)


def conflicts_within(connection: Connection, project: int, topic_id: str) -> list[Conflict]:
    """The pairs both of whose claims are active and in the topic, the surest first."""
    a, b = topic_claims.alias("a"), topic_claims.alias("b")
    here = (a.c.project_id == project) & (a.c.topic_id == topic_id)
    query = (
        sa.select(conflicts)
        .select_from(a)
        .join(conflicts, (conflicts.c.project_id == project) & (conflicts.c.claim_a_id == a.c.claim_id))
        .join(b, (b.c.project_id == project) & (b.c.claim_id == conflicts.c.claim_b_id) & (b.c.topic_id == topic_id))
        .where(
            here,
            conflicts.c.kind.in_([kind for kind in ConflictKind if kind.is_conflict]),
            conflicts.c.claim_a_id.not_in(withdrawn(project)),
            conflicts.c.claim_b_id.not_in(withdrawn(project)),
        )
    )
    return sorted(map(_conflict, connection.execute(query).mappings()), key=surest_first)


def surest_first(conflict: Conflict) -> tuple[float, int, int]:
    return -conflict.score, conflict.claim_a_id, conflict.claim_b_id


def list_disputes(connection: Connection, project: int, ids: Sequence[str] | None = None) -> list[Dispute]:
    """Disputes as the last analysis lined them up, the surest first; a page's worth when `ids` are given."""
    query = sa.select(disputes).where(disputes.c.project_id == project)
    if ids is not None:
        query = query.where(disputes.c.id.in_(ids))
    rows = connection.execute(query.order_by(disputes.c.score.desc(), disputes.c.id))
    return [_dispute(row) for row in rows]


def get_topic(connection: Connection, project: int, topic_id: str) -> Topic | None:
    """A topic with its active claims; None when it has none."""
    row = connection.execute(
        sa.select(topics).where(topics.c.project_id == project, topics.c.id == topic_id)
    ).one_or_none()
    members = sa.select(topic_claims.c.claim_id).where(
        topic_claims.c.project_id == project,
        topic_claims.c.topic_id == topic_id,
        topic_claims.c.claim_id.not_in(withdrawn(project)),
    )
    ids = tuple(connection.scalars(members.order_by(topic_claims.c.claim_id)))
    return Topic(row.id, row.label, tuple(row.keywords), ids) if row and ids else None


def topics_of(connection: Connection, project: int, claim_ids: Iterable[int]) -> dict[int, Topic]:
    """claim id → its topic, without the topic's list of claims: enough to name it."""
    wanted = sorted(set(claim_ids))
    found: dict[int, Topic] = {}
    for start in range(0, len(wanted), CHUNK):
        query = (
            sa.select(topic_claims.c.claim_id, topics.c.id, topics.c.label, topics.c.keywords)
            .join(topics, (topics.c.project_id == project) & (topics.c.id == topic_claims.c.topic_id))
            .where(topic_claims.c.project_id == project, topic_claims.c.claim_id.in_(wanted[start : start + CHUNK]))
        )
        found.update((row[0], Topic(row[1], row[2], tuple(row[3]), ())) for row in connection.execute(query))
    return found


def _members(connection: Connection, project: int) -> dict[str, tuple[int, ...]]:
    query = (
        sa.select(topic_claims.c.topic_id, topic_claims.c.claim_id)
        .join(claims, claims.c.id == topic_claims.c.claim_id)
        .where(topic_claims.c.project_id == project, claims.c.active)
        .order_by(topic_claims.c.claim_id)
    )
    members: dict[str, list[int]] = {}
    for topic, claim_id in connection.execute(query):
        members.setdefault(topic, []).append(claim_id)
    return {topic: tuple(ids) for topic, ids in members.items()}


def _insert(connection: Connection, table: sa.Table, rows: list[dict[str, Any]]) -> None:
    for start in range(0, len(rows), CHUNK):
        connection.execute(table.insert(), rows[start : start + CHUNK])


def _topic_row(project: int, topic: Topic) -> dict[str, Any]:
    return {"project_id": project, "id": topic.id, "label": topic.label, "keywords": list(topic.keywords)}


def _conflict(row: sa.RowMapping) -> Conflict:
    values = {name: row[name] for name in Conflict.__dataclass_fields__}
    spans = {name: tuple((s, e) for s, e in row[name]) for name in ("clash_a", "clash_b")}
    parts = tuple((name, weight) for name, weight in row["parts"])
    return Conflict(**{**values, **spans, "parts": parts, "kind": ConflictKind(row["kind"])})


def _dispute(row: sa.Row[Any]) -> Dispute:
    positions = tuple(Position(p["side"], tuple(p["claim_ids"])) for p in row.positions)
    return Dispute(row.id, row.topic_id, row.label, row.score, positions)
