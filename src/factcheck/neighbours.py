"""Vectors (n, d) → the nearest other rows of each row, (n, k), and their cosines: one search for all stages."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float32]
IntArray = npt.NDArray[np.int64]
Near = tuple[IntArray, FloatArray]
"""Numbers (n, k) of the nearest other rows and their cosines (n, k)."""

NEIGHBOURS = 50
"""So many nearest claims are enough for every stage."""
EXACT = 50_000
"""Above so many rows candidates are found in fewer dimensions, then ranked by their cosines (docs/topics.md)."""
DIMENSIONS, SAMPLE, LOOKED_AT = 160, 8000, 100
SPARE = 8
"""So many more are looked at than asked for, so that rounding in the library decides nothing."""
BLOCK = 2048
NOBODY = -1


def nearest(vectors: FloatArray, k: int = NEIGHBOURS, *, exact: int = EXACT) -> Near:
    """The k nearest other rows of each row, nearest first: numbers (n, k) int64 and cosines (n, k) float32.

    Rows of `vectors` have length 1 (a row of zeros is near nobody). With fewer than k other rows, k is their number;
    a place left empty holds -1 and a cosine of -1. Equal cosines are ordered by the vectors themselves, so the order
    of the rows changes nothing.
    """
    count = len(vectors)
    k = max(0, min(k, count - 1))
    if k == 0:
        return np.zeros((count, 0), np.int64), np.zeros((count, 0), np.float32)
    order = canonical_order(vectors)
    ordered = np.ascontiguousarray(vectors[order], np.float32)
    rows, cosines = np.empty((count, k), np.int64), np.empty((count, k), np.float32)
    for start, near, cosine in _blocks(ordered, min(k + SPARE, count), exact):
        into = order[start : start + len(near)]
        near, cosine = _ranked(near, cosine, start, k)
        rows[into] = np.where(near >= 0, order[near], NOBODY)
        cosines[into] = cosine
    return rows, cosines


def canonical_order(vectors: FloatArray) -> IntArray:
    """Row numbers (n,) in an order that the vectors alone decide: added rows leave the others' order as it was."""
    plain = np.ascontiguousarray(vectors, np.float32)
    digests = [hashlib.blake2b(row.data, digest_size=8).digest() for row in plain]
    return np.argsort(np.array(digests, "S8").view(">u8"), kind="stable") if digests else np.zeros(0, np.int64)


def _blocks(ordered: FloatArray, k: int, exact: int) -> Iterator[tuple[int, IntArray, FloatArray]]:
    """Blocks of (first row, k candidates of each row, their cosines), the row itself among them."""
    import faiss

    searched = ordered if len(ordered) <= exact else _reduced(ordered)
    # Exhaustive inner products (Douze et al. 2024, arXiv 2401.08281): faster here than cells or graphs of equal recall.
    index = faiss.IndexFlatIP(searched.shape[1])
    index.add(searched)
    if searched is not ordered:
        k = min(max(k, LOOKED_AT), len(ordered))
    for start in range(0, len(ordered), BLOCK):
        part = ordered[start : start + BLOCK]
        _, near = index.search(searched[start : start + BLOCK], k)
        cosine = np.empty(near.shape, np.float32)
        for at in range(0, len(part), 256):
            cosine[at : at + 256] = np.einsum("nkd,nd->nk", ordered[near[at : at + 256]], part[at : at + 256])
        # Rounded: the last digits depend on the library's blocks, and so on how many rows there are.
        yield start, near, np.where(near >= 0, np.round(np.clip(cosine, -1.0, 1.0), 5), np.float32(-1.0))


def _reduced(ordered: FloatArray) -> FloatArray:
    """The rows in DIMENSIONS principal directions of the first ones: in an order of hashes, a fair sample."""
    sample = ordered[:SAMPLE].astype(np.float64)
    _, directions = np.linalg.eigh(sample.T @ sample)
    return np.ascontiguousarray(ordered @ directions[:, ::-1][:, :DIMENSIONS].astype(np.float32))


def _ranked(near: IntArray, cosine: FloatArray, start: int, k: int) -> tuple[IntArray, FloatArray]:
    """The k best others of each row, by cosine and then by number."""
    itself = near == np.arange(start, start + len(near))[:, None]
    key = np.where(itself, np.float32(-3.0), np.where(near >= 0, cosine, np.float32(-2.0)))
    best = np.lexsort((near, -key), axis=1)[:, :k]
    near, key = np.take_along_axis(near, best, axis=1), np.take_along_axis(key, best, axis=1)
    # A row of which many copies exist may be missing from its own candidates; nobody is their own neighbour.
    return np.where(key > -2.0, near, NOBODY), np.maximum(key, np.float32(-1.0))
