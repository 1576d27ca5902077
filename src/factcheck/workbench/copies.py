"""Same claim, many outlets: how far claims have spread, and one judgement offered to all near-copies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from factcheck.errors import InvalidValue, NotFound, StaleView
from factcheck.model import Claim, Origin, Verdict
from factcheck.store import claims, origins, reviews
from factcheck.store.engine import Connection
from factcheck.text.normalise import shorten
from factcheck.workbench.desk import Desk, signed
from factcheck.workbench.review import add_checked, subject


@dataclass(frozen=True)
class OriginView:
    """One origin: its claims in the order they came, each with why it belongs here ("" when it is alone)."""

    id: str
    claims: tuple[Claim, ...]
    reasons: tuple[str, ...]

    @property
    def outlets(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(claim.source_name for claim in self.claims if claim.source_name))


@dataclass(frozen=True)
class Spread:
    """How many outlets carry some claims, and to how many origins these go back; the widest origin first.

    `unknown` counts claims that came after the last analysis: each stands as an origin of its own.
    """

    origins: tuple[OriginView, ...]
    unknown: int

    @property
    def outlets(self) -> int:
        return len({outlet for origin in self.origins for outlet in origin.outlets})


@dataclass(frozen=True)
class CopyView:
    """A near-copy of a claim, with its verdicts, oldest first."""

    claim: Claim
    verdicts: tuple[Verdict, ...]

    @property
    def standing(self) -> tuple[Verdict, ...]:
        """Each reviewer's newest verdict."""
        return tuple({verdict.reviewer: verdict for verdict in self.verdicts}.values())


class Copies:
    """Nothing is judged by itself: a verdict goes from a claim to its copies when a reviewer says so."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def spread(self, ids: Iterable[int]) -> Spread:
        """Outlets and origins of claims; unknown ids are left out."""
        with self._desk.reading() as connection:
            known = claims.by_ids(connection, self._desk.project, ids)
            found = origins.of_claims(connection, self._desk.project, known)
        return spread_of(known.values(), found)

    def counts_by_topic(self, topics: Sequence[str]) -> dict[str, tuple[int, int | None]]:
        """topic id → outlets and origins of its claims; no origins while some claims are not analysed."""
        with self._desk.reading() as connection:
            return origins.counts_by_topic(connection, self._desk.project, topics)

    def of(self, claim_id: int) -> list[CopyView]:
        """The near-copies of a claim, those with a verdict first."""
        project = self._desk.project
        with self._desk.reading() as connection:
            ids = origins.copies_of(connection, project, claim_id)
            known = claims.by_ids(connection, project, ids)
            verdicts = reviews.verdicts_of(connection, project, ids)
        views = [CopyView(known[i], tuple(verdicts.get(i, ()))) for i in ids]
        return sorted(views, key=lambda view: (not view.verdicts, view.claim.id))

    def taken_from(self, verdict_id: int) -> list[Verdict]:
        """The verdicts on copies that were taken over from one, and still count."""
        with self._desk.reading() as connection:
            return reviews.taken_from(connection, self._desk.project, verdict_id)

    def take_over(self, claim_id: int, verdict_id: int, who: str, seen: int) -> int:
        """Make the verdict on a near-copy one's own on this claim; `seen` as in `Review.save_verdict`.

        Raises NotFound when the verdict is gone, InvalidValue when the two claims are no copies, and StaleView.
        """
        with self._desk.writing() as connection:
            given = self._given(connection, verdict_id)
            return self._take(connection, given, claim_id, signed(who), seen)

    def apply(self, verdict_id: int, ids: Sequence[int], who: str) -> int:
        """Give a verdict to the near-copies `ids`, none of which has one; all or nothing. Gives their number.

        Raises StaleView when one has been judged meanwhile, else as `take_over`.
        """
        with self._desk.writing() as connection:
            given = self._given(connection, verdict_id)
            for claim_id in ids:
                self._take(connection, given, claim_id, signed(who), 0)
        return len(ids)

    def take_back(self, verdict_ids: Sequence[int], who: str) -> int:
        """Undo what one took over: the verdicts stay in the history and count no more. Gives their number.

        Raises InvalidValue for a verdict of somebody else or one that was not taken over, and StaleView when it is
        gone already, or something was said of its claim since; all or nothing.
        """
        desk, name = self._desk, signed(who)
        with desk.writing() as connection:
            for verdict_id in verdict_ids:
                verdict = self._own(connection, verdict_id, name)
                reviews.withdraw_verdict(connection, desk.project, verdict_id, "taken back", name)
                claim = claims.get(connection, desk.project, verdict.claim_id)
                told = subject(claim) if claim else ""
                desk.record(connection, name, "verdict taken back", told, before=verdict.rating, after="no verdict")
        return len(verdict_ids)

    def _given(self, connection: Connection, verdict_id: int) -> Verdict:
        verdict = reviews.get_verdict(connection, self._desk.project, verdict_id)
        if verdict is None:
            raise NotFound("That verdict does not count any more.", "Look at the claim again; nothing was saved.")
        return verdict

    def _take(self, connection: Connection, given: Verdict, claim_id: int, who: str, seen: int) -> int:
        if given.claim_id not in origins.copies_of(connection, self._desk.project, claim_id):
            raise InvalidValue(
                f"Claims {claim_id} and {given.claim_id} are no near-copies.", "Judge this one by itself, or analyse."
            )
        note = f"Taken over from {given.reviewer}'s verdict on claim {given.claim_id}."
        mine = replace(given, claim_id=claim_id, reviewer=who, correction_note=note, taken_from=given.id)
        return add_checked(self._desk, connection, mine, seen)

    def _own(self, connection: Connection, verdict_id: int, who: str) -> Verdict:
        verdict = reviews.get_verdict(connection, self._desk.project, verdict_id)
        if verdict is None:
            raise StaleView("That verdict has been taken back already.", "Nothing was changed.")
        if verdict.reviewer != who or not verdict.taken_from:
            raise InvalidValue("Only a verdict that you took over can be taken back.", "Correct it by a new verdict.")
        newest = reviews.list_verdicts(connection, self._desk.project, verdict.claim_id)[-1]
        if newest.id != verdict_id:
            raise StaleView(
                f"{newest.reviewer} has judged claim {verdict.claim_id} since: “{newest.rating}”"
                f"{f', {shorten(newest.explanation, 120)}' if newest.explanation else ''}.",
                "Nothing was taken back. Look at that verdict; if you differ, correct yours.",
            )
        return verdict


def spread_of(known: Iterable[Claim], found: Mapping[int, Origin]) -> Spread:
    """Claims by their origin; one that was not analysed stands alone."""
    groups: dict[str, list[Claim]] = defaultdict(list)
    unknown = 0
    for claim in sorted(known, key=lambda claim: claim.id):
        unknown += claim.id not in found
        groups[found[claim.id].origin_id if claim.id in found else f"o{claim.id}"].append(claim)
    views = [
        OriginView(name, tuple(same), tuple(_reason(found.get(claim.id), len(same)) for claim in same))
        for name, same in groups.items()
    ]
    return Spread(tuple(sorted(views, key=lambda view: (-len(view.outlets), view.claims[0].id))), unknown)


def _reason(origin: Origin | None, beside: int) -> str:
    return origin.reason if origin and beside > 1 else ""
