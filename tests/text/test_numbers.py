"""Numbers that cannot both be true of one thing."""

from __future__ import annotations

import pytest

from factcheck.text.numbers import NumberMatch, compare


def best(a: str, b: str) -> NumberMatch | None:
    found = compare(a, b)
    return found[0] if found else None


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The Arn flood killed 12 people.", "The Arn flood killed 40 people."),
        ("More than 250 people were arrested.", "None of the people was arrested."),
        ("More than 250 people were arrested.", "There were no arrests."),
        ("Between 30 and 40 miners are missing.", "At least 90 miners are missing."),
        ("About 60,000 people came to the rally.", "No more than 18,000 people came to the rally."),
        ("Two thirds of the teachers were on strike.", "Fewer than ten percent of the teachers were on strike."),
        ("The new hall cost 48 million euros.", "The new hall cost less than 20 million euros."),
        ("Dozens of miners died in the pit.", "Two miners died in the pit."),
    ],
)
def test_numbers_of_one_thing_that_lie_apart_clash(a: str, b: str) -> None:
    for pair in ((a, b), (b, a)):
        match = best(*pair)
        assert match is not None
        assert match.clashes
        assert match.strength > 0.3


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("At least two civilians were killed.", "Two people were killed."),
        ("About 300 people came to the rally.", "The rally drew 310 people."),
        ("Several people were injured.", "Two people were injured."),
        ("More than 200 miners died.", "The death toll in the mine is 232."),
        ("Nearly half of the pupils were ill.", "48 percent of the pupils were ill."),
    ],
)
def test_numbers_that_can_both_be_true_do_not_clash(a: str, b: str) -> None:
    match = best(a, b)
    assert match is None or not match.clashes


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Fifty raiders were killed.", "Two civilians were killed."),
        ("Three people died in the crash.", "Nine people were injured in the crash."),
        ("Some 60,000 people came to the rally.", "Nine people were taken to hospital after the rally."),
        ("The wall is 40 metres long.", "The wall cost 40,000 euros."),
        ("They earn 9 euros an hour.", "They earn 1,500 euros a month."),
        ("43 people were killed, two of them children.", "The blast killed 43 people."),
    ],
)
def test_different_things_are_not_compared(a: str, b: str) -> None:
    assert not any(match.clashes and match.strength >= 0.3 for match in compare(a, b))


def test_the_same_toll_is_recognised_as_the_same() -> None:
    match = best("At least two civilians were killed.", "Two people were killed.")
    assert match is not None
    assert match.same
    assert match.sure > 0.8


def test_over_two_hundred_and_five_thousand_are_not_the_same() -> None:
    match = best("Over 200 miners died.", "5,000 miners died.")
    assert match is not None
    assert not match.clashes
    assert not match.same


def test_a_number_that_has_its_equal_is_not_set_against_a_third() -> None:
    found = compare("Of 118 miners 41 died.", "All 118 miners had lamps, and 41 of the miners died.")
    assert not any(match.clashes for match in found)


def test_a_wider_gap_is_a_stronger_clash() -> None:
    near = best("The flood killed 12 people.", "The flood killed 13 people.")
    far = best("The flood killed 12 people.", "The flood killed 90 people.")
    assert near is not None
    assert far is not None
    assert 0 < near.strength < far.strength <= 1


def test_texts_that_name_different_places_are_compared_less_surely() -> None:
    here = best("The flood in Arn killed 12 people.", "The flood in Arn killed 90 people.")
    elsewhere = best("The flood in Arn killed 12 people.", "The flood in Kolm killed 90 people.")
    assert here is not None
    assert elsewhere is not None
    assert elsewhere.strength < here.strength


def test_texts_without_numbers_match_nothing() -> None:
    assert compare("The bridge is shut.", "The bridge is open.") == []
    assert compare("", "") == []
