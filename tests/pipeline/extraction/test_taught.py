"""What a tagger marks is added to what the rules find: speakers, statements, names and where a content ends."""

from __future__ import annotations

import pytest

from factcheck.model import AttributedClaim, TaggedAttribution
from factcheck.pipeline.extraction import extract, load_parser

pytestmark = pytest.mark.models


def tagged(text: str, source: str, cue: str, *content: str) -> TaggedAttribution:
    def spans(parts: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
        return tuple((text.index(part), text.index(part) + len(part)) for part in parts if part)

    return TaggedAttribution(spans((source,)), spans((cue,)), spans(content))


def claims(text: str, *marked: TaggedAttribution) -> list[AttributedClaim]:
    found = extract(text, "2031-05-02", parser=load_parser(), tagged=marked)
    assert all(text[claim.start : claim.end] == claim.quote for claim in found)
    return found


def test_a_quotation_of_nobody_gets_the_speaker_that_was_marked() -> None:
    text = "Mari Holm, a pilot, spoke to the harbour board on Monday.\n“The radar was never repaired at all.”"
    assert [claim.claim_author_name for claim in claims(text)] == [""]
    found = claims(text, tagged(text, "Mari Holm, a pilot,", "spoke", "“The radar was never repaired at all.”"))
    assert [claim.claim_author_name for claim in found] == ["Mari Holm"]


def test_a_statement_behind_an_unknown_cue_becomes_a_claim() -> None:
    text = "Mari Holm grumbled that the radar was never repaired."
    assert claims(text) == []
    (found,) = claims(text, tagged(text, "Mari Holm", "grumbled", "that the radar was never repaired"))
    assert (found.claim_author_name, found.cue, found.claim_text) == (
        "Mari Holm",
        "grumbled",
        "The radar was never repaired.",
    )


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Mari Holm hopes that the radar will be repaired.", "Mari Holm", "hopes", "that the radar will be repaired"),
        ("Mari Holm expressed hope that it would rain.", "Mari Holm", "expressed hope", "that it would rain"),
        ("Mari Holm did not grumble that it rained.", "Mari Holm", "did not grumble", "that it rained"),
        ("Mari Holm made no mention of the radar.", "Mari Holm", "made no mention", "of the radar"),
        ("Mari Holm wants the radar to be repaired.", "Mari Holm", "wants", "the radar to be repaired"),
    ],
)
def test_wishes_and_silence_are_no_claims(text: str, source: str, cue: str, content: str) -> None:
    assert claims(text, tagged(text, source, cue, content)) == []


def test_the_name_behind_a_description_speaks() -> None:
    text = "“They came by boat,” laughed postmistress Joan Tully, who saw it."
    found = claims(text, tagged(text, "postmistress Joan Tully", "laughed", "“They came by boat,”"))
    assert [claim.claim_author_name for claim in found] == ["Joan Tully"]


def test_a_content_ends_where_it_was_marked_to_end() -> None:
    text = "Mari Holm said she would freeze the fares if elected, which Bo Ray called an invoice."
    (found,) = claims(text, tagged(text, "Mari Holm", "said", "she would freeze the fares if elected"))
    assert found.quote == "she would freeze the fares if elected"


def test_what_both_found_is_there_once() -> None:
    text = "Mari Holm said the radar was never repaired."
    assert len(claims(text, tagged(text, "Mari Holm", "said", "the radar was never repaired"))) == 1


def test_marks_outside_of_every_paragraph_are_left_alone() -> None:
    text = "Read more\n\nMari Holm said the radar was never repaired."
    assert len(claims(text, TaggedAttribution(((0, 4),), ((0, 4),), ((5, 9),)))) == 1


def test_a_sentence_about_the_speaker_is_the_outlets_own() -> None:
    text = "The Harbour Union posted pictures of the leak, as the union grumbled."
    content = "The Harbour Union posted pictures of the leak"
    assert claims(text, tagged(text, "the union", "grumbled", content)) == []
    other = text.replace("the union", "the mayor")
    assert len(claims(other, tagged(other, "the mayor", "grumbled", content))) == 1
