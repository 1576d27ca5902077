"""A cell opens safely in a spreadsheet and comes back as it was."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.pipeline.export.cells import (
    BOM,
    CHUNK_ROWS,
    csv_chunks,
    join_links,
    join_list,
    neutralise,
    restore,
    split_list,
    timestamp,
)
from factcheck.pipeline.export.masking import Mask

TEXT = st.text(alphabet=st.one_of(st.sampled_from("'=+-@\t\r\n|\\,\"a"), st.characters(exclude_categories=["Cs"])))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "'=", "''-"])
def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(start: str) -> None:
    assert neutralise(f"{start}1+1") == f"'{start}1+1"


@pytest.mark.parametrize("text", ["", "plain", "'tis so", "1-2", "Ж=1", " =1"])
def test_a_cell_that_is_harmless_stays_as_it_is(text: str) -> None:
    assert neutralise(text) == text


@given(TEXT)
def test_every_neutralised_text_can_be_restored(text: str) -> None:
    assert restore(neutralise(text)) == text.replace("\x00", "\ufffd")


def test_what_no_csv_can_hold_becomes_the_replacement_character() -> None:
    cell = neutralise("a\x00b\ud800c")
    assert cell == "a\ufffdb\ufffdc"
    assert cell.encode("utf-8")


@given(st.lists(TEXT, max_size=5))
def test_every_joined_list_can_be_split_again(items: list[str]) -> None:
    expected = tuple(items) if any(items) else ()
    assert split_list(join_list(items)) == expected


def test_a_bar_inside_an_item_does_not_split_it() -> None:
    assert join_list(["Reuters | World", r"C:\news"]) == r"Reuters \| World|C:\\news"


def test_an_empty_item_keeps_its_place_and_a_list_of_nothing_is_empty() -> None:
    assert join_list(["a", "", "c"]) == "a||c"
    assert join_list(["", ""]) == ""


def test_a_bar_inside_a_link_is_percent_encoded() -> None:
    assert join_links(["https://a.example/x|y", "https://b.example/"]) == "https://a.example/x%7Cy|https://b.example/"


def test_a_timestamp_is_written_in_utc_with_its_zone() -> None:
    kyiv = timezone(timedelta(hours=3))
    assert timestamp(datetime(2025, 6, 1, 2, 30, 15, 999, tzinfo=kyiv)) == "2025-05-31T23:30:15+00:00"
    assert timestamp(datetime(2025, 6, 1)) == "2025-06-01T00:00:00+00:00"  # noqa: DTZ001
    assert timestamp(None) == ""


def test_rows_follow_rfc_4180() -> None:
    rows = [({"a": 'say "no", please', "b": "two\nlines"}, Mask())]
    assert "".join(csv_chunks(("a", "b"), rows, bom=False)) == 'a,b\r\n"say ""no"", please","two\nlines"\r\n'


def test_the_byte_order_mark_comes_once_and_only_when_asked_for() -> None:
    rows = [({"a": n}, Mask()) for n in range(CHUNK_ROWS * 2 + 1)]
    with_mark, without = list(csv_chunks(("a",), rows, bom=True)), list(csv_chunks(("a",), rows, bom=False))
    assert "".join(with_mark) == BOM + "".join(without)
    assert len(with_mark) == 3


def test_numbers_dates_and_nothing_are_written_plainly() -> None:
    row = {"a": -1, "b": 0.123456, "c": None, "d": datetime(2025, 1, 2, tzinfo=UTC), "e": 0}
    text = "".join(csv_chunks(tuple("abcde"), [(row, Mask())], bom=False))
    assert next(csv.reader(io.StringIO(text.split("\r\n")[1]))) == [
        "-1",
        "0.1235",
        "",
        "2025-01-02T00:00:00+00:00",
        "0",
    ]
