from __future__ import annotations

import io
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest

from factcheck.errors import UnreadableInput
from tests.pipeline.importing.samples import claims_of, table_of


def workbook(**sheets: list[list[Any]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_cells_become_text_as_a_person_reads_them() -> None:
    day, moment = date(2023, 6, 2), datetime(2023, 6, 2, 14, 30)  # noqa: DTZ001
    data = workbook(Log=[["claim", "a", "b", "c", "d", "e"], ["One came", day, moment, 3.0, 2.5, True]])
    table = table_of(data, "claims.xlsx")
    assert (table.format, table.encoding, table.delimiter) == ("xlsx", "", "")
    assert table.rows[0].cells == ("One came", "2023-06-02", "2023-06-02T14:30", "3", "2.5", "true")


def test_real_dates_need_no_day_month_order() -> None:
    data = workbook(Log=[["claim", "date"], ["One came", date(2023, 3, 2)]])
    assert claims_of(data, "claims.xlsx")[0].claim_date == "2023-03-02"


def test_short_and_blank_rows_are_no_errors() -> None:
    data = workbook(Log=[["claim", "speaker", "date"], ["One came"], [], [None, " "], ["Two left", "Ann"]])
    table = table_of(data, "claims.xlsx")
    assert [(row.number, row.cells, row.error) for row in table.rows] == [
        (1, ("One came", "", ""), None),
        (2, ("Two left", "Ann", ""), None),
    ]


def test_the_first_filled_sheet_is_read_and_the_others_are_named() -> None:
    data = workbook(Empty=[], Log=[["claim"], ["One came"]], More=[["claim"], ["Two left"]])
    table = table_of(data, "claims.xlsx")
    assert [row.cells for row in table.rows] == [("One came",)]
    assert "More" in table.notes[0]


def test_a_workbook_is_known_by_its_content() -> None:
    assert table_of(workbook(Log=[["claim"], ["One came"]]), "claims.csv").format == "xlsx"


def test_a_cell_beyond_the_header_gets_a_column_of_its_own() -> None:
    data = workbook(Log=[["claim", "speaker"], ["One came", "Ann", "a remark"]])
    assert claims_of(data, "claims.xlsx")[0].extra == {"column_3": "a remark"}


def test_an_empty_workbook_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="no filled sheet"):
        table_of(workbook(Empty=[]), "claims.xlsx")


def test_a_damaged_workbook_is_refused() -> None:
    data = bytearray(workbook(Log=[["claim"], ["One came"] * 50]))
    at = data.index(b"xl/worksheets/sheet1.xml")
    data[at + 40 : at + 200] = bytes(160)
    with pytest.raises(UnreadableInput, match="damaged"):
        table_of(bytes(data), "claims.xlsx")
