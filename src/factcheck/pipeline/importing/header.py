"""The first records of a file → where its header is, if it has one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from factcheck.pipeline.importing.fields import is_header_name, recognise

_LOOK_AHEAD = 5
_LOOK_BACK = 200
_LONGEST_NAME = 60
_NUMBER = re.compile(r"[-+]?[0-9][0-9.,\s]*%?")
_DATE = re.compile(r"[0-9]{1,4}[-/.][0-9]{1,2}(?:[-/.][0-9]{1,4})?(?:[T ].*)?")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


def find_header(records: Sequence[Sequence[str]]) -> int | None:
    """The index of the header among the first records, or None when there is none.

    A row with names that claim files use is a header, also below title lines of one cell each. Else
    the first row is one when its cells are short, filled, different and no values, while the column
    below one of them holds only values or much longer text.
    """
    for index, record in enumerate(records[:_LOOK_AHEAD]):
        if is_known_header(record):
            return index
        if sum(bool(cell.strip()) for cell in record) > 1:
            break
    return 0 if records and _looks_like_header(records[0], records[1:_LOOK_BACK]) else None


def is_known_header(record: Sequence[str]) -> bool:
    """Whether the cells are names that claim files use: two of them, or the one for the text."""
    cells = [cell.strip() for cell in record]
    if any(len(cell) > _LONGEST_NAME or _is_value(cell) for cell in cells):
        return False
    known = sum(map(is_header_name, cells))
    filled = sum(map(bool, cells))
    return known >= 2 or (known == 1 and (filled == 1 or any(map(_is_main, cells))))


def _is_main(cell: str) -> bool:
    found = recognise(cell)
    return found is not None and found[0] in ("claim_text", "article_text")


def _looks_like_header(first: Sequence[str], rest: Sequence[Sequence[str]]) -> bool:
    cells = [cell.strip() for cell in first]
    named = [cell for cell in cells if cell]
    if not rest or len(set(named)) < len(cells) or any(len(c) > _LONGEST_NAME or _is_value(c) for c in cells):
        return False
    return any(
        _differs(cell, [row[i].strip() for row in rest if i < len(row) and row[i].strip()])
        for i, cell in enumerate(cells)
    )


def _differs(cell: str, below: Sequence[str]) -> bool:
    if not below:
        return False
    usual = median(map(len, below))
    return all(map(_is_value, below)) or (usual >= 30 and usual >= 2.5 * len(cell))


def _is_value(cell: str) -> bool:
    """Numbers, dates and addresses: what no header consists of."""
    return any(pattern.fullmatch(cell) for pattern in (_NUMBER, _DATE, _ADDRESS))
