"""Two claims in → who spoke first, how many days lie between, and whether they are one speaker's."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from factcheck.model import Claim, PairContext
from factcheck.text.normalise import comparable
from factcheck.text.words import listed

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
    shorter, longer = sorted((comparable(one).split(), comparable(other).split()), key=len)
    if shorter == longer:
        return True
    return bool(shorter) and shorter[-1] == longer[-1] and set(shorter) <= set(longer) and shorter[-1] not in _OFFICES


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
