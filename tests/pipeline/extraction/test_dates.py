"""Time expressions seen from the day of publication, a Friday."""

from __future__ import annotations

import pytest

from factcheck.model import DatePrecision
from factcheck.pipeline.extraction.dates import UNKNOWN, published_on, resolve, time_expressions

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


@pytest.mark.parametrize("expression", ["next Monday", "last week", "recently", "30 February", "soon", ""])
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
