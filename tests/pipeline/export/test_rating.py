"""Every label has its numbers, its normal form, and no place in the claim's summary."""

from __future__ import annotations

import pytest

from factcheck.model import SCALE, Rating
from factcheck.pipeline.export.rating import RatingNumbers, normalized_rating, rating_numbers, without_rating

THREE_STEPS = (
    Rating("Correct", 10, "#0a0", ""),
    Rating("Half right", 5, "#aa0", ""),
    Rating("Wrong", 0, "#a00", ""),
    Rating("Opinion", None, "#555", ""),
    Rating("Satirical", None, "#555", ""),
)


def test_the_default_scale_has_a_normal_form_for_every_label() -> None:
    forms = [normalized_rating(rating.label, SCALE) for rating in SCALE]
    assert forms[:5] == ["true", "mostly_true", "mixed", "mostly_false", "false"]
    assert forms[5:] == ["misleading", "unverifiable", "not_factual"]


def test_another_scale_is_read_by_the_place_of_its_steps() -> None:
    forms = [normalized_rating(rating.label, THREE_STEPS) for rating in THREE_STEPS]
    assert forms == ["true", "mixed", "false", "not_factual", "other"]


def test_a_label_is_found_in_any_case_and_an_unknown_one_has_no_numbers() -> None:
    assert rating_numbers("mostly FALSE", SCALE) == RatingNumbers(2, 5, 1)
    assert rating_numbers("Unverifiable", SCALE) == RatingNumbers()
    assert rating_numbers("Pants on fire", SCALE) == RatingNumbers()
    assert normalized_rating("Pants on fire", SCALE) == "other"


@pytest.mark.parametrize(
    "text",
    [
        "FALSE: The dam has burst",
        "Fact check: The dam has burst",
        "[Mostly true] The dam has burst",
        "Misleading – The dam has burst",
        "The dam has burst (False).",
        "The dam has burst [Unverifiable]",
    ],
)
def test_a_rating_before_or_after_the_claim_is_taken_off(text: str) -> None:
    assert without_rating(text, SCALE) == "The dam has burst"


@pytest.mark.parametrize("text", ["False-flag attack on the dam", "True believers met", "It is false", "False:"])
def test_a_word_that_belongs_to_the_claim_stays(text: str) -> None:
    assert without_rating(text, SCALE) == text
