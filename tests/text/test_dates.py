from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import DatePrecision
from factcheck.text.dates import DayMonthOrder, day_month_order, is_ambiguous, parse_date

DAY, MONTH, YEAR, MINUTE = (
    DatePrecision.DAY,
    DatePrecision.MONTH,
    DatePrecision.YEAR,
    DatePrecision.MINUTE,
)


@pytest.mark.parametrize(
    "value",
    [
        *("2023-06-02", "2023/6/2", "2023.06.02", "\u200f2023-06-02", "20230602", " 2023-06-02 ", "٢٠٢٣-٠٦-٠٢"),
        *("2 June 2023", "June 2, 2023", "2nd of June 2023", "2 Jun. 2023", "02-Jun-2023", "2-JUN-23"),
        *("Friday, June 2, 2023", "Fri 02 Jun 2023", "2023 June 2", "on 2 June 2023"),
        *("2 июня 2023", "2 juin 2023", "2 de junho de 2023", "2. Juni 2023", "2 يونيو 2023", "2 czerwca 2023"),
        *("2023-06-02T00:00:00", "2023-06-02 00:00", "2023-06-02T00:00Z"),
    ],
)
def test_days_are_read_however_they_are_written(value: str) -> None:
    assert parse_date(value) == ("2023-06-02", DAY)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2023", ("2023", YEAR)),
        ("2023-06", ("2023-06", MONTH)),
        ("06/2023", ("2023-06", MONTH)),
        ("June 2023", ("2023-06", MONTH)),
        ("Sept 2023", ("2023-09", MONTH)),
        ("Juni 2023", ("2023-06", MONTH)),
        ("May 2023", ("2023-05", MONTH)),
    ],
)
def test_no_more_precision_is_given_than_was_written(value: str, expected: tuple[str, DatePrecision]) -> None:
    assert parse_date(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2023-06-02T10:30", "2023-06-02T10:30"),
        ("2023-06-02 10:30:59.123", "2023-06-02T10:30"),
        ("2023-06-02T10:30:00Z", "2023-06-02T10:30+00:00"),
        ("2023-06-02T10:30:00+03:00", "2023-06-02T10:30+03:00"),
        ("2023-06-02T10:30-0430", "2023-06-02T10:30-04:30"),
        ("2023-06-02T10:30+03", "2023-06-02T10:30+03:00"),
        ("Fri, 02 Jun 2023 10:30:00 GMT", "2023-06-02T10:30+00:00"),
        ("June 2, 2023 at 2:30 p.m.", "2023-06-02T14:30"),
        ("June 2, 2023 12:30 AM EST", "2023-06-02T00:30-05:00"),
        ("10:30, 2 June 2023", "2023-06-02T10:30"),
        ("13/6/2023 9:05 PM", "2023-06-13T21:05"),
        ("2020 OCT 5 10:30", "2020-10-05T10:30"),
    ],
)
def test_times_and_zones_are_kept_to_the_minute(value: str, expected: str) -> None:
    assert parse_date(value) == (expected, MINUTE)


@pytest.mark.parametrize(
    "value",
    [
        *(
            "",
            "soon",
            "yesterday",
            "2 days ago",
            "last Friday",
            "June 2nd",
            "10:30",
            "Friday 2023",
            "Friday June 2023",
            "Q3 2023",
        ),
        *("31/02/2020", "2020-02-30", "June 31, 2023", "31 июня 2023", "2023-13", "13/2023", "99/99/9999"),
        *("2023-06-02T25:00", "2023-06-02T10:75", "June 2, 2023 13:30 PM", "June 2023 10:30"),
        *(
            "43874",
            "1577836800",
            "2019-20",
            "2019/20",
            "about 2019",
            "há 2023",
            "² 2023",
            "Jun-23",
            "2 March 0020",
            "5 people in 2019",
        ),
        *("The council met on 2 June 2023.", "x" * 10_000, "2023" * 5_000),
    ],
)
def test_what_is_no_absolute_date_is_none(value: str) -> None:
    assert parse_date(value) is None
    assert parse_date(value, day_first=True) is None


def test_the_given_order_settles_number_dates() -> None:
    assert parse_date("02/03/2020", day_first=True) == ("2020-03-02", DAY)
    assert parse_date("02/03/2020", day_first=False) == ("2020-02-03", DAY)
    assert parse_date("2.3.20", day_first=True) == ("2020-03-02", DAY)
    assert parse_date("2-3-69", day_first=True) == ("1969-03-02", DAY)


def test_without_an_order_an_ambiguous_date_is_not_guessed() -> None:
    assert parse_date("02/03/2020") is None
    assert parse_date("13/02/2020") == parse_date("02/13/2020") == ("2020-02-13", DAY)
    assert parse_date("05/05/2020") == ("2020-05-05", DAY)


def test_a_date_is_never_turned_round_against_the_given_order() -> None:
    assert parse_date("02/13/2020", day_first=True) is None
    assert parse_date("13/02/2020", day_first=False) is None


@pytest.mark.parametrize(
    ("value", "order"),
    [
        ("13/02/2020", DayMonthOrder.DAY_FIRST),
        ("13.02.2020 14:30", DayMonthOrder.DAY_FIRST),
        ("2/13/2020", DayMonthOrder.MONTH_FIRST),
        ("02-03-2020", DayMonthOrder.EITHER),
        *((value, None) for value in ("05/05/2020", "2020-02-03", "2 March 2020", "03/2020", "31/31/2020", "", "x")),
    ],
)
def test_the_order_a_date_needs_is_known(value: str, order: DayMonthOrder | None) -> None:
    assert day_month_order(value) is order
    assert is_ambiguous(value) is (order is DayMonthOrder.EITHER)


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31)))
def test_every_day_survives_being_written_and_read(day: date) -> None:
    assert parse_date(day.isoformat()) == (day.isoformat(), DAY)
    assert parse_date(f"{day.day}/{day.month}/{day.year}", day_first=True) == (day.isoformat(), DAY)
    assert parse_date(f"{day:%B} {day.day}, {day.year}") == (day.isoformat(), DAY)


@given(st.text(max_size=30) | st.text(st.sampled_from("²Ⅷ٣12/.-: Junimaфев,th"), max_size=16).map("{} 2023".format))
def test_any_text_is_a_date_or_none(value: str) -> None:
    parse_date(value)
    day_month_order(value)
