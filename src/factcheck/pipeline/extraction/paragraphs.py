"""Article text in → the spans of its paragraphs out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.model import Span
from factcheck.pipeline.extraction.datelines import skip_dateline

LONGEST = 6_000
"""Characters; a longer paragraph is cut at a sentence or a space so that the parser stays fast."""

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_SENTENCE_END = re.compile(r"[.!?…][\"”’»]?\s")
_WRAPPED_AT = range(50, 101)


def split_paragraphs(text: str) -> list[Span]:
    """Spans of the paragraphs of `text`, in order, without surrounding white space and datelines.

    A line break ends a paragraph, except in text that is wrapped by hand (most lines of 50 to 100
    characters, paragraphs parted by empty lines) and before a line that goes on in lower case.
    """
    lines = [_trim(text, match.span()) for match in _LINE.finditer(text)]
    lines = [line for line in lines if line[0] < line[1]]
    joined = _join(text, lines, _is_wrapped(text, lines))
    return [piece for span in joined for piece in _cut(text, skip_dateline(text, span))]


def _trim(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    followed = [a for a, b in pairwise(lines) if _is_next_line(text, a, b)]
    if len(followed) < 4 or len(followed) == len(lines) - 1:
        return False
    full = sum(1 for start, end in followed if end - start in _WRAPPED_AT)
    return full >= 0.8 * len(followed)


def _is_next_line(text: str, first: Span, second: Span) -> bool:
    return len(text[first[1] : second[0]].replace("\r\n", "\n").strip(" \t")) == 1


def _join(text: str, lines: list[Span], wrapped: bool) -> list[Span]:
    joined: list[Span] = []
    for line in lines:
        goes_on = joined and _is_next_line(text, joined[-1], line) and (wrapped or text[line[0]].islower())
        if goes_on:
            joined[-1] = (joined[-1][0], line[1])
        else:
            joined.append(line)
    return joined


def _cut(text: str, span: Span) -> Iterator[Span]:
    start, end = span
    while end - start > LONGEST:
        cut = _cut_at(text, start, start + LONGEST)
        yield _trim(text, (start, cut))
        start = cut
    yield _trim(text, (start, end))


def _cut_at(text: str, start: int, limit: int) -> int:
    ends = [match.end() for match in _SENTENCE_END.finditer(text, start + LONGEST // 2, limit)]
    if ends:
        return ends[-1]
    space = text.rfind(" ", start + 1, limit)
    return space + 1 if space > 0 else limit
