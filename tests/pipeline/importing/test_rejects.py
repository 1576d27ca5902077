from __future__ import annotations

import csv
import io

import pytest

from factcheck.model import RowError
from factcheck.pipeline.importing import ERROR_COLUMNS, write_rejects
from tests.pipeline.importing.samples import claims_of, errors_of, rows_of, table_of

BROKEN = 'claim,date,party\nOne came,2020,Green\n"Two, ""left"".\nThen three",soon,\nFour stayed\n'


def rejects_of(content: str, name: str = "claims.csv") -> str:
    return "".join(write_rejects(table_of(content, name), errors_of(content, name)))


def test_a_rejected_row_comes_back_as_it_stood_with_what_is_wrong() -> None:
    header, *rows = csv.reader(io.StringIO(rejects_of(BROKEN), newline=""))
    assert header == ["claim", "date", "party", *ERROR_COLUMNS]
    assert rows[0][:7] == ['Two, "left".\nThen three', "soon", "", "2", "date", "soon", "E_BAD_DATE"]
    assert rows[1][:7] == ["Four stayed", "", "", "3", "", "1", "E_COLUMN_COUNT"]
    assert all(all(row[7:]) for row in rows)


def test_once_put_right_the_rows_load_again() -> None:
    fixed = rejects_of(BROKEN).replace(",soon,", ",2021,", 1)
    claims = claims_of(fixed)
    assert [c.claim_text for c in claims] == ['Two, "left".\nThen three', "Four stayed"]
    assert claims[0].claim_date == "2021"
    assert claims[0].extra == {}


def test_left_as_it_is_a_bad_row_is_rejected_again_without_growing_columns() -> None:
    again = rejects_of(rejects_of(BROKEN))
    assert again.splitlines()[0] == rejects_of(BROKEN).splitlines()[0]
    assert [e.code for e in errors_of(again)] == ["E_BAD_DATE"]


def test_cells_beyond_the_last_column_are_not_lost() -> None:
    header, row = csv.reader(io.StringIO(rejects_of("claim,who\nOne, came,Ann,x\n"), newline=""))
    assert header[:4] == ["claim", "who", "column_3", "column_4"]
    assert row[:4] == ["One", " came", "Ann", "x"]


@pytest.mark.parametrize("text", ["=2+2 is four", "-5 degrees", "+1", "@all of you"])
def test_formulas_are_defused_and_come_back_unchanged(text: str) -> None:
    written = rejects_of(f"claim,date\n{text},soon\n")
    cells = next(csv.reader(io.StringIO(written.split("\r\n", 1)[1], newline="")))
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)
    assert claims_of(written.replace("soon,1", "2020,1", 1))[0].claim_text == text


def test_an_apostrophe_in_a_file_that_is_not_ours_is_kept() -> None:
    assert claims_of("claim,who\n'-5 degrees' it said,Ann\n")[0].claim_text == "'-5 degrees' it said"


def test_rejects_of_a_file_without_a_header_load_again() -> None:
    content = "".join(f"{n}\tThe council closed the bridge number {n} on Friday\tAnn\n" for n in range(9)) + "9\tx\n"
    written = rejects_of(content, "claims.tsv")
    assert written.startswith("column_1,column_2,column_3,error_row")
    row = rows_of(written, mapping={"2": "claim_text"})[0]
    assert row.claim is not None
    assert row.claim.claim_text == "x"
    assert row.claim.extra == {"column_1": "9"}


def test_rejects_are_written_in_chunks_and_only_for_the_given_errors() -> None:
    table = table_of("claim\nOne came\nTwo left\n")
    error = RowError(2, "claim", "Two left", "E_TOO_LONG", "Too long.", "Shorten it.")
    assert list(write_rejects(table, [error]))[1].startswith("Two left,2,claim,Two left,E_TOO_LONG")
    assert len(list(write_rejects(table, []))) == 1
