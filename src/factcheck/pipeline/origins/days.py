"""When claims were said → which of them lie close together."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from factcheck.model import Claim, DatePrecision

_TO_THE_DAY = (DatePrecision.DAY, DatePrecision.MINUTE)


def day(claim: Claim) -> int | None:
    """The day it was said, counted from the year 1, else the day it was published; None: unknown."""
    exact = claim.claim_date if claim.claim_date_precision in _TO_THE_DAY else ""
    return _ordinal(exact) or _ordinal(claim.source_published)


def close(a: int | None, b: int | None, apart: int) -> bool:
    """Whether nothing says that the two lie more than `apart` days from each other."""
    return a is None or b is None or abs(a - b) <= apart


def runs(days: Iterable[int | None], apart: int) -> dict[int | None, int]:
    """Every day → the first of its run, without a gap of more than `apart` days; unknown ones join an only run."""
    found: dict[int | None, int] = {}
    first, last = 0, -(10**9)
    for at in sorted({at for at in days if at is not None}):
        first = first if at - last <= apart else at
        found[at], last = first, at
    different = set(found.values())
    return {**found, None: different.pop() if len(different) == 1 else 0}


def _ordinal(written: str) -> int | None:
    try:
        return date.fromisoformat(written[:10]).toordinal()
    except ValueError:
        return None
