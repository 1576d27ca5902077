"""Token rows → groups around a leader: each row beside the best earlier one that it fits, without comparing all."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Sequence

Fit = Callable[[int, int], float]
"""(leader, row) → how well the row fits the leader, 0 when it does not."""
WIDEST = 32
"""Leaders that are looked at for one word; more stand only behind words that are everywhere."""
MOST_PROBES = 6
"""Words, the rarest first, by which a row looks for its leader."""


def stars(tokens: Sequence[Sequence[str]], keys: Sequence[Hashable], share: float, fit: Fit) -> list[int]:
    """For every row the row that leads its group, itself when it leads; give the likeliest leaders first.

    Rows of other keys never meet. A row meets the leaders that hold one of its rarest words: in texts of a sentence,
    enough of them that none which holds `share` of its words is missed. So groups are stars, not chains: two members
    are never further apart than both from their leader.
    """
    common = Counter(token for row in tokens for token in set(row))
    holders: dict[tuple[Hashable, str], list[int]] = defaultdict(list)
    leads: list[int] = []
    for at, (row, key) in enumerate(zip(tokens, keys, strict=True)):
        different = sorted(set(row), key=lambda token: (common[token], token))
        leader = _best(at, _met(different, key, share, holders), fit)
        leads.append(leader)
        if leader == at:
            for token in different:
                if len(holders[key, token]) < WIDEST:
                    holders[key, token].append(at)
    return leads


def _met(
    different: Sequence[str], key: Hashable, share: float, holders: dict[tuple[Hashable, str], list[int]]
) -> set[int]:
    probes = different[: min(MOST_PROBES, len(different) - math.ceil(share * len(different)) + 1)]
    return {leader for token in probes for leader in holders.get((key, token), ())}


def _best(at: int, met: set[int], fit: Fit) -> int:
    best, leads = 0.0, at
    for leader in sorted(met):
        score = fit(leader, at)
        if score > best:
            best, leads = score, leader
    return leads
