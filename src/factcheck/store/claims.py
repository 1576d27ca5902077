"""Imported claims: rows ↔ `Claim` values, with what people said of their claimants."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

import sqlalchemy as sa

from factcheck.model import Claim, ClaimantType, ClaimFilter, DatePrecision, Modality, PastRuling
from factcheck.store.claimants import Joins, standing
from factcheck.store.engine import Connection
from factcheck.store.search import holds
from factcheck.store.tables import claim_versions, claims, topic_claims
from factcheck.text.normalise import sha256_of

CHUNK = 500
"""Values in one IN list; SQLite and drivers limit the number of variables."""
_RESOLVED = ("joined", "settled_type")
"""Fields of a claim that no column holds."""


def add(connection: Connection, project: int, batch: int, new: Sequence[tuple[Claim, str]]) -> None:
    """Store (claim, duplicate key) pairs under one batch."""
    rows = [{**_row(claim), "project_id": project, "batch_id": batch, "duplicate_key": key} for claim, key in new]
    for start in range(0, len(rows), CHUNK):
        connection.execute(claims.insert(), rows[start : start + CHUNK])


def update(connection: Connection, project: int, batch: int, claim_id: int, claim: Claim, key: str) -> None:
    """Replace what an earlier import said of a claim; the state before is kept for the batch's undo."""
    before = connection.execute(sa.select(claims).where(claims.c.id == claim_id)).mappings().one()
    kept = {name: value for name, value in before.items() if name not in ("id", "project_id")}
    version = {"project_id": project, "batch_id": batch, "claim_id": claim_id, "before": kept}
    connection.execute(claim_versions.insert().values(version))
    # The claim stays with the batch that brought it, so that undoing this one does not remove it.
    values = {**_row(claim), "duplicate_key": key}
    connection.execute(claims.update().where(claims.c.id == claim_id).values(values))


def restore(connection: Connection, batch: int) -> int:
    """Take back a batch's updates, newest first; gives their number."""
    versions = sa.select(claim_versions).where(claim_versions.c.batch_id == batch)
    rows = connection.execute(versions.order_by(claim_versions.c.id.desc())).all()
    for row in rows:
        connection.execute(claims.update().where(claims.c.id == row.claim_id).values(row.before))
    return len(rows)


def withdraw(connection: Connection, batch: int) -> int:
    """Take a batch's claims out of the project; verdicts on them stay in the history."""
    step = claims.update().where(claims.c.batch_id == batch, claims.c.active).values(active=False)
    return connection.execute(step).rowcount


def known_keys(connection: Connection, project: int, keys: Iterable[str]) -> dict[str, int]:
    """duplicate key → id of the first active claim that has it."""
    return _known(connection, project, claims.c.duplicate_key, keys)


def known_external_ids(connection: Connection, project: int, ids: Iterable[str]) -> dict[str, int]:
    """external id → id of the first active claim that has it."""
    return _known(connection, project, claims.c.external_id, ids)


def _known(connection: Connection, project: int, column: sa.Column[str], values: Iterable[str]) -> dict[str, int]:
    wanted = sorted({value for value in values if value})
    found: dict[str, int] = {}
    for start in range(0, len(wanted), CHUNK):
        query = sa.select(column, claims.c.id).where(
            claims.c.project_id == project, claims.c.active, column.in_(wanted[start : start + CHUNK])
        )
        for value, claim_id in connection.execute(query.order_by(claims.c.id.desc())):
            found[value] = claim_id
    return found


def get(connection: Connection, project: int, claim_id: int) -> Claim | None:
    """One claim, also one whose import was undone."""
    query = sa.select(claims).where(claims.c.project_id == project, claims.c.id == claim_id)
    row = connection.execute(query).mappings().one_or_none()
    return _claim(row, standing(connection, project)) if row else None


def by_ids(connection: Connection, project: int, ids: Iterable[int]) -> dict[int, Claim]:
    wanted, joins = sorted(set(ids)), standing(connection, project)
    found: dict[int, Claim] = {}
    for start in range(0, len(wanted), CHUNK):
        query = sa.select(claims).where(claims.c.project_id == project, claims.c.id.in_(wanted[start : start + CHUNK]))
        found.update((row["id"], _claim(row, joins)) for row in connection.execute(query).mappings())
    return found


def count(connection: Connection, project: int, where: ClaimFilter | None = None) -> int:
    query = (
        sa.select(sa.func.count()).select_from(claims).where(*_conditions(connection, project, where or ClaimFilter()))
    )
    return int(connection.scalar(query) or 0)


def any_active(connection: Connection, project: int) -> bool:
    """Whether the project holds a claim."""
    query = sa.select(claims.c.id).where(claims.c.project_id == project, claims.c.active).limit(1)
    return connection.scalar(query) is not None


def ids(connection: Connection, project: int, where: ClaimFilter, *, worth_first: bool = False) -> list[int]:
    """Ids of active claims in the order they came, or those most worth checking first."""
    query = sa.select(claims.c.id).where(*_conditions(connection, project, where)).order_by(*_order(worth_first))
    return list(connection.scalars(query))


def active(connection: Connection, project: int, wanted: Iterable[int]) -> set[int]:
    """Those of the ids that are active claims of the project."""
    ordered, found = sorted(set(wanted)), set[int]()
    for start in range(0, len(ordered), CHUNK):
        part = claims.c.id.in_(ordered[start : start + CHUNK])
        query = sa.select(claims.c.id).where(claims.c.project_id == project, claims.c.active, part)
        found.update(connection.scalars(query))
    return found


def page(
    connection: Connection,
    project: int,
    where: ClaimFilter,
    limit: int | None = None,
    offset: int = 0,
    *,
    worth_first: bool = False,
) -> list[Claim]:
    """Active claims in the order they came, or those most worth checking first."""
    query = sa.select(claims).where(*_conditions(connection, project, where)).order_by(*_order(worth_first))
    rows = connection.execute(query.limit(limit).offset(offset)).mappings()
    joins = standing(connection, project)
    return [_claim(row, joins) for row in rows]


def _order(worth_first: bool) -> list[sa.ColumnElement[Any]]:
    """Claims without a score stand behind all others, none is left out."""
    return [*([claims.c.check_worthiness.desc().nulls_last()] if worth_first else []), claims.c.id]


def note_worth(connection: Connection, project: int, scores: Mapping[int, float]) -> None:
    """Store how much claims are worth checking: claim id → 0..1."""
    step = claims.update().where(claims.c.project_id == project, claims.c.id == sa.bindparam("claim_id"))
    rows = [{"claim_id": claim_id, "score": score} for claim_id, score in scores.items()]
    if rows:
        connection.execute(step.values(check_worthiness=sa.bindparam("score")), rows)


def every(connection: Connection, project: int) -> Iterator[Claim]:
    """All active claims in the order they came, streamed."""
    joins = standing(connection, project)
    query = sa.select(claims).where(claims.c.project_id == project, claims.c.active).order_by(claims.c.id)
    for row in connection.execution_options(yield_per=1000).execute(query).mappings():
        yield _claim(row, joins)


def after(connection: Connection, project: int, last: int, limit: int) -> list[Claim]:
    """The next `limit` active claims behind the id `last`, in the order they came."""
    joins = standing(connection, project)
    here = claims.c.project_id == project, claims.c.active, claims.c.id > last
    query = sa.select(claims).where(*here).order_by(claims.c.id).limit(limit)
    return [_claim(row, joins) for row in connection.execute(query).mappings()]


def dates(connection: Connection, ids: Sequence[int]) -> dict[int, str]:
    """claim id → claim date."""
    chunks = (ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK))
    queries = (sa.select(claims.c.id, claims.c.claim_date).where(claims.c.id.in_(chunk)) for chunk in chunks)
    return {row[0]: row[1] for query in queries for row in connection.execute(query)}


def of_article(connection: Connection, project: int, article: int) -> list[Claim]:
    query = sa.select(claims).where(claims.c.project_id == project, claims.c.article_id == article, claims.c.active)
    joins = standing(connection, project)
    return [_claim(row, joins) for row in connection.execute(query.order_by(claims.c.start, claims.c.id)).mappings()]


def external_ids(connection: Connection, project: int) -> dict[str, int]:
    """external id → id of the first active claim that has it."""
    query = sa.select(claims.c.external_id, claims.c.id).where(
        claims.c.project_id == project, claims.c.active, claims.c.external_id != ""
    )
    return {row.external_id: row.id for row in connection.execute(query.order_by(claims.c.id.desc()))}


def distinct(connection: Connection, project: int, column: str) -> list[str]:
    """The different non-empty values of one text column, sorted."""
    chosen = claims.c[column]
    query = sa.select(chosen).where(claims.c.project_id == project, claims.c.active, chosen != "")
    return list(connection.scalars(query.distinct().order_by(chosen)))


def name_counts(connection: Connection, project: int, column: str) -> list[tuple[str, int]]:
    """(value, number of active claims) for the non-empty values of one text column."""
    chosen = claims.c[column]
    query = sa.select(chosen, sa.func.count()).where(claims.c.project_id == project, claims.c.active, chosen != "")
    return [(row[0], row[1]) for row in connection.execute(query.group_by(chosen))]


def article_counts(connection: Connection, project: int, articles: Sequence[int]) -> dict[int, int]:
    """article id → number of its active claims, for a page's worth of articles."""
    query = (
        sa.select(claims.c.article_id, sa.func.count())
        .where(claims.c.project_id == project, claims.c.article_id.in_(articles), claims.c.active)
        .group_by(claims.c.article_id)
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def claimant_counts(connection: Connection, project: int) -> list[tuple[str, ClaimantType, int]]:
    """(printed name, imported type, number of active claims); a name comes once for every type it has."""
    name, kind = claims.c.claim_author_name, claims.c.claim_author_type
    query = sa.select(name, kind, sa.func.count()).where(claims.c.project_id == project, claims.c.active, name != "")
    rows = connection.execute(query.group_by(name, kind).order_by(name, kind))
    return [(row[0], ClaimantType(row[1]), row[2]) for row in rows]


def _conditions(connection: Connection, project: int, where: ClaimFilter) -> list[sa.ColumnElement[bool]]:
    conditions: list[sa.ColumnElement[bool]] = [claims.c.project_id == project, claims.c.active]
    if where.search:
        conditions.append(holds(claims.c.claim_text, where.search))
    if where.claimant:
        conditions.append(claims.c.claim_author_name.in_(standing(connection, project).names(where.claimant)))
    if where.source:
        conditions.append(claims.c.source_name == where.source)
    if where.ids is not None:
        conditions.append(claims.c.id.in_(where.ids))
    if where.topic_id is not None:
        conditions.append(_in_topic(project, where.topic_id))
    return conditions


def _in_topic(project: int, topic_id: str) -> sa.ColumnElement[bool]:
    grouped = sa.select(topic_claims.c.claim_id).where(topic_claims.c.project_id == project)
    if topic_id == "":
        return claims.c.id.not_in(grouped)
    return claims.c.id.in_(grouped.where(topic_claims.c.topic_id == topic_id))


def _row(claim: Claim) -> dict[str, Any]:
    row = asdict(claim)
    for name in ("id", "batch_id", *_RESOLVED):
        del row[name]
    row["attribution_chain"], row["tags"] = list(claim.attribution_chain), list(claim.tags)
    return {**row, "text_sha256": sha256_of(claim.claim_text), "active": True}


def _claim(row: Mapping[str, Any] | sa.RowMapping, joins: Joins) -> Claim:
    values = {name: row[name] for name in Claim.__dataclass_fields__ if name not in _RESOLVED}
    values |= {
        "claim_author_type": ClaimantType(row["claim_author_type"]),
        "modality": Modality(row["modality"]),
        "claim_date_precision": DatePrecision(row["claim_date_precision"]),
        "attribution_chain": tuple(row["attribution_chain"]),
        "tags": tuple(row["tags"]),
        "past_ruling": PastRuling(**row["past_ruling"]) if row["past_ruling"] else None,
        "joined": joins.joined(row["claim_author_name"]),
        "settled_type": joins.type_of(row["claim_author_name"]),
    }
    return Claim(**values)
