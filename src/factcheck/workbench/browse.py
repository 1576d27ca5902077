"""What the pages show: topics, claims, and disputes with their positions side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from factcheck.errors import NotFound
from factcheck.model import (
    Claim,
    ClaimFilter,
    Conflict,
    ConflictKind,
    ConflictState,
    Dispute,
    PairChoice,
    PairDecision,
    Topic,
    Verdict,
)
from factcheck.store import claimants, claims, derived, reviews
from factcheck.store.engine import Connection
from factcheck.workbench.desk import Desk


@dataclass(frozen=True)
class PairView:
    """Two claims lined up, with what the machine says and what a person decided."""

    conflict: Conflict
    a: Claim
    b: Claim
    decision: PairDecision | None

    @property
    def state(self) -> ConflictState:
        return self.decision.choice.state if self.decision else ConflictState.SUGGESTED


@dataclass(frozen=True)
class DisputeView:
    """One question, the sides (each its claims in order of time), and the pairs that clash.

    `related` are pairs of these claims that are no conflict: overtaken by later news, or agreeing.
    """

    dispute: Dispute
    topic: Topic | None
    sides: tuple[tuple[Claim, ...], ...]
    pairs: tuple[PairView, ...]
    related: tuple[PairView, ...]

    @property
    def open(self) -> int:
        """Pairs that nobody has decided on."""
        return sum(pair.decision is None for pair in self.pairs)


@dataclass(frozen=True)
class ClaimView:
    """One claim with its topic, the pairs it stands in, and its verdicts, oldest first."""

    claim: Claim
    topic: Topic | None
    pairs: tuple[PairView, ...]
    verdicts: tuple[Verdict, ...]

    @property
    def standing(self) -> tuple[Verdict, ...]:
        """Each reviewer's newest verdict."""
        return tuple({verdict.reviewer: verdict for verdict in self.verdicts}.values())

    @property
    def newest_verdict_id(self) -> int:
        """What the reviewer has seen: handed back when a verdict is saved."""
        return self.verdicts[-1].id if self.verdicts else 0


@dataclass(frozen=True)
class Summary:
    """How far the project is."""

    claims: int
    ungrouped: int
    topics: int
    disputes: int
    open_pairs: int
    judged: int


class Browse:
    """Reading only."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def summary(self) -> Summary:
        project = self._desk.project
        with self._desk.reading() as connection:
            total = claims.count(connection, project)
            grouped = derived.topic_of(connection, project)
            groups = len(set(grouped.values()))
            judged = len(reviews.verdicts_of(connection, project))
        views = self.disputes()
        undecided = sum(view.open for view in views)
        return Summary(total, total - len(grouped), groups, len(views), undecided, judged)

    def topics(self) -> list[Topic]:
        """Topics, largest first."""
        with self._desk.reading() as connection:
            return derived.list_topics(connection, self._desk.project)

    def claims(
        self, where: ClaimFilter, limit: int | None = None, offset: int = 0, *, worth_first: bool = False
    ) -> list[Claim]:
        """Claims in the order they came, or those most worth checking first."""
        with self._desk.reading() as connection:
            return claims.page(connection, self._desk.project, where, limit, offset, worth_first=worth_first)

    def count(self, where: ClaimFilter) -> int:
        with self._desk.reading() as connection:
            return claims.count(connection, self._desk.project, where)

    def claimants(self) -> list[str]:
        """The names that claimants are shown by, sorted; any of them finds the claims under all its names."""
        with self._desk.reading() as connection:
            printed = claims.distinct(connection, self._desk.project, "claim_author_name")
            joins = claimants.standing(connection, self._desk.project)
        return sorted({joins.shown(name) for name in printed})

    def external_ids(self) -> dict[str, int]:
        """external id → claim id, for the claims that came with one."""
        with self._desk.reading() as connection:
            return claims.external_ids(connection, self._desk.project)

    def sources(self) -> list[str]:
        with self._desk.reading() as connection:
            return claims.distinct(connection, self._desk.project, "source_name")

    def claim(self, claim_id: int) -> ClaimView:
        """Raises NotFound."""
        views = self.claim_views([claim_id])
        if not views:
            raise NotFound(f"There is no claim {claim_id} in this project.", "See the list of claims.")
        return views[0]

    def claim_views(self, ids: Sequence[int]) -> list[ClaimView]:
        """Claims with all that is known of them, in the order of `ids`; unknown ids are left out."""
        project = self._desk.project
        with self._desk.reading() as connection:
            known = claims.by_ids(connection, project, ids)
            views = _views(connection, project, derived.list_conflicts(connection, project, claim_ids=known))
            verdicts = reviews.verdicts_of(connection, project, known)
            topic_of = derived.topic_of(connection, project)
            found = {topic.id: topic for topic in derived.list_topics(connection, project)}
        return [
            ClaimView(
                known[claim_id],
                found.get(topic_of.get(claim_id, "")),
                tuple(view for view in views if claim_id in (view.a.id, view.b.id)),
                tuple(verdicts.get(claim_id, ())),
            )
            for claim_id in ids
            if claim_id in known
        ]

    def review_order(
        self, where: ClaimFilter, *, in_dispute: bool = False, judged: bool = False, worth_first: bool = False
    ) -> list[int]:
        """Ids of the claims to judge: those of the surest conflicts first, then in the order they came.

        With `worth_first` those most worth checking come first instead; the same claims either way.
        """
        project = self._desk.project
        with self._desk.reading() as connection:
            ids = claims.ids(connection, project, where, worth_first=worth_first)
            given = set(reviews.verdicts_of(connection, project))
        ranks: dict[int, int] = {}
        for view in self.pairs():
            if _still_clashes(view):
                for claim_id in (view.a.id, view.b.id):
                    ranks.setdefault(claim_id, len(ranks))
        wanted = [
            claim_id for claim_id in ids if (not in_dispute or claim_id in ranks) and (not judged or claim_id in given)
        ]
        if worth_first:
            return wanted
        return sorted(wanted, key=lambda claim_id: (ranks.get(claim_id, len(ranks)), claim_id))

    def pairs(self) -> list[PairView]:
        """Every lined-up pair of all kinds, the surest first."""
        with self._desk.reading() as connection:
            found = derived.list_conflicts(connection, self._desk.project)
            return _views(connection, self._desk.project, found)

    def disputes(self, topic_id: str | None = None) -> list[DisputeView]:
        """Disputes with at least one conflict that nobody dismissed, the surest first."""
        project = self._desk.project
        with self._desk.reading() as connection:
            lined_up = derived.list_disputes(connection, project)
            found = {topic.id: topic for topic in derived.list_topics(connection, project)}
            views = _views(connection, project, derived.list_conflicts(connection, project))
            known = claims.by_ids(connection, project, _members(lined_up))
        by_dispute: dict[str, list[PairView]] = {}
        for view in views:
            by_dispute.setdefault(view.conflict.dispute_id, []).append(view)
        no_conflicts = [view for view in views if not view.conflict.kind.is_conflict]
        return [
            _dispute_view(dispute, found, by_dispute[dispute.id], known, no_conflicts)
            for dispute in lined_up
            if any(_still_clashes(view) for view in by_dispute.get(dispute.id, ()))
            and topic_id in (None, dispute.topic_id)
        ]

    def dispute(self, dispute_id: str) -> DisputeView:
        """Raises NotFound when the newest analysis has no such dispute."""
        for view in self.disputes():
            if view.dispute.id == dispute_id:
                return view
        raise NotFound(f"There is no dispute {dispute_id}.", "It was dismissed, or its claims changed.")


def _still_clashes(view: PairView) -> bool:
    return view.conflict.kind.is_conflict and view.state is not ConflictState.DISMISSED


def _members(lined_up: Iterable[Dispute]) -> list[int]:
    return [claim_id for dispute in lined_up for side in dispute.positions for claim_id in side.claim_ids]


def _dispute_view(
    dispute: Dispute,
    found: Mapping[str, Topic],
    views: Sequence[PairView],
    known: Mapping[int, Claim],
    no_conflicts: Sequence[PairView],
) -> DisputeView:
    clashing = {i for v in views if _still_clashes(v) for i in (v.conflict.claim_a_id, v.conflict.claim_b_id)}
    sides = tuple(_in_time(known[i] for i in side.claim_ids if i in known) for side in dispute.positions)
    # A side all of whose conflicts were dismissed is no side any more.
    standing = tuple(side for side in sides if any(claim.id in clashing for claim in side))
    members = {claim.id for side in standing for claim in side}
    related = tuple(v for v in no_conflicts if {v.a.id, v.b.id} & members)
    return DisputeView(dispute, found.get(dispute.topic_id), standing, tuple(views), related)


def _in_time(side: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple(sorted(side, key=lambda claim: (claim.claim_date or "9999", claim.id)))


def _views(connection: Connection, project: int, found: Sequence[Conflict]) -> list[PairView]:
    decided = reviews.standing_decisions(connection, project)
    known = claims.by_ids(connection, project, {i for c in found for i in (c.claim_a_id, c.claim_b_id)})
    return [_view(conflict, known, decided) for conflict in found]


def _view(conflict: Conflict, known: Mapping[int, Claim], decided: Mapping[tuple[int, int], PairDecision]) -> PairView:
    first, second = sorted((conflict.claim_a_id, conflict.claim_b_id))
    decision = decided.get((first, second))
    if decision and decision.choice is PairChoice.SUPERSEDED:
        conflict = replace(conflict, kind=ConflictKind.SUPERSEDED)
    return PairView(conflict, known[conflict.claim_a_id], known[conflict.claim_b_id], decision)
