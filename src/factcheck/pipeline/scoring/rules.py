"""A scorer that needs no trained model: cues that can be read, each with its weight in the open."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from factcheck.model import Progress, silent
from factcheck.text.clashes import Clashes, clashes

FloatArray = npt.NDArray[np.float32]

# Log-odds that two texts about one story contradict each other, for two texts of middling similarity.
# Fitted by logistic regression on hand-labelled pairs of claims and rounded.
WITHOUT_CUE, PER_WORD_WITHOUT_CUE = -5.0, 0.3
WITH_CUE = -1.1
OPPOSITE = 1.5
FAINT = 0.3
ONLY_DENIED, DENIED_ALONE = -0.3, -1.1
"""For a sole denied word, with other common words around it or as the only one."""
NUMBER = 0.8
BLAME = 1.3
PER_WORD = 0.43
WORDS = 5
"""Further common words add nothing."""

# Log-odds that one text follows from the other.
ENTAILED, ALIKE, CLASHES = -8.0, 10.0, -4.0
ENTAILED_BY_NUMBER, ALIKE_BESIDE_NUMBER = -2.0, 6.0
SURELY_SAME = 0.85
"""From here on a number that both texts give counts as one for the same thing."""
STEP = 512


class RuleScorer:
    """Opposite words and negation, numbers, and who is blamed, on top of common words."""

    name = "rules-1"

    def score(self, pairs: Sequence[tuple[str, str]], progress: Progress = silent) -> FloatArray:
        """Probabilities (n, 3) of contradiction, entailment and neutral; every row sums to 1."""
        scores = np.zeros((len(pairs), 3), np.float32)
        for at, (a, b) in enumerate(pairs):
            if at % STEP == 0:
                progress("Comparing statements", at, len(pairs))
            scores[at] = _probabilities(clashes(a, b))
        progress("Comparing statements", len(pairs), len(pairs))
        return scores


def _probabilities(found: Clashes) -> tuple[float, float, float]:
    contradiction = _sigmoid(contradiction_odds(found))
    entailment = (1 - contradiction) * _sigmoid(entailment_odds(found))
    return contradiction, entailment, 1 - contradiction - entailment


def contradiction_odds(found: Clashes) -> float:
    """Log-odds of a contradiction; without any cue they stay low however alike the texts are."""
    common = min(found.common_words, WORDS)
    if not found.any:
        return WITHOUT_CUE + PER_WORD_WITHOUT_CUE * common
    odds = WITH_CUE + PER_WORD * common
    odds += OPPOSITE * found.opposite + NUMBER * found.number + BLAME * found.blame
    odds += FAINT * found.faint
    if not (found.opposite or found.number or found.blame):
        odds += ONLY_DENIED if common > 1 else DENIED_ALONE
    return odds


def entailment_odds(found: Clashes) -> float:
    """Log-odds that one text says what the other says."""
    if found.same_number >= SURELY_SAME:
        return ENTAILED_BY_NUMBER + ALIKE_BESIDE_NUMBER * found.alike + CLASHES * found.any
    return ENTAILED + ALIKE * found.alike + CLASHES * (found.any or found.differ)


def _sigmoid(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))
