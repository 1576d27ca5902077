"""What the scorer says of the pairs both ways, and what else is known of them → calibrated probabilities.

Two logistic regressions (Platt 1999) on labelled disputes that no model was trained on, fitted by
training/calibrate.py: one for "these two clash", one for "the later has overtaken the earlier" among those that do.
Similarity, figures, opposite words, who is blamed and other names were tried beside these cues and moved the average
precision by less than 0.003 (docs/models/nli.md), so they are not used.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from factcheck.model import CONTRADICTION, ENTAILMENT, SUPERSEDED, Claim
from factcheck.pipeline.conflicts.company import allied, elsewhere
from factcheck.pipeline.conflicts.denials import exchanged
from factcheck.pipeline.conflicts.timing import Times, times

FloatArray = npt.NDArray[np.float32]
IntArray = npt.NDArray[np.int64]

CUES = (
    "what the model reads in both texts",
    "one speaker on one day, or day unknown",
    "one speaker on different days",
    "clashes of either with other statements",
    "agreement with a statement that clashes",
)
"""The columns of `clash_cues`."""
CLASH = (1.25, (0.68, -1.99, -0.24, -2.84, 2.09))
"""Intercept and the weight of each of CUES, in log-odds."""
OVERTAKEN = (-0.39, (0.74, 1.52, 0.19))
"""Intercept and weights of the columns of `time_cues`, in log-odds."""
LONG_APART, PER_DOUBLING, LONGEST = 60, -0.5, 6.0
"""Log-odds that each doubling of the days beyond LONG_APART takes off: two claims may then tell of different events.

An assumption, not a fit: the labelled disputes span weeks, a project may span years.
"""


_LASTING = re.compile(r"\b(?:still|yet|remain\w*|continu\w+|keep\w*|go(?:es)? on|holds? out)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Evidence:
    """What is concluded of each pair (m,): chance of a clash, that one overtakes the other, that they agree; in 0..1.

    `overtaken` is None for a scorer that knows nothing of time.

    `parts` (m, 7) are the log-odds that add up to those of `clash`: the intercept, each of CUES, and the days
    between, with the names in `NAMES`.
    """

    clash: FloatArray
    overtaken: FloatArray | None
    agree: FloatArray
    parts: FloatArray


NAMES = ("before anything is read", *CUES, "long apart")


def evidence(claims: Sequence[Claim], pairs: IntArray, ab: FloatArray, ba: FloatArray) -> Evidence:
    """Weigh the scores (m, 4) of the pairs (m, 2) of rows of `claims`, both ways, with what else is known."""
    there, back = exchanged(claims, pairs, ab), exchanged(claims, pairs, ba)
    when = times(claims, pairs)
    both = np.asarray((there + back) / 2, np.float32)
    intercept, weights = CLASH
    cues = clash_cues(pairs, both, when) * np.array(weights, np.float32)
    apart = long_apart(when.days)
    parts = np.column_stack([np.full(len(pairs), intercept, np.float32), cues, apart]).astype(np.float32)
    return Evidence(
        clash=chance(parts.sum(axis=1)),
        overtaken=_overtaken(claims, pairs, both, when) if ((ab + ba)[:, SUPERSEDED] > 0).any() else None,
        agree=np.maximum(there[:, ENTAILMENT], back[:, ENTAILMENT]),
        parts=parts,
    )


def clash_cues(pairs: IntArray, both: FloatArray, when: Times) -> FloatArray:
    """The columns CUES (m, 5) of pairs whose mean scores both ways are `both` (m, 4)."""
    clash = clash_chance(both)
    same, later = when.same_speaker.astype(np.float32), when.apart.astype(np.float32)
    company = elsewhere(pairs, clash), allied(pairs, clash, both[:, ENTAILMENT])
    return np.column_stack([odds(clash), same * (1 - later), same * later, *company]).astype(np.float32)


def time_cues(both: FloatArray, when: Times) -> FloatArray:
    """Columns (m, 3): log-odds of superseded less those of contradiction, one speaker, logarithm of the days."""
    later = odds(both[:, SUPERSEDED]) - odds(both[:, CONTRADICTION])
    return np.column_stack([later, when.same_speaker, np.log1p(np.abs(when.days))]).astype(np.float32)


def clash_chance(both: FloatArray) -> FloatArray:
    """The model's own probability (m,) that two claims clash or one overtakes the other."""
    return np.asarray(both[:, CONTRADICTION] + both[:, SUPERSEDED], np.float32)


def odds(probability: FloatArray) -> FloatArray:
    """Log-odds, within ±6.9."""
    clipped = np.clip(probability, 1e-3, 1 - 1e-3)
    return np.asarray(np.log(clipped / (1 - clipped)), np.float32)


def chance(log_odds: FloatArray) -> FloatArray:
    return np.asarray(1 / (1 + np.exp(-log_odds)), np.float32)


def _overtaken(claims: Sequence[Claim], pairs: IntArray, both: FloatArray, when: Times) -> FloatArray:
    """0 where the days are the same or unknown.

    0 as well where another speaker says later that something *still* goes on: that denies that it had ended. Of 57
    such pairs in the develop part 54 are conflicts.
    """
    intercept, weights = OVERTAKEN
    found = chance(intercept + time_cues(both, when) @ np.array(weights, np.float32))
    later = np.where(when.days > 0, pairs[:, 1], pairs[:, 0])
    lasts = np.zeros(len(claims), bool)
    for at in np.unique(later[when.apart]).tolist():
        lasts[at] = _LASTING.search(claims[at].claim_text) is not None
    return np.asarray(np.where(when.apart & (when.same_speaker | ~lasts[later]), found, 0), np.float32)


def long_apart(days: IntArray) -> FloatArray:
    """What the days between two claims (m,) take off the log-odds that both tell of one event; 0 where unknown."""
    doublings = np.minimum(np.log2(np.maximum(np.abs(days) / LONG_APART, 1)), LONGEST)
    return np.asarray(PER_DOUBLING * doublings, np.float32)
