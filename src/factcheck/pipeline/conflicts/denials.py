"""Claims that their speaker denies: what the model says of their texts holds the other way round."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from factcheck.model import Claim, Modality
from factcheck.text.words import stems, words

FloatArray = npt.NDArray[np.float32]
IntArray = npt.NDArray[np.int64]

_DENIALS = stems("deny denial reject refute not never no false fake")


def denies(claim: Claim) -> bool:
    """Whether the claim's text is what its speaker denies; a text with its own "not" says so itself."""
    return claim.modality is Modality.DENIED and not any(w.stem in _DENIALS for w in words(claim.claim_text))


def one_denies(a: Claim, b: Claim) -> bool:
    """Whether one of the two states what the other denies."""
    return denies(a) != denies(b)


def exchanged(claims: Sequence[Claim], pairs: IntArray, scores: FloatArray) -> FloatArray:
    """Scores (m, 4) with contradiction and entailment exchanged where one claim denies its text."""
    denied = np.array([denies(claim) for claim in claims], bool)
    turned = denied[pairs[:, 0]] != denied[pairs[:, 1]]
    found = scores.copy()
    found[turned] = scores[turned][:, [1, 0, 2, 3]]
    found[turned, 2] += found[turned, 3]
    found[turned, 3] = 0
    return found
