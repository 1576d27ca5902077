"""What a reviewer types: quotes found where they stand, dates at their precision, claims cut in two."""

from __future__ import annotations

import pytest

from factcheck.errors import InvalidValue
from factcheck.model import DatePrecision
from factcheck.ui.draft_wording import find_quote, propose_split, read_chain, read_day, write_chain

TEXT = "He said: “The bridge\nis closed”. Later she said: “The bridge is closed” again – and that’s that."


def found(words: str, near: int = 0) -> str | None:
    span = find_quote(TEXT, words, near)
    return TEXT[slice(*span)] if span else None


def test_a_quote_is_found_as_it_stands() -> None:
    assert found("that’s that") == "that’s that"


def test_a_quote_is_found_with_other_spacing_quotation_marks_and_dashes() -> None:
    assert found('"The  bridge is closed"') == "“The bridge\nis closed”"
    assert found("again - and that's that") == "again – and that’s that"


def test_of_two_places_the_closer_one_is_taken() -> None:
    second = TEXT.rindex("The bridge")
    span = find_quote(TEXT, "bridge", near=second)
    assert span is not None
    assert span[0] == second + 4


def test_words_that_do_not_stand_there_are_not_found() -> None:
    assert found("The bridge was closed") is None
    assert found("   ") is None
    assert found("the BRIDGE") is None


def test_signs_of_regular_expressions_are_ordinary_words() -> None:
    assert find_quote("Costs (rise) by 5.0% [sic]", "(rise) by  5.0% [sic]") == (6, 26)
    assert find_quote("Costs rise by 510%", "by 5.0%") is None


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2024-05-31", ("2024-05-31", DatePrecision.DAY)),
        ("31 May 2024", ("2024-05-31", DatePrecision.DAY)),
        ("2024-05", ("2024-05", DatePrecision.MONTH)),
        ("2024", ("2024", DatePrecision.YEAR)),
        ("  ", ("", DatePrecision.UNKNOWN)),
    ],
)
def test_a_date_keeps_the_precision_it_was_typed_with(typed: str, expected: tuple[str, DatePrecision]) -> None:
    assert read_day(typed, "The date") == expected


@pytest.mark.parametrize("typed", ["last week", "03/04/2024", "2024-13-01", "3024-01-01", "3024"])
def test_a_date_that_is_none_reads_two_ways_or_lies_ahead_is_refused_with_advice(typed: str) -> None:
    with pytest.raises(InvalidValue, match=typed) as caught:
        read_day(typed, "The date")
    assert caught.value.hint


def test_a_chain_is_read_as_it_is_written() -> None:
    assert read_chain("TASS > the ministry › its spokesman") == ("TASS", "the ministry", "its spokesman")
    assert read_chain(write_chain(("TASS", "the ministry"))) == ("TASS", "the ministry")
    assert read_chain(" ") == ()


def test_a_split_is_proposed_at_the_clause_closest_to_the_middle() -> None:
    text = "Two women were killed by shells and the governor closed the road to Orm."
    assert propose_split(text) == ("Two women were killed by shells", "The governor closed the road to Orm.")


def test_a_claim_of_one_clause_is_left_whole() -> None:
    assert propose_split("Two women were killed.") == ("Two women were killed.", "")
