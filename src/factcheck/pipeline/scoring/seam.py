"""The seam behind which pair scorers lie, and the order of their labels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

from factcheck.errors import ModelUnavailable
from factcheck.model import NEUTRAL, PairContext, Progress, silent

FloatArray = npt.NDArray[np.float32]

NAMES = ("contradiction", "entailment", "neutral", "superseded")
"""The columns of every score, by the names that models give them."""


class PairScorer(Protocol):
    """A model of natural language inference. `name` is stored with every score."""

    name: str

    def score(
        self, pairs: Sequence[tuple[str, str]], contexts: Sequence[PairContext] = (), progress: Progress = silent
    ) -> FloatArray:
        """Probabilities (n, 4) of contradiction, entailment, neutral and superseded; every row sums to 1.

        `contexts` says of each pair how many days lie between and whether one speaker said both; empty: nothing is
        known. A model that knows no `superseded` gives it 0. A pair with an empty text, or one in a language that
        the model does not read, is neutral: `misreads` names it.
        """
        ...

    def misreads(self, text: str) -> str:
        """Why this text is not read, or not all of it: "no English", "long"; "" where all is well."""
        ...


def columns(labels: Sequence[str], model: str) -> list[int]:
    """Where a model keeps contradiction, entailment and neutral, by the names in its configuration.

    Raises ModelUnavailable when it has no such labels: their order is never guessed.
    """
    known = [label.strip().lower() for label in labels]
    if not set(NAMES[:3]) <= set(known):
        raise ModelUnavailable(
            f"The model {model!r} has the labels {', '.join(map(repr, labels)) or 'none'}: it is no NLI model "
            "that says which is which.",
            "Name a model whose configuration (id2label) lists contradiction, entailment and neutral, or leave "
            "FACTCHECK_NLI_MODEL at builtin.",
        )
    return [known.index(name) for name in NAMES if name in known]


def in_order(probabilities: FloatArray, places: Sequence[int]) -> FloatArray:
    """A model's probabilities (n, labels) in the order of NAMES, (n, 4); labels of other names are left out."""
    found = np.zeros((len(probabilities), len(NAMES)), np.float32)
    found[:, : len(places)] = probabilities[:, list(places)]
    return np.asarray(found / found.sum(axis=1, keepdims=True), np.float32)


def softmax(logits: FloatArray) -> FloatArray:
    """Row by row; (n, labels)."""
    raised = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True), np.float32)


def neutral(count: int) -> FloatArray:
    """Scores of pairs that were not read."""
    found = np.zeros((count, len(NAMES)), np.float32)
    found[:, NEUTRAL] = 1
    return found
