from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.pipeline.reading import clean_text


def test_line_ends_of_every_kind_become_newlines() -> None:
    assert clean_text("a\r\nb\rc\u2028d\u2029e\x0cf\x85g") == "a\nb\nc\nd\ne\nf\ng"


def test_control_and_invisible_characters_go_and_tabs_stay() -> None:
    assert clean_text("\ufeffBel\u00adfort\x00 \x1bsaid\u200b\tno\u202e\x9f") == "Belfort said\tno"


def test_letters_are_composed() -> None:
    assert clean_text("cafe\u0301") == "café"


def test_blanks_at_line_ends_go() -> None:
    assert clean_text("one  \ntwo\t\n\u00a0\nthree ") == "one\ntwo\n\nthree"


def test_at_most_two_blank_lines_stay() -> None:
    assert clean_text("a\n\n\n\n\n\nb\n\n\nc") == "a\n\n\nb\n\n\nc"


def test_half_a_surrogate_pair_becomes_a_mark_that_can_be_stored() -> None:
    assert clean_text("a\ud800b").encode() == "a\ufffdb".encode()


def test_joiners_that_persian_and_hindi_need_stay() -> None:
    assert clean_text("می\u200cگوید") == "می\u200cگوید"


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)
    clean_text(text).encode()
