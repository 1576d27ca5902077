"""What is lined up in a whole project, in few columns: enough to count, order and page, a row a pair or a topic."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import sqlalchemy as sa

from factcheck.model import ConflictKind, PairChoice
from factcheck.store import analyses, projects
from factcheck.store.engine import Connection
from factcheck.store.tables import claims, conflicts, disputes, pair_decisions, topic_claims, topics

IntArray = npt.NDArray[np.int64]
KINDS = [kind for kind in ConflictKind if kind.is_conflict]
CHUNK = 500


@dataclass(frozen=True)
class Clashes:
    """Every conflict between two active claims, the surest first, and the disputes in the order of a list.

    `a`, `b` (n,) are the claims of a pair, `dispute` (n,) the place of its dispute in `disputes`, -1 without one;
    `disputes` holds (dispute id, topic id), the surest first.
    """

    a: IntArray
    b: IntArray
    dispute: IntArray
    disputes: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class TopicRow:
    """A topic as a list shows it: how many claims it has, and by how many claimants (printed names)."""

    id: str
    label: str
    keywords: tuple[str, ...]
    claims: int
    printed_names: tuple[str, ...]


def stamp(connection: Connection, project: int) -> tuple[int, int]:
    """(revision of the claims, newest finished analysis): `clashes` stays the same while they do."""
    done = analyses.latest(connection, project, "done")
    return projects.revision(connection, project), done.id if done else 0


def newest_decision(connection: Connection, project: int) -> int:
    """The id of the newest decision on any pair of the project, 0 without one."""
    query = sa.select(sa.func.max(pair_decisions.c.id)).where(pair_decisions.c.project_id == project)
    return int(connection.scalar(query) or 0)


def clashes(connection: Connection, project: int) -> Clashes:
    """Read all conflicts of the project, whatever people decided on them."""
    listed = connection.execute(
        sa.select(disputes.c.id, disputes.c.topic_id)
        .where(disputes.c.project_id == project)
        .order_by(disputes.c.score.desc(), disputes.c.id)
    )
    order = tuple((row.id, row.topic_id) for row in listed)
    place = {name: number for number, (name, _) in enumerate(order)}
    c = conflicts.c
    query = sa.select(c.claim_a_id, c.claim_b_id, c.score, c.dispute_id).where(
        c.project_id == project,
        c.kind.in_(KINDS),
        c.claim_a_id.not_in(withdrawn(project)),
        c.claim_b_id.not_in(withdrawn(project)),
    )
    rows = connection.execute(query).all()
    a, b = (np.fromiter((row[side] for row in rows), np.int64, len(rows)) for side in (0, 1))
    scores = np.fromiter((row[2] for row in rows), np.float64, len(rows))
    dispute = np.fromiter((place.get(row[3], -1) for row in rows), np.int64, len(rows))
    surest = np.lexsort((b, a, -scores))
    return Clashes(a[surest], b[surest], dispute[surest], order)


def pairs_between(
    connection: Connection, project: int, first: int, last: int
) -> list[tuple[int, int, ConflictKind, float]]:
    """(claim a, claim b, kind, score) of every pair with a claim of id `first` to `last`, the surest first."""
    c = conflicts.c
    query = sa.select(c.claim_a_id, c.claim_b_id, c.kind, c.score).where(
        c.project_id == project, c.claim_a_id.not_in(withdrawn(project)), c.claim_b_id.not_in(withdrawn(project))
    )
    kinds = {kind.value: kind for kind in ConflictKind}
    # One side at a time: with an OR between them, neither index is of use.
    sides = (query.where(side.between(first, last)) for side in (c.claim_a_id, c.claim_b_id))
    rows = {row[:2]: row for side in sides for row in connection.execute(side).all()}
    found = [(a, b, kinds[kind], score) for a, b, kind, score in rows.values()]
    return sorted(found, key=lambda pair: (-pair[3], pair[0], pair[1]))


def pair_count(connection: Connection, project: int) -> int:
    """How many pairs of active claims are lined up, of all kinds."""
    c = conflicts.c
    query = sa.select(sa.func.count()).where(
        c.project_id == project, c.claim_a_id.not_in(withdrawn(project)), c.claim_b_id.not_in(withdrawn(project))
    )
    return int(connection.scalar(query) or 0)


def choices(connection: Connection, project: int) -> list[tuple[int, int, PairChoice]]:
    """(smaller id, larger id, choice) of every decision that stands: the newest on a pair's present texts."""
    a, b, p = claims.alias("a"), claims.alias("b"), pair_decisions.c
    query = (
        sa.select(p.claim_a_id, p.claim_b_id, p.choice)
        .join(a, (a.c.id == p.claim_a_id) & (a.c.text_sha256 == p.text_a_sha256))
        .join(b, (b.c.id == p.claim_b_id) & (b.c.text_sha256 == p.text_b_sha256))
        .where(p.project_id == project)
        .order_by(p.id)
    )
    standing = {(row[0], row[1]): PairChoice(row[2]) for row in connection.execute(query)}
    return [(first, second, choice) for (first, second), choice in standing.items()]


def topic_count(connection: Connection, project: int) -> tuple[int, int]:
    """(topics that hold an active claim, active claims that have a topic)."""
    c = topic_claims.c
    query = sa.select(sa.func.count(c.topic_id.distinct()), sa.func.count()).where(
        c.project_id == project, c.claim_id.not_in(withdrawn(project))
    )
    groups, grouped = connection.execute(query).one()
    return int(groups), int(grouped)


def topic_rows(connection: Connection, project: int, limit: int, offset: int = 0) -> list[TopicRow]:
    """A page of the topics, largest first; empty ones left out."""
    sizes = _sizes(connection, project, limit, offset)
    known = {row.id: row for row in _topics(connection, project, list(sizes))}
    names = _names(connection, project, list(sizes))
    return [
        TopicRow(key, known[key].label, tuple(known[key].keywords), number, tuple(names.get(key, ())))
        for key, number in sizes.items()
        if key in known
    ]


def largest_topics(connection: Connection, project: int, limit: int) -> dict[str, str]:
    """topic id → label of the largest topics."""
    return topic_labels(connection, project, _sizes(connection, project, limit))


def _sizes(connection: Connection, project: int, limit: int, offset: int = 0) -> dict[str, int]:
    """topic id → number of its active claims, largest first."""
    c, size = topic_claims.c, sa.func.count()
    query = (
        sa.select(c.topic_id, size)
        .where(c.project_id == project, c.claim_id.not_in(withdrawn(project)))
        .group_by(c.topic_id)
        .order_by(size.desc(), sa.func.min(c.claim_id))
    )
    return {row[0]: row[1] for row in connection.execute(query.limit(limit).offset(offset))}


def topic_labels(connection: Connection, project: int, ids: Iterable[str]) -> dict[str, str]:
    """topic id → label."""
    wanted = sorted(set(ids))
    chunks = (wanted[start : start + CHUNK] for start in range(0, len(wanted), CHUNK))
    return {row.id: row.label for chunk in chunks for row in _topics(connection, project, chunk)}


def withdrawn(project: int) -> sa.Select[tuple[int]]:
    """The claims whose import was undone: few, so that leaving them out costs less than looking at each claim."""
    return sa.select(claims.c.id).where(claims.c.project_id == project, claims.c.active == sa.false())


def _topics(connection: Connection, project: int, ids: Sequence[str]) -> Sequence[sa.Row[Any]]:
    return connection.execute(sa.select(topics).where(topics.c.project_id == project, topics.c.id.in_(ids))).all()


def _names(connection: Connection, project: int, ids: Sequence[str]) -> dict[str, list[str]]:
    """topic id → the different names that its active claims print."""
    query = (
        sa.select(topic_claims.c.topic_id, claims.c.claim_author_name)
        .join(claims, claims.c.id == topic_claims.c.claim_id)
        .where(topic_claims.c.project_id == project, topic_claims.c.topic_id.in_(ids), claims.c.active)
    )
    found: dict[str, list[str]] = {}
    for topic, name in connection.execute(query.distinct()):
        found.setdefault(topic, []).append(name)
    return found
