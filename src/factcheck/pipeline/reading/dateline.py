"""Article text in → the day it was published, where a line of its own near the top says so."""

from __future__ import annotations

import re
from datetime import date

_LINES_READ = 8
_LONGEST_LINE = 60
_YEAR = re.compile(r"\b(19|20)\d\d\b")
_LABEL = re.compile(
    r"^(first |originally )?(published|posted|date|publication date|date published|опубликовано|дата публикации|"
    r"опубліковано|veröffentlicht|publié|publicado|pubblicato|opublikowano)( on| at| le| el| am)?\s*:?\s+(?=\S)",
    re.IGNORECASE,
)
_ISO = re.compile(r"^(\d{4})-(\d\d)-(\d\d)(?=$|[T ,])")
_NUMERIC = re.compile(r"^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?=$|[ ,])")
_MOST_WORDS = 9


def find_published(text: str, language: str = "") -> str:
    """The ISO day of a line such as "Published: 2 June 2023" or "2 June 2023", else "".

    Only lines that hold nothing but the date (and perhaps a weekday and a time) count. A day that
    could be a month ("03/04/2023") is not guessed.
    """
    near_top = [line for line in text.split("\n") if line.strip()][:_LINES_READ]
    return next(filter(None, (parse_dateline(line, language) for line in near_top)), "")


def parse_dateline(line: str, language: str = "") -> str:
    """The ISO day that `line` consists of, "" when it is anything else."""
    if len(line) > _LONGEST_LINE or not _YEAR.search(line):
        return ""
    written = _LABEL.sub("", line.strip())
    if len(written.split()) > _MOST_WORDS:
        return ""
    if written[:1].isdigit() and not any(map(str.isalpha, written)):
        return _iso(written) or _numeric(written)
    return _iso(written) or _named(written, language)


def _iso(written: str) -> str:
    found = _ISO.match(written)
    return _day(*map(int, found.groups())) if found else ""


def _numeric(written: str) -> str:
    found = _NUMERIC.match(written)
    if not found:
        return ""
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    if first == second or first > 12 or second > 12:
        return _day(year, min(first, second), max(first, second))
    return ""


def _named(written: str, language: str) -> str:
    """A date with the month in letters, in `language` or in English."""
    from dateparser import parse

    # No other parsers: "2 days ago" is a date only together with a clock.
    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]}
    for tag in dict.fromkeys([language or "en", "en"]):
        try:
            found = parse(written, languages=[tag], settings=settings)
        except ValueError:  # a language that dateparser has no words for
            continue
        if found:
            return str(found.date().isoformat())
    return ""


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
