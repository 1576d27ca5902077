"""Two claims in → who spoke first, how many days lie between, and whether they are one speaker's."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from factcheck.model import Claim, PairContext
from factcheck.text.normalise import comparable
from factcheck.text.words import listed

IntArray = npt.NDArray[np.int64]
Truth = npt.NDArray[np.bool_]

_OFFICES = listed(
    "ministry police army government spokesman spokeswoman spokesperson official officials authorities governor "
    "mayor president minister agency council committee court prosecutor prosecutors residents witness witnesses "
    "source sources service union party commission"
)


@dataclass(frozen=True)
class Timing:
    """The time between two claims. `days` counts from the first to the second; None when a day is unknown."""

    days: int | None
    in_order: bool
    same_speaker: bool
    named: bool

    @property
    def same_day(self) -> bool:
        return self.days == 0

    @property
    def context(self) -> PairContext:
        return PairContext(self.days, self.same_speaker)

    @property
    def score(self) -> float:
        """0..1: how surely both speak of one moment: 1 on one day, half a week later, 0.5 if unknown."""
        return 0.5 if self.days is None else 0.5 ** (abs(self.days) / 7)


@dataclass(frozen=True)
class Times:
    """The same for many pairs at once, as columns (m,): `days` is 0 where `known` is False."""

    days: IntArray
    known: Truth
    same_speaker: Truth

    @property
    def apart(self) -> Truth:
        """Both days known, and different."""
        return np.asarray(self.days != 0, bool)

    def context(self, at: int) -> PairContext:
        return PairContext(int(self.days[at]) if self.known[at] else None, bool(self.same_speaker[at]))


def times(claims: Sequence[Claim], pairs: IntArray) -> Times:
    """What `timing` says of each pair (m, 2) of rows of `claims`, at the cost of one look at each claim."""
    read = [_days(claim.claim_date) for claim in claims]
    exact = np.array([found is not None and found[0] == found[1] for found in read], bool)
    day = np.array([found[0].toordinal() if found else 0 for found in read], np.int64)
    first, second = pairs[:, 0], pairs[:, 1]
    known = exact[first] & exact[second]
    return Times(np.where(known, day[second] - day[first], 0), known, _one_speaker_each(claims, first, second))


def _one_speaker_each(claims: Sequence[Claim], first: IntArray, second: IntArray) -> Truth:
    """Asked only of pairs whose names end alike or were joined by people: no other can be one speaker's."""
    found = np.zeros(len(first), bool)
    printed, shown = _endings([c.claim_author_name for c in claims]), _endings([c.claimant for c in claims])
    joined = np.array([bool(claim.joined) for claim in claims], bool)
    named = np.array([bool(claim.claimant.strip()) for claim in claims], bool)
    alike = (printed[first] == printed[second]) | (shown[first] == shown[second]) | (joined[first] & joined[second])
    for at in np.flatnonzero(alike & named[first] & named[second]).tolist():
        found[at] = _one_speaker(claims[first[at]], claims[second[at]])
    return found


def _endings(names: Sequence[str]) -> IntArray:
    """A number for the last word of each name."""
    places: dict[str, int] = {}
    return np.array([places.setdefault("".join(_parts(name)[-1:]), len(places)) for name in names], np.int64)


def timing(a: Claim, b: Claim) -> Timing:
    """`in_order` is False where b was certainly said before a."""
    first, second = _days(a.claim_date), _days(b.claim_date)
    days = None
    if first and second and first[0] == first[1] and second[0] == second[1]:
        days = (second[0] - first[0]).days
    certainly_later = bool(first and second and second[1] < first[0])
    named = bool(a.claimant.strip() and b.claimant.strip())
    return Timing(days, not certainly_later, named and _one_speaker(a, b), named)


def _one_speaker(a: Claim, b: Claim) -> bool:
    """By a person's word where both names were joined to a claimant, else by the names as printed or joined."""
    if a.joined and b.joined:
        return a.joined == b.joined
    return same_speaker(a.claimant, b.claimant) or same_speaker(a.claim_author_name, b.claim_author_name)


def same_speaker(one: str, other: str) -> bool:
    """Whether two names are one speaker's: "Orlova" is "Vera Orlova", "police" is not "police union"."""
    shorter, longer = sorted((_parts(one), _parts(other)), key=len)
    if shorter == longer:
        return True
    return bool(shorter) and shorter[-1] == longer[-1] and set(shorter) <= set(longer) and shorter[-1] not in _OFFICES


@lru_cache(maxsize=50_000)
def _parts(name: str) -> tuple[str, ...]:
    return tuple(comparable(name).split())


@lru_cache(maxsize=50_000)
def _days(text: str) -> tuple[date, date] | None:
    """First and last day that an ISO 8601 date of any precision may mean; None when it is none."""
    parts = text[:10].split("-")
    try:
        year = int(parts[0])
        first_month, last_month = (int(parts[1]), int(parts[1])) if len(parts) > 1 else (1, 12)
        if len(parts) > 2:
            day = date(year, first_month, int(parts[2]))
            return day, day
        return date(year, first_month, 1), date(year, last_month, monthrange(year, last_month)[1])
    except (ValueError, IndexError):
        return None
