"""Quantities: bounds, units, and what is counted."""

from __future__ import annotations

import math

import pytest

from factcheck.text.quantities import Quantity, quantities


def only(text: str) -> Quantity:
    [quantity] = quantities(text)
    return quantity


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("40 people were killed", 40, 40),
        ("at least two people were killed", 2, math.inf),
        ("two or more people were killed", 2, math.inf),
        ("up to 40 people were killed", 0, 40),
        ("about 100 people were killed", 85, 115),
        ("nearly 100 people were killed", 85, 100),
        ("exactly 40 people were killed", 40, 40),
        ("only 40 people were killed", 40, 40),
        ("between 30 and 40 people were killed", 30, 40),
        ("30-40 people were killed", 30, 40),
        ("10 to 15 people were killed", 10, 15),
        ("nobody was killed", 0, 0),
        ("one man was killed", 1, math.inf),
        ("only one man was killed", 1, 1),
    ],
)
def test_a_hedge_sets_the_bounds(text: str, low: float, high: float) -> None:
    quantity = only(text)
    assert quantity.low == pytest.approx(low)
    assert quantity.high == pytest.approx(high)


def test_more_than_and_fewer_than_leave_the_number_itself_out() -> None:
    assert only("more than 250 people were killed").low > 250
    assert only("fewer than 250 people were killed").high < 250


def test_large_round_numbers_are_read_as_rounded() -> None:
    assert only("12,000 people marched").low < 12_000 < only("12,000 people marched").high
    assert only("12,345 people marched").low == 12_345


@pytest.mark.parametrize(
    ("text", "dimension", "low"),
    [
        ("the wall is 40 centimetres high", "length", 0.4),
        ("the wall is two miles long", "length", 3218.688),
        ("it took three hours", "duration", 10_800),
        ("the train did 90 km/h", "speed", 90_000),
        ("the train did 90 kilometres an hour", "speed", 90_000),
        ("the bill was £35", "money:pound", 35),
        ("the bill was 35 euros", "money:euro", 35),
        ("they earn 9 euros an hour", "money:euro/hour", 9),
        ("60% of voters", "percent", 60),
        ("60 per cent of voters", "percent", 60),
        ("two tonnes of flour", "mass", 2000),
        ("30 square metres", "area", 0.003),
        ("30 hectares", "area", 30),
    ],
)
def test_units_are_brought_to_one_base(text: str, dimension: str, low: float) -> None:
    quantity = only(text)
    assert quantity.dimension == dimension
    assert quantity.low == pytest.approx(low)


@pytest.mark.parametrize(
    "text",
    [
        "in 2019 the bridge was shut",
        "on 5 May the bridge was shut",
        "the bridge was shut at 10:30",
        "flight 447 was late",
        "an F-16 crossed the A13",
        "a two-bedroom flat",
        "a 24-year-old driver",
        "a man of 34",
        "the 4th of July",
    ],
)
def test_dates_times_ages_and_names_are_no_quantities(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "fates", "kinds"),
    [
        ("killing 50 of the raiders", ["dead"], ["fighters"]),
        ("two people had been killed and three injured by shelling", ["dead", "injured"], ["people", ""]),
        ("killed 50 and wounded 20", ["dead", "injured"], ["", ""]),
        ("the death toll stands at 43", ["dead"], [""]),
        ("43 people, including three children, were killed", ["dead", "dead"], ["people", "children"]),
        ("more than 250 people were arrested at the rally", ["arrested"], ["people"]),
        ("there were no arrests", ["arrested"], [""]),
        ("41 pupils fell ill", ["ill"], ["children"]),
    ],
)
def test_what_is_counted_is_read_from_the_words_around(text: str, fates: list[str], kinds: list[str]) -> None:
    found = quantities(text)
    assert [q.counted.fate for q in found] == fates
    assert [q.counted.kind for q in found] == kinds


def test_a_part_of_another_number_is_marked_as_one() -> None:
    whole, part = quantities("43 people, including three children, were killed")
    assert (whole.counted.part, part.counted.part) == (False, True)


def test_the_span_covers_hedge_and_unit() -> None:
    text = "The wall is at least 40 metres long and cost some £3 million."
    assert [text[slice(*q.span)] for q in quantities(text)] == ["at least 40 metres", "£3 million"]
