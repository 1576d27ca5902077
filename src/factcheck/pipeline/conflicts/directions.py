"""Claims and pairs in → the scorer asked both ways, with the days between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

from factcheck.model import NEUTRAL, Claim, PairContext, Progress, silent
from factcheck.pipeline.conflicts.timing import timing

FloatArray = npt.NDArray[np.float32]
IntArray = npt.NDArray[np.int64]

SURELY_NEUTRAL = 0.97
"""A pair that is so surely neutral one way is not asked the other way: most pairs are."""


class Scorer(Protocol):
    """What is needed of a pair scorer here."""

    def score(
        self, pairs: Sequence[tuple[str, str]], contexts: Sequence[PairContext] = (), progress: Progress = silent
    ) -> FloatArray:
        """Probabilities (n, 4) of contradiction, entailment, neutral and superseded."""
        ...


def both_ways(
    scorer: Scorer, claims: Sequence[Claim], pairs: IntArray, progress: Callable[[str], Progress] = lambda _: silent
) -> tuple[FloatArray, FloatArray]:
    """Scores (m, 4) of the second claim of each pair read after the first, and of the first after the second.

    The earlier claim is asked first, whatever the order of rows; a pair that is surely neutral then is not asked
    again and has the same scores both ways.
    """
    turned = np.array([_is_turned(claims[i], claims[j]) for i, j in pairs.tolist()], bool)
    ordered = np.where(turned[:, None], pairs[:, ::-1], pairs).tolist() if len(pairs) else []
    texts = [(claims[i].claim_text, claims[j].claim_text) for i, j in ordered]
    contexts = [timing(claims[i], claims[j]).context for i, j in ordered]
    there = scorer.score(texts, contexts, progress("Comparing statements"))
    back = there.copy()
    again = np.flatnonzero(there[:, NEUTRAL] < SURELY_NEUTRAL).tolist()
    back[again] = scorer.score(
        [texts[at][::-1] for at in again],
        [contexts[at].turned() for at in again],
        progress("Comparing the other way round"),
    )
    return np.where(turned[:, None], back, there), np.where(turned[:, None], there, back)


def _is_turned(a: Claim, b: Claim) -> bool:
    """Whether b comes first: it was said earlier or, where that is unknown or equal, its text sorts first."""
    days = timing(a, b).days
    return days < 0 if days else b.claim_text < a.claim_text
