"""Two wordings in → whether one copies the other, and whether both tell of the same thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from factcheck.pipeline.origins.lexicon import SWAPPED
from factcheck.pipeline.origins.wording import Wording

COPIED = 0.8
"""Share of the shorter text's words that a near-copy has in the same order."""
RELATED = 0.5
"""Dice's coefficient from which two texts with one source tell of the same thing."""
ADDED = 4
"""One word in so many may be added."""


def copied(longer: Wording, shorter: Wording) -> float:
    """Share of the words that both have in order, 0 unless the shorter copies the longer.

    Numbers and turns are the caller's to compare. Words may be added; one may stand for another only where it
    tells who hands the news on ("officials", "authorities").
    """
    from rapidfuzz.distance import LCSseq

    a, b = longer.tokens, shorter.tokens
    if a == b:
        return 1.0
    if not b or len(a) - len(b) > max(1, len(a) // ADDED):
        return 0.0
    kept = LCSseq.similarity(a, b)
    gone, new = len(a) - kept, len(b) - kept
    if kept < COPIED * len(b) or gone > max(1, len(a) // ADDED):
        return 0.0
    return kept / len(a) if not new or _only_handed_on(a, b, new) else 0.0


def _only_handed_on(a: Sequence[str], b: Sequence[str], new: int) -> bool:
    """Whether the `new` words of b are of that kind; words that only stand elsewhere may tell who did it to whom."""
    put_in = Counter(b) - Counter(a)
    return put_in.total() == new and put_in.keys() <= SWAPPED


def related(a: Wording, b: Wording) -> float:
    """Dice's coefficient of the words, 0 below RELATED and where the numbers of one are not among the other's.

    Turns are the caller's to compare.
    """
    in_a, in_b = set(a.tokens), set(b.tokens)
    both = len(in_a) + len(in_b)
    share = 2 * len(in_a & in_b) / both if both else 0.0
    return share if share >= RELATED and _compatible(a.numbers, b.numbers) else 0.0


def _compatible(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    if a == b or not a or not b:
        return True
    in_a, in_b = Counter(a), Counter(b)
    return in_a <= in_b or in_b <= in_a
