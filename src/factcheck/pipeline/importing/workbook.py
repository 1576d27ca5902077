"""The bytes of an XLSX workbook → the cells of its first filled sheet as text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from factcheck.errors import UnreadableInput

_MOST_UNPACKED = 1 << 30


@dataclass(frozen=True)
class Sheet:
    """The records of one sheet; `others` are the filled sheets that were not read."""

    title: str
    records: list[list[str]]
    others: tuple[str, ...]


def is_workbook(data: bytes) -> bool:
    """Whether `data` is a zip file that holds an Excel workbook."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return any(name.startswith("xl/workbook") for name in archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False


def read_workbook(data: bytes, name: str) -> Sheet:
    """The first visible sheet with something in it, blank rows left out.

    Formulas give the value Excel last computed. Raises UnreadableInput.
    """
    _refuse_bomb(data, name)
    filled: list[tuple[str, list[list[str]]]] = []
    try:
        for sheet in _sheets(data):
            records = _records(sheet)
            if records:
                filled.append((sheet.title, records if not filled else []))
    except Exception as error:  # openpyxl lets through whatever a damaged file makes it stumble over
        raise UnreadableInput(
            f"{name} is a damaged Excel workbook.",
            "Open it in a spreadsheet program and save it again as XLSX or CSV.",
        ) from error
    if not filled:
        raise UnreadableInput(f"{name} has no filled sheet.", "Check that the right file was saved.")
    title, records = filled[0]
    return Sheet(title, records, tuple(other for other, _ in filled[1:]))


def _refuse_bomb(data: bytes, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = sum(entry.file_size for entry in archive.infolist())
    if size > _MOST_UNPACKED:
        raise UnreadableInput(
            f"{name} unpacks to {size >> 20} MB; at most {_MOST_UNPACKED >> 20} MB are read.",
            "Save the sheet as CSV, or split it.",
        )


def _sheets(data: bytes) -> list[Any]:
    from openpyxl import load_workbook

    workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    return [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]


def _records(sheet: Any) -> list[list[str]]:
    sheet.reset_dimensions()  # many writers state a wrong size, which would cut rows off
    rows = (_trimmed(map(cell_text, row)) for row in sheet.iter_rows(values_only=True))
    return [row for row in rows if row]


def _trimmed(cells: Iterable[str]) -> list[str]:
    """Cells without the blank ones at the end."""
    row = list(cells)
    while row and not row[-1].strip():
        row.pop()
    return row


def cell_text(value: object) -> str:
    """A cell as text: dates in ISO 8601 (days without a time), whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value).replace("\r\n", "\n").replace("\r", "\n")
