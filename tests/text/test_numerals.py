"""Numbers in figures and in words."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.numerals import numerals
from factcheck.text.words import words


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,200 people", 1200),
        ("1.5 tonnes", 1.5),
        ("1,5 tonnes", 1.5),
        ("1.234.567 votes", 1_234_567),
        ("thirty-nine people", 39),
        ("two hundred and forty people", 240),
        ("a hundred people", 100),
        ("three thousand two hundred people", 3200),
        ("half a million people", 500_000),
        ("£3bn", 3e9),
        ("20k followers", 20_000),
        ("1.5 million people", 1.5e6),
        ("a dozen people", 12),
        ("two dozen people", 24),
        ("none of them", 0),
        ("no arrests", 0),
        ("nobody", 0),
        ("not one soldier", 0),
        ("not a single soldier", 0),
        ("a single soldier", 1),
    ],
)
def test_a_number_is_read_at_its_value(text: str, value: float) -> None:
    [number] = numerals(words(text))
    assert number.low == number.high == value
    assert not number.share


@pytest.mark.parametrize(
    ("text", "percent"),
    [("half of them", 50), ("a third of them", 100 / 3), ("two thirds of them", 200 / 3), ("nine in ten", 90)],
)
def test_parts_of_a_whole_are_read_in_percent(text: str, percent: float) -> None:
    [number] = numerals(words(text))
    assert number.share
    assert number.low == pytest.approx(percent)


@pytest.mark.parametrize("text", ["dozens of people", "several people", "a few people", "tens of thousands of people"])
def test_vague_words_give_bounds_that_lie_apart(text: str) -> None:
    number = numerals(words(text))[0]
    assert number.vague
    assert number.low < number.high


@pytest.mark.parametrize("text", ["a third person", "every one of them", "no doubt", "no longer", "half past", ""])
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    assert numerals(words(text)) == []


def test_two_numbers_side_by_side_stay_two() -> None:
    assert [n.low for n in numerals(words("two and three hundred"))] == [2, 300]


@given(st.text(alphabet="0123456789,. abtwohundredmillion½²٣k%-’"))
def test_any_text_gives_ordered_finite_numbers(text: str) -> None:
    found = words(text)
    last = 0
    for number in numerals(found):
        assert last <= number.first < number.last <= len(found)
        assert 0 <= number.low <= number.high
        assert not math.isnan(number.high)
        last = number.last


@given(st.integers(min_value=0, max_value=10**12))
def test_figures_with_thousands_commas_are_read_back(value: int) -> None:
    [number] = numerals(words(f"{value:,} people"))
    assert number.low == value
