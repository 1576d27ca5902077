"""Speech lifted out of its sentence, and the way back to the article."""

from __future__ import annotations

import pytest

from factcheck.pipeline.extraction.passages import lift_speech, plain_passage
from factcheck.pipeline.extraction.quotes import find_quotations


def frame(text: str) -> str:
    (span,), (quotations,) = find_quotations(text, [(0, len(text))])
    return lift_speech(text, span, quotations).text


@pytest.mark.parametrize(
    ("text", "lifted"),
    [
        ("“The ferry sank. All got off,” she said.", "“This is so,” she said."),
        ("“Who did it?” she asked.", "“This is so,” she asked."),
        ("She said: “The ferry sank.”", "She said: “This is so.”"),
        ("“The road is shut,” he said, “because it flooded.”", "“This is so,” he said, “this is so.”"),
        ("“The ferry sank.” Aasen rang the bell.", "“This is so.” Aasen rang the bell."),
        ("He said “We have lost the ferry.”", "He said “This is so.”"),
    ],
)
def test_direct_speech_is_lifted(text: str, lifted: str) -> None:
    assert frame(text) == lifted


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “peace boats” left.",
        "The tug had “probably” sunk.",
        "He read “The Old Man and the Sea” aloud.",
        "The board said the plan “would never have worked for us”.",
        "He called it “a disgrace” and left.",
    ],
)
def test_scare_quotes_titles_and_quoted_parts_of_a_sentence_stay(text: str) -> None:
    assert frame(text) == text


def test_white_space_is_evened_out_and_invisible_signs_are_dropped() -> None:
    text = "The\u00a0ferry \n\t has\u200b sunk\u00ad."
    passage = plain_passage(text, (0, len(text)))
    assert passage.text == "The ferry has sunk."
    start = passage.text.index("ferry")
    first, last = passage.article_span(start, len(passage.text))
    assert text[first:last] == "ferry \n\t has\u200b sunk\u00ad."


def test_a_stand_in_points_back_to_the_whole_quotation() -> None:
    text = "“The ferry sank,” she said."
    (span,), (quotations,) = find_quotations(text, [(0, len(text))])
    passage = lift_speech(text, span, quotations)
    assert passage.lifted == {1: quotations[0]}
    assert passage.article_span(1, 13) == (1, 17)
