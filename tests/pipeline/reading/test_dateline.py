from __future__ import annotations

import pytest

from factcheck.pipeline.reading.dateline import find_published


@pytest.mark.parametrize(
    "line",
    [
        "2 June 2023",
        "Published: 2 June 2023",
        "Published on June 2, 2023",
        "First published Fri 2 Jun 2023 18.04 BST",
        "Friday, 2 June 2023",
        "June 2nd, 2023 at 6:04 pm",
        "2023-06-02",
        "Date: 2023-06-02T18:04:00Z",
        "06/02/2023 is not taken, but see below",
    ],
)
def test_a_line_that_is_a_date_is_the_day_of_publication(line: str) -> None:
    expected = "" if "not taken" in line else "2023-06-02"
    assert find_published(f"The dam held\n\n{line}\n\nThe engineers said so.", "en") == expected


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("2 июня 2023", "ru"),
        ("Опубликовано: 2 июня 2023 г.", "ru"),
        ("2 червня 2023", "uk"),
        ("2. Juni 2023", "de"),
        ("2 de junio de 2023", "es"),
        ("2 June 2023", "ru"),
        ("2 June 2023", "la"),
        ("2 June 2023", ""),
    ],
)
def test_months_are_read_in_the_language_of_the_text_and_in_english(line: str, language: str) -> None:
    assert find_published(line, language) == "2023-06-02"


@pytest.mark.parametrize(
    ("line", "day"),
    [("13/06/2023", "2023-06-13"), ("06/13/2023", "2023-06-13"), ("5.5.2023", "2023-05-05"), ("03/04/2023", "")],
)
def test_a_day_that_could_be_a_month_is_not_guessed(line: str, day: str) -> None:
    assert find_published(line, "en") == day


@pytest.mark.parametrize(
    "line",
    [
        "On 2 June 2023 the dam broke.",
        "The law of 2 June 2023 was repealed",
        "June 2023",
        "2023",
        "31 February 2023",
        "2023-02-31",
        "Updated: 2 June 2023",
        "2 days ago, 2023",
        "Senate votes 51-49 in 2023",
        "Chapter 12 2023",
    ],
)
def test_any_other_line_is_no_date_of_publication(line: str) -> None:
    assert find_published(line, "en") == ""


def test_a_date_far_down_is_not_the_day_of_publication() -> None:
    lines = [f"Paragraph {word}." for word in ["one", "two", "three", "four", "five", "six", "seven", "eight"]]
    assert find_published("\n".join([*lines, "2 June 2023"]), "en") == ""
