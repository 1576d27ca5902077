from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import FactcheckError, InvalidValue, UnreadableInput
from factcheck.pipeline.importing import ReadOptions, map_rows, mapping_of, read_table
from tests.pipeline.importing.samples import TODAY, cells_of, table_of

T = TypeVar("T")
NAMES = ["a.csv", "a.tsv", "a.txt", "a.json", "a.jsonl", "a.xlsx", "a"]
TABLE_LIKE = st.text(st.sampled_from("abé\"',;\t|\n {}[]:=1/\ufffd"), max_size=60).map(str.encode)


def zipped() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("notes.txt", "claim")
    return buffer.getvalue()


def outcome(step: Callable[[], T]) -> tuple[T | None, str]:
    """What the step gives, or the hint of its refusal; any other exception fails the test."""
    try:
        return step(), ""
    except FactcheckError as refusal:
        return None, refusal.hint


def test_what_was_detected_is_said() -> None:
    table = table_of("\ufeffclaim_text;speaker\nThe dam held;Ann\n")
    assert (table.name, table.format, table.encoding) == ("claims.csv", "csv", "utf-8-sig")
    assert (table.delimiter, table.has_header, table.quoting) == (";", True, True)
    assert table.columns == ("claim_text", "speaker")
    assert [(row.number, row.cells, row.error) for row in table.rows] == [(1, ("The dam held", "Ann"), None)]


def test_everything_detected_can_be_overridden() -> None:
    data = "claim_text;speaker\nMaß,Zahl;Ann\nDrei,vier;Bob\n".encode("cp1252")
    table = read_table(
        data, "claims.csv", ReadOptions(encoding="cp1250", delimiter=",", has_header=False, quoting=False)
    )
    assert (table.encoding, table.delimiter, table.has_header, table.quoting) == ("cp1250", ",", False, False)
    assert table.columns == ("column_1", "column_2")
    assert [len(row.cells) for row in table.rows] == [1, 2, 2]


@pytest.mark.parametrize("content", [b"", b"  \n\r\n", b"\xef\xbb\xbf", b"[]", "\n".encode("utf-16")])
def test_an_empty_file_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableInput, match=r"claims\.csv is empty") as caught:
        table_of(content)
    assert caught.value.hint


def test_a_file_of_nothing_but_delimiters_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="empty"):
        table_of(",,\n,,\n", delimiter=",")


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"%PDF-1.7 \x00", "PDF"),
        (b"\xd0\xcf\x11\xe0" + b"\x00" * 20, "password"),
        (zipped(), "zip"),
        (gzip.compress(b"claim", mtime=0), "gzip"),
        (b"\x89PNG\r\n\x1a\n\x00", "picture"),
        (b"<!DOCTYPE html><p>claim</p>", "web page"),
        (b"claim_text\nOne\x00two\n", "binary"),
    ],
)
def test_files_of_another_kind_are_refused_by_what_they_are(content: bytes, word: str) -> None:
    with pytest.raises(UnreadableInput, match=word) as caught:
        table_of(content)
    assert caught.value.hint


def test_an_unknown_encoding_is_refused() -> None:
    with pytest.raises(InvalidValue):
        table_of("claim_text\nOne came\n", encoding="nonsense")


def test_text_is_one_claim_a_line() -> None:
    table = table_of("The tax, they say, fell\n\n  \nThe dam held; we think\n", "claims.txt")
    assert (table.format, table.columns, table.has_header) == ("text", ("claim_text",), False)
    assert [row.cells for row in table.rows] == [("The tax, they say, fell",), ("The dam held; we think",)]


def test_a_first_line_of_text_that_names_the_column_is_a_header() -> None:
    assert cells_of("Claim\nThe tax fell\n", "claims.txt") == [("The tax fell",)]


def test_a_table_saved_as_text_is_read_as_a_table() -> None:
    table = table_of("Claim\tSpeaker\nThe tax fell\tAnn\n".encode("utf-16"), "claims.txt")
    assert table.columns == ("Claim", "Speaker")
    assert (table.format, table.delimiter) == ("tsv", "\t")


def test_json_is_known_by_its_content_under_any_name() -> None:
    assert table_of('[{"claim": "One came"}]', "claims.txt").format == "json"


def test_a_line_that_states_the_delimiter_is_obeyed_and_no_row() -> None:
    table = table_of("sep=|\nclaim_text|speaker\nOne; two, three|Ann\n")
    assert table.delimiter == "|"
    assert [row.cells for row in table.rows] == [("One; two, three", "Ann")]


def test_title_lines_above_the_header_are_left_out_and_said() -> None:
    table = table_of("Claims of May\n\nclaim_text,speaker\nOne came,Ann\n")
    assert table.columns == ("claim_text", "speaker")
    assert [row.cells for row in table.rows] == [("One came", "Ann")]
    assert "left out: 1" in table.notes[0]


def test_no_row_is_lost_to_stray_quotes() -> None:
    rows = [f"{n}\t{chr(34) if n % 3 else ''}statement {n}{chr(34) if n % 7 == 0 else ''}\tAnn" for n in range(300)]
    table = table_of("\n".join(rows), "claims.tsv")
    assert not table.quoting
    assert [row.cells for row in table.rows] == [tuple(row.split("\t")) for row in rows]


def test_no_row_is_lost_to_stray_quotes_beside_ragged_rows() -> None:
    rows = [f"{n}\t{chr(34) if n % 3 else ''}statement {n}\tAnn" for n in range(300)]
    rows[100] = "only\ttwo"
    table = table_of("\n".join(rows), "claims.tsv")
    assert [row.cells for row in table.rows] == [tuple(row.split("\t")) for row in rows]
    assert [row.number for row in table.rows if row.error] == [101]


def test_rows_with_a_wrong_number_of_cells_carry_an_error() -> None:
    table = table_of("claim_text,speaker,date\nOne,Ann,2020\nTwo,Bob\nThree,Cyd,2020,x\nFour,Dee,2020,,\n")
    errors = [row.error for row in table.rows if row.error]
    assert [(e.row, e.code, e.value) for e in errors] == [(2, "E_COLUMN_COUNT", "2"), (3, "E_COLUMN_COUNT", "4")]
    assert table.rows[3].cells == ("Four", "Dee", "2020")


def test_a_row_with_undecodable_bytes_carries_an_error_and_shows_where() -> None:
    table = table_of(b"claim_text,speaker\nGood,Ann\nThe caf\xe9 shut,Bob\n", encoding="utf-8")
    assert table.rows[0].error is None
    error = table.rows[1].error
    assert error is not None
    assert (error.code, error.row, error.column, error.value) == (
        "E_ENCODING",
        2,
        "claim_text",
        "The caf\ufffd shut",
    )
    assert table.rows[1].cells == ("The caf\ufffd shut", "Bob")


def test_replacement_characters_in_sound_text_are_no_error() -> None:
    table = table_of("claim_text\nIt\ufffds over now\n")
    assert [(row.cells, row.error) for row in table.rows] == [(("It\ufffds over now",), None)]


def test_column_names_are_all_there_and_all_different() -> None:
    table = table_of("text,, text ,note,note\nOne came,a,b,c,d\n")
    assert table.columns == ("text", "column_2", "text_2", "note", "note_2")


def test_a_header_alone_is_a_table_without_rows_and_says_so() -> None:
    table = table_of("claim_text,speaker\n")
    assert table.rows == ()
    assert "no rows" in table.notes[-1]


def test_too_many_columns_are_refused() -> None:
    with pytest.raises(UnreadableInput, match="columns"):
        table_of(",".join(f"c{n}" for n in range(3000)) + "\n" + ",".join("x" for _ in range(3000)) + "\n")


@given(st.one_of(st.binary(max_size=80), TABLE_LIKE), st.sampled_from(NAMES))
def test_any_bytes_are_read_or_refused_in_plain_words(data: bytes, name: str) -> None:
    table, refusal = outcome(lambda: read_table(data, name))
    if table is None:
        assert refusal
        return
    for row in table.rows:
        assert row.error or len(row.cells) == len(table.columns)
        "".join(row.cells).encode()
    options = ReadOptions()
    rows, refusal = outcome(lambda: list(map_rows(table, mapping_of(table, options), options, TODAY)))
    if rows is None:
        assert refusal
        return
    assert [row.row for row in rows] == [row.number for row in table.rows]
    assert all((row.claim is None) + (row.article is None) + (row.error is None) == 2 for row in rows)


@given(st.text(max_size=40), st.sampled_from(["utf-16", "latin-1", "shift_jis", "utf-7", "hz", "idna"]))
def test_any_text_is_read_or_refused_under_a_given_encoding(text: str, encoding: str) -> None:
    data, options = text.encode("utf-8", "replace"), ReadOptions(encoding=encoding)
    table, refusal = outcome(lambda: read_table(data, "claims.csv", options))
    assert table or refusal
