from __future__ import annotations

import numpy as np
import pytest

import factcheck

pytestmark = pytest.mark.models

TEXT = "The port office said on Friday that the ferry had left on time. It was raining."


def test_extract_claims_gives_exact_spans_and_resolved_dates() -> None:
    (claim,) = factcheck.extract_claims(TEXT, date="2021-05-08")
    assert TEXT[claim.start : claim.end] == claim.quote
    assert claim.claim_date == "2021-05-07"


def test_group_topics_gives_a_number_a_text() -> None:
    numbers = factcheck.group_topics(
        ["The dam at Orle held.", "The dam at Orle gave way.", "Bread in Dorn costs three crowns."]
    )
    assert numbers.shape == (3,)
    assert numbers[0] == numbers[1] != -1
    assert numbers[2] == -1


def test_score_pairs_gives_probabilities() -> None:
    scores = factcheck.score_pairs([("The dam held.", "The dam gave way."), ("The dam held.", "It rained.")])
    assert scores.shape == (2, 3)
    np.testing.assert_allclose(scores.sum(axis=1), 1, atol=1e-5)
    assert scores[0, 0] > scores[1, 0]
