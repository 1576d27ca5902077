"""Rejected rows → the CSV in which they can be put right and imported again."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from factcheck.model import RowError
from factcheck.pipeline.importing.fields import ERROR_COLUMNS, is_error_column, simplify
from factcheck.pipeline.importing.table import RawTable

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_OUR_FILES = (frozenset({"errorrow", "errorcode"}), frozenset({"claimid", "appversion"}))


def write_rejects(table: RawTable, errors: Iterable[RowError]) -> Iterator[str]:
    """CSV text in chunks: a header, then each rejected row as it stood and what is wrong with it.

    The file's own columns come first (error columns of an earlier round are replaced; cells beyond
    the last column get columns of their own), then ERROR_COLUMNS. RFC 4180; cells a spreadsheet
    would take for a formula begin with an apostrophe, which importing such a file takes off again.
    """
    listed = list(errors)
    kept = [at for at, column in enumerate(table.columns) if not is_error_column(column)]
    width = max((len(table.rows[error.row - 1].cells) for error in listed), default=0)
    beyond = range(len(table.columns), width)
    header = [table.columns[at] for at in kept] + [f"column_{at + 1}" for at in beyond]
    yield _line([*header, *ERROR_COLUMNS])
    for error in listed:
        cells = table.rows[error.row - 1].cells
        row = [cells[at] if at < len(cells) else "" for at in (*kept, *beyond)]
        yield _line([*row, str(error.row), *_facts(error)])


def is_ours(columns: Sequence[str]) -> bool:
    """Whether a file with these columns was written by the workbench, formulas neutralised."""
    names = set(map(simplify, columns))
    return any(marks <= names for marks in _OUR_FILES)


def neutralise(cell: str) -> str:
    """`cell` so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def restore(cell: str) -> str:
    """A neutralised cell as it was."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell


def _facts(error: RowError) -> tuple[str, ...]:
    return error.column, error.value, error.code, error.message, error.hint


def _line(cells: Sequence[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerow(map(neutralise, cells))
    return buffer.getvalue()
