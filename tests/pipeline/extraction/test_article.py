"""A whole report against claims found by hand: claimant, date, chain and exact quote of each."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from factcheck.model import AttributedClaim
from factcheck.pipeline.extraction import extract, load_parser

pytestmark = pytest.mark.models

TEXT = (Path(__file__).parent / "blockade.txt").read_text(encoding="utf-8")
THURSDAY = "2031-04-17"

CREWS = "Fishing crews in the northern province of Halmar"
LEAGUE = "Free Coast League"
GOLD = [
    (CREWS, THURSDAY, "they are still blocking the port of Sundvik"),
    ("Government", "2031-04-16", "to have cleared the harbour"),
    (LEAGUE, THURSDAY, "it had lost several boats"),
    (
        LEAGUE,
        THURSDAY,
        "We have crews on the water round the clock. Sadly, two of our skippers are hurt, but nobody is going home,",
    ),
    (LEAGUE, THURSDAY, "Both of them are being treated ashore."),
    ("Port authority", "2031-04-16", "to have reopened the channel, arresting 31 of the protesters"),
    (CREWS, THURSDAY, "to be still very much in control of the entrance on Thursday"),
    ("Tilde Aasen", THURSDAY, "a pilot boat had been rammed and two pilots hurt by a trawler on Thursday"),
    (
        "Tilde Aasen",
        THURSDAY,
        "The trawler came out of the fog. Our pilots were thrown into the sea. They were pulled out by a ferry,",
    ),
    (LEAGUE, THURSDAY, "the coastguard for the collision"),
    (LEAGUE, THURSDAY, "it had chased a trawler that was “running for shelter with our wounded aboard”"),
    (LEAGUE, THURSDAY, "At least three crew members were hurt, and this is the price of the minister’s vanity,"),
    ("Rolf Engen", THURSDAY, "the blockade was better prepared than the one in March"),
    ("Rolf Engen", THURSDAY, "any trawler had rammed the pilot boat"),
    ("Rolf Engen", THURSDAY, "They had radar, we had lanterns,"),
    ("Rolf Engen", THURSDAY, "So I am proud of them."),
    ("Shipping agents", THURSDAY, "there were queues further south, at the anchorage off Brenn"),
    ("Sigrid Moe", THURSDAY, "the channel was shut"),
    ("Sigrid Moe", THURSDAY, "a tug had “probably” sunk near the mole"),
    ("Sigrid Moe", THURSDAY, "Two people are missing,"),
    ("Nordolje", THURSDAY, "40 tankers are waiting"),
    ("Nordolje", "2031-04-14", "it would sue"),
]
"""Silence ("made no mention", "no crew has claimed") and the report's own last words are not in it."""


@pytest.fixture(scope="module")
def found() -> list[AttributedClaim]:
    return extract(TEXT, THURSDAY, parser=load_parser())


def test_exactly_the_claims_of_the_report_are_found(found: list[AttributedClaim]) -> None:
    assert [(claim.claim_author_name, claim.claim_date, claim.quote) for claim in found] == GOLD


def test_every_claim_text_stands_alone(found: list[AttributedClaim]) -> None:
    by_quote = {claim.quote: claim.claim_text for claim in found}
    assert by_quote["to have cleared the harbour"] == "The government cleared the harbour."
    assert by_quote["it had lost several boats"] == "The Free Coast League had lost several boats."
    assert by_quote["any trawler had rammed the pilot boat"] == "No trawler had rammed the pilot boat."
    assert by_quote["it would sue"] == "Nordolje would sue."
    assert by_quote[GOLD[10][2]] == (
        "The coastguard had chased a trawler that was running for shelter with the Free Coast League’s wounded aboard."
    )
    assert all(claim.claim_text[0].isupper() or claim.claim_text[0].isdigit() for claim in found)
    assert all(claim.claim_text.endswith(".") for claim in found)


def test_outlets_that_were_told_are_the_chain(found: list[AttributedClaim]) -> None:
    chains = {claim.quote: claim.attribution_chain for claim in found if claim.attribution_chain}
    assert chains == {GOLD[11][2]: ("Sundvik Courier",), "Two people are missing,": ("NTB",)}


def test_what_could_not_be_verified_is_marked(found: list[AttributedClaim]) -> None:
    marked = [claim.claim_author_name for claim in found if claim.modality == "not independently verified"]
    assert marked == ["Shipping agents"]


def test_spans_give_back_their_quotes_and_claims_come_in_order(found: list[AttributedClaim]) -> None:
    assert all(TEXT[claim.start : claim.end] == claim.quote for claim in found)
    assert found == sorted(found, key=lambda claim: claim.start)


def test_an_article_takes_less_than_a_second() -> None:
    parser = load_parser()
    text = f"{TEXT}\n\n{TEXT}"
    assert len(text.split()) > 700
    started = time.process_time()
    extract(text, THURSDAY, parser=parser)
    assert time.process_time() - started < 2.0
