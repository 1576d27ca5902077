"""Denials read as negated statements, because claims are compared by their text."""

from __future__ import annotations

import pytest

from factcheck.model import Modality
from tests.pipeline.extraction.told import claims, only

pytestmark = pytest.mark.models


@pytest.mark.parametrize(
    ("sentence", "claim_text"),
    [
        (
            "The ministry denied that its forces had attacked the town.",
            "The ministry’s forces had not attacked the town.",
        ),
        ("The ministry denied it had cut the safety budget.", "The ministry had not cut the safety budget."),
        ("Police denied the theft was an inside job.", "The theft was not an inside job."),
        ("The mayor denies that he owns the ferry.", "The mayor does not own the ferry."),
        ("The mayor denied that the ferry sank.", "The ferry did not sink."),
        ("The ministry denied that any ships had been lost.", "No ships had been lost."),
        ("The mayor denied that all the boats had left.", "It is not true that all the boats had left."),
        ("The mayor denied that the boats had not left.", "It is not true that the boats had not left."),
        ("The company denied having dumped waste in the river.", "The company did not dump waste in the river."),
        (
            "The company denied dumping waste and bribing officials.",
            "The company did not dump waste or bribe officials.",
        ),
        ("The port authority denied involvement in the spill.", "The port authority was not involved in the spill."),
        (
            "The port authority denied responsibility for the spill.",
            "The port authority was not responsible for the spill.",
        ),
        ("The board denied any wrongdoing.", "The board did nothing wrong."),
        ("The board denied any knowledge of the leak.", "The board had no knowledge of the leak."),
        ("The army denied any offensive in the valley.", "There was no offensive in the valley."),
        ("The council rejected claims that the water was unsafe.", "The water was not unsafe."),
    ],
)
def test_a_denial_is_a_negated_statement(sentence: str, claim_text: str) -> None:
    claim = only(sentence)
    assert claim.claim_text == claim_text
    assert claim.modality is Modality.DENIED


def test_who_is_contradicted_and_who_contradicts_are_told_apart() -> None:
    first, second = sorted(
        claims("Strand’s claim that the ferry was overloaded was rejected by the company."),
        key=lambda claim: claim.modality,
    )
    assert (first.claim_author_name, first.claim_text) == ("Strand", "The ferry was overloaded.")
    assert (second.claim_author_name, second.claim_text) == ("Company", "The ferry was not overloaded.")


def test_a_denied_allegation_is_the_one_made_just_before() -> None:
    text = "The mayor accused the firm of hiding the leak. The firm denied the allegation."
    denial = claims(text)[-1]
    assert (denial.claim_author_name, denial.claim_text) == ("Firm", "It is not true that the firm hid the leak.")
    assert denial.quote == "the allegation"


def test_rejected_that_points_to_the_claim_before_it() -> None:
    text = "The doctor said the army had turned back two trucks. The army rejected that, saying no truck had come."
    assert [claim.claim_text for claim in claims(text) if claim.modality is Modality.DENIED] == [
        "It is not true that the army had turned back two trucks."
    ]


def test_an_allegation_that_nothing_before_explains_gives_no_claim() -> None:
    assert claims("The union’s leader, Karl Stein, rejected the accusation.") == []
    text = "Police said two clerks were being questioned. The union’s leader rejected the accusation."
    assert [claim.claim_author_name for claim in claims(text)] == ["Police"]
