"""Ungrouped claims → the nearest topic of each, as a hint for a person."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float32]
IntArray = npt.NDArray[np.int64]


def hint(vectors: FloatArray, labels: IntArray, rows: IntArray) -> tuple[IntArray, FloatArray]:
    """The nearest topic (n,) of each claim without one and its similarity (n,); -1 and 0 where there is none to name.

    Only topics of a claim's neighbours `rows` (n, k) are looked at (`neighbours.nearest`); the similarity is the mean
    cosine to all claims of the topic, and of equal ones the lower number is taken.
    """
    topic, similar = np.full(len(labels), -1, np.int64), np.zeros(len(labels), np.float32)
    alone = np.flatnonzero(labels < 0)
    if not len(alone) or len(alone) == len(labels) or rows.shape[1] == 0:
        return topic, similar
    means = _means(vectors, labels)
    near = np.where(rows[alone] >= 0, labels[rows[alone]], -1)
    claim, place = np.nonzero(near >= 0)
    seen = np.unique(np.stack([claim, near[claim, place]], axis=1), axis=0)
    cosine = np.round(np.einsum("md,md->m", vectors[alone[seen[:, 0]]], means[seen[:, 1]]), 5)
    best = np.lexsort((seen[:, 1], -cosine, seen[:, 0]))
    claims, first = np.unique(seen[best, 0], return_index=True)
    topic[alone[claims]], similar[alone[claims]] = seen[best[first], 1], cosine[best[first]]
    return topic, similar


def _means(vectors: FloatArray, labels: IntArray) -> FloatArray:
    """The mean vector of each topic (t, d); topics are numbered without gaps."""
    grouped = np.flatnonzero(labels >= 0)
    grouped = grouped[np.argsort(labels[grouped], kind="stable")]
    sizes = np.bincount(labels[grouped])
    sums = np.add.reduceat(vectors[grouped], np.cumsum(sizes) - sizes, axis=0)
    return np.asarray(sums / sizes[:, None].astype(np.float32), np.float32)
