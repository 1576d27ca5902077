"""Pairs of texts → how far the second contradicts, follows from, or is apart from the first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

from factcheck.model import Progress, silent
from factcheck.pipeline.scoring.rules import RuleScorer

__all__ = ["FloatArray", "PairScorer", "RuleScorer"]

FloatArray = npt.NDArray[np.float32]


class PairScorer(Protocol):
    """The seam behind which scorers lie. `name` is stored with every score."""

    name: str

    def score(self, pairs: Sequence[tuple[str, str]], progress: Progress = silent) -> FloatArray:
        """Probabilities (n, 3) of contradiction, entailment and neutral; every row sums to 1."""
        ...
