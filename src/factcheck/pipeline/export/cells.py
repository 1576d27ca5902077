"""Values in → CSV text out: RFC 4180, safe to open in a spreadsheet, in chunks of constant size."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache

from factcheck.pipeline.export.masking import Mask

Cell = str | int | float | datetime | None
Row = Mapping[str, Cell]

BOM = "\ufeff"
CHUNK_ROWS = 500

_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")
_RISKY = frozenset("'=+-@\t\r\n")
_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")
_LIST_TOKEN = re.compile(r"\\.|\||[^\\|]+|\\", re.DOTALL)


def csv_chunks(columns: tuple[str, ...], rows: Iterable[tuple[Row, Mask]], bom: bool) -> Iterator[str]:
    """The header and `rows` as CSV text, CHUNK_ROWS rows a chunk; every text cell goes through its mask.

    Lines end in CR LF and cells are quoted as RFC 4180 asks; `bom` makes spreadsheets read UTF-8.
    """
    buffer = io.StringIO(BOM if bom else "", newline="")
    buffer.seek(0, io.SEEK_END)
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(columns)
    for number, (row, mask) in enumerate(rows, 1):
        writer.writerow([_written(row[column], mask) for column in columns])
        if number % CHUNK_ROWS == 0:
            yield _drain(buffer)
    yield _drain(buffer)


def neutralise(text: str) -> str:
    """`text` with an apostrophe before it where a spreadsheet would take it for a formula.

    A text that already starts with apostrophes and such a character gets one more, so that
    `restore` is exact.
    """
    clean = writable(text)
    return f"'{clean}" if clean[:1] in _RISKY and _FORMULA.match(clean) else clean


def writable(text: str) -> str:
    """`text` with NUL and lone surrogates, which no file in UTF-8 should hold, as U+FFFD."""
    return _UNWRITABLE.sub("\ufffd", text) if "\x00" in text or not text.isascii() else text


def restore(cell: str) -> str:
    """The text that `neutralise` made `cell` from."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def join_list(items: Iterable[str]) -> str:
    """`items` joined by `|`; inside an item `|` is written `\\|` and a backslash `\\\\`.

    Empty items keep their place, so that two lists can be read side by side; a list of nothing
    but empty items is "".
    """
    escaped = [item.replace("\\", "\\\\").replace("|", "\\|") for item in items]
    return "|".join(escaped) if any(escaped) else ""


def split_list(cell: str) -> tuple[str, ...]:
    """The items that `join_list` made `cell` from; () for ""."""
    if not cell:
        return ()
    items = [""]
    for token in _LIST_TOKEN.findall(cell):
        if token == "|":
            items.append("")
        else:
            items[-1] += token[1:] if len(token) == 2 and token[0] == "\\" else token
    return tuple(items)


def join_links(links: Iterable[str]) -> str:
    """`links` joined by `|`; inside a link `|` is percent-encoded, as RFC 3986 asks."""
    return join_list(link.replace("|", "%7C") for link in links)


@lru_cache(maxsize=256)
def timestamp(moment: datetime | None) -> str:
    """`moment` in UTC as ISO 8601 with zone, to the second; a naive one is taken as UTC."""
    if moment is None:
        return ""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).isoformat(timespec="seconds")


def _written(value: Cell, mask: Mask) -> str:
    # Most cells are empty or plain text, and a large report has millions.
    if value is None or value == "":
        return ""
    if type(value) is str:
        return neutralise(mask.text(value) if mask.names else value)
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str):
        return neutralise(mask.text(value))
    if isinstance(value, datetime):
        return timestamp(value)
    if isinstance(value, float):
        return f"{value:.4f}"
    return str(value)


def _drain(buffer: io.StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text
