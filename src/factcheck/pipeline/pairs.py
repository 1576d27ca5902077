"""Vectors (n, d), topics (n,), speakers and neighbours (n, k) → the pairs of claims worth comparing."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from factcheck.neighbours import Near, nearest
from factcheck.text.normalise import comparable

FloatArray = npt.NDArray[np.float32]
IntArray = npt.NDArray[np.int64]

SMALL = 40
"""In a topic of at most so many claims every claim is compared with every other."""
NEIGHBOURS = 20
MIN_SIMILARITY = 0.3
BLOCK = 16_384
SAME_TEXT = 0.9999
"""Cosine from which two vectors are those of one text."""


def candidate_pairs(
    vectors: FloatArray,
    topics: IntArray,
    claimants: Sequence[str],
    *,
    near: Near | None = None,
    neighbours: int = NEIGHBOURS,
    min_similarity: float = MIN_SIMILARITY,
) -> tuple[IntArray, FloatArray]:
    """Row numbers (m, 2) with i < j, in order, and the cosine of each pair (m,).

    All pairs inside a small topic; elsewhere each claim with its `neighbours` nearest ones from
    `min_similarity` on. The same words said twice by one claimant are no pair; the same claimant in other
    words is one: stories change. `near` is what `neighbours.nearest` gives for the vectors.
    """
    count = len(vectors)
    if count < 2:
        return np.zeros((0, 2), np.int64), np.zeros(0, np.float32)
    inside, close = _inside_topics(topics), _close(near or nearest(vectors, neighbours), neighbours, min_similarity)
    keys = np.unique(np.concatenate([inside, close]) @ np.array([count, 1]))
    pairs = np.stack(np.divmod(keys, count), axis=1)
    similarity = _cosines(vectors, pairs)
    kept = ~_repeats(pairs, similarity, claimants)
    return pairs[kept], similarity[kept]


def _inside_topics(topics: IntArray) -> IntArray:
    """All pairs (m, 2) inside topics of at most SMALL claims, the smaller number first."""
    order = np.argsort(topics, kind="stable")
    number, sizes = np.unique(topics, return_inverse=True, return_counts=True)[1:]
    fits = (topics >= 0) & (sizes[number] <= SMALL)
    rows = order[fits[order]]
    pairs = [np.zeros((0, 2), np.int64)]
    for apart in range(1, min(SMALL, len(rows))):
        one, other = rows[:-apart], rows[apart:]
        same = topics[one] == topics[other]
        pairs.append(np.stack([one[same], other[same]], axis=1))
    return np.concatenate(pairs)


def _close(near: Near, neighbours: int, min_similarity: float) -> IntArray:
    """Pairs (m, 2) of each row with its nearest others, the smaller number first; some twice."""
    rows, cosines = (part[:, :neighbours] for part in near)
    one, place = np.nonzero((cosines >= min_similarity) & (rows >= 0))
    return np.sort(np.stack([one, rows[one, place]], axis=1), axis=1)


def _cosines(vectors: FloatArray, pairs: IntArray) -> FloatArray:
    found = np.zeros(len(pairs), np.float32)
    for start in range(0, len(pairs), BLOCK):
        part = pairs[start : start + BLOCK]
        found[start : start + len(part)] = np.einsum("md,md->m", vectors[part[:, 0]], vectors[part[:, 1]])
    return np.clip(found, -1.0, 1.0)


def _repeats(pairs: IntArray, similarity: FloatArray, claimants: Sequence[str]) -> npt.NDArray[np.bool_]:
    """Whether a pair is one text by one claimant; claims of nobody in particular are by nobody else either."""
    numbers: dict[str, int] = {}
    speaker = np.array([numbers.setdefault(comparable(name), len(numbers)) for name in claimants], np.int64)
    same = speaker[pairs[:, 0]] == speaker[pairs[:, 1]]
    return np.asarray(same & (similarity >= SAME_TEXT), bool)
