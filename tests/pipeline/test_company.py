"""What the other pairs of two claims say about the pair itself."""

from __future__ import annotations

import numpy as np
import pytest

from factcheck.model import ConflictKind
from factcheck.pipeline.conflicts import judge
from factcheck.pipeline.conflicts.company import UNKNOWN, allied, elsewhere
from factcheck.pipeline.conflicts.evidence import evidence
from tests.pipeline.support import claim

PAIRS = np.array([(0, 1), (0, 2), (1, 2), (1, 3)], np.int64)
CLASH = np.array([0.9, 0.1, 0.6, 0.2], np.float32)


def scores(*rows: tuple[float, float]) -> np.ndarray:
    """Scores (m, 4) from the chances of contradiction and entailment."""
    return np.array([(clash, agree, 1 - clash - agree, 0) for clash, agree in rows], np.float32)


def test_each_pair_is_weighed_against_the_best_of_the_other_pairs() -> None:
    assert elsewhere(PAIRS, CLASH).tolist() == pytest.approx(
        [(0.1 + 0.6) / 2, (0.9 + 0.6) / 2, (0.9 + 0.1) / 2, 0.9 / 2 + UNKNOWN / 2]
    )


def test_a_claim_inherits_the_clashes_of_one_that_it_agrees_with() -> None:
    agree = np.array([0.0, 0.0, 0.5, 0.0], np.float32)
    assert allied(PAIRS, CLASH, agree).tolist() == pytest.approx([0.05, 0.45, 0.0, 0.0])


def test_nobody_is_allied_without_agreement_and_no_pairs_give_nothing() -> None:
    none = np.zeros(0, np.float32)
    assert allied(PAIRS, CLASH, np.zeros(4, np.float32)).tolist() == [0, 0, 0, 0]
    assert (
        allied(np.zeros((0, 2), np.int64), none, none).shape
        == elsewhere(np.zeros((0, 2), np.int64), none).shape
        == (0,)
    )


def test_the_order_of_pairs_does_not_matter() -> None:
    agree = np.array([0.3, 0.0, 0.5, 0.1], np.float32)
    back = slice(None, None, -1)
    assert elsewhere(PAIRS[back], CLASH[back]).tolist() == elsewhere(PAIRS, CLASH)[back].tolist()
    assert allied(PAIRS[back], CLASH[back], agree[back]).tolist() == allied(PAIRS, CLASH, agree)[back].tolist()


def test_a_claim_that_agrees_with_an_opponent_is_an_opponent_more_likely() -> None:
    claims = [
        claim(1, "The raid was beaten.", "Army"),
        claim(2, "The raid is over.", "Radio"),
        claim(3, "They fight on.", "Raiders"),
    ]
    pairs = np.array([(0, 1), (0, 2), (1, 2)], np.int64)
    lonely = evidence(claims, pairs, *[scores((0.0, 0.0), (0.9, 0.0), (0.3, 0.0))] * 2)
    friends = evidence(claims, pairs, *[scores((0.0, 0.9), (0.9, 0.0), (0.3, 0.0))] * 2)
    assert friends.clash[2] > lonely.clash[2]


def test_the_parts_of_a_conflict_add_up_to_its_score() -> None:
    claims = [
        claim(1, "The gate is open.", "Mayor", "2031-01-01"),
        claim(2, "The gate is shut.", "Warden", "2031-09-01"),
    ]
    given = scores((0.95, 0.02))
    found = judge(claims, np.array([[0, 1]], np.int64), np.array([0.8], np.float32), given, given)[0]
    assert found.kind is not ConflictKind.AGREEMENT
    assert 1 / (1 + np.exp(-sum(weight for _, weight in found.parts))) == pytest.approx(found.score, abs=0.01)
    assert [name for name, _ in found.parts][::3] == ["before anything is read", "long apart"]
