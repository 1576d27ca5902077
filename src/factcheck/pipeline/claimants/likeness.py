"""What the readers of names say of a pair, and how they walk through blocks of names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Likeness:
    """Why two names may be one claimant's; `score` in 0..1, `reason` with {a} and {b} for the names."""

    score: float
    reason: str


Found = tuple[int, int, Likeness]
"""Two row numbers, and why the names in these rows may be one claimant's."""


def pairs_once(groups: Iterable[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Every two rows that stand in one group, once however many groups they share."""
    seen: set[tuple[int, int]] = set()
    for rows in groups:
        for place, i in enumerate(rows):
            for j in rows[place + 1 :]:
                pair = (min(i, j), max(i, j))
                if i != j and pair not in seen:
                    seen.add(pair)
                    yield pair
