"""Texts, their vectors and candidate pairs in → which pairs are worth asking the model of contradiction about.

A cascade (Viola and Jones 2001): a small network on what is already there, together with the days between two claims,
rules out pairs at a fraction of what the model costs that reads both texts. Its cut is chosen to lose hardly any
conflict, succession or agreement; the pairs that it rules out count as neutral.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from factcheck.pipeline.gate.cues import in_pairs, read
from factcheck.pipeline.gate.weights import Weights, load_weights, log_odds
from factcheck.text.language import may_be_english

FloatArray = npt.NDArray[np.float32]
IntArray = npt.NDArray[np.int64]
Truth = npt.NDArray[np.bool_]

__all__ = ["Weights", "chances", "load_weights", "worth_asking"]

BLOCK = 4_096
"""Pairs at a time, so that memory stays small; all blocks have one size, so that a pair's chance is always the same."""


def worth_asking(
    texts: Sequence[str],
    vectors: FloatArray,
    pairs: IntArray,
    one_event: FloatArray,
    least: float | None = None,
    weights: Weights | None = None,
) -> Truth:
    """Which pairs (m, 2) of rows of `texts` have a chance of at least `least` (None: the shipped one).

    `one_event` (m,) are log-odds that are known of each pair besides, 0 for none. The gate was taught English: a pair
    with a text that may be in another language is always worth asking about. Raises ModelUnavailable when the shipped
    weights are missing or changed.
    """
    known = load_weights() if weights is None else weights
    english = np.array([may_be_english(text) for text in texts], bool)
    cut = float(known.least) if least is None else least
    found = chances(texts, vectors, pairs, known)
    kept = _odds(found) + one_event >= _odds(np.array(cut, np.float32))
    return np.asarray(kept | ~english[pairs[:, 0]] | ~english[pairs[:, 1]], bool)


def chances(texts: Sequence[str], vectors: FloatArray, pairs: IntArray, weights: Weights | None = None) -> FloatArray:
    """Probabilities (m,) that two English statements clash, agree, or that one overtakes the other.

    `vectors` (n, 384) are the texts' unit vectors by the built-in embedder. A pair's chance depends on its two texts
    alone: neither on their order nor on the other pairs. Raises ValueError when there is not one vector for each text.
    """
    if len(texts) != len(vectors):
        raise ValueError(f"{len(texts)} texts, but {len(vectors)} vectors; give one vector for each text.")
    known = load_weights() if weights is None else weights
    if not len(pairs):
        return np.zeros(0, np.float32)
    rows = read(texts)
    padded = np.vstack([pairs, np.zeros((-len(pairs) % BLOCK, 2), np.int64)])
    odds = []
    for start in range(0, len(padded), BLOCK):
        first, second = padded[start : start + BLOCK].T
        odds.append(log_odds(known, vectors[first], vectors[second], in_pairs(rows, first, second)))
    found = 1 / (1 + np.exp(-np.clip(np.concatenate(odds)[: len(pairs)], -30, 30)))
    return np.asarray(np.round(found, 4), np.float32)


def _odds(chance: FloatArray) -> FloatArray:
    within = np.clip(chance, 1e-4, 1 - 1e-4)
    return np.asarray(np.log(within / (1 - within)), np.float32)
