"""Lines broken to fit a printed page in → running text in paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

_BROKEN_WORD = re.compile(r"([^\W\d_]{2,})[-\u2010]$")
_FIRST_WORD = re.compile(r"^[^\W\d_]+")
_ENDS_A_SENTENCE = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_BULLET = re.compile(r"^([•▪‣◦●–—*-]|\d{1,2}[.)]|\(\w\))\s")
_LAST_LINE = 0.85
"""A line that ends a sentence and fills less than this share of the width ends its paragraph."""
_SHORT_LINE = 0.55
"""A line that fills less than this share does so whatever it ends in: a heading or an address."""


def joined_paragraphs(lines: Sequence[str]) -> str:
    """`lines` joined to paragraphs with a blank line between them.

    Words broken at a line's end are joined, with the hyphen kept where the document also writes the
    whole word with one. Paragraphs end at blank lines, before bullets and at lines that stop short.
    """
    width = _usual_width(lines)
    hyphenated = set(re.findall(r"\w+-\w+", " ".join(lines)))
    paragraphs = [""]
    for line, below in zip(lines, [*lines[1:], ""], strict=False):
        line = line.strip()
        paragraphs[-1] = _joined(paragraphs[-1], line, hyphenated)
        if not line or _ends_paragraph(line, below.strip(), width):
            paragraphs.append("")
    return "\n\n".join(filter(None, paragraphs))


def _usual_width(lines: Sequence[str]) -> int:
    """The length that nine lines in ten do not pass: that of a full line."""
    lengths = sorted(len(line.strip()) for line in lines if line.strip())
    return lengths[int(0.9 * (len(lengths) - 1))] if lengths else 0


def _joined(paragraph: str, line: str, hyphenated: set[str]) -> str:
    broken = _BROKEN_WORD.search(paragraph)
    rest = _FIRST_WORD.match(line)
    if not broken or not rest or not rest[0][0].islower():
        return f"{paragraph} {line}".strip()
    keeps_hyphen = f"{broken[1]}-{rest[0]}" in hyphenated
    return paragraph + line if keeps_hyphen else paragraph[:-1] + line


def _ends_paragraph(line: str, below: str, width: int) -> bool:
    if _BULLET.match(below):
        return True
    if below[:1].islower():
        return False
    filled = len(line) / width
    return filled < _SHORT_LINE or (filled < _LAST_LINE and _ENDS_A_SENTENCE.search(line) is not None)
