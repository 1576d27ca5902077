from __future__ import annotations

import pytest

from factcheck.errors import InvalidValue
from factcheck.pipeline.importing.dialect import Dialect, check_delimiter, detect_dialect

STATEMENTS = "The dam, as they say, held {n}"


def dialect(text: str, delimiter: str | None = None, quoting: bool | None = None) -> Dialect:
    return detect_dialect(text, delimiter, quoting)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    rows = [["id", "claim_text", "speaker"], *([str(n), '"A, b; c|d\te"', "Ann"] for n in range(5))]
    text = "\n".join(delimiter.join(row) for row in rows)
    assert dialect(text) == Dialect(delimiter, 3, quoting=True)


def test_commas_in_statements_do_not_outweigh_semicolons_between_cells() -> None:
    text = "text;outlet\n" + "".join(f"{STATEMENTS.format(n=n)};Herald\n" for n in range(9))
    assert dialect(text).delimiter == ";"


def test_a_header_without_known_names_is_split_too() -> None:
    text = "Aussage;Sprecher\n" + "".join(f"{STATEMENTS.format(n=n)};Anna\n" for n in range(9))
    assert dialect(text).delimiter == ";"


def test_a_single_column_of_sentences_has_no_delimiter() -> None:
    text = "claim_text\nOne came, two left\nNobody, not even Ann, stayed, it seems\nAll went\n"
    assert dialect(text) == Dialect("", 1, quoting=True)


def test_ragged_rows_do_not_hide_the_delimiter() -> None:
    assert dialect("claim_text,speaker,date\nOne\nTwo,Ann,2020\n").delimiter == ","


def test_loose_quotes_in_an_even_table_switch_quoting_off() -> None:
    rows = ['1\tHe said "no\tAnn', '2\t"We won\tBob', "3\tThird\tCyd"]
    assert dialect("\n".join(rows)) == Dialect("\t", 3, quoting=False)


def test_proper_quotes_leave_quoting_on_even_when_every_line_is_even() -> None:
    assert dialect('id,claim_text\n1,"The dam held\nsaid the mayor, twice"\n').quoting


def test_what_the_user_settles_is_kept() -> None:
    text = 'a;b\n"1";2\n'
    assert dialect(text, delimiter=",") == Dialect(",", 1, quoting=True)
    assert dialect(text, quoting=False) == Dialect(";", 2, quoting=False)


def test_delimiters_can_be_named() -> None:
    assert [check_delimiter(name) for name in ("tab", "\\t", "Comma", "none", "^")] == ["\t", "\t", ",", "", "^"]


@pytest.mark.parametrize("delimiter", ["::", '"', "\n", "spam"])
def test_an_impossible_delimiter_is_refused_with_the_choices(delimiter: str) -> None:
    with pytest.raises(InvalidValue, match="semicolon"):
        check_delimiter(delimiter)
