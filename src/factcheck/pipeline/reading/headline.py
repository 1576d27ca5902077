"""Article text in → its headline, once, and the text without it."""

from __future__ import annotations

import re

from factcheck.pipeline.reading.dateline import parse_dateline
from factcheck.text.normalise import comparable, one_line

_LONGEST_HEADLINE = 200
_ENDS_A_SENTENCE = re.compile(r"[.!?…:;,][\"'”’»)\]]*$")
_MOST_HEADLINE_LINES = 3


def split_headline(text: str, title: str = "", language: str = "") -> tuple[str, str]:
    """The title and the body of cleaned `text`, which is written in `language`.

    The title is `title` when that is known, else a first line that is repeated at once or that is
    short, ends no sentence and has a blank line and more text below it, else "". However often it
    stands at the top, also broken over lines, it leaves the body, unless no words would remain.
    """
    lines = text.split("\n")
    start = _first_after_dateline(lines, language)
    headline = one_line(title) or _headline(lines[start:])
    if not comparable(headline):
        return "", text
    body = "\n".join(lines[:start] + _without(headline, lines[start:])).strip("\n")
    return (headline, body) if any(map(str.isalpha, body)) else (one_line(title), text)


def _first_after_dateline(lines: list[str], language: str) -> int:
    """The first line that is neither blank nor a date alone; 0 when there is none."""
    written = (i for i, line in enumerate(lines) if line.strip() and not parse_dateline(line, language))
    return next(written, 0)


def _headline(lines: list[str]) -> str:
    first, *rest = lines
    below = [line for line in rest if line.strip()]
    if not below or len(first) > _LONGEST_HEADLINE:
        return ""
    is_repeated = comparable(below[0]) == comparable(first)
    stands_alone = not rest[0].strip() and not _ENDS_A_SENTENCE.search(first.strip())
    return one_line(first) if is_repeated or stands_alone else ""


def _without(headline: str, lines: list[str]) -> list[str]:
    """`lines` from the first one that neither is blank nor belongs to `headline`."""
    at = 0
    while at < len(lines):
        taken = 1 if not lines[at].strip() else _lines_of(headline, lines[at:])
        if not taken:
            break
        at += taken
    return lines[at:]


def _lines_of(headline: str, lines: list[str]) -> int:
    """How many of the first `lines` make up `headline` together; 0 when they do not."""
    wanted = comparable(headline)
    for count in range(1, _MOST_HEADLINE_LINES + 1):
        if comparable(" ".join(lines[:count])) == wanted:
            return count
    return 0
