"""The cells of a table row in → one line of text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcheck.text.normalise import one_line

_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$")
_ROW = re.compile(r"^\s*\|(.*)\|\s*$")


def row_text(cells: Iterable[str]) -> str:
    """The filled cells, in order, with " | " between them."""
    return " | ".join(filter(None, map(one_line, cells)))


def is_table_rule(line: str) -> bool:
    """Whether `line` is the "|---|---|" between the head and the body of a Markdown table."""
    return "|" in line and _RULE.match(line) is not None


def unframed(line: str) -> str:
    """A Markdown table row without its frame; any other line as it is."""
    found = _ROW.match(line)
    return row_text(found[1].split("|")) if found else line
