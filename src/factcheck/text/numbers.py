"""Two texts in → the numbers that cannot both be true of one thing, and those that agree."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.text.counted import same_counted
from factcheck.text.quantities import Quantity, quantities
from factcheck.text.words import content_stems, names

VAGUE_GAP = 0.5
""""Several" and "two" do not clash, "dozens" and "two" do."""


class NumberMatch(NamedTuple):
    """Two quantities of the same thing; `sure` in 0..1 says how surely it is the same thing.

    `gap` is the relative distance of their bounds: 0 when both can be true.
    """

    a: Quantity
    b: Quantity
    sure: float
    gap: float

    @property
    def clashes(self) -> bool:
        return self.gap > 0

    @property
    def same(self) -> bool:
        """Both can be true and lie close together: "at least two" and "two", not "over 200" and "5,000"."""
        low, high = sorted((self.a.point, self.b.point))
        return not self.clashes and low >= 0.75 * high and not (self.a.vague or self.b.vague)

    @property
    def strength(self) -> float:
        """0..1: sure that the same thing is counted, and the numbers far apart."""
        return self.sure * (0.6 + 0.4 * min(self.gap / 0.4, 1.0))


def compare(a: str, b: str) -> list[NumberMatch]:
    """Pairs of quantities of the two texts that measure the same thing, clashing ones first.

    A quantity that has its equal in the other text is not set against a third one.
    """
    matches = [m for qa in quantities(a) for qb in quantities(b) if (m := _match(qa, qb, a, b))]
    settled = {q for m in matches if not m.clashes for q in (m.a, m.b)}
    kept = [m for m in matches if not m.clashes or not {m.a, m.b} & settled]
    return sorted(kept, key=lambda m: (not m.clashes, -m.strength, m.a.start, m.b.start))


def _match(a: Quantity, b: Quantity, text_a: str, text_b: str) -> NumberMatch | None:
    if a.dimension != b.dimension:
        return None
    sure = same_counted(a.counted, b.counted) if a.dimension == "count" else _same_measure(a, b)
    context = _context(text_a, text_b, a, b)
    if a.dimension != "count" or not a.counted.fate:
        sure *= min(0.5 + 0.15 * context, 1.0) if context else 0.2
    elif names(text_a) and names(text_b) and not names(text_a) & names(text_b):
        sure *= 0.75
    return NumberMatch(a, b, sure, _gap(a, b)) if sure > 0 else None


def _same_measure(a: Quantity, b: Quantity) -> float:
    """Money, lengths, shares: the same unit is a sign, the same thing beside it a stronger one."""
    likely = 0.5 if a.dimension == "duration" else 0.7
    if a.counted.fate != b.counted.fate:
        return likely / 2
    return likely + 0.2 * bool(a.counted.things & b.counted.things)


def _context(text_a: str, text_b: str, a: Quantity, b: Quantity) -> int:
    """How many words of the subject matter both texts share beside what is counted."""
    return len((content_stems(text_a) & content_stems(text_b)) - a.counted.things - b.counted.things)


def _gap(a: Quantity, b: Quantity) -> float:
    """How far the bounds lie apart, relative to the nearest bound of the larger quantity."""
    smaller, larger = (a, b) if a.high < b.low else (b, a)
    if smaller.high >= larger.low:
        return 0.0
    gap = (larger.low - smaller.high) / larger.low
    return 0.0 if gap < VAGUE_GAP and (a.vague or b.vague) else gap
