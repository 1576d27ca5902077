"""When it was said, as against when it happened."""

from __future__ import annotations

import pytest

from factcheck.model import DatePrecision
from tests.pipeline.extraction.told import claims, only

pytestmark = pytest.mark.models


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The mayor said on Thursday that the ferry sank.", "2031-05-01"),
        ("The mayor said Thursday the ferry sank.", "2031-05-01"),
        ("On Thursday, the mayor said the ferry sank.", "2031-05-01"),
        ("“The ferry sank,” the mayor said on Wednesday evening.", "2031-04-30"),
        ("“The ferry sank,” the mayor told a news conference on Thursday.", "2031-05-01"),
        ("Speaking to reporters on Monday, the mayor said the ferry sank.", "2031-04-28"),
        ("In a statement on Sunday, the mayor said the ferry sank.", "2031-04-27"),
        ("The mayor said on Monday the ferry sank, adding that two were saved.", "2031-04-28"),
        ("The mayor warned two days earlier that the ferry leaked.", "2031-04-30"),
    ],
)
def test_a_time_at_the_verb_of_saying_dates_the_claim(text: str, date: str) -> None:
    assert {(claim.claim_date, claim.claim_date_precision) for claim in claims(text)} == {(date, DatePrecision.DAY)}


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said two people had been hurt by a trawler on Thursday.",
        "The mayor, who was elected in March, said the ferry sank.",
        "Unlike after the storm on 22 April, the mayor said the ferry sank.",
        "The ferry sank on Monday, the mayor said.",
        "The mayor said the ferry sank.",
    ],
)
def test_the_day_of_the_event_is_not_the_day_of_saying(text: str) -> None:
    claim = only(text)
    assert (claim.claim_date, claim.claim_date_precision) == ("2031-05-02", DatePrecision.DAY)


def test_two_speakers_in_one_sentence_have_two_days() -> None:
    text = "The mayor said on Wednesday that the ferry sank, but the owner said on Thursday that it floated."
    assert [claim.claim_date for claim in claims(text)] == ["2031-04-30", "2031-05-01"]


def test_a_time_that_cannot_be_settled_leaves_the_date_unknown() -> None:
    claim = only("The mayor said a few weeks ago that the ferry leaked.")
    assert (claim.claim_date, claim.claim_date_precision) == ("", DatePrecision.UNKNOWN)


def test_without_a_publication_date_nothing_is_guessed() -> None:
    text = "The mayor said on Thursday that the ferry sank. The owner said it floated."
    assert {claim.claim_date for claim in claims(text, published="")} == {""}


def test_a_publication_month_dates_to_the_month() -> None:
    claim = only("The mayor said the ferry sank.", published="2031-05")
    assert (claim.claim_date, claim.claim_date_precision) == ("2031-05", DatePrecision.MONTH)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Ann Lee told the board on Monday that the ferry leaked. She said two cabins were wet.", ["04-28", "04-28"]),
        ("On Monday, Ann Lee said that the ferry sank. “Two cabins were wet,” she added.", ["04-28", "04-28"]),
        ("Ann Lee, who gave evidence on Monday, told the court that the ferry leaked.", ["04-28"]),
        ("Ann Lee said on Monday that the ferry leaked. Bo Ray said it floated.", ["04-28", "05-02"]),
        ("Ann Lee said on Monday that the ferry leaked. She says two cabins are wet.", ["04-28", "05-02"]),
        ("Ann Lee said on Monday that the ferry leaked.\nShe said two cabins were wet.", ["04-28", "05-02"]),
        ("Ann Lee said on Monday that the ferry leaked. Bo Ray said it floated. Lee said it was wet.",
         ["04-28", "05-02", "05-02"]),
        ("Ann Lee said on Monday that the ferry leaked. On Wednesday the board met. She said it was wet.",
         ["04-28", "05-02"]),
    ],
)  # fmt: skip
def test_who_goes_on_in_the_same_breath_speaks_at_the_same_time(text: str, dates: list[str]) -> None:
    assert [claim.claim_date for claim in claims(text)] == [f"2031-{date}" for date in dates]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee had told the board that the ferry leaked.",
        "Ann Lee used to say that the ferry leaked.",
        "Ann Lee once said that the ferry leaked.",
    ],
)
def test_what_was_said_some_time_before_has_no_known_day(text: str) -> None:
    claim = only(text)
    assert (claim.claim_date, claim.claim_date_precision) == ("", DatePrecision.UNKNOWN)
