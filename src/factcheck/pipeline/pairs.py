"""Vectors (n, d), topics (n,) and speakers → the pairs of claims worth comparing, with their similarity."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from factcheck.text.normalise import comparable

FloatArray = npt.NDArray[np.float32]
IntArray = npt.NDArray[np.int64]

SMALL = 40
"""In a topic of at most so many claims every claim is compared with every other."""
NEIGHBOURS = 20
MIN_SIMILARITY = 0.35
BLOCK = 512
SAME_TEXT = 0.9999
"""Cosine from which two vectors are those of one text."""


def candidate_pairs(
    vectors: FloatArray,
    topics: IntArray,
    claimants: Sequence[str],
    *,
    neighbours: int = NEIGHBOURS,
    min_similarity: float = MIN_SIMILARITY,
) -> tuple[IntArray, FloatArray]:
    """Row numbers (m, 2) with i < j, in order, and the cosine of each pair (m,).

    All pairs inside a small topic; elsewhere each claim with its `neighbours` nearest ones from
    `min_similarity` on. The same words said twice by one claimant are no pair; the same claimant in other
    words is one: stories change.
    """
    if len(vectors) < 2:
        return np.zeros((0, 2), np.int64), np.zeros(0, np.float32)
    chosen = _inside_topics(topics) | _nearest(vectors, neighbours, min_similarity)
    pairs = np.array(sorted(chosen), np.int64).reshape(-1, 2)
    similarity = _cosines(vectors, pairs)
    kept = ~_repeats(pairs, similarity, claimants)
    return pairs[kept], similarity[kept]


def _inside_topics(topics: IntArray) -> set[tuple[int, int]]:
    pairs: set[tuple[int, int]] = set()
    for topic in np.unique(topics[topics >= 0]):
        rows = np.flatnonzero(topics == topic).tolist()
        if len(rows) <= SMALL:
            pairs.update((i, j) for at, i in enumerate(rows) for j in rows[at + 1 :])
    return pairs


def _nearest(vectors: FloatArray, neighbours: int, min_similarity: float) -> set[tuple[int, int]]:
    """Each row with its nearest others: exact, in blocks, so that memory stays small."""
    pairs: set[tuple[int, int]] = set()
    k = min(neighbours, len(vectors) - 1)
    for start in range(0, len(vectors), BLOCK):
        cosine = vectors[start : start + BLOCK] @ vectors.T
        rows = np.arange(len(cosine))
        cosine[rows, start + rows] = -2.0
        near = np.argpartition(cosine, -k, axis=1)[:, -k:]
        at, place = np.nonzero(np.take_along_axis(cosine, near, axis=1) >= min_similarity)
        for i, j in zip((start + at).tolist(), near[at, place].tolist(), strict=True):
            pairs.add((min(i, j), max(i, j)))
    return pairs


def _cosines(vectors: FloatArray, pairs: IntArray) -> FloatArray:
    found = np.zeros(len(pairs), np.float32)
    for start in range(0, len(pairs), 65_536):
        part = pairs[start : start + 65_536]
        found[start : start + len(part)] = np.einsum("md,md->m", vectors[part[:, 0]], vectors[part[:, 1]])
    return np.clip(found, -1.0, 1.0)


def _repeats(pairs: IntArray, similarity: FloatArray, claimants: Sequence[str]) -> npt.NDArray[np.bool_]:
    """Whether a pair is one text by one claimant; claims of nobody in particular are by nobody else either."""
    speakers = [comparable(name) for name in claimants]
    same = np.array([speakers[i] == speakers[j] for i, j in pairs.tolist()], bool)
    return np.asarray(same & (similarity >= SAME_TEXT), bool)
