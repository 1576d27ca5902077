"""A time expression ("on Thursday", "22 May", "two days earlier") and a publication date in → ISO date out."""

from __future__ import annotations

import re
from datetime import date, timedelta

from factcheck.model import DatePrecision, Span
from factcheck.text.dates import parse_date

Dated = tuple[str, DatePrecision]
UNKNOWN: Dated = ("", DatePrecision.UNKNOWN)

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_COUNTS = ("a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
DAY_NAME = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)(?:\.|\b)"
_MONTH_NAME = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\.|\b))"
)
_NUMBER = rf"(?:\d{{1,3}}|an?|{'|'.join(_COUNTS[1:])})"
_EXPRESSION = re.compile(
    rf"""
      \b(?P<iso>[12]\d{{3}}-\d\d-\d\d)\b
    | \b(?P<day_month>\d{{1,2}}(?:st|nd|rd|th)?(?:\ of)?\ {_MONTH_NAME}(?:,?\ [12]\d{{3}})?)
    | \b(?P<month_day>{_MONTH_NAME}\ \d{{1,2}}(?:st|nd|rd|th)?\b(?!:)(?:,?\ [12]\d{{3}})?)
    | \b(?P<month>{_MONTH_NAME}(?:\ [12]\d{{3}})?)
    | \b(?P<which>(?i:last|next|this|the\ following)\ )?(?P<weekday>(?i:{DAY_NAME}))
    | \b(?P<ago>(?i:{_NUMBER}\ (?:day|week|month|year)s?\ (?:ago|earlier|before)))\b
    | \b(?P<eve>(?i:the\ (?:day\ before|previous\ day|previous\ evening)|yesterday|last\ night))\b
    | \b(?P<now>(?i:today|tonight|this\ (?:morning|afternoon|evening)|earlier\ in\ the\ day))\b
    | \b(?P<week>(?i:(?:last|this|earlier\ this)\ week|earlier\ this\ (?:month|year)|recently))\b
    | \b(?P<last>(?i:(?:last|this)\ (?:month|year)))\b
    | (?<=\b[Ii]n\ )(?P<year>(?:19|20)\d\d)\b
    """,
    re.VERBOSE,
)


def time_expressions(text: str) -> list[Span]:
    """Spans of the time expressions in one line of English."""
    return [match.span() for match in _EXPRESSION.finditer(text)]


def published_on(published: str) -> Dated:
    """The publication date itself at the precision it has, a day at the finest."""
    parsed = parse_date(published)
    if parsed is None:
        return UNKNOWN
    if parsed[1] is DatePrecision.MINUTE:
        return parsed[0][:10], DatePrecision.DAY
    return parsed


def resolve(expression: str, published: str) -> Dated:
    """`expression` as an ISO date seen from the ISO date `published` ("" when unknown).

    Weekdays, and days and months without a year, are the most recent ones not after `published`;
    without it only complete dates resolve. What cannot be settled is UNKNOWN, never guessed.
    """
    match = _EXPRESSION.search(f"in {expression}" if expression[:4].isdigit() else expression)
    if match is None:
        return UNKNOWN
    known, precision = published_on(published)
    base = date.fromisoformat(known) if precision is DatePrecision.DAY else None
    try:
        return _absolute(match, base) or (_relative(match, base) if base is not None else UNKNOWN)
    except (ValueError, OverflowError):
        return UNKNOWN


def _absolute(match: re.Match[str], base: date | None) -> Dated | None:
    written = match["iso"] or match["day_month"] or match["month_day"]
    if match["year"]:
        return match["year"], DatePrecision.YEAR
    if match["month"]:
        return _month(match["month"], base)
    if not written:
        return None
    parsed = parse_date(written)
    if parsed is not None or base is None:
        return parsed or UNKNOWN
    return _most_recent_day(written, base)


def _most_recent_day(written: str, base: date) -> Dated:
    for year in range(base.year, base.year - 5, -1):
        parsed = parse_date(f"{written} {year}")
        if parsed is not None and parsed[0] <= base.isoformat():
            return parsed
    return UNKNOWN


def _month(written: str, base: date | None) -> Dated:
    number = _MONTHS.index(written[:3].lower()) + 1
    if written[-4:].isdigit():
        return f"{written[-4:]}-{number:02}", DatePrecision.MONTH
    if base is None:
        return UNKNOWN
    year = base.year if number <= base.month else base.year - 1
    return f"{year}-{number:02}", DatePrecision.MONTH


def _relative(match: re.Match[str], base: date) -> Dated:
    if match["weekday"]:
        return _weekday(match["weekday"], (match["which"] or "").strip().lower(), base)
    if match["week"]:
        return UNKNOWN
    if match["ago"]:
        return _ago(match["ago"].lower(), base)
    if match["last"]:
        return _last(match["last"].lower(), base)
    back = 0 if match["now"] else 1
    return _day(base - timedelta(days=back))


def _weekday(name: str, which: str, base: date) -> Dated:
    if which in ("next", "the following"):
        return UNKNOWN
    back = (base.weekday() - _DAYS.index(name[:3].lower())) % 7
    if which == "last" and back == 0:
        back = 7
    return _day(base - timedelta(days=back))


def _ago(expression: str, base: date) -> Dated:
    number, unit = expression.split()[:2]
    count = int(number) if number.isdigit() else 1 if number in ("a", "an") else _COUNTS.index(number)
    if unit.startswith("day"):
        return _day(base - timedelta(days=count))
    if unit.startswith("year"):
        return f"{base.year - count:04}", DatePrecision.YEAR
    if unit.startswith("month"):
        return _months_back(base, count)
    # "Two weeks ago" is no day, and the model knows no precision between a day and a month.
    return UNKNOWN


def _last(expression: str, base: date) -> Dated:
    back = 1 if expression.startswith("last") else 0
    if expression.endswith("year"):
        return f"{base.year - back:04}", DatePrecision.YEAR
    return _months_back(base, back)


def _months_back(base: date, count: int) -> Dated:
    months = base.year * 12 + base.month - 1 - count
    return f"{months // 12:04}-{months % 12 + 1:02}", DatePrecision.MONTH


def _day(day: date) -> Dated:
    return day.isoformat(), DatePrecision.DAY
