"""The rule scorer: probabilities that can be traced to a cue."""

from __future__ import annotations

import time

import numpy as np
import pytest

from factcheck.pipeline.scoring import PairScorer, RuleScorer

CONTRADICTION, ENTAILMENT, NEUTRAL = 0, 1, 2


def score(a: str, b: str) -> list[float]:
    return [float(p) for p in RuleScorer().score([(a, b)])[0]]


def test_every_row_is_a_probability_distribution() -> None:
    scores = RuleScorer().score([("The gate is open.", "The gate is shut."), ("", ""), ("A", "B"), ("Ωμέγα", "Москва")])
    assert scores.shape == (4, 3)
    assert scores.dtype == np.float32
    assert (scores >= 0).all()
    np.testing.assert_allclose(scores.sum(axis=1), 1, atol=1e-6)


def test_no_pairs_give_no_rows() -> None:
    assert RuleScorer().score([]).shape == (0, 3)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The sluice gate was open all night.", "The sluice gate stayed shut all night."),
        ("The minister resigned of her own accord.", "The minister was forced out of office."),
        ("The tap water in Selm is safe.", "The tap water in Selm is dangerous to drink."),
        ("The fire on the hill is contained.", "The fire on the hill is spreading."),
        ("The pilot shut down the engine deliberately.", "The engine was shut down by mistake."),
        ("All samples of the milk were clean.", "Two samples of the milk were contaminated."),
        ("The company was warned about the crack.", "The company was unaware of the crack."),
        ("The vote was lawful.", "The vote was illegal."),
    ],
)
def test_opposite_words_about_one_thing_contradict(a: str, b: str) -> None:
    assert score(a, b)[CONTRADICTION] > 0.5
    assert score(b, a)[CONTRADICTION] > 0.5


def test_a_denied_word_among_other_common_words_contradicts() -> None:
    found = score(
        "The ministry ordered the eviction of the camp.", "The ministry never ordered the eviction of the camp."
    )
    assert found[CONTRADICTION] > 0.4


def test_two_denials_of_the_same_do_not_contradict() -> None:
    found = score("The ministry never ordered the eviction.", "The ministry did not order the eviction.")
    assert found[CONTRADICTION] < 0.2


def test_figures_for_the_same_thing_that_lie_apart_contradict() -> None:
    assert score("The flood killed 12 people in Arn.", "The flood killed 40 people in Arn.")[CONTRADICTION] > 0.5


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Three people died in the crash.", "Three people were injured in the crash."),
        ("Fifty raiders were killed on Thursday.", "Two civilians were killed on Thursday."),
        ("At least two civilians were killed.", "Two people were killed."),
        ("Fighting was reported near the village of Lesk.", "The fighting near the village of Lesk was a diversion."),
        ("The bridge was built in 1987.", "The bridge carries 2,000 cars a day."),
    ],
)
def test_claims_that_can_both_be_true_do_not_contradict(a: str, b: str) -> None:
    assert score(a, b)[CONTRADICTION] < 0.2


def test_different_parties_blamed_for_one_harm_contradict() -> None:
    a = "Two villagers were killed by Norlish shelling."
    b = "Sudran soldiers fired on a civilian car and killed two people in it."
    assert score(a, b)[CONTRADICTION] > 0.4


def test_a_party_blamed_here_and_cleared_there_contradicts() -> None:
    a = "The Sudran secret service is responsible for the poisoning of the editor."
    b = "Sudra had nothing to do with the poisoning of the editor."
    assert score(a, b)[CONTRADICTION] > 0.5


def test_the_same_words_follow_from_each_other() -> None:
    text = "The ferry carried four lorries too many."
    assert score(text, text)[ENTAILMENT] > 0.8


def test_the_same_number_of_the_same_thing_follows() -> None:
    assert score("At least two civilians were killed.", "Two people were killed.")[ENTAILMENT] > 0.3


def test_the_same_words_with_another_figure_do_not_follow() -> None:
    assert score("The quake reached level 5 in Arn.", "The quake reached level 7 in Arn.")[ENTAILMENT] < 0.2


def test_strangers_are_neutral() -> None:
    assert score("The ferry sank off Arn.", "Bread prices rose in May.")[NEUTRAL] > 0.9


def test_the_scorer_fits_the_seam_and_counts_its_work() -> None:
    scorer: PairScorer = RuleScorer()
    seen: list[tuple[str, int, int]] = []
    scorer.score([("a", "b")] * 3, lambda *step: seen.append(step))
    assert seen[-1][1:] == (3, 3)
    assert scorer.name == "rules-1"


def test_ten_thousand_pairs_take_seconds() -> None:
    texts = [
        f"{n} people were hurt and {n % 7} killed when bridge number {n} in Arn was shelled." for n in range(2_000)
    ]
    pairs = [(texts[n % 2_000], texts[(n * 7 + 1) % 2_000]) for n in range(10_000)]
    start = time.perf_counter()
    RuleScorer().score(pairs)
    assert time.perf_counter() - start < 20
