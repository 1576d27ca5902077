"""Vectors and texts of claims → the points in which topics are formed, and how crowded it is around each point."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from factcheck.text.words import Word, words

FloatArray = npt.NDArray[np.float32]
IntArray = npt.NDArray[np.int64]

WORDS = 0.3
"""The share of common words in the similarity of two claims; the rest is the cosine of their vectors."""
WORD_PLACES = 256
"""Words are hashed into so many places with random signs (Weinberger et al. 2009, arXiv 0902.2206)."""
AROUND, LEAST_CROWDED, MOST_CROWDED = 20, 0.2, 0.4
"""Crowding is the mean similarity to so many nearest claims, within these bounds."""
FAR = 0.1
"""The similarity of claims that have nothing in common: what fewer than AROUND others are filled up with."""
BLOCK = 512


def points_of(vectors: FloatArray, texts: Sequence[str] | None) -> FloatArray:
    """Points (n, d + WORD_PLACES) whose product blends meaning and common words; the vectors alone without texts."""
    if texts is None:
        return np.asarray(vectors, np.float32)
    return np.hstack([np.float32((1 - WORDS) ** 0.5) * vectors, np.float32(WORDS**0.5) * word_points(texts)])


def word_points(texts: Sequence[str]) -> FloatArray:
    """Unit rows (n, WORD_PLACES): the cosine of two is about the share of stems that the texts have in common."""
    points = np.zeros((len(texts), WORD_PLACES), np.float32)
    for row, text in enumerate(texts):
        for stem in {word.stem for word in words(text) if word.is_content or _is_figure(word)}:
            code = zlib.crc32(stem.encode("utf-8", "surrogatepass"))
            points[row, (code >> 1) % WORD_PLACES] += 1.0 if code & 1 else -1.0
    lengths = np.linalg.norm(points, axis=1, keepdims=True)
    return np.asarray(points / np.maximum(lengths, 1e-9), np.float32)


def _is_figure(word: Word) -> bool:
    return len(word.stem) > 1 and word.stem[0].isdigit()


def crowding_of(points: FloatArray, rows: IntArray) -> FloatArray:
    """How near the nearest claims are (n,), for the neighbours `rows` (n, k) of each: -1 is nobody.

    What all claims of a busy subject share tells nothing; it is taken off the similarity (CSLS, Conneau et al. 2018,
    arXiv 1710.04087), within bounds, because the claims of a big story are near one another too.
    """
    near = rows[:, :AROUND]
    crowded = np.empty(len(points), np.float32)
    for start in range(0, len(points), BLOCK):
        part = near[start : start + BLOCK]
        similar = np.einsum("nkd,nd->nk", points[part], points[start : start + BLOCK])
        known = np.where(part >= 0, similar, np.float32(FAR)).sum(axis=1) + FAR * (AROUND - near.shape[1])
        crowded[start : start + BLOCK] = known / AROUND
    return np.clip(crowded, np.float32(LEAST_CROWDED), np.float32(MOST_CROWDED))
