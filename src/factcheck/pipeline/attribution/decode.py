"""Scores of pieces → spans: the best sequence of begin, inside and outside labels (Viterbi 1967)."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float32]
OUTSIDE, BEGIN, INSIDE = 0, 1, 2
ROLE_LABELS = ("O", "B-source", "I-source", "B-content", "I-content")
"""What a piece can be to a cue."""
SOURCE, CONTENT = 0, 1
_NEVER = np.float32(-1e4)


def best_labels(scores: FloatArray) -> npt.NDArray[np.int64]:
    """The best allowed label sequences (c, n) of `scores` (c, n, 1 + 2·roles): inside follows only its own role.

    Label 0 is outside; role r has 1 + 2r for begin and 2 + 2r for inside.
    """
    cases, length, labels = scores.shape
    if not cases or not length:
        return np.zeros((cases, length), np.int64)
    steps = _allowed(labels)
    back = np.zeros((length, cases, labels), np.int64)
    total = scores[:, 0] + np.where([label and label % 2 == 0 for label in range(labels)], _NEVER, 0)
    for at in range(1, length):
        ways = total[:, :, None] + steps[None]
        back[at] = ways.argmax(1)
        total = ways.max(1) + scores[:, at]
    found = np.zeros((cases, length), np.int64)
    found[:, -1] = total.argmax(1)
    for at in range(length - 1, 0, -1):
        found[:, at - 1] = back[at][np.arange(cases), found[:, at]]
    return found


def _allowed(labels: int) -> FloatArray:
    steps = np.zeros((labels, labels), np.float32)
    for inside in range(2, labels, 2):
        steps[:, inside] = _NEVER
        steps[inside - 1, inside] = steps[inside, inside] = 0
    return steps


def runs(labels: npt.NDArray[np.int64], role: int) -> list[tuple[int, int]]:
    """Ranges (start, end) of one role in a label sequence (n,)."""
    begin, inside = 1 + 2 * role, 2 + 2 * role
    marked = (labels == begin) | (labels == inside)
    edges = [int(at) for at in np.flatnonzero((labels == begin) | (marked & ~np.r_[False, marked[:-1]]))]
    found = []
    for start, following in pairwise([*edges, len(labels)]):
        end = start + 1
        while end < following and labels[end] == inside:
            end += 1
        found.append((start, end))
    return found
