"""Vectors and topics → for each claim without a topic the claim through which it lies nearest to one."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float32]
IntArray = npt.NDArray[np.int64]

BLOCK = 512
LEAST = 0.2
"""Mean cosine below which a topic is no hint."""


def nearest_topics(vectors: FloatArray, topics: IntArray, rows: IntArray) -> list[tuple[int, int, float]]:
    """(row, row of the claim most like it in its nearest topic, mean cosine to that topic), in order of `rows`.

    `vectors` (n, d) are unit rows; `topics` (n,) numbers from 0, -1 for none; `rows` are the rows to find hints
    for. Rows that no topic comes near, by mean cosine to its claims, are left out.
    """
    count = int(topics.max(initial=-1)) + 1
    if not count:
        return []
    inside = np.flatnonzero(topics >= 0)
    centres = np.zeros((count, vectors.shape[1]), np.float32)
    np.add.at(centres, topics[inside], vectors[inside])
    centres /= np.maximum(np.bincount(topics[inside], minlength=count), 1)[:, None]
    order = inside[np.argsort(topics[inside], kind="stable")]
    starts = np.searchsorted(topics[order], np.arange(count + 1))
    found: list[tuple[int, int, float]] = []
    for start in range(0, len(rows), BLOCK):
        block = rows[start : start + BLOCK]
        means = vectors[block] @ centres.T
        best = np.argmax(means, axis=1)
        for row, topic, likeness in zip(block.tolist(), best.tolist(), means.max(axis=1).tolist(), strict=True):
            if likeness >= LEAST:
                members = order[starts[topic] : starts[topic + 1]]
                found.append((row, int(members[np.argmax(vectors[members] @ vectors[row])]), likeness))
    return found
