"""What reading a claim file takes and gives: options in, one raw table out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from factcheck.errors import UnreadableInput
from factcheck.model import RowError
from factcheck.text.normalise import shorten

MAX_COLUMNS = 2_000
_LONGEST_QUOTED = 300
UNDECODABLE = "\udcff"
"""Stands for bytes that do not belong to the encoding: no clean text can hold it."""

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True)
class ReadOptions:
    """What a person may settle instead of leaving it to detection; None means "detect".

    `mapping`: column name or 1-based number → field name, or "" to keep the column as an extra.
    `quoting`: False takes double quotes for ordinary characters. `strict_ratings` refuses past
    ratings that are not on the scale.
    """

    encoding: str | None = None
    delimiter: str | None = None
    has_header: bool | None = None
    day_first: bool | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    strict_ratings: bool = False
    quoting: bool | None = None


@dataclass(frozen=True)
class RawRow:
    """One data row as it stands in the file; `number` counts data rows from 1."""

    number: int
    cells: tuple[str, ...]
    error: RowError | None = None


@dataclass(frozen=True)
class RawTable:
    """A claim file taken apart, and what was detected on the way.

    Rows without an error have one cell a column. `format` is csv, xlsx, json, jsonl, claimreview or
    text; `encoding` and `delimiter` are "" where a format has none. `guesses` are columns whose
    field was told from their content, not from their name. `notes` are sentences for the user.
    """

    name: str
    format: str
    encoding: str
    delimiter: str
    has_header: bool
    columns: tuple[str, ...]
    rows: tuple[RawRow, ...]
    quoting: bool = True
    guesses: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def name_columns(header: Sequence[str], name: str) -> tuple[str, ...]:
    """Column names that are all there and all different: blank → column_N, repeated → name_2.

    Raises UnreadableInput above MAX_COLUMNS.
    """
    if len(header) > MAX_COLUMNS:
        raise UnreadableInput(
            f"{name} has {len(header)} columns; at most {MAX_COLUMNS} are read.",
            "Check the delimiter, or export only the columns that matter.",
        )
    names: list[str] = []
    taken: set[str] = set()
    for number, cell in enumerate(header, 1):
        wanted = printable(" ".join(cell.split())) or f"column_{number}"
        unique, repeat = wanted, 2
        while unique in taken:
            unique, repeat = f"{wanted}_{repeat}", repeat + 1
        names.append(unique)
        taken.add(unique)
    return tuple(names)


def make_rows(records: Iterable[Sequence[str]], columns: Sequence[str], *, pad: bool) -> tuple[RawRow, ...]:
    """Records as numbered rows. With `pad` short records are filled up, else they are errors."""
    return tuple(make_row(number, cells, columns, pad=pad) for number, cells in enumerate(records, 1))


def make_row(number: int, cells: Sequence[str], columns: Sequence[str], *, pad: bool) -> RawRow:
    """One row with its first error, if any: E_COLUMN_COUNT or E_ENCODING."""
    width = len(columns)
    if len(cells) > width and not any(cell.strip() for cell in cells[width:]):
        cells = cells[:width]
    if pad and len(cells) < width:
        cells = [*cells, *[""] * (width - len(cells))]
    error = _width_error(number, cells, width) or _character_error(number, cells, columns)
    return RawRow(number, tuple(map(printable, cells)) if error else tuple(cells), error)


def printable(text: str) -> str:
    """`text` that can be stored and written: what no encoding can carry becomes U+FFFD."""
    return _UNSTORABLE.sub("\ufffd", text)


def brief(value: str) -> str:
    """A cell as an error quotes it."""
    return value if len(value) <= _LONGEST_QUOTED else shorten(value, _LONGEST_QUOTED)


def _width_error(number: int, cells: Sequence[str], width: int) -> RowError | None:
    if len(cells) == width:
        return None
    return RowError(
        row=number,
        column="",
        value=str(len(cells)),
        code="E_COLUMN_COUNT",
        message=f"This row has {len(cells)} cells; the file has {width} columns.",
        hint="Look for a missing or extra delimiter, or a cell that needs quotes around it.",
    )


def _character_error(number: int, cells: Sequence[str], columns: Sequence[str]) -> RowError | None:
    if not _UNSTORABLE.search("".join(cells)):
        return None
    at = next(i for i, cell in enumerate(cells) if _UNSTORABLE.search(cell))
    return RowError(
        row=number,
        column=columns[at],
        value=brief(printable(cells[at])),
        code="E_ENCODING",
        message="This cell holds bytes that do not belong to the file's encoding.",
        hint="Type the marked characters (\ufffd) again, or import the file with another encoding.",
    )
