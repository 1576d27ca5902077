from __future__ import annotations

import pytest

from factcheck.errors import UnreadableInput
from tests.pipeline.importing.samples import cells_of, claims_of, table_of


def test_objects_become_rows_under_all_their_keys() -> None:
    table = table_of('[{"claim": "One came", "n": 1}, {"claim": "Two left", "who": "Ann"}]', "a.json")
    assert table.columns == ("claim", "n", "who")
    assert [row.cells for row in table.rows] == [("One came", "1", ""), ("Two left", "", "Ann")]


def test_values_become_text_as_written() -> None:
    content = '[{"a": 3.10, "b": true, "c": null, "d": ["x", 2], "e": {"k": "é"}, "f": [{"k": 1}], "g": NaN}]'
    assert cells_of(content, "a.json") == [("3.10", "true", "", "x|2", '{"k": "é"}', '[{"k": "1"}]', "NaN")]


def test_json_lines_are_read_line_by_line() -> None:
    table = table_of('{"claim": "One came"}\n\n{"claim": "Two left"}\n', "a.jsonl")
    assert table.format == "jsonl"
    assert [row.cells for row in table.rows] == [("One came",), ("Two left",)]


def test_a_broken_line_is_a_row_with_an_error() -> None:
    table = table_of('{"claim": "One came"}\n{"claim": \n{"claim": "Two left"}\n', "a.jsonl")
    assert [row.error.code if row.error else "" for row in table.rows] == ["", "E_COLUMN_COUNT", ""]
    assert table.rows[1].cells == ('{"claim": ',)


def test_a_list_of_texts_is_a_list_of_claims() -> None:
    assert [c.claim_text for c in claims_of('["One came", "Two left"]', "a.json")] == ["One came", "Two left"]


def test_bare_values_between_objects_are_rows_with_an_error() -> None:
    table = table_of('[{"claim": "One came"}, "Two left", 5]', "a.json")
    assert [bool(row.error) for row in table.rows] == [False, True, True]


def test_rows_are_found_inside_a_wrapper_and_what_is_beside_them_is_said() -> None:
    table = table_of('{"made": "2024", "claims": [{"claim": "One came"}]}', "a.json")
    assert [row.cells for row in table.rows] == [("One came",)]
    assert "made" in table.notes[0]


def test_one_object_is_one_row_even_when_it_holds_lists() -> None:
    claim = claims_of('{"claim": "One came", "tags": ["tax", "dam"], "notes": [{"n": 1}]}', "a.json")[0]
    assert claim.tags == ("tax", "dam")


@pytest.mark.parametrize("content", ['{"claim": ', "[1, 2", '{"a": 1}}', "nonsense", "[" * 100_000, "3"])
def test_what_is_no_json_is_refused_with_the_place(content: str) -> None:
    with pytest.raises(UnreadableInput, match=r"a\.json") as caught:
        table_of(content, "a.json")
    assert caught.value.hint


def test_lone_surrogates_and_nul_are_an_error_of_that_row_only() -> None:
    table = table_of('[{"claim": "One \\ud800 came"}, {"claim": "Two \\u0000"}, {"claim": "Three"}]', "a.json")
    assert [row.error.code if row.error else "" for row in table.rows] == ["E_ENCODING", "E_ENCODING", ""]
    assert table.rows[0].cells == ("One \ufffd came",)


def test_an_object_without_anything_is_still_a_row() -> None:
    assert len(table_of('[{}, {"claim": "One came"}]', "a.json").rows) == 2
