"""A time expression ("on Thursday", "22 May", "two days earlier") and a publication date in → ISO date out."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from factcheck.model import DatePrecision
from factcheck.pipeline.extraction.time_words import EXPRESSION
from factcheck.text.dates import parse_date

Dated = tuple[str, DatePrecision]
UNKNOWN: Dated = ("", DatePrecision.UNKNOWN)

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LONG = ("week", "month", "year")
_ANY_DAY = datetime(2000, 1, 1)  # noqa: DTZ001
"""Seen from where does not matter for a date with its year."""
_YEAR = re.compile(r"\b[12]\d{3}\b")
_DAY_RANGE = re.compile(r"\d{1,2}(?:[a-z]{2})?(?:\s?[-–]\s?|\sto\s|\sand\s)\d{1,2}(?:st|nd|rd|th)?\b", re.IGNORECASE)
_FINENESS = (DatePrecision.DAY, DatePrecision.MONTH, DatePrecision.YEAR)


def published_on(published: str) -> Dated:
    """The publication date itself at the precision it has, a day at the finest."""
    parsed = parse_date(published)
    if parsed is None:
        return UNKNOWN
    if parsed[1] is DatePrecision.MINUTE:
        return parsed[0][:10], DatePrecision.DAY
    return parsed


def resolve(expression: str, published: str, named: Dated | None = None) -> Dated:
    """`expression` as an ISO date seen from the ISO date `published` ("" when unknown).

    Weekdays, and days and months without a year, are the most recent ones not after `published`;
    without it only complete dates resolve. "A day earlier" or "the following month" count from `named`,
    the date that the text named last; where it named none (None), what lies back counts from `published`.
    A week or weekend is given as its month when it lies in one. What cannot be settled is UNKNOWN, never
    guessed; nothing is later than `published` but a date that the text gives with its year.

    dateparser reads and counts. Ours stay the weekdays, as it puts the "Friday" of a Friday a week back;
    "earlier", "the day before" and weekends, which it does not know; and weeks, which it gives as a day.
    """
    match = EXPRESSION.search(f"in {expression}" if expression[:4].isdigit() else expression)
    if match is None or match["vague"]:
        return UNKNOWN
    known, precision = published_on(published)
    base = _moment(published) if precision is DatePrecision.DAY else None
    try:
        found = _written(match, base) or _counted(match, base, named) or _from_base(match, base)
    except (ValueError, OverflowError):
        return UNKNOWN
    too_late = base is not None and found[0] > known[: len(found[0])]
    return UNKNOWN if too_late and not _YEAR.search(match[0]) else found


def finest(dates: list[Dated]) -> Dated:
    """The most precise of `dates`; UNKNOWN when there is none, or two of them differ."""
    for precision in _FINENESS:
        found = {dated for dated in dates if dated[1] is precision}
        if found:
            return found.pop() if len(found) == 1 else UNKNOWN
    return UNKNOWN


def _moment(published: str) -> datetime:
    """When it was published, as far as known, without its zone."""
    parsed = parse_date(published)
    return datetime.fromisoformat(parsed[0][:16] if parsed is not None else "")


def _written(match: re.Match[str], base: datetime | None) -> Dated | None:
    """A date that names its month or year; None for other expressions."""
    text = match["iso"] or match["date"] or match["month"] or match["year"]
    if not text:
        return None
    complete = _YEAR.search(text) is not None
    if base is None and not complete:
        return UNKNOWN
    # "May 2-4" is no day, but a part of a month.
    text = _DAY_RANGE.sub("", text) if match["date"] else text
    found = _read(text, base or _ANY_DAY)
    if complete or base is None or found is UNKNOWN:
        return found
    if match["which_month"]:
        return _which_month(match["which_month"].lower(), found, base)
    named_day = match["named_day"]
    fits = not named_day or found[1] is not DatePrecision.DAY or _is_weekday(named_day, found[0])
    return found if fits else UNKNOWN


def _which_month(which: str, found: Dated, base: datetime) -> Dated:
    if which == "last" and found[0] == base.isoformat()[:7]:
        return _read("12 months ago", base)
    return found if which == "last" or (which == "this" and found[0][:4] == base.isoformat()[:4]) else UNKNOWN


def _is_weekday(name: str, day: str) -> bool:
    return datetime.fromisoformat(day).weekday() == _DAYS.index(name[:3].lower())


def _counted(match: re.Match[str], base: datetime | None, named: Dated | None) -> Dated | None:
    """What counts from another date of the text: "two days later", "the previous Tuesday"; None for others."""
    if match["count"]:
        count, unit, way = match["count"].lower(), match["unit"].lower(), match["way"].lower()
        forward = way == "later"
        origin = _origin(None if way == "ago" else named, unit, None if forward else base)
        return _count(count, unit, origin, forward=forward)
    of = match["of"] or match["before"]
    if of:
        unit = of.lower() if of.lower() in _LONG else "day"
        step = (match["step"] or "previous").lower().removeprefix("the ")
        back = step in ("previous", "preceding")
        count = "0" if step in ("same", "that") else "1"
        return _count(count, unit, _origin(named, unit, base if back else None), forward=not back)
    which = (match["which"] or "").lower()
    if which == "the previous":
        return _weekday(match["weekday"], "last", _origin(named, "day", base))
    if which == "the following":
        origin = _origin(named, "day", None)
        return _weekday(match["weekday"], "", origin + timedelta(days=7)) if origin is not None else UNKNOWN
    return None


def _origin(named: Dated | None, unit: str, otherwise: datetime | None) -> datetime | None:
    """Where to count `unit`s from; None where that is not known finely enough."""
    if named is None:
        return otherwise
    needed = {"month": 7, "year": 4}.get(unit, 10)
    return datetime.fromisoformat(f"{named[0]}-01-01"[:10]) if len(named[0]) >= needed else None


def _count(count: str, unit: str, origin: datetime | None, *, forward: bool) -> Dated:
    if origin is None:
        return UNKNOWN
    text = f"in {count} {unit}s" if forward else f"{count} {unit}s ago"
    if unit == "hour" and origin.time() == datetime.min.time():
        # Midnight stands for a day whose hour is not known.
        ends = _read(text, origin), _read(text, origin + timedelta(hours=23, minutes=59))
        return ends[0] if ends[0] == ends[1] else _month_of(*(datetime.fromisoformat(end[0]) for end in ends))
    return _read(text, origin)


def _from_base(match: re.Match[str], base: datetime | None) -> Dated:
    """What counts from the day of publication: "Thursday", "yesterday", "last month", "the weekend"."""
    if base is None:
        return UNKNOWN
    if match["weekday"]:
        return _weekday(match["weekday"], (match["which"] or "").lower(), base)
    if match["now"]:
        return _day(base)
    period = (match["period"] or f"this {match['running'] or ''}").lower()
    if period.endswith("weekend"):
        return _weekend(period, base)
    if period.endswith("week"):
        return _week(period, base)
    return _read(match["near"] or period, base)


def _weekday(name: str, which: str, base: datetime | None) -> Dated:
    if base is None or which in ("next", "that"):
        return UNKNOWN
    back = (base.weekday() - _DAYS.index(name[:3].lower())) % 7
    return _day(base - timedelta(days=back or (7 if which == "last" else 0)))


def _week(period: str, base: datetime) -> Dated:
    """Weeks begin on a Sunday for some and on a Monday for others: the month that holds either."""
    sunday = base - timedelta(days=base.weekday() + 1)
    if period.startswith("last"):
        return _month_of(sunday - timedelta(days=7), sunday)
    return _month_of(sunday, base)


def _weekend(period: str, base: datetime) -> Dated:
    saturday = base - timedelta(days=(base.weekday() - 5) % 7)
    if period.startswith("last") and base.weekday() >= 5:
        saturday -= timedelta(days=7)
    return _month_of(saturday, saturday + timedelta(days=1))


def _read(text: str, base: datetime) -> Dated:
    """What dateparser makes of `text`, at the precision it states."""
    found = _library(base).get_date_data(text)
    if found.date_obj is None:
        return UNKNOWN
    if found.period == "week":
        return _month_of(found.date_obj - timedelta(days=3), found.date_obj + timedelta(days=3))
    length = {"day": 10, "month": 7, "year": 4}[found.period]
    return found.date_obj.date().isoformat()[:length], DatePrecision(found.period)


@lru_cache(maxsize=64)
def _library(base: datetime) -> Any:
    from dateparser.date import DateDataParser

    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past", "PREFER_DAY_OF_MONTH": "first"}
    return DateDataParser(languages=["en"], settings=settings)


def _month_of(first: datetime, last: datetime) -> Dated:
    """The month of both days; no precision lies between a day and a month."""
    month = first.isoformat()[:7]
    return (month, DatePrecision.MONTH) if month == last.isoformat()[:7] else UNKNOWN


def _day(day: datetime) -> Dated:
    return day.date().isoformat(), DatePrecision.DAY
