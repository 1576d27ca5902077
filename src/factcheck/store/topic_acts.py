"""What people did to topics: rename, merge, split, move, and undo. Only ever added to."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from factcheck.errors import StaleView
from factcheck.model import TopicAct, TopicPlace, TopicStep
from factcheck.store.engine import Connection, IntegrityError, insert
from factcheck.store.tables import topic_acts, topic_places

CHUNK = 500


def add(connection: Connection, project: int, act: TopicAct) -> int:
    """Append an act; gives its id.

    Raises StaleView when another act on topics of the project, or another undo of the same act, comes at this very
    moment; nothing is stored then.
    """
    row = {
        "project_id": project,
        "follows": newest(connection, project),
        "step": act.step,
        "topics": list(act.topics),
        "name": act.name,
        "told": act.told,
        "undoes": act.undoes or None,
        "why": act.why,
        "reviewer": act.reviewer,
        "created_at": datetime.now(UTC),
    }
    try:
        with connection.begin_nested():
            new = insert(connection, topic_acts, row)
    except IntegrityError as error:
        raise StaleView(
            "Somebody else changed topics at this moment.", "Look at what changed, then decide again."
        ) from error
    rows = [
        {"project_id": project, "act_id": new, "claim_id": p.claim_id, "topic_id": p.topic_id, "firm": p.firm}
        for p in act.places
    ]
    for start in range(0, len(rows), CHUNK):
        connection.execute(topic_places.insert(), rows[start : start + CHUNK])
    return new


def newest(connection: Connection, project: int) -> int:
    """The id of the newest act on topics, 0 when there is none."""
    return int(
        connection.scalar(sa.select(sa.func.max(topic_acts.c.id)).where(topic_acts.c.project_id == project)) or 0
    )


def listed(connection: Connection, project: int) -> list[TopicAct]:
    """Every act with its places, oldest first, those that were taken back included."""
    places: dict[int, list[TopicPlace]] = {}
    query = sa.select(topic_places).where(topic_places.c.project_id == project)
    for row in connection.execute(query.order_by(topic_places.c.act_id, topic_places.c.claim_id)):
        places.setdefault(row.act_id, []).append(TopicPlace(row.claim_id, row.topic_id, row.firm))
    return [replace(act, places=tuple(places.get(act.id, ()))) for act in without_places(connection, project)]


def without_places(connection: Connection, project: int) -> list[TopicAct]:
    """Every act, oldest first, with its claims left out: enough to list what was done."""
    query = sa.select(topic_acts).where(topic_acts.c.project_id == project).order_by(topic_acts.c.id)
    return [_act(row) for row in connection.execute(query)]


def _act(row: sa.Row[Any]) -> TopicAct:
    return TopicAct(
        step=TopicStep(row.step),
        topics=tuple(row.topics),
        places=(),
        name=row.name,
        told=row.told,
        reviewer=row.reviewer,
        why=row.why,
        undoes=row.undoes or 0,
        id=row.id,
        created_at=row.created_at,
    )
