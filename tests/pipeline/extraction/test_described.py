"""Names that people call others, and records that speak for whoever keeps them."""

from __future__ import annotations

import pytest

from tests.pipeline.extraction.told import claims, only

pytestmark = pytest.mark.models


@pytest.mark.parametrize(
    ("text", "claimant", "said"),
    [
        ("The mayor, Kit Larsen, has been branded a “bully with a trowel” by his neighbour Posy Amado.",
         "Posy Amado", "Kit Larsen is a bully with a trowel."),
        ("Kit Larsen was described as a hero by the coastguard.", "Coastguard", "Kit Larsen was a hero."),
        ("The company was labelled a polluter by Greenwatch.", "Greenwatch", "The company was a polluter."),
        ("Kit Larsen is a singer. Saffi Bloom once called him “the loneliest man in any room”.",
         "Saffi Bloom", "Kit Larsen was the loneliest man in any room."),
    ],
)  # fmt: skip
def test_what_somebody_is_called_is_the_claim_of_who_calls_them_so(text: str, claimant: str, said: str) -> None:
    claim = only(text)
    assert (claim.claim_author_name, claim.claim_text) == (claimant, said)


@pytest.mark.parametrize("text", ["The keeper called it a day.", "Kit Larsen was described as a hero."])
def test_a_day_and_a_description_by_nobody_are_no_claims(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("The Harbour Board was criticised. According to its figures, nine boats sank last year.", "Harbour Board"),
        ("The Harbour Board meets on Friday. Boats must carry two radios, according to its own report.",
         "Harbour Board"),
        ("Nine boats sank, according to the Harbour Board’s guidance.", "Harbour Board"),
        ("Nine boats sank, according to figures from the Harbour Board.", "Harbour Board"),
        ("Nine boats sank, according to the Harbour Board’s report.", "Harbour Board’s report"),
        ("Nine boats sank, according to her lawyer.", "Lawyer"),
    ],
)  # fmt: skip
def test_records_are_their_keeper_s_word_and_reports_and_people_speak_for_themselves(text: str, claimant: str) -> None:
    assert only(text).claim_author_name == claimant
