"""What people decide: verdicts, decisions on pairs, protections. Only ever added to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from factcheck.errors import StaleView
from factcheck.model import Confidence, Evidence, PairChoice, PairDecision, Verdict, VerdictFlag
from factcheck.store.engine import Connection, IntegrityError, insert
from factcheck.store.tables import claims, pair_decisions, protections, verdicts, withdrawals

CHUNK = 500
_WITHDRAWN = sa.select(withdrawals.c.verdict_id)


def add_verdict(connection: Connection, project: int, verdict: Verdict, claim_text: str, seen: int) -> int:
    """Append a verdict by someone who saw `seen` as the claim's newest verdict (0: none), withdrawn ones passed over.

    Raises StaleView when another one has come since; nothing is stored then.
    """
    row = asdict(verdict)
    for name in ("id", "created_at", "version"):
        del row[name]
    row |= {
        "project_id": project,
        "claim_text": claim_text,
        "follows": _newest(connection, verdict.claim_id),
        "version": _next_version(connection, verdict),
        "created_at": datetime.now(UTC),
        "taken_from": verdict.taken_from or None,
    }
    if _newest(connection, verdict.claim_id, verdicts.c.id.not_in(_WITHDRAWN)) != seen:
        raise _stale()
    try:
        with connection.begin_nested():
            return insert(connection, verdicts, row)
    except IntegrityError as error:
        raise _stale() from error


def list_verdicts(connection: Connection, project: int, claim_id: int) -> list[Verdict]:
    """Every version of every reviewer's verdict on one claim, oldest first."""
    return verdicts_of(connection, project, [claim_id]).get(claim_id, [])


def verdicts_of(connection: Connection, project: int, ids: Iterable[int] | None = None) -> dict[int, list[Verdict]]:
    """claim id → verdicts that nobody took back, oldest first; of all claims when no ids are given."""
    query = sa.select(verdicts).where(verdicts.c.project_id == project, verdicts.c.id.not_in(_WITHDRAWN))
    query = query.order_by(verdicts.c.id)
    if ids is None:
        rows = list(connection.execute(query))
    else:
        wanted = sorted(set(ids))
        rows = [
            row
            for start in range(0, len(wanted), CHUNK)
            for row in connection.execute(query.where(verdicts.c.claim_id.in_(wanted[start : start + CHUNK])))
        ]
    found: dict[int, list[Verdict]] = {}
    for row in rows:
        found.setdefault(row.claim_id, []).append(_verdict(row))
    return found


def get_verdict(connection: Connection, project: int, verdict_id: int) -> Verdict | None:
    """One verdict that nobody took back."""
    query = sa.select(verdicts).where(verdicts.c.project_id == project, verdicts.c.id == verdict_id)
    row = connection.execute(query.where(verdicts.c.id.not_in(_WITHDRAWN))).one_or_none()
    return _verdict(row) if row else None


def taken_from(connection: Connection, project: int, verdict_id: int) -> list[Verdict]:
    """The verdicts that were taken over from one and still count, by claim."""
    query = sa.select(verdicts).where(verdicts.c.project_id == project, verdicts.c.taken_from == verdict_id)
    rows = connection.execute(query.where(verdicts.c.id.not_in(_WITHDRAWN)).order_by(verdicts.c.claim_id))
    return [_verdict(row) for row in rows]


def withdraw_verdict(connection: Connection, project: int, verdict_id: int, why: str, who: str) -> None:
    """Note that a verdict counts no more; it stays. Raises StaleView when it was taken back already."""
    row = {"project_id": project, "verdict_id": verdict_id, "why": why, "reviewer": who}
    try:
        with connection.begin_nested():
            insert(connection, withdrawals, {**row, "created_at": datetime.now(UTC)})
    except IntegrityError as error:
        raise _stale() from error


def judged(connection: Connection, project: int) -> list[int]:
    """Ids of the claims with at least one verdict."""
    query = sa.select(verdicts.c.claim_id).where(verdicts.c.project_id == project).distinct()
    return list(connection.scalars(query.order_by(verdicts.c.claim_id)))


def judged_count(connection: Connection, project: int) -> int:
    """How many claims have at least one verdict."""
    query = sa.select(sa.func.count(verdicts.c.claim_id.distinct())).where(verdicts.c.project_id == project)
    return int(connection.scalar(query) or 0)


def finished_count(connection: Connection, project: int) -> int:
    """How many active claims have verdicts and no disagreement between the newest of each reviewer."""
    v = verdicts.c
    newest = sa.select(sa.func.max(v.id)).where(v.project_id == project).group_by(v.claim_id, v.reviewer)
    agreed = (
        sa.select(v.claim_id)
        .join(claims, claims.c.id == v.claim_id)
        .where(v.id.in_(newest), claims.c.active)
        .group_by(v.claim_id)
        .having(sa.func.count(sa.func.lower(v.rating).distinct()) == 1)
        .subquery()
    )
    return int(connection.scalar(sa.select(sa.func.count()).select_from(agreed)) or 0)


def add_decision(connection: Connection, project: int, decision: PairDecision, seen: int) -> int:
    """Append a decision on a pair by someone who saw `seen` as its newest decision (0: none).

    Raises StaleView when another one has come since; nothing is stored then.
    """
    first, second = sorted((decision.claim_a_id, decision.claim_b_id))
    texts = sa.select(claims.c.id, claims.c.text_sha256).where(claims.c.id.in_((first, second)))
    hashes = {row.id: row.text_sha256 for row in connection.execute(texts)}
    pair = (pair_decisions.c.claim_a_id == first) & (pair_decisions.c.claim_b_id == second)
    newest = connection.scalar(sa.select(sa.func.max(pair_decisions.c.id)).where(pair))
    if (newest or 0) != seen:
        raise _stale()
    row = {
        "project_id": project,
        "claim_a_id": first,
        "claim_b_id": second,
        "follows": seen,
        "text_a_sha256": hashes[first],
        "text_b_sha256": hashes[second],
        "choice": decision.choice,
        "reason": decision.reason,
        "reviewer": decision.reviewer,
        "created_at": datetime.now(UTC),
    }
    try:
        with connection.begin_nested():
            return insert(connection, pair_decisions, row)
    except IntegrityError as error:
        raise _stale() from error


def standing_decisions(
    connection: Connection, project: int, ids: Iterable[int] | None = None
) -> dict[tuple[int, int], PairDecision]:
    """(smaller id, larger id) → the newest decision made on the pair's present texts.

    With `ids`, only of pairs whose smaller claim is one of them.
    """
    a, b = claims.alias("a"), claims.alias("b")
    query = (
        sa.select(pair_decisions)
        .join(a, (a.c.id == pair_decisions.c.claim_a_id) & (a.c.text_sha256 == pair_decisions.c.text_a_sha256))
        .join(b, (b.c.id == pair_decisions.c.claim_b_id) & (b.c.text_sha256 == pair_decisions.c.text_b_sha256))
        .where(pair_decisions.c.project_id == project)
        .order_by(pair_decisions.c.id)
    )
    if ids is None:
        parts = [query]
    else:
        wanted = sorted(set(ids))
        chunks = (wanted[start : start + CHUNK] for start in range(0, len(wanted), CHUNK))
        parts = [query.where(pair_decisions.c.claim_a_id.in_(chunk)) for chunk in chunks]
    rows = (row for part in parts for row in connection.execute(part))
    return {(row.claim_a_id, row.claim_b_id): _decision(row) for row in rows}


def newest_decision_id(connection: Connection, project: int, first: int, second: int) -> int:
    """The id to hand to `add_decision` as `seen`, also when the texts have changed since."""
    query = sa.select(sa.func.max(pair_decisions.c.id)).where(
        pair_decisions.c.project_id == project,
        pair_decisions.c.claim_a_id == min(first, second),
        pair_decisions.c.claim_b_id == max(first, second),
    )
    return connection.scalar(query) or 0


def protect(connection: Connection, project: int, name: str, protected: bool, why: str, who: str) -> None:
    """Note that a claimant's or source's name is (no longer) to be masked outside the database."""
    row = {
        "project_id": project,
        "name": name,
        "protected": protected,
        "why": why,
        "reviewer": who,
        "created_at": datetime.now(UTC),
    }
    insert(connection, protections, row)


def newest_protection(connection: Connection, project: int) -> int:
    """The id of the newest protection, 0 without one."""
    query = sa.select(sa.func.max(protections.c.id)).where(protections.c.project_id == project)
    return int(connection.scalar(query) or 0)


def protected_names(connection: Connection, project: int) -> frozenset[str]:
    """The names whose newest protection says yes."""
    query = sa.select(protections.c.name, protections.c.protected).where(protections.c.project_id == project)
    newest: dict[str, bool] = {}
    for row in connection.execute(query.order_by(protections.c.id)):
        newest[row.name] = row.protected
    return frozenset(name for name, protected in newest.items() if protected)


def _newest(connection: Connection, claim_id: int, *where: sa.ColumnElement[bool]) -> int:
    query = sa.select(sa.func.max(verdicts.c.id)).where(verdicts.c.claim_id == claim_id, *where)
    return int(connection.scalar(query) or 0)


def _next_version(connection: Connection, verdict: Verdict) -> int:
    query = sa.select(sa.func.max(verdicts.c.version)).where(
        verdicts.c.claim_id == verdict.claim_id, verdicts.c.reviewer == verdict.reviewer
    )
    return (connection.scalar(query) or 0) + 1


def _stale() -> StaleView:
    return StaleView(
        "Somebody else saved while you were writing.",
        "Look at what changed, then save again; your text is kept.",
    )


def _verdict(row: sa.Row[Any]) -> Verdict:
    return Verdict(
        claim_id=row.claim_id,
        reviewer=row.reviewer,
        rating=row.rating,
        explanation=row.explanation,
        evidence=tuple(Evidence(**item) for item in row.evidence),
        as_of=row.as_of,
        confidence=Confidence(row.confidence),
        flags=tuple(VerdictFlag(flag) for flag in row.flags),
        correction_note=row.correction_note,
        id=row.id,
        version=row.version,
        created_at=row.created_at,
        taken_from=row.taken_from or 0,
    )


def _decision(row: sa.Row[Any]) -> PairDecision:
    return PairDecision(
        claim_a_id=row.claim_a_id,
        claim_b_id=row.claim_b_id,
        choice=PairChoice(row.choice),
        reason=row.reason,
        reviewer=row.reviewer,
        id=row.id,
        created_at=row.created_at,
    )
