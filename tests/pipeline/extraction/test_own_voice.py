"""What an outlet states itself is found apart from what it says others said."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.pipeline.extraction import extract, load_parser, own_statements

pytestmark = pytest.mark.models
TEXT = (
    "The ferry Alder sank off Skarn Point on 3 March with nineteen people on board.\n"
    "The coastguard said the radar had been switched off. “Nobody checked it,” Mari Holm told reporters.\n"
    "Will the inquiry find out who gave the order to sail?\n"
    "We could not independently verify the account of the crew.\n"
    "She has led the harbour office since 2029."
)


def own(text: str) -> list[str]:
    claims = extract(text, "2031-05-02", parser=load_parser())
    found = own_statements(text, "2031-05-02", claims, parser=load_parser())
    assert all(text[claim.start : claim.end] == claim.quote for claim in found)
    assert {(claim.claim_author_name, claim.cue) for claim in found} <= {("", "")}
    return [claim.claim_text for claim in found]


def test_statements_are_found_and_reports_questions_and_doubts_are_not() -> None:
    assert own(TEXT) == [
        "The ferry Alder sank off Skarn Point on 3 March with nineteen people on board.",
        "Mari Holm has led the harbour office since 2029.",
    ]


def test_they_carry_the_day_of_publication() -> None:
    (claim,) = own_statements("The ferry Alder sank off Skarn Point in the night.", "2031-05-02", [])
    assert (claim.claim_date, claim.claim_date_precision.value) == ("2031-05-02", "day")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_accepted(text: str) -> None:
    if not any("\ud800" <= char <= "\udfff" for char in text):
        own(text)
