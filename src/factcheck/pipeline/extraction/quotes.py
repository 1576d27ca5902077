"""Article text and its paragraphs in → its quotations out, found by quotation marks alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.model import Span

_CLOSING = {
    "“": '”“"',
    "„": "“”",
    "«": "»",
    "»": "«",
    "「": "」",
    "『": "』",
    "‘": "’",
    '"': '"”',
    "'": "'",
    "”": "”",
}
_MARK = re.compile("[“”„«»「」『』‘’\"']")
_BEFORE_OPENING = frozenset("([{—–-:;,/…") | {""}
_LONGEST_RUN_ON = 2_500
_MOST_LINES = 4


@dataclass(frozen=True)
class Quotation:
    """One quoted stretch of the article, in article offsets.

    `start`/`end` hold the words inside the marks, `outer_start`/`outer_end` the marks as well.
    `continues` is set when the quotation of the paragraph before was left open on purpose.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    continues: bool = False


def find_quotations(text: str, paragraphs: list[Span]) -> tuple[list[Span], list[list[Quotation]]]:
    """Paragraphs and the quotations of each; lines inside one running quotation become one paragraph.

    Nested quotations belong to the outermost. A quotation without a closing mark ends with its
    paragraph when the next one opens with the same mark (the convention for long quotations) or
    when it opened the paragraph; otherwise the lone mark is no quotation.
    """
    merged = _merge_running(text, paragraphs)
    found: list[list[Quotation]] = []
    left_open = False
    for index, span in enumerate(merged):
        following = merged[index + 1] if index + 1 < len(merged) else None
        quotations, left_open = _scan(text, span, following, continues=left_open)
        found.append(quotations)
    return merged, found


def _merge_running(text: str, paragraphs: list[Span]) -> list[Span]:
    merged: list[Span] = []
    index = 0
    while index < len(paragraphs):
        last = _end_of_running(text, paragraphs, index)
        merged.append((paragraphs[index][0], paragraphs[last][1]))
        index = last + 1
    return merged


def _end_of_running(text: str, paragraphs: list[Span], index: int) -> int:
    """The last line of the quotation that paragraph `index` leaves open; `index` when it leaves none."""
    start, end = paragraphs[index]
    opening = _unclosed(text, (start, end))
    if opening is None or text[opening] in "'‘":
        return index
    for later in range(index + 1, min(index + _MOST_LINES, len(paragraphs))):
        first, last = paragraphs[later]
        if last - opening > _LONGEST_RUN_ON or text[first] == text[opening]:
            return index
        closing = next((m.start() for m in _MARK.finditer(text, first, last) if m.group() not in "'’‘"), None)
        if closing is not None:
            closes = _closes(text, closing, text[opening]) and not _opens(text, closing, first)
            return later if closes else index
    return index


def _unclosed(text: str, span: Span) -> int | None:
    position, end = span
    while (opening := _next_opening(text, position, end, span[0])) is not None:
        closing = _closing_of(text, opening, end)
        if closing is None:
            return opening
        position = closing + 1
    return None


def _scan(text: str, span: Span, following: Span | None, *, continues: bool) -> tuple[list[Quotation], bool]:
    start, end = span
    found: list[Quotation] = []
    position = start
    while (opening := _next_opening(text, position, end, start)) is not None:
        goes_on = continues and opening == start
        closing = _closing_of(text, opening, end)
        if closing is not None:
            found.append(_quotation(text, opening, closing, closing + 1, goes_on))
            position = closing + 1
            continue
        carried = following is not None and text[following[0]] == text[opening]
        if text[opening] != "'" and (carried or opening == start or _follows_colon(text, opening)):
            found.append(_quotation(text, opening, end, end, goes_on))
            return _real(found), carried
        position = opening + 1
    return _real(found), False


def _real(quotations: list[Quotation]) -> list[Quotation]:
    return [quotation for quotation in quotations if quotation.start < quotation.end]


def _quotation(text: str, opening: int, closing: int, outer_end: int, continues: bool) -> Quotation:
    start, end = opening + 1, closing
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Quotation(start, end, opening, outer_end, continues)


def _follows_colon(text: str, opening: int) -> bool:
    return text[:opening][-8:].rstrip().endswith(":")


def _next_opening(text: str, position: int, end: int, paragraph: int) -> int | None:
    for match in _MARK.finditer(text, position, end):
        if _opens(text, match.start(), paragraph):
            return match.start()
    return None


def _opens(text: str, at: int, paragraph: int) -> bool:
    mark = text[at]
    before = text[at - 1] if at > paragraph else ""
    after = text[at + 1] if at + 1 < len(text) else ""
    free = before.isspace() or before in _BEFORE_OPENING
    if mark in "“„«「『":
        return mark not in "“«" or not before.isalnum() or after.isalnum()
    if mark == "‘":
        return not before.isalnum() and bool(after.strip())
    if mark in '"»':
        return free and bool(after.strip())
    if mark == "”":
        # Some outlets close at both ends.
        return before == "" and after.isalpha()
    return mark == "'" and free and after.isalpha()


def _closing_of(text: str, opening: int, end: int) -> int | None:
    mark = text[opening]
    if mark in "‘'":
        return _single_closing(text, opening, end)
    for match in _MARK.finditer(text, opening + 1, end):
        at = match.start()
        if mark == '"' and text[at] == '"' and text[at - 1].isspace() and _opens(text, at, opening):
            return None
        if _closes(text, at, mark) and at > opening + 1:
            return at
    return None


def _closes(text: str, at: int, opening: str) -> bool:
    if text[at] not in _CLOSING[opening]:
        return False
    if opening == "“" and text[at] == "“":
        # A second opening mark closes only where a typist hit the wrong key.
        after = text[at + 1] if at + 1 < len(text) else ""
        return not text[at - 1].isspace() and not after.isalnum()
    return opening != "“" or text[at] != '"' or not text[at - 1].isspace()


def _single_closing(text: str, opening: int, end: int) -> int | None:
    """The closing mark of a single-quoted stretch; an apostrophe (rebels’ plan, it’s) is passed over."""
    strict = text[opening] == "'"
    closer = _CLOSING[text[opening]]
    candidates = []
    for at in range(opening + 2, end):
        if text[at] == "‘" and not strict:
            break
        if text[at] == closer and _ends_word(text, at):
            candidates.append(at)
    sure = [at for at in candidates if text[at - 1] in ".,!?…" or not _is_plural_possessive(text, at)]
    if strict:
        sure = [at for at in sure if text[at - 1] in ".,!?…" or text[at + 1 : at + 2] in {"", ",", ".", ";", ")"}]
        return sure[0] if sure else None
    return next(iter(sure or candidates), None)


def _ends_word(text: str, at: int) -> bool:
    after = text[at + 1 : at + 2]
    return not text[at - 1].isspace() and not after.isalnum()


def _is_plural_possessive(text: str, at: int) -> bool:
    return text[at - 1] == "s" and text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].isalnum()
