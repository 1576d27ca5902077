"""Claims and pairs in → the scorer asked both ways, with the days between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from factcheck.model import NEUTRAL, Claim, PairContext, Progress, silent
from factcheck.pipeline.conflicts.timing import times

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


@dataclass(frozen=True)
class Asked:
    """What the scorer is asked of each pair (m,): the earlier text first, whatever the order of rows."""

    texts: Sequence[tuple[str, str]]
    contexts: Sequence[PairContext]
    turned: npt.NDArray[np.bool_]
    """Where the pair's second claim is asked first."""

    def only(self, rows: Sequence[int]) -> Asked:
        return Asked([self.texts[at] for at in rows], [self.contexts[at] for at in rows], self.turned[list(rows)])

    def as_rows(self, there: FloatArray, back: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Scores (m, 4) in the order asked → of the pair's second claim read after the first, and the other way."""
        turned = self.turned[:, None]
        return np.where(turned, back, there), np.where(turned, there, back)


def asked(claims: Sequence[Claim], pairs: IntArray) -> Asked:
    """How to ask about each pair (m, 2) of rows of `claims`: what was said earlier first, else what sorts first."""
    when = times(claims, pairs)
    places = {text: at for at, text in enumerate(sorted({claim.claim_text for claim in claims}))}
    rank = np.array([places[claim.claim_text] for claim in claims], np.int64)
    first, second = pairs[:, 0], pairs[:, 1]
    turned = np.where(when.apart, when.days < 0, rank[second] < rank[first])
    ordered = np.where(turned[:, None], pairs[:, ::-1], pairs).tolist()
    texts = [(claims[i].claim_text, claims[j].claim_text) for i, j in ordered]
    contexts = [when.context(at) for at in range(len(pairs))]
    return Asked(texts, [c.turned() if t else c for c, t in zip(contexts, turned.tolist(), strict=True)], turned)


def ask(
    scorer: Scorer, wanted: Asked, progress: Callable[[str], Progress] = lambda _: silent
) -> tuple[FloatArray, FloatArray]:
    """Scores (m, 4) of the later text of each pair read after the earlier, and of the earlier after the later.

    A pair that is surely neutral the first way is not asked again and has the same scores both ways.
    """
    there = scorer.score(wanted.texts, wanted.contexts, progress("Comparing statements"))
    back = there.copy()
    again = np.flatnonzero(there[:, NEUTRAL] < SURELY_NEUTRAL).tolist()
    back[again] = scorer.score(
        [wanted.texts[at][::-1] for at in again],
        [wanted.contexts[at].turned() for at in again],
        progress("Comparing the other way round"),
    )
    return there, back


def both_ways(
    scorer: Scorer, claims: Sequence[Claim], pairs: IntArray, progress: Callable[[str], Progress] = lambda _: silent
) -> tuple[FloatArray, FloatArray]:
    """Scores (m, 4) of the second claim of each pair (m, 2) read after the first, and of the first after the second."""
    wanted = asked(claims, pairs)
    return wanted.as_rows(*ask(scorer, wanted, progress))
