"""One cell → its checked value; or the RowError that says why the row is rejected."""

from __future__ import annotations

import re
from datetime import date, timedelta
from urllib.parse import urlsplit

from factcheck.model import SCALE, ClaimantType, DatePrecision, RowError
from factcheck.pipeline.importing.table import brief
from factcheck.text.dates import ParsedDate, parse_date

LONGEST_CLAIM = 10_000
_NO_DATE = frozenset({"", "-", "–", "—", "?", "n/a", "na", "nan", "nat", "none", "null", "unknown", "undated", "n.d."})
_NO_PLACE = re.compile(r"\s|[\x00-\x1f<>\"]")
_RATINGS = {rating.label.casefold() for rating in SCALE}
_TYPES = {
    "person": ClaimantType.PERSON,
    "organisation": ClaimantType.ORGANISATION,
    "organization": ClaimantType.ORGANISATION,
    "group": ClaimantType.GROUP,
}


class RowRejected(Exception):
    """Carries the RowError of a row out of the checks; never leaves this package."""

    def __init__(self, error: RowError) -> None:
        super().__init__(error.message)
        self.error = error


def reject(column: str, value: str, code: str, message: str, hint: str) -> RowRejected:
    """A rejection whose row number is filled in by the caller."""
    return RowRejected(RowError(0, column, brief(value), code, message, hint))


def has_words(text: str) -> bool:
    """Whether there is a single letter or digit in `text`."""
    return any(c.isalnum() for c in text)


def check_not_empty(column: str, text: str) -> None:
    """Raises RowRejected (E_EMPTY_TEXT) for a claim without words."""
    if not has_words(text):
        raise reject(
            column,
            text,
            "E_EMPTY_TEXT",
            "The row has no text to check.",
            "Fill in the claim, or leave the row out.",
        )


def check_length(column: str, text: str) -> None:
    """Raises RowRejected (E_TOO_LONG) for a claim above LONGEST_CLAIM characters."""
    if len(text) > LONGEST_CLAIM:
        raise reject(
            column,
            text,
            "E_TOO_LONG",
            f"The claim has {len(text):,} characters; at most {LONGEST_CLAIM:,} are kept.",
            f"Shorten it to one statement, or map {column}=article_text if it is a whole article.",
        )


def check_date(column: str, value: str, day_first: bool | None, today: date) -> ParsedDate:
    """The date, ("", UNKNOWN) for a blank or a word for "unknown".

    Raises RowRejected: E_BAD_DATE, E_AMBIGUOUS_DATE (reads only the other way round than the column
    does) or E_FUTURE_DATE (later than the day after `today`).
    """
    if value.casefold() in _NO_DATE:
        return "", DatePrecision.UNKNOWN
    parsed = parse_date(value, day_first)
    if parsed is None:
        raise _wrong_order(column, value, day_first) or _bad_date(column, value)
    if _first_day(parsed[0]) > today + timedelta(days=1):
        raise reject(
            column,
            value,
            "E_FUTURE_DATE",
            f"The date {parsed[0]} lies in the future.",
            "Correct the date, or leave it empty.",
        )
    return parsed


def _first_day(iso: str) -> date:
    """The first day of the period that an ISO date of any precision names."""
    return date.fromisoformat(f"{iso}-01-01"[:10] if len(iso) < 10 else iso[:10])


def _bad_date(column: str, value: str) -> RowRejected:
    return reject(
        column,
        value,
        "E_BAD_DATE",
        f"{value!r} is no date.",
        "Write it as 2023-06-02, 2023-06 or 2023, or leave it empty.",
    )


def _wrong_order(column: str, value: str, day_first: bool | None) -> RowRejected | None:
    if day_first is None or parse_date(value, not day_first) is None:
        return None
    here, there = ("day", "month") if day_first else ("month", "day")
    return reject(
        column,
        value,
        "E_AMBIGUOUS_DATE",
        f"{value!r} has the {there} first, while {column} is read with the {here} first.",
        f"Write it as 2023-06-02, or import the file with --{there}-first.",
    )


def check_address(column: str, value: str) -> str:
    """The address itself. Raises RowRejected (E_BAD_URL) for what is no http or https address."""
    try:
        parts = urlsplit(value)
        good = parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
    except ValueError:
        good = False
    if value and (not good or _NO_PLACE.search(value)):
        raise reject(
            column,
            value,
            "E_BAD_URL",
            f"{value!r} is no web address.",
            "Write it in full, beginning with https://, or leave it empty.",
        )
    return value


def check_rating(column: str, label: str) -> None:
    """Raises RowRejected (E_UNKNOWN_VERDICT) for a label that is not on the scale."""
    if label and label.casefold() not in _RATINGS:
        raise reject(
            column,
            label,
            "E_UNKNOWN_VERDICT",
            f"The rating {label!r} is not on the scale.",
            f"Use one of: {', '.join(rating.label for rating in SCALE)}.",
        )


def claimant_type(value: str) -> ClaimantType | None:
    """The type a word names; None for a word that names none of ours."""
    return _TYPES.get(value.casefold()) if value else ClaimantType.UNKNOWN
