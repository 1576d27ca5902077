"""Fitting what is made of the model's scores: labels, and regressions that find a known answer."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression
from training.calibrate import across, constants, labels
from training.data import CONTRADICTION, NEUTRAL, SUPERSEDED

DISPUTE = {
    "claims": [{"id": name} for name in "abc"],
    "conflict": [["c", "a", "number"]],
    "agree": [],
    "superseded": [["a", "b"]],
}
PAIRS = np.array([(0, 1), (0, 2), (1, 2)], np.int64)


def test_a_label_is_found_whichever_claim_of_the_pair_is_named_first() -> None:
    assert labels(DISPUTE, PAIRS).tolist() == [SUPERSEDED, CONTRADICTION, NEUTRAL]


def test_the_regression_finds_the_weights_that_made_the_data() -> None:
    draw = np.random.default_rng(0)
    cues = draw.normal(size=(20_000, 2))
    truth = draw.random(20_000) < 1 / (1 + np.exp(-(0.5 + cues @ (1.5, -1.0))))
    fitted = LogisticRegression(max_iter=3000).fit(cues, truth)
    assert fitted.coef_[0] == pytest.approx((1.5, -1.0), abs=0.1)
    chance = across(cues, truth, np.arange(20_000) // 10)
    assert ((chance > 0.5) == truth).mean() > 0.75
    assert constants(fitted).startswith("(0.")


def test_a_dispute_never_calibrates_itself() -> None:
    """Each dispute has a cue of its own that tells its answer and nothing of the others'."""
    cues = np.eye(10).repeat(2, axis=0)
    truth = np.arange(20) % 4 < 2
    assert across(cues, truth, np.arange(20) // 2).std() < 0.2
