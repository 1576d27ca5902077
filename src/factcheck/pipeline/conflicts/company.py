"""Pairs and their scores → what the other pairs of the same claims say about each pair.

A claim that the model sees clash with everything says little by clashing once more; a claim that agrees with another
inherits some of that one's clashes. The first is the hubness of nearest neighbours, put right as in cross-domain
similarity local scaling (Conneau et al. 2018, arXiv 1710.04087): each score is weighed against its row's best.
"""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float32]
IntArray = npt.NDArray[np.int64]

LEAST = 0.05
"""Chances below this are not followed from claim to claim: they could move no result that is shown."""
UNKNOWN = 0.64
"""What stands for the other pairs of a claim that has none: the mean of `elsewhere` where the weights were fitted."""


def elsewhere(pairs: IntArray, clash: FloatArray) -> FloatArray:
    """For each pair (m, 2) the best chance of a clash that its claims have in other pairs: the mean (m,) of both."""
    m = len(pairs)
    claim, chance, pair = pairs.T.ravel(), np.tile(clash.astype(np.float64), 2), np.tile(np.arange(m), 2)
    order = np.lexsort((-chance, claim))
    starts = np.flatnonzero(np.diff(claim[order], prepend=-1))
    best = order[starts]
    alone = np.diff(starts, append=2 * m) == 1
    second = np.where(alone, UNKNOWN, chance[order[np.where(alone, starts, starts + 1)]])
    place = np.searchsorted(claim[best], claim)
    other = np.where(pair[best][place] == pair, second[place], chance[best][place])
    return np.asarray((other[:m] + other[m:]) / 2, np.float32)


def allied(pairs: IntArray, clash: FloatArray, agree: FloatArray) -> FloatArray:
    """For each pair (m, 2) how surely one claim agrees with a third that clashes with the other: a chance (m,)."""
    found = np.zeros(len(pairs), np.float32)
    if not (agree >= LEAST).any():
        return found
    place = {(min(pair), max(pair)): at for at, pair in enumerate(pairs.tolist())}
    foes: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for at in np.flatnonzero(clash >= LEAST).tolist():
        i, j = pairs[at].tolist()
        foes[i].append((j, float(clash[at])))
        foes[j].append((i, float(clash[at])))
    for at in np.flatnonzero(agree >= LEAST).tolist():
        i, j = pairs[at].tolist()
        for claim, friend in ((i, j), (j, i)):
            for foe, chance in foes[friend]:
                pair = place.get((min(claim, foe), max(claim, foe)))
                if pair is not None and foe != claim:
                    found[pair] = max(found[pair], float(agree[at]) * chance)
    return found
