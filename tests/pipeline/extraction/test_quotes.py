"""Quotations found by their marks alone."""

from __future__ import annotations

import pytest

from factcheck.pipeline.extraction.paragraphs import split_paragraphs
from factcheck.pipeline.extraction.quotes import Quotation, find_quotations


def found(text: str) -> list[Quotation]:
    _, quotations = find_quotations(text, split_paragraphs(text))
    return [one for paragraph in quotations for one in paragraph]


def inner(text: str) -> list[str]:
    return [text[one.start : one.end] for one in found(text)]


@pytest.mark.parametrize(
    ("opening", "closing"), [("“", "”"), ('"', '"'), ("‘", "’"), ("«", "»"), ("„", "“"), ("「", "」"), ("»", "«")]
)
def test_every_kind_of_mark_is_read(opening: str, closing: str) -> None:
    assert inner(f"He said {opening}the road is shut{closing} and left.") == ["the road is shut"]


def test_the_outer_span_holds_the_marks() -> None:
    text = "She wrote: “Gone.”"
    (one,) = found(text)
    assert text[one.outer_start : one.outer_end] == "“Gone.”"


def test_apostrophes_and_plural_possessives_close_nothing() -> None:
    assert inner("‘The crews’ boats aren’t ours,’ he said.") == ["The crews’ boats aren’t ours,"]


def test_single_straight_marks_need_a_closing_one_behind_punctuation() -> None:
    assert inner("'It is over,' said the crew's cook, who 'd been up since '99.") == ["It is over,"]


def test_inches_and_stray_marks_are_no_quotations() -> None:
    assert inner('The plank was 6" wide and 8" long.') == []


def test_a_nested_quotation_belongs_to_the_outer_one() -> None:
    assert inner("“He told me ‘run’ and I ran,” she said.") == ["He told me ‘run’ and I ran,"]


def test_a_quotation_over_several_paragraphs_reopens_in_each() -> None:
    text = "“One thing is clear.\n“Another is not.\n“That is all,” she said."
    assert inner(text) == ["One thing is clear.", "Another is not.", "That is all,"]
    assert [one.continues for one in found(text)] == [False, True, True]


def test_lines_inside_one_running_quotation_become_one_paragraph() -> None:
    text = '"We waited.\nNobody came.\nThen it rained," she said.'
    paragraphs, _ = find_quotations(text, split_paragraphs(text))
    assert len(paragraphs) == 1
    assert inner(text) == ["We waited.\nNobody came.\nThen it rained,"]


def test_a_forgotten_closing_mark_swallows_no_other_paragraph() -> None:
    text = "“We waited all night, she said.\nThe ferry came at six.\nIt was late."
    assert inner(text) == ["We waited all night, she said."]


def test_a_mark_that_opens_nothing_in_the_middle_is_passed_over() -> None:
    assert inner('The sign "read no entry.\nIt was old.') == []
