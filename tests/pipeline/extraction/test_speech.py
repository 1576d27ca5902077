"""Direct speech: whose it is, and how it reads alone."""

from __future__ import annotations

import pytest

from factcheck.model import ClaimantType
from tests.pipeline.extraction.told import claims, only, texts, who

pytestmark = pytest.mark.models


def test_the_quote_is_without_its_marks_and_the_text_is_a_sentence() -> None:
    claim = only("“The ferry was safe,” the mayor said.")
    assert (claim.quote, claim.claim_text) == ("The ferry was safe,", "The ferry was safe.")


@pytest.mark.parametrize(
    "text",
    [
        "“The ferry was safe,” said Anna Strand, the mayor.",
        "Anna Strand, the mayor, said: “The ferry was safe.”",
        '"The ferry was safe," Anna Strand told reporters in Oslo.',
        "‘The ferry was safe,’ Anna Strand insisted.",
        "“The ferry was safe,” smiled Anna Strand.",
        "“The ferry was safe,” according to Anna Strand.",
        "Anna Strand: “The ferry was safe.”",
        "Anna Strand was blunt. “The ferry was safe.”",
    ],
)
def test_the_speaker_is_found_before_and_behind_the_quotation(text: str) -> None:
    spoken = [claim for claim in claims(text) if claim.quote.startswith("The ferry")]
    assert [claim.claim_author_name for claim in spoken] == ["Anna Strand"]


def test_a_quotation_split_by_its_tag_gives_a_claim_for_each_piece() -> None:
    text = "“We have lost the radar,” the union said. “Nobody was told.”"
    assert who(text) == ["Union", "Union"]
    assert texts(text) == ["The union has lost the radar.", "Nobody was told."]


def test_the_second_half_of_a_sentence_is_told_whole() -> None:
    text = "“The road is shut,” the mayor said, “because it flooded.”"
    assert texts(text) == ["The road is shut.", "The road is shut because it flooded."]


def test_a_sentence_broken_by_a_pronoun_and_a_verb_is_told_whole() -> None:
    text = "The union’s lawyer, Tom Reed, wept. “The thing is,” he said, “we lost.”"
    assert texts(text) == ["The thing is.", "The thing is we lost."]
    assert who(text) == ["Tom Reed", "Tom Reed"]


def test_paragraphs_of_one_long_quotation_have_one_speaker() -> None:
    text = "“Nobody told us anything.\n“We waited in the cold for two hours,” said Mari Holm, a passenger."
    assert who(text) == ["Mari Holm", "Mari Holm"]


def test_a_quotation_alone_in_its_paragraph_is_nobodys_but_kept() -> None:
    text = "The mayor spoke on Monday.\n“The ferry was never inspected at all.”"
    assert only(text).claim_author_name == ""


def test_scare_quotes_titles_and_shouts_without_a_verb_are_no_claims() -> None:
    assert claims("The “peace boats” left, and “The Man Who Knew Too Much” was shown. “Freedom! Freedom!”") == []


def test_words_on_a_banner_are_not_put_into_a_neighbours_mouth() -> None:
    text = "“They are afraid,” said Olav Berg, as crews waved a banner that showed: “We are for peace in Halmar”."
    assert [claim.claim_author_name for claim in claims(text) if "peace" in claim.quote] == [""]


def test_long_speech_is_cut_at_sentence_ends() -> None:
    text = "“" + "The water rose again in the lower town last night. " * 20 + "It stopped,” the mayor said."
    found = claims(text)
    assert len(found) > 1
    assert all(len(claim.quote.split()) <= 100 for claim in found)


@pytest.mark.parametrize(
    ("text", "claim_text"),
    [
        ("“We have crews on the water,” the league said.", "The league has crews on the water."),
        ("“We’re ready and we’ve found a way,” the league said.", "The league is ready and it has found a way."),
        ("“We were never asked,” the league said.", "The league was never asked."),
        ("“We’ll sail at dawn,” the crews said.", "The crews will sail at dawn."),
        ("“We fight and win,” the league said.", "The league fights and wins."),
        ("“They fired at our boats,” the league said.", "They fired at the league’s boats."),
        ("“I am not going to resign,” said Anna Strand.", "Anna Strand is not going to resign."),
        ("“I don’t know,” said Anna Strand.", "Anna Strand doesn’t know."),
        ("“We lost the engine,” said Anna Strand.", "We lost the engine."),
        ("“Why are we here?” the league asked.", "Why are we here?"),
        ("“The fault is ours,” the league said.", "The fault is ours."),
        ("“The [crews] were misled,” the league said.", "The crews were misled."),
    ],
)
def test_the_first_person_becomes_the_speaker_only_where_grammar_holds(text: str, claim_text: str) -> None:
    assert only(text).claim_text == claim_text


def test_an_unnamed_witness_speaks_for_herself() -> None:
    claim = only("“I saw two men with a ladder,” a witness said.")
    assert claim.claim_text == "A witness saw two men with a ladder."
    assert claim.claim_author_type is ClaimantType.PERSON
