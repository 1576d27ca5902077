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


CORPUS = ["Bread in Dorn costs three crowns.", "The ferry to Orle sank in May.", "", "A bridge to Orle is planned."]


def test_match_claims_gives_positions_best_first() -> None:
    queries = [
        "#OrleFerry went down!! https://t.co/x — Ada Fox (@adafox) May 3, 2021",
        "Three crowns for a loaf in Dorn",
    ]
    found = factcheck.match_claims(queries, CORPUS, k=2)
    assert (found.shape, found.dtype) == ((2, 2), np.int64)
    assert found[:, 0].tolist() == [1, 0]
    assert factcheck.match_claims(queries, CORPUS, k=2).tolist() == found.tolist()


def test_match_claims_fills_with_minus_one_what_it_cannot_find() -> None:
    found = factcheck.match_claims(["The ferry sank.", " "], CORPUS, k=6)
    assert sorted(found[0].tolist()) == [-1, -1, -1, 0, 1, 3]
    assert found[0, 0] == 1
    assert found[1].tolist() == [-1] * 6
    assert factcheck.match_claims(["The ferry sank."], [], k=2).tolist() == [[-1, -1]]
    assert factcheck.match_claims([], CORPUS).shape == (0, 5)
    with pytest.raises(ValueError, match="at least one"):
        factcheck.match_claims(["The ferry sank."], CORPUS, k=0)
