"""Text in any language in → what stands between quotation marks out, nested quotations too.

The marks of all languages are read at once, by their shapes and neighbours: „…“ and “…”, «…» and »…«, 「…」, "…".
《…》 and 〈…〉 are left out: they name books and laws far more often than they quote.
"""

from __future__ import annotations

from factcheck.model import Span

_CLOSING = {
    "“": '”“"',
    "”": "”“",
    "„": '“”"‟„',
    "‟": "”“",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "‘": "’",
    "’": "’",
    "‚": "‘’",
    "‛": "’",
    "「": "」",
    "『": "』",
    "｢": "｣",
    "﹁": "﹂",
    "﹃": "﹄",
    "〝": "〞〟",
    "＂": "＂",
    '"': '"”',
    "'": "'",
}
"""Opening mark → the marks that may close it."""

_MARKS = frozenset(_CLOSING) | frozenset("".join(_CLOSING.values()))
_ALWAYS_OPEN = frozenset("„‚‟‛「『｢﹁﹃〝")
_SAME_BOTH_ENDS = frozenset("\"'”’＂")
"""Opened and closed alike: one that is left open would turn all later ones inside out, so its line ends it."""
_APOSTROPHES = frozenset("'’‘")
_BEFORE_OPENING = frozenset("([{—–-―:;,/…¿¡「『、。，：") | _MARKS
_FIRST = frozenset("([{¿¡—–-…$€£#@+") | frozenset(_CLOSING)
_UNSPACED = "\u2e80"
"""From here on Unicode holds scripts that put no spaces between words."""
LONGEST = 3_000
_DEEPEST = 6
_MOST_LINES = 4


def find_quoted(text: str) -> list[Span]:
    """Spans of the words inside marks, without the blanks at their edges, sorted by start; the outer before the inner.

    Each mark that closes ends the innermost quotation that it can close; one that was never closed is none. A quotation
    may run over a few lines; where the next line opens with its mark again, it ends with its line instead.
    """
    found: list[Span] = []
    opened: list[int] = []
    lines = 0
    for at, char in enumerate(text):
        if char == "\n":
            lines += 1
            opened, lines = _carried(text, opened, at, lines, found)
        elif char in _MARKS:
            opened = _at_mark(text, at, opened, found)
            lines = 0 if not opened else lines
    return sorted((span for span in found if span[0] < span[1]), key=lambda span: (span[0], -span[1]))


def _at_mark(text: str, at: int, opened: list[int], found: list[Span]) -> list[int]:
    """The quotations that are open after the mark `at`; one that it closes is put into `found`."""
    looks_open = _looks_open(text, at)
    for depth in range(len(opened) - 1, -1, -1):
        opening = opened[depth]
        if text[at] not in _CLOSING[text[opening]] or not _looks_closed(text, at):
            continue
        if looks_open and text[at] in _SAME_BOTH_ENDS and text[at - 1].isspace():
            # It opens another: the one before was never closed.
            return [*opened[:depth], at]
        if at - opening <= LONGEST:
            found.append(_inside(text, opening + 1, at))
        return opened[:depth]
    return [*opened, at][-_DEEPEST:] if looks_open else opened


def _looks_open(text: str, at: int) -> bool:
    mark, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    first = text[at + 1 : at + 3].lstrip()[:1]
    if mark not in _CLOSING or not (first.isalnum() or (first and first in _FIRST)):
        return False
    if mark in _ALWAYS_OPEN:
        return True
    free = before.strip() == "" or before in _BEFORE_OPENING or before >= _UNSPACED
    if mark == "«":
        return True
    if mark in _APOSTROPHES:
        return free and after.isalnum()
    if mark in "“‹":
        return free or after.isalnum()
    return free and (bool(after.strip()) or mark == '"')


def _looks_closed(text: str, at: int) -> bool:
    mark, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    unspaced = after >= _UNSPACED
    if mark in _APOSTROPHES:
        return not before.isspace() and (unspaced or not after.isalnum())
    if mark in "“”‟＂":
        return not before.isspace()
    if mark in "«„›‹":
        # Those that open elsewhere: »…« has no blank inside, « … » has them.
        return not before.isspace() or mark == "›"
    if mark == '"':
        return unspaced or not after.isalnum()
    return True


def _carried(text: str, opened: list[int], at: int, lines: int, found: list[Span]) -> tuple[list[int], int]:
    """What stays open beyond the line break `at`, and over how many lines it has run."""
    kept = [opening for opening in opened if text[opening] not in _SAME_BOTH_ENDS]
    if not kept or lines >= _MOST_LINES:
        return [], 0
    following = text[at : at + 200].lstrip()[:1]
    if following and following == text[kept[0]]:
        found.append(_inside(text, kept[0] + 1, at))
        return [], 0
    return kept, lines


def _inside(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
