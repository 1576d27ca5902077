from __future__ import annotations

import pytest

from factcheck.pipeline.importing.header import find_header

LONG = "The bridge over the river has been closed since Friday evening."


@pytest.mark.parametrize(
    "first",
    [
        ["claim_text", "speaker"],
        ["Claim Reviewed", "Notes"],
        ["ID", "Publisher"],
        ["Aussage", "Sprecher"],
    ],
)
def test_names_above_statements_are_a_header(first: list[str]) -> None:
    assert find_header([first, [LONG, "Ann"], [LONG + " Again.", "Bob"]]) == 0


def test_unknown_names_above_numbers_and_dates_are_a_header() -> None:
    assert find_header([["Aussage", "Jahr"], ["Kurz", "2020"], ["Knapp", "2021"]]) == 0


@pytest.mark.parametrize(
    "first",
    [
        ["12.json", "false", LONG],
        [LONG, "Ann", "2020-01-02"],
        ["Taxes fell", "Ann", "https://herald.example/1"],
        ["Ann", "Ann", LONG],
    ],
)
def test_a_first_row_of_values_is_no_header(first: list[str]) -> None:
    assert find_header([first, ["13.json", "true", LONG], ["14.json", "true", LONG]]) is None


def test_title_lines_above_a_known_header_are_stepped_over() -> None:
    assert find_header([["Claims of May", "", ""], ["claim_text", "speaker", "date"], [LONG, "Ann", ""]]) == 1


def test_a_known_name_further_down_among_data_is_no_header() -> None:
    assert find_header([[LONG, "Ann"], ["claim_text", "speaker"]]) is None


def test_no_records_have_no_header() -> None:
    assert find_header([]) is None
