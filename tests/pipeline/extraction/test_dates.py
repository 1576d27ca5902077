"""Time expressions seen from the day of publication, a Friday."""

from __future__ import annotations

import pytest

from factcheck.model import DatePrecision
from factcheck.pipeline.extraction.dates import UNKNOWN, Dated, finest, published_on, resolve
from factcheck.pipeline.extraction.time_words import time_expressions

FRIDAY = "2031-05-02"


@pytest.mark.parametrize(
    ("expression", "iso", "precision"),
    [
        ("Thursday", "2031-05-01", DatePrecision.DAY),
        ("Friday", "2031-05-02", DatePrecision.DAY),
        ("last Friday", "2031-04-25", DatePrecision.DAY),
        ("Saturday evening", "2031-04-26", DatePrecision.DAY),
        ("Thurs.", "2031-05-01", DatePrecision.DAY),
        ("yesterday", "2031-05-01", DatePrecision.DAY),
        ("today", "2031-05-02", DatePrecision.DAY),
        ("last night", "2031-05-01", DatePrecision.DAY),
        ("two days earlier", "2031-04-30", DatePrecision.DAY),
        ("a day ago", "2031-05-01", DatePrecision.DAY),
        ("10 days ago", "2031-04-22", DatePrecision.DAY),
        ("22 April", "2031-04-22", DatePrecision.DAY),
        ("April 22nd", "2031-04-22", DatePrecision.DAY),
        ("22 May", "2030-05-22", DatePrecision.DAY),
        ("22 May 2019", "2019-05-22", DatePrecision.DAY),
        ("2031-01-05", "2031-01-05", DatePrecision.DAY),
        ("April", "2031-04", DatePrecision.MONTH),
        ("December", "2030-12", DatePrecision.MONTH),
        ("March 2029", "2029-03", DatePrecision.MONTH),
        ("last month", "2031-04", DatePrecision.MONTH),
        ("six months ago", "2030-11", DatePrecision.MONTH),
        ("last year", "2030", DatePrecision.YEAR),
        ("three years ago", "2028", DatePrecision.YEAR),
        ("2014", "2014", DatePrecision.YEAR),
    ],
)
def test_an_expression_becomes_a_date_at_its_precision(expression: str, iso: str, precision: DatePrecision) -> None:
    assert resolve(expression, FRIDAY) == (iso, precision)


@pytest.mark.parametrize("expression", ["next Monday", "this week", "recently", "30 February", "soon", ""])
def test_what_cannot_be_settled_stays_unknown(expression: str) -> None:
    assert resolve(expression, FRIDAY) == UNKNOWN


@pytest.mark.parametrize("published", ["", "2031", "2031-05", "nonsense"])
def test_without_a_day_of_publication_only_complete_dates_resolve(published: str) -> None:
    assert resolve("Thursday", published) == UNKNOWN
    assert resolve("22 April", published) == UNKNOWN
    assert resolve("22 April 2031", published) == ("2031-04-22", DatePrecision.DAY)


def test_a_publication_time_counts_as_its_day() -> None:
    assert published_on("2031-05-02T23:10:00+03:00") == ("2031-05-02", DatePrecision.DAY)
    assert resolve("Thursday", "2031-05-02T00:10:00+03:00")[0] == "2031-05-01"


def test_the_29th_of_february_is_the_last_one_there_was() -> None:
    assert resolve("29 February", FRIDAY)[0] == "2028-02-29"


def test_the_modal_verb_may_without_a_capital_is_no_month() -> None:
    assert time_expressions("He may leave on Monday.") == [(16, 22)]


@pytest.mark.parametrize(
    ("expression", "iso"),
    [
        ("this Friday", "2031-05-02"),
        ("eleven days ago", "2031-04-21"),
        ("the day before yesterday", "2031-04-30"),
        ("the night of 30 April", "2031-04-30"),
        ("Friday, 2 May", "2031-05-02"),
        ("Sunday, June 2", "2030-06-02"),
        ("Friday, June 2", ""),
        ("Friday, 3 May 2030", "2030-05-03"),
        ("Sept. 3, 2030", "2030-09-03"),
        ("April 2-4", "2031-04"),
        ("2 to 4 April", "2031-04"),
        ("2031-13-05", ""),
        ("31 April 2030", ""),
        ("9 May 2031", "2031-05-09"),
        ("last May", "2030-05"),
        ("last March", "2031-03"),
        ("this March", "2031-03"),
        ("this June", ""),
        ("next March", ""),
        ("the end of March", "2031-03"),
        ("the weekend", "2031-04"),
        ("last weekend", "2031-04"),
        ("last week", "2031-04"),
        ("a fortnight ago", "2031-04"),
        ("a week ago", "2031-04"),
        ("earlier this month", "2031-05"),
        ("earlier in the year", "2031"),
        ("20 minutes ago", "2031-05-02"),
        ("three hours ago", "2031-05"),
        ("a few weeks ago", ""),
        ("two decades ago", ""),
        ("last summer", ""),
        ("the day before the vote", ""),
        ("9999 years ago", ""),
    ],
)
def test_more_ways_to_name_a_time(expression: str, iso: str) -> None:
    assert resolve(expression, FRIDAY)[0] == iso


@pytest.mark.parametrize(
    ("expression", "published", "iso"),
    [
        ("Tuesday", "2031-01-01", "2030-12-31"),
        ("yesterday", "2032-03-01", "2032-02-29"),
        ("last month", "2031-01-31", "2030-12"),
        ("last month", "2031-03-31", "2031-02"),
        ("three months ago", "2031-01-31", "2030-10"),
        ("a year ago", "2032-02-29", "2031"),
        ("31 December", "2031-01-01", "2030-12-31"),
        ("1 January", "2031-01-01", "2031-01-01"),
        ("last week", "2031-06-04", ""),
        ("this week", "2031-05-15", "2031-05"),
        ("the weekend", "2031-05-04", "2031-05"),
        ("last weekend", "2031-05-04", "2031-04"),
        ("the weekend", "2031-06-02", ""),
        ("three hours ago", "2031-05-02T14:10:00+02:00", "2031-05-02"),
        ("three hours ago", "2031-05-02T01:10:00+02:00", "2031-05-01"),
        ("three hours ago", "2031-05-20", "2031-05"),
    ],
)
def test_months_years_and_days_are_crossed(expression: str, published: str, iso: str) -> None:
    assert resolve(expression, published)[0] == iso


DAY = ("2031-04-12", DatePrecision.DAY)  # a Saturday
MONTH = ("2031-03", DatePrecision.MONTH)


@pytest.mark.parametrize(
    ("expression", "named", "iso"),
    [
        ("a day earlier", DAY, "2031-04-11"),
        ("the day before", DAY, "2031-04-11"),
        ("the previous evening", DAY, "2031-04-11"),
        ("that night", DAY, "2031-04-12"),
        ("the same day", DAY, "2031-04-12"),
        ("the following morning", DAY, "2031-04-13"),
        ("three days later", DAY, "2031-04-15"),
        ("three weeks later", DAY, ""),
        ("a month earlier", DAY, "2031-03"),
        ("the previous Tuesday", DAY, "2031-04-08"),
        ("the previous Saturday", DAY, "2031-04-05"),
        ("the following Saturday", DAY, "2031-04-19"),
        ("the following Sunday", DAY, "2031-04-13"),
        ("two days ago", DAY, "2031-04-30"),
        ("Tuesday", DAY, "2031-04-29"),
        ("the previous month", MONTH, "2031-02"),
        ("the following year", MONTH, ""),
        ("a day earlier", MONTH, ""),
        ("a day earlier", UNKNOWN, ""),
        ("a day earlier", None, "2031-05-01"),
        ("the previous Tuesday", None, "2031-04-29"),
        ("a day later", None, ""),
        ("that day", None, ""),
        ("the following Monday", None, ""),
    ],
)
def test_a_step_counts_from_the_date_named_last(expression: str, named: Dated | None, iso: str) -> None:
    assert resolve(expression, FRIDAY, named)[0] == iso


def test_a_step_from_a_complete_date_needs_no_publication() -> None:
    assert resolve("a day earlier", "", DAY) == ("2031-04-11", DatePrecision.DAY)
    assert resolve("two days ago", "", DAY) == UNKNOWN


def test_the_finest_date_wins_and_two_of_a_kind_are_none() -> None:
    assert finest([MONTH, DAY, UNKNOWN, DAY]) == DAY
    assert finest([MONTH, DAY, ("2031-04-13", DatePrecision.DAY)]) == UNKNOWN
    assert finest([]) == UNKNOWN


@pytest.mark.parametrize("text", ["ABC's This Week aired it.", "Fall guys march on.", "He may go."])
def test_a_title_or_a_common_word_is_no_time(text: str) -> None:
    assert time_expressions(text) == []
