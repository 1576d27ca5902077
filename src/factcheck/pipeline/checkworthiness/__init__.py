"""Sentences and their vectors in → how much each is worth checking, (n,) float32 in 0..1.

High means that most people would want it checked: figures, records, events, who did what. Opinions, questions,
promises and forecasts are low. The score orders; nothing is ever hidden by it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from factcheck.pipeline.checkworthiness.features import dense, letter_counts, weigh, word_counts
from factcheck.pipeline.checkworthiness.weights import Weights, chances, load_weights

FloatArray = npt.NDArray[np.float32]

__all__ = ["Weights", "chances", "check_worthiness", "load_weights"]


def check_worthiness(sentences: Sequence[str], vectors: FloatArray, weights: Weights | None = None) -> FloatArray:
    """Probabilities (n,) that a sentence is worth checking, for English; any text is accepted.

    `vectors` (n, 384) are the sentences' unit vectors by the built-in embedder, whatever embedder else is in use:
    the weights were trained on it. A sentence's score does not depend on the others. Raises ModelUnavailable
    when the shipped weights are missing or changed, ValueError when there is not one vector for each sentence.
    """
    if len(sentences) != len(vectors):
        raise ValueError(f"{len(sentences)} sentences, but {len(vectors)} vectors; give one vector for each sentence.")
    if not sentences:
        return np.zeros(0, np.float32)
    known = load_weights() if weights is None else weights
    counts = word_counts(sentences), letter_counts(sentences)
    return chances(known, weigh(counts, known.idf), dense(sentences, vectors))
