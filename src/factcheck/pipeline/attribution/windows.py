"""A text of n pieces → the windows in which the tagger reads it, each with what it overlaps."""

from __future__ import annotations

WINDOW = 320
"""Pieces that are read together: about 250 words."""
OVERLAP = 96


def windows(n: int, size: int = WINDOW, overlap: int = OVERLAP) -> list[tuple[int, int]]:
    """Ranges (start, end) of pieces that cover 0 to n, of equal size but for a single short one."""
    if n <= size:
        return [(0, n)] if n else []
    step = size - overlap
    starts = [*range(0, n - size, step), n - size]
    return [(start, start + size) for start in starts]


def home(place: int, ranges: list[tuple[int, int]]) -> int:
    """Which window a piece is judged in: the one that shows most of its surroundings."""

    def context(at: int) -> int:
        start, end = ranges[at]
        first, last = start == ranges[0][0], end == ranges[-1][1]
        return min(place - start if not first else WINDOW, end - 1 - place if not last else WINDOW)

    holding = [at for at, (start, end) in enumerate(ranges) if start <= place < end]
    return max(holding, key=lambda at: (context(at), -at))
