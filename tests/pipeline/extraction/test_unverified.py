"""What an outlet could not check is marked, and nothing else."""

from __future__ import annotations

import pytest

from factcheck.model import Modality
from tests.pipeline.extraction.told import claims

pytestmark = pytest.mark.models

SAID = "The mayor said the ferry sank. The owner denied that it sank."
DOUBT = "There was no way to independently confirm the claims."


def modalities(text: str) -> list[Modality]:
    return [claim.modality for claim in claims(text)]


def test_claims_before_it_in_the_paragraph_are_marked_and_denials_stay() -> None:
    assert modalities(f"{SAID} {DOUBT} The union said the crew was safe.") == [
        Modality.UNVERIFIED,
        Modality.DENIED,
        Modality.ASSERTED,
    ]


def test_claims_of_another_paragraph_are_not_marked() -> None:
    assert Modality.UNVERIFIED not in modalities(f"{SAID}\nTwo films were shown on Monday. {DOUBT}")


def test_a_paragraph_of_its_own_speaks_of_the_one_before() -> None:
    assert modalities(f"The union said the crew was safe.\n{SAID}\n{DOUBT}") == [
        Modality.ASSERTED,
        Modality.UNVERIFIED,
        Modality.DENIED,
    ]


MAYOR = "The mayor said the ferry sank. The owner said nine people drowned."
UNVERIFIED, ASSERTED = Modality.UNVERIFIED, Modality.ASSERTED


@pytest.mark.parametrize(
    ("notice", "marked"),
    [
        ("These claims could not be verified.", [UNVERIFIED, UNVERIFIED]),
        ("The figures could not be independently verified.", [ASSERTED, UNVERIFIED]),
        ("His account could not be verified.", [ASSERTED, UNVERIFIED]),
        ("The Courier has not been able to verify them.", [UNVERIFIED, UNVERIFIED]),
    ],
)
def test_the_words_of_a_notice_say_which_claims_it_means(notice: str, marked: list[Modality]) -> None:
    assert modalities(f"{MAYOR} {notice}") == marked
    assert modalities(f"{MAYOR}\n{notice} The lines to the port are cut.") == marked


def test_the_accounts_of_both_sides_reach_over_the_paragraphs_before() -> None:
    text = (
        "The union said the crew was safe.\nThe boat lies at the pier.\nThe mayor said the ferry sank.\n"
        "The owner said it floats.\nNeither account could be independently verified.\nThe clerk said it was Monday."
    )
    assert modalities(text) == [ASSERTED, UNVERIFIED, UNVERIFIED, ASSERTED]


def test_a_notice_on_both_sides_that_opens_an_article_speaks_of_what_follows() -> None:
    text = (
        "Neither side’s account could be verified.\nThe mayor said the ferry sank.\n"
        "The owner said it floats.\nThe boat lies at the pier.\nThe union said the crew was safe."
    )
    assert modalities(text) == [UNVERIFIED, UNVERIFIED, ASSERTED]


def test_the_following_accounts_are_those_behind_the_notice() -> None:
    text = "The union said the crew was safe. The following accounts could not be verified.\nThe mayor said it sank."
    assert modalities(text) == [ASSERTED, UNVERIFIED]
