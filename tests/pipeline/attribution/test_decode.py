"""Scores of pieces become spans: never an inside without its beginning, and the best of what is allowed."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.pipeline.attribution.decode import ROLE_LABELS, best_labels, runs

LABELS = len(ROLE_LABELS)


def allowed(sequence: tuple[int, ...]) -> bool:
    before = 0
    for label in sequence:
        if label and label % 2 == 0 and before not in (label, label - 1):
            return False
        before = label
    return True


@given(st.lists(st.lists(st.integers(-50, 50), min_size=LABELS, max_size=LABELS), min_size=1, max_size=4))
def test_the_best_allowed_sequence_is_found(rows: list[list[int]]) -> None:
    scores = np.array([rows], np.float32)
    found = best_labels(scores)[0]
    assert allowed(tuple(found.tolist()))
    every = [each for each in itertools.product(range(LABELS), repeat=len(rows)) if allowed(each)]
    best = max(sum(rows[at][label] for at, label in enumerate(each)) for each in every)
    assert sum(rows[at][label] for at, label in enumerate(found.tolist())) == best


def test_cases_do_not_touch_each_other() -> None:
    scores = np.random.default_rng(4).normal(size=(5, 30, LABELS)).astype(np.float32)
    together = best_labels(scores)
    assert all((best_labels(scores[at : at + 1])[0] == together[at]).all() for at in range(5))


@pytest.mark.parametrize("shape", [(0, 7), (3, 0)])
def test_nothing_in_nothing_out(shape: tuple[int, int]) -> None:
    assert best_labels(np.zeros((*shape, LABELS), np.float32)).shape == shape


def test_runs_are_parted_by_a_beginning_and_by_other_labels() -> None:
    labels = np.array([1, 2, 1, 0, 3, 4, 4, 1, 3])
    assert runs(labels, 0) == [(0, 2), (2, 3), (7, 8)]
    assert runs(labels, 1) == [(4, 7), (8, 9)]
