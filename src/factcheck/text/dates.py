"""An absolute date as people write it in → ISO 8601 at the precision it was written with."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any

from factcheck.model import DatePrecision

ParsedDate = tuple[str, DatePrecision]


class DayMonthOrder(StrEnum):
    """How an all-number date such as 13/02/2020 can be read."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    EITHER = "either"


_MONTHS = (
    "january february march april may june july august september october november december".split()  # noqa: SIM905
)
_MONTH_NUMBER = {
    **{name: number for number, name in enumerate(_MONTHS, 1)},
    **{name[:3]: number for number, name in enumerate(_MONTHS, 1)},
    "sept": 9,
}
_WEEKDAY = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?", re.IGNORECASE)
_ORDINAL = re.compile(r"(?<=[0-9])(?:st|nd|rd|th)\b", re.IGNORECASE)
_FILLERS = frozenset({"of", "the", "at", "on", "in"})
# RFC 5322, section 4.3: the only zone names with one meaning.
_ZONES = dict.fromkeys(("Z", "UTC", "GMT"), 0) | {
    zone: hours
    for hours, zones in {-4: "EDT", -5: "EST CDT", -6: "CST MDT", -7: "MST PDT", -8: "PST"}.items()
    for zone in zones.split()
}
_TIME = re.compile(
    r"(?:(?<=[0-9])T|(?<![0-9:])(?:\bat\s+)?)(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::[0-9]{2}(?:[.,][0-9]+)?)?"
    r"(?:\s*(?P<half>[ap])\.?m\b\.?)?"
    rf"(?:\s*(?:(?P<name>{'|'.join(_ZONES)})\b|(?P<offset>[+-][0-9]{{2}}(?::?[0-9]{{2}})?(?![0-9]))))?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"[12][0-9]{3}")
_YEAR_MONTH = re.compile(r"([12][0-9]{3})[-/.]([0-9]{1,2})")
_MONTH_YEAR = re.compile(r"([0-9]{1,2})[-/.]([12][0-9]{3})")
_YEAR_FIRST = re.compile(r"([12][0-9]{3})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_COMPACT = re.compile(r"([12][0-9]{3})([0-9]{2})([0-9]{2})")
_NUMBERS = re.compile(r"([0-9]{1,2})\s?([-/. ])\s?([0-9]{1,2})\s?\2\s?([12][0-9]{3}|[0-9]{2})\.?")
_LONGEST = 80
_SHORTEST_MONTH = 3
_TOKEN = re.compile(r"[^\W\d_]+|[0-9]+")
_LANGUAGES = ["ar", "cs", "de", "es", "fa", "fr", "he", "it", "nl", "pl", "pt", "ro", "ru", "tr", "uk"]


def parse_date(value: str, day_first: bool | None = None) -> ParsedDate | None:
    """`value` as (ISO 8601 text, precision), or None when it is no absolute date.

    `day_first` settles all-number dates (02/03/2020); with None an ambiguous one gives None, and so
    does one that can only be read the other way round. The text has the length of the precision:
    "2023", "2023-06", "2023-06-02", "2023-06-02T10:30+03:00". A time of exactly midnight is how
    spreadsheets write a bare day and is read as one. Years are 1000 to 2999; of those written with two
    digits, 69 to 99 are 19xx (POSIX).
    """
    if len(value) > _LONGEST:
        return None
    text = _plain(value)
    time = _TIME.search(text)
    if time is None:
        day = _parse_day(text, day_first)
        partial = day is not None and day[1] is not DatePrecision.DAY
        return None if partial and _WEEKDAY.search(value) else day
    rest = f"{text[: time.start()]} {text[time.end() :]}".strip(" ,-")
    day = _parse_day(rest, day_first)
    if day is None or day[1] is not DatePrecision.DAY:
        return None
    return _with_time(day[0], time)


def day_month_order(value: str) -> DayMonthOrder | None:
    """How the all-number date `value` can be read; None when the order does not matter.

    The order does not matter for ISO dates, month names, 05/05/2020 and what is no date at all.
    """
    if len(value) > _LONGEST:
        return None
    match = _NUMBERS.fullmatch(_TIME.sub("", _plain(value)).strip(" ,-"))
    if match is None or int(match[1]) == int(match[3]):
        return None
    day_first = _numbers(match, day_first=True) is not None
    month_first = _numbers(match, day_first=False) is not None
    if day_first and month_first:
        return DayMonthOrder.EITHER
    if day_first:
        return DayMonthOrder.DAY_FIRST
    return DayMonthOrder.MONTH_FIRST if month_first else None


def is_ambiguous(value: str) -> bool:
    """Whether `value` is a date that reads both as day/month and as month/day."""
    return day_month_order(value) is DayMonthOrder.EITHER


def _plain(value: str) -> str:
    """`value` with the digits of any script as 0-9, without invisible marks and without a weekday."""
    if not value.isascii():
        seen = (c for c in value if unicodedata.category(c) != "Cf")
        value = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in seen)
    return " ".join(_WEEKDAY.sub(" ", value).split())


def _parse_day(text: str, day_first: bool | None) -> ParsedDate | None:
    if match := _YEAR_FIRST.fullmatch(text):
        return _iso(int(match[1]), int(match[3]), int(match[4]))
    if match := _COMPACT.fullmatch(text):
        return _iso(int(match[1]), int(match[2]), int(match[3]))
    if match := _YEAR_MONTH.fullmatch(text):
        return _iso(int(match[1]), int(match[2]))
    if match := _MONTH_YEAR.fullmatch(text):
        return _iso(int(match[2]), int(match[1]))
    if _YEAR.fullmatch(text):
        return text, DatePrecision.YEAR
    if match := _NUMBERS.fullmatch(text):
        return _ordered(match, day_first)
    return _named(text)


def _ordered(match: re.Match[str], day_first: bool | None) -> ParsedDate | None:
    """An all-number date; without `day_first` only when it has one reading."""
    if day_first is not None:
        return _numbers(match, day_first=day_first)
    readings = {_numbers(match, day_first=True), _numbers(match, day_first=False)} - {None}
    return readings.pop() if len(readings) == 1 else None


def _numbers(match: re.Match[str], *, day_first: bool) -> ParsedDate | None:
    first, second = int(match[1]), int(match[3])
    day, month = (first, second) if day_first else (second, first)
    return _iso(_full_year(match[4]), month, day)


def _full_year(digits: str) -> int:
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (1900 if int(digits) >= 69 else 2000)


def _named(text: str) -> ParsedDate | None:
    """Dates with a month name: English by table, other languages by dateparser."""
    tokens = [t.lower() for t in _TOKEN.findall(_ORDINAL.sub("", text))]
    tokens = [t for t in tokens if t not in _FILLERS]
    shape = "".join(
        "m" if t in _MONTH_NUMBER else {1: "d", 2: "d", 4: "y"}.get(len(t), "?") if t.isdecimal() else "w"
        for t in tokens
    )
    for layout in ("dmy", "mdy", "ymd", "my", "ym"):
        if shape == layout:
            return _from_tokens(dict(zip(layout, tokens, strict=True)))
    if shape == "dmd" and len(tokens[2]) == 2:
        return _from_tokens({"d": tokens[0], "m": tokens[1], "y": tokens[2]})
    words = [t for t, kind in zip(tokens, shape, strict=True) if kind == "w" and len(t) >= _SHORTEST_MONTH]
    if words and shape.count("y") == 1 and shape.count("d") <= 1 and "?" not in shape:
        return _foreign(text, tokens, shape)
    return None


def _from_tokens(parts: dict[str, str]) -> ParsedDate | None:
    day = int(parts["d"]) if "d" in parts else None
    return _iso(_full_year(parts["y"]), _MONTH_NUMBER[parts["m"]], day)


def _foreign(text: str, tokens: list[str], shape: str) -> ParsedDate | None:
    """A date in another language, believed only when its year and day are the ones written."""
    found = _foreign_parser().get_date_data(text)
    if found.date_obj is None or found.date_obj.year != int(tokens[shape.index("y")]):
        return None
    if "d" in shape:
        same_day = found.period == "day" and found.date_obj.day == int(tokens[shape.index("d")])
        return _iso(found.date_obj.year, found.date_obj.month, found.date_obj.day) if same_day else None
    return _iso(found.date_obj.year, found.date_obj.month) if found.period == "month" else None


@lru_cache(maxsize=1)
def _foreign_parser() -> Any:
    from dateparser.date import DateDataParser

    settings = {"PARSERS": ["absolute-time"], "PREFER_DAY_OF_MONTH": "first"}
    return DateDataParser(languages=_LANGUAGES, settings=settings)


def _iso(year: int, month: int, day: int | None = None) -> ParsedDate | None:
    if year < 1000:
        return None
    try:
        whole = date(year, month, 1 if day is None else day).isoformat()
    except ValueError:
        return None
    return (whole[:7], DatePrecision.MONTH) if day is None else (whole, DatePrecision.DAY)


def _with_time(day: str, time: re.Match[str]) -> ParsedDate | None:
    hour, minute = int(time["hour"]), int(time["minute"])
    if time["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if time["half"].lower() == "p" else 0)
    if hour > 23 or minute > 59:
        return None
    if (hour, minute) == (0, 0):
        return day, DatePrecision.DAY
    return f"{day}T{hour:02}:{minute:02}{_offset(time)}", DatePrecision.MINUTE


def _offset(time: re.Match[str]) -> str:
    if time["name"]:
        return f"{_ZONES[time['name'].upper()]:+03}:00"
    if not time["offset"]:
        return ""
    digits = time["offset"].replace(":", "")
    return f"{digits[:3]}:{digits[3:] or '00'}"
