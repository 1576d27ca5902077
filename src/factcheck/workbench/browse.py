"""What the pages show: topics, claims, and disputes with their positions side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

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
from factcheck.store import claimants, claims, derived, lineups, reviews
from factcheck.store.engine import Connection
from factcheck.store.lineups import Clashes
from factcheck.workbench.desk import Desk
from factcheck.workbench.lineup import Lineup, StandingDispute

__all__ = [
    "Browse",
    "ClaimView",
    "Clashes",
    "DisputeView",
    "Lineup",
    "PairView",
    "StandingDispute",
    "Summary",
    "TopicLine",
]

MOST_CHOICES = 500
"""More topics than this cannot be looked through in a list."""


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
class TopicLine:
    """A topic as one row of a list."""

    id: str
    label: str
    keywords: tuple[str, ...]
    claims: int
    claimants: int


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

    def summary(self, lineup: Lineup | None = None) -> Summary:
        """`lineup` may be handed in by whoever keeps one."""
        project, standing = self._desk.project, lineup or self.lineup()
        with self._desk.reading() as connection:
            total = claims.count(connection, project)
            groups, grouped = lineups.topic_count(connection, project)
            judged = reviews.judged_count(connection, project)
        return Summary(total, total - grouped, groups, len(standing.disputes), standing.open_pairs, judged)

    def has_claims(self) -> bool:
        """Whether there is anything to show; costs the same for every project."""
        with self._desk.reading() as connection:
            return claims.any_active(connection, self._desk.project)

    def clashes(self) -> Clashes:
        """All conflicts in numbers, whatever was decided; the same as long as `stamp` is."""
        with self._desk.reading() as connection:
            return lineups.clashes(connection, self._desk.project)

    def stamp(self) -> tuple[int, int, int]:
        """(revision of the claims, newest analysis, newest decision on a pair): what `lineup` depends on."""
        project = self._desk.project
        with self._desk.reading() as connection:
            return *lineups.stamp(connection, project), lineups.newest_decision(connection, project)

    def lineup(self, clashes: Clashes | None = None) -> Lineup:
        """Which disputes stand, in numbers; `clashes` may be handed in by whoever keeps them."""
        with self._desk.reading() as connection:
            found = clashes or lineups.clashes(connection, self._desk.project)
            return Lineup(found, lineups.choices(connection, self._desk.project))

    def topics(self) -> list[Topic]:
        """Topics, largest first."""
        with self._desk.reading() as connection:
            return derived.list_topics(connection, self._desk.project)

    def topic(self, topic_id: str) -> Topic | None:
        """One topic with its claims; None when the newest analysis has no such topic."""
        with self._desk.reading() as connection:
            return derived.get_topic(connection, self._desk.project, topic_id)

    def topic_page(self, limit: int, offset: int = 0) -> list[TopicLine]:
        """A page of the list of topics, largest first."""
        with self._desk.reading() as connection:
            rows = lineups.topic_rows(connection, self._desk.project, limit, offset)
            joins = claimants.standing(connection, self._desk.project)
        return [
            TopicLine(row.id, row.label, row.keywords, row.claims, len({joins.shown(n) for n in row.printed_names}))
            for row in rows
        ]

    def topic_choices(self, most: int = MOST_CHOICES) -> dict[str, str]:
        """topic id → label, to choose from: sorted by label, of more than `most` topics the largest."""
        with self._desk.reading() as connection:
            found = lineups.largest_topics(connection, self._desk.project, most)
        return dict(sorted(found.items(), key=lambda pair: (pair[1].casefold(), pair[0])))

    def topic_labels(self, ids: Iterable[str]) -> dict[str, str]:
        """topic id → label, for the topics that there are."""
        with self._desk.reading() as connection:
            return lineups.topic_labels(connection, self._desk.project, ids)

    def claims(
        self, where: ClaimFilter, limit: int | None = None, offset: int = 0, *, worth_first: bool = False
    ) -> list[Claim]:
        """Claims in the order they came, or those most worth checking first."""
        with self._desk.reading() as connection:
            return claims.page(connection, self._desk.project, where, limit, offset, worth_first=worth_first)

    def count(self, where: ClaimFilter) -> int:
        with self._desk.reading() as connection:
            return claims.count(connection, self._desk.project, where)

    def claimants(self, most: int | None = None) -> list[str]:
        """The names that claimants are shown by, sorted; any of them finds the claims under all its names.

        Of more than `most`, those with the most claims.
        """
        with self._desk.reading() as connection:
            printed = claims.name_counts(connection, self._desk.project, "claim_author_name")
            joins = claimants.standing(connection, self._desk.project)
        counts: Counter[str] = Counter()
        for name, number in printed:
            counts[joins.shown(name)] += number
        return sorted(name for name, _ in counts.most_common(most))

    def external_ids(self) -> dict[str, int]:
        """external id → claim id, for the claims that came with one."""
        with self._desk.reading() as connection:
            return claims.external_ids(connection, self._desk.project)

    def sources(self, most: int | None = None) -> list[str]:
        """The outlets, sorted; of more than `most`, those with the most claims."""
        with self._desk.reading() as connection:
            printed = claims.name_counts(connection, self._desk.project, "source_name")
        return sorted(name for name, _ in Counter(dict(printed)).most_common(most))

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
            topics = derived.topics_of(connection, project, known)
        pairs: dict[int, list[PairView]] = {}
        for view in views:
            for claim_id in (view.a.id, view.b.id):
                pairs.setdefault(claim_id, []).append(view)
        return [
            ClaimView(
                known[claim_id],
                topics.get(claim_id),
                tuple(pairs.get(claim_id, ())),
                tuple(verdicts.get(claim_id, ())),
            )
            for claim_id in ids
            if claim_id in known
        ]

    def verdicts_of(self, ids: Iterable[int]) -> dict[int, list[Verdict]]:
        """claim id → its verdicts, oldest first, for those of `ids` that have any."""
        with self._desk.reading() as connection:
            return reviews.verdicts_of(connection, self._desk.project, ids)

    def review_order(
        self,
        where: ClaimFilter,
        *,
        in_dispute: bool = False,
        judged: bool = False,
        worth_first: bool = False,
        lineup: Lineup | None = None,
    ) -> list[int]:
        """Ids of the claims to judge: those of the surest conflicts first, then in the order they came.

        With `worth_first` those most worth checking come first instead; the same claims either way. `lineup` may be
        handed in by whoever keeps one.
        """
        project = self._desk.project
        first = (lineup or self.lineup()).claims
        with self._desk.reading() as connection:
            if in_dispute and not (judged or worth_first) and where == ClaimFilter():
                return [int(claim_id) for claim_id in first]
            ids = np.array(claims.ids(connection, project, where, worth_first=worth_first), np.int64)
            given = np.array(reviews.judged(connection, project) if judged else [], np.int64)
        ordered = ids if worth_first else first[np.isin(first, ids)]
        if worth_first and in_dispute:
            ordered = ordered[np.isin(ordered, first)]
        elif not (in_dispute or worth_first):
            ordered = np.concatenate([ordered, ids[~np.isin(ids, first)]])
        if judged:
            ordered = ordered[np.isin(ordered, given)]
        return [int(claim_id) for claim_id in ordered]

    def pairs(self) -> list[PairView]:
        """Every lined-up pair of all kinds, the surest first."""
        with self._desk.reading() as connection:
            found = derived.list_conflicts(connection, self._desk.project)
            return _views(connection, self._desk.project, found)

    def conflicts_in(self, topic_id: str, most: int) -> list[PairView]:
        """The conflicts within a topic that nobody dismissed, at most `most`, the surest first."""
        project = self._desk.project
        with self._desk.reading() as connection:
            found = derived.conflicts_within(connection, project, topic_id)
            decided = reviews.standing_decisions(connection, project, _ends(found)) if found else {}
            wanted = [c for c in found if decided.get(_ordered(c)) is None or _confirmed(decided[_ordered(c)])][:most]
            return _views(connection, project, wanted)

    def disputes(self, topic_id: str | None = None) -> list[DisputeView]:
        """Disputes with at least one conflict that nobody dismissed, the surest first."""
        standing = self.lineup().disputes
        return self.dispute_views([dispute.id for dispute in standing if topic_id in (None, dispute.topic_id)])

    def dispute_views(self, ids: Sequence[str], with_related: bool = True) -> list[DisputeView]:
        """A page's worth of disputes, the surest first; those that do not stand any more are left out.

        A list has no use for `related`, which costs as much as all the rest.
        """
        project = self._desk.project
        with self._desk.reading() as connection:
            lined_up = derived.list_disputes(connection, project, ids)
            labels = lineups.topic_labels(connection, project, (dispute.topic_id for dispute in lined_up))
            views = _views(connection, project, derived.conflicts_of(connection, project, ids))
            known = claims.by_ids(connection, project, members := _members(lined_up))
            around = derived.list_conflicts(connection, project, claim_ids=members) if with_related else []
            related = [view for view in _views(connection, project, around) if not view.conflict.kind.is_conflict]
        by_dispute: dict[str, list[PairView]] = {}
        for view in views:
            by_dispute.setdefault(view.conflict.dispute_id, []).append(view)
        found = {key: Topic(key, label, (), ()) for key, label in labels.items()}
        return [
            _dispute_view(dispute, found, by_dispute[dispute.id], known, related)
            for dispute in lined_up
            if any(_still_clashes(view) for view in by_dispute.get(dispute.id, ()))
        ]

    def dispute(self, dispute_id: str) -> DisputeView:
        """Raises NotFound when the newest analysis has no such dispute."""
        for view in self.dispute_views([dispute_id]):
            return view
        raise NotFound(f"There is no dispute {dispute_id}.", "It was dismissed, or its claims changed.")


def _still_clashes(view: PairView) -> bool:
    return view.conflict.kind.is_conflict and view.state is not ConflictState.DISMISSED


def _ordered(conflict: Conflict) -> tuple[int, int]:
    first, second = sorted((conflict.claim_a_id, conflict.claim_b_id))
    return first, second


def _confirmed(decision: PairDecision) -> bool:
    return decision.choice is PairChoice.CONFIRM


def _ends(found: Iterable[Conflict]) -> set[int]:
    return {claim_id for conflict in found for claim_id in (conflict.claim_a_id, conflict.claim_b_id)}


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
    ends = _ends(found)
    decided = reviews.standing_decisions(connection, project, ends)
    known = claims.by_ids(connection, project, ends)
    return [_view(conflict, known, decided) for conflict in found]


def _view(conflict: Conflict, known: Mapping[int, Claim], decided: Mapping[tuple[int, int], PairDecision]) -> PairView:
    decision = decided.get(_ordered(conflict))
    if decision and decision.choice is PairChoice.SUPERSEDED:
        conflict = replace(conflict, kind=ConflictKind.SUPERSEDED)
    return PairView(conflict, known[conflict.claim_a_id], known[conflict.claim_b_id], decision)
