"""A scorer that asks its model once for each pair, however often a benchmark asks."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from factcheck.model import PairContext, Progress, silent
from factcheck.pipeline.scoring import FloatArray, PairScorer

UNKNOWN = PairContext()
Asked = tuple[str, str, PairContext]


class Remembering:
    """Behind the same seam as the scorer it asks."""

    def __init__(self, scorer: PairScorer) -> None:
        self._scorer = scorer
        self._known: dict[Asked, FloatArray] = {}
        self.name = scorer.name

    def score(
        self, pairs: Sequence[tuple[str, str]], contexts: Sequence[PairContext] = (), progress: Progress = silent
    ) -> FloatArray:
        """Probabilities (n, 4); see PairScorer."""
        asked: list[Asked] = [(*pair, contexts[at] if contexts else UNKNOWN) for at, pair in enumerate(pairs)]
        fresh = list({one: None for one in asked if one not in self._known})
        scores = self._scorer.score([(a, b) for a, b, _ in fresh], [context for *_, context in fresh], progress)
        self._known |= dict(zip(fresh, scores, strict=True))
        return np.array([self._known[one] for one in asked], np.float32).reshape(len(asked), 4)

    def misreads(self, text: str) -> str:
        return self._scorer.misreads(text)
