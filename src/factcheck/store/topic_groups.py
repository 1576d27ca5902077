"""Topics as the machine grouped them, as they stand after what people did, and the nearest topic of the ungrouped."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from factcheck.model import Topic, TopicHint
from factcheck.store.engine import Connection
from factcheck.store.tables import (
    claims,
    conflicts,
    disputes,
    machine_topic_claims,
    machine_topics,
    projects,
    topic_claims,
    topic_hints,
    topics,
)

CHUNK = 500
_NUMBER = re.compile(r"t(\d+)")


def highest_number(connection: Connection, project: int) -> int:
    """The highest number that a topic's id ever had in the project."""
    return int(connection.scalar(sa.select(projects.c.topic_number).where(projects.c.id == project)) or 0)


def note_numbers(connection: Connection, project: int, ids: Iterable[str]) -> None:
    """Remember the numbers of these topic ids, so that none is given again to something else."""
    highest = max((int(found[1]) for name in ids if (found := _NUMBER.match(name))), default=0)
    step = projects.update().where(projects.c.id == project, projects.c.topic_number < highest)
    connection.execute(step.values(topic_number=highest))


def coarseness(connection: Connection, project: int) -> int:
    """How coarse people want the topics of the project; 0 is the usual."""
    return int(connection.scalar(sa.select(projects.c.coarseness).where(projects.c.id == project)) or 0)


def set_coarseness(connection: Connection, project: int, value: int) -> None:
    connection.execute(projects.update().where(projects.c.id == project).values(coarseness=value))


def machine(connection: Connection, project: int) -> dict[str, Topic]:
    """The machine's topics with their active claims, by id."""
    members = _members(connection, project, machine_topic_claims)
    rows = connection.execute(sa.select(machine_topics).where(machine_topics.c.project_id == project))
    return {row.id: Topic(row.id, row.label, tuple(row.keywords), tuple(members.get(row.id, ()))) for row in rows}


def put_machine(connection: Connection, project: int, new: Sequence[Topic], hints: Sequence[TopicHint]) -> None:
    """Put the machine's topics and hints of one analysis in the place of the last."""
    for table in (machine_topic_claims, machine_topics, topic_hints):
        connection.execute(table.delete().where(table.c.project_id == project))
    _insert(connection, machine_topics, [_topic_row(project, topic) for topic in new])
    _insert(connection, machine_topic_claims, [row for topic in new for row in _claim_rows(project, topic)])
    _insert(
        connection,
        topic_hints,
        [
            {
                "project_id": project,
                "claim_id": hint.claim_id,
                "like_claim_id": hint.like_claim_id,
                "likeness": hint.likeness,
            }
            for hint in hints
        ],
    )
    note_numbers(connection, project, (topic.id for topic in new))


def put_topics(connection: Connection, project: int, before: Sequence[Topic], after: Sequence[Topic]) -> None:
    """Write what changed between the topics before and after; conflicts and disputes follow their claims."""
    was, now = {topic.id: topic for topic in before}, {topic.id: topic for topic in after}
    altered = [topic for topic in after if was.get(topic.id) != topic]
    _delete(
        connection, topics, topics.c.id, project, [topic.id for topic in altered] + [t for t in was if t not in now]
    )
    _insert(connection, topics, [_topic_row(project, topic) for topic in altered])
    was_in, now_in = _topic_of(before), _topic_of(after)
    moved = [claim for claim in {**was_in, **now_in} if was_in.get(claim) != now_in.get(claim)]
    _delete(connection, topic_claims, topic_claims.c.claim_id, project, moved)
    rows = [{"project_id": project, "claim_id": c, "topic_id": now_in[c]} for c in moved if c in now_in]
    _insert(connection, topic_claims, rows)
    _follow(connection, project, moved, now_in)
    note_numbers(connection, project, now)


def hints_for(connection: Connection, project: int, ids: Collection[int]) -> dict[int, tuple[str, float]]:
    """claim id → (nearest topic's id as it stands today, mean cosine), for the claims that have a hint."""
    wanted, found = sorted(ids), dict[int, tuple[str, float]]()
    for start in range(0, len(wanted), CHUNK):
        query = (
            sa.select(topic_hints.c.claim_id, topic_claims.c.topic_id, topic_hints.c.likeness)
            .join(
                topic_claims,
                sa.and_(
                    topic_claims.c.claim_id == topic_hints.c.like_claim_id,
                    topic_claims.c.project_id == topic_hints.c.project_id,
                ),
            )
            .where(topic_hints.c.project_id == project, topic_hints.c.claim_id.in_(wanted[start : start + CHUNK]))
        )
        found.update((claim, (topic, likeness)) for claim, topic, likeness in connection.execute(query))
    return found


def _follow(connection: Connection, project: int, moved: Sequence[int], topic_of: Mapping[int, str]) -> None:
    """Pairs and disputes of claims that moved get the topic where these now are."""
    for start in range(0, len(moved), CHUNK):
        part = moved[start : start + CHUNK]
        a, b = conflicts.c.claim_a_id, conflicts.c.claim_b_id
        query = sa.select(a, b).where(conflicts.c.project_id == project, sa.or_(a.in_(part), b.in_(part)))
        for one, other in connection.execute(query).all():
            topic = topic_of.get(one) or topic_of.get(other, "")
            same = sa.and_(conflicts.c.project_id == project, a == one, b == other)
            connection.execute(conflicts.update().where(same).values(topic_id=topic))
    if moved:
        _follow_disputes(connection, project)


def _follow_disputes(connection: Connection, project: int) -> None:
    """A dispute has the topic of its surest conflict."""
    surest = sa.select(conflicts.c.dispute_id, conflicts.c.topic_id).where(
        conflicts.c.project_id == project, conflicts.c.dispute_id != ""
    )
    ordered = surest.order_by(conflicts.c.score.desc(), conflicts.c.claim_a_id, conflicts.c.claim_b_id)
    topic_of: dict[str, str] = {}
    for dispute, topic in connection.execute(ordered):
        topic_of.setdefault(dispute, topic)
    stored = sa.select(disputes.c.id, disputes.c.topic_id).where(disputes.c.project_id == project)
    for dispute, topic in connection.execute(stored).all():
        if topic_of.get(dispute, topic) != topic:
            same = sa.and_(disputes.c.project_id == project, disputes.c.id == dispute)
            connection.execute(disputes.update().where(same).values(topic_id=topic_of[dispute]))


def _members(connection: Connection, project: int, table: sa.Table) -> dict[str, list[int]]:
    query = (
        sa.select(table.c.topic_id, table.c.claim_id)
        .join(claims, claims.c.id == table.c.claim_id)
        .where(table.c.project_id == project, claims.c.active)
        .order_by(table.c.claim_id)
    )
    members: dict[str, list[int]] = {}
    for topic, claim in connection.execute(query):
        members.setdefault(topic, []).append(claim)
    return members


def _topic_of(given: Sequence[Topic]) -> dict[int, str]:
    return {claim: topic.id for topic in given for claim in topic.claim_ids}


def _topic_row(project: int, topic: Topic) -> dict[str, Any]:
    return {"project_id": project, "id": topic.id, "label": topic.label, "keywords": list(topic.keywords)}


def _claim_rows(project: int, topic: Topic) -> list[dict[str, Any]]:
    return [{"project_id": project, "claim_id": claim, "topic_id": topic.id} for claim in topic.claim_ids]


def _insert(connection: Connection, table: sa.Table, rows: list[dict[str, Any]]) -> None:
    for start in range(0, len(rows), CHUNK):
        connection.execute(table.insert(), rows[start : start + CHUNK])


def _delete(connection: Connection, table: sa.Table, column: sa.Column[Any], project: int, keys: Sequence[Any]) -> None:
    for start in range(0, len(keys), CHUNK):
        connection.execute(table.delete().where(table.c.project_id == project, column.in_(keys[start : start + CHUNK])))
