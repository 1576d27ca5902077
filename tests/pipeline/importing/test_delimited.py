from __future__ import annotations

import csv
import io
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.pipeline.importing.delimited import Dialect, split_records

CELL = st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), max_size=12)


def records(text: str, delimiter: str = ",", width: int = 3, *, quoting: bool = True) -> list[list[str]]:
    return list(split_records(text, Dialect(delimiter, width, quoting)))


def test_quoted_cells_hold_delimiters_quotes_and_line_ends() -> None:
    assert records('1,"The dam, she said, ""held"".\nTwice.",Ann\n2,Second,Bob') == [
        ["1", 'The dam, she said, "held".\nTwice.', "Ann"],
        ["2", "Second", "Bob"],
    ]


def test_quotes_in_the_middle_of_a_cell_are_characters() -> None:
    assert records('1,He said "no" to it,Ann\n') == [["1", 'He said "no" to it', "Ann"]]


def test_undoubled_quotes_inside_a_quoted_cell_are_kept() -> None:
    assert records('1,"He said "no" to all, twice",Ann\n') == [["1", 'He said "no" to all, twice', "Ann"]]


def test_spaces_around_quotes_belong_to_no_cell() -> None:
    assert records('1, "The dam, again" ,Ann\n') == [["1", "The dam, again", "Ann"]]


def test_a_quote_that_is_never_closed_swallows_no_row() -> None:
    assert records('1,"We won,Ann\n2,They lost,Bob\n3,"All, of it",Cyd\n') == [
        ["1", '"We won', "Ann"],
        ["2", "They lost", "Bob"],
        ["3", "All, of it", "Cyd"],
    ]


def test_two_stray_quotes_in_one_column_join_no_rows_in_tab_separated_text() -> None:
    text = '1\t"We won\tAnn\n2\tThey lost"\tBob\n'
    assert records(text, "\t") == [["1", '"We won', "Ann"], ["2", 'They lost"', "Bob"]]


def test_two_stray_quotes_far_apart_join_no_rows() -> None:
    text = '1,"We won,Ann\n2,Second,Bob\n3,They lost",Cyd\n'
    assert len(records(text)) == 3


def test_a_line_of_a_quoted_cell_may_look_like_a_row() -> None:
    assert records('1,"The dam held\nsaid the mayor, twice"\n2,Second\n', width=2) == [
        ["1", "The dam held\nsaid the mayor, twice"],
        ["2", "Second"],
    ]


def test_a_ragged_row_with_an_open_quote_does_not_take_the_next_rows_along() -> None:
    assert records('1,"Short\n2,Second,Bob\n3,Third,Cyd"\n')[:2] == [["1", '"Short'], ["2", "Second", "Bob"]]


def test_blank_lines_and_rows_of_blank_cells_are_no_records() -> None:
    assert records("\n1,First,Ann\n  \n,,\n2,Second,Bob\n\n\n") == [["1", "First", "Ann"], ["2", "Second", "Bob"]]


def test_without_quoting_every_line_is_one_record() -> None:
    assert records('1,"a\n2,b"\n', width=2, quoting=False) == [["1", '"a'], ["2", 'b"']]


def test_one_column_keeps_commas() -> None:
    assert records('One, two\n"Three\nfour"\n', "", 1) == [["One, two"], ["Three\nfour"]]


@given(st.lists(st.lists(CELL, min_size=5, max_size=5), min_size=1, max_size=6), st.sampled_from(",;|"))
def test_what_a_csv_writer_wrote_is_read_back(rows: list[list[str]], delimiter: str) -> None:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    assert records(buffer.getvalue(), delimiter, 5) == filled


@pytest.mark.parametrize("line", ['"a\n', '"a,b\n', 'x,"a"b\n', '"', '"a,"b"\n', ',"'])
def test_text_full_of_stray_quotes_is_read_in_reasonable_time(line: str) -> None:
    started = time.process_time()
    records(line * (150_000 // len(line)) + '"\n', width=2)
    assert time.process_time() - started < 5
