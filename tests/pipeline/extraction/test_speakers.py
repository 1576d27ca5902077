"""Who is meant: full names, roles, pronouns, short names, and who must not be guessed."""

from __future__ import annotations

import pytest

from factcheck.model import ClaimantType
from tests.pipeline.extraction.told import claims, only, texts, who

pytestmark = pytest.mark.models


@pytest.mark.parametrize(
    ("introduction", "later"),
    [
        ("The harbourmaster, Tilde Aasen, spoke on Monday.", "Aasen said the ferry sank."),
        ("The harbourmaster, Tilde Aasen, spoke on Monday.", "The harbourmaster said the ferry sank."),
        ("Tilde Aasen, a former pilot, spoke on Monday.", "She said the ferry sank."),
        ("Harbourmaster Tilde Aasen spoke on Monday.", "Ms Aasen said the ferry sank."),
        ("The governor of the Halmar region Tilde Aasen spoke on Monday.", "Aasen said the ferry sank."),
    ],
)
def test_a_person_is_named_in_full(introduction: str, later: str) -> None:
    claim = only(f"{introduction} {later}")
    assert (claim.claim_author_name, claim.claim_author_type) == ("Tilde Aasen", ClaimantType.PERSON)


@pytest.mark.parametrize(
    "later",
    [
        "The league said the ferry sank.",
        "The group said the ferry sank.",
        "It said the ferry sank.",
        "The FCL said the ferry sank.",
    ],
)
def test_a_body_is_named_in_full(later: str) -> None:
    claim = only(f"The Free Coast League (FCL) met on Monday. {later}")
    assert (claim.claim_author_name, claim.claim_author_type) == ("Free Coast League", ClaimantType.ORGANISATION)


def test_the_rebels_are_the_rebel_groups_of_the_lead() -> None:
    text = "Northern rebel groups said they were still fighting. The rebels claimed to be near the town."
    assert who(text) == ["Northern rebel groups", "Northern rebel groups"]
    assert claims(text)[0].claim_author_type is ClaimantType.GROUP


def test_the_company_is_not_taken_for_the_union() -> None:
    text = "The Coastal Workers’ Union struck on Monday. The company said the boats were new."
    assert only(text).claim_author_name == "Company"


def test_an_apposed_body_names_the_unnamed_group() -> None:
    text = "A second group with few members, the Northern Guard Corps, claimed to have been involved."
    claim = only(text)
    assert claim.claim_author_name == "Northern Guard Corps"
    assert claim.claim_text == "The Northern Guard Corps was involved."


def test_a_name_behind_a_spokeswoman_is_hers_and_not_her_masters() -> None:
    text = "A spokeswoman for the governor, Rita Obi, said the claim was false. The governor said he was ill."
    assert who(text) == ["Rita Obi", "Governor"]


def test_a_name_is_not_lent_to_the_aide_of_its_bearer() -> None:
    text = "A senior adviser to President Musa Danladi said the claim was false."
    assert only(text).claim_author_name == "Senior adviser to President Musa Danladi"


def test_a_title_is_no_part_of_the_name() -> None:
    assert only("Czech President Jan Novotny said the ferry sank.").claim_author_name == "Jan Novotny"


def test_an_official_named_by_the_next_quotation_is_one_person() -> None:
    text = "A port official confirmed that the radar was off.\n“Nobody watched it,” Jonas Lie told Reuters."
    assert who(text) == ["Jonas Lie", "Jonas Lie"]


def test_a_known_person_who_speaks_next_does_not_lend_the_name() -> None:
    text = "Jonas Lie, the mayor, arrived. A port official said the radar was off. “Nobody watched it,” Lie said."
    assert who(text) == ["Port official", "Jonas Lie"]


def test_a_pronoun_means_who_spoke_last_and_not_who_was_spoken_of() -> None:
    text = "Rolf Engen warned that President Odd Vik might use force. “He has no choice,” he said."
    assert who(text) == ["Rolf Engen", "Rolf Engen"]


def test_she_is_not_a_man() -> None:
    text = "Irina Belova met Mr Oleg Petrov. Mr Petrov left. She said the talks had failed."
    assert only(text).claim_author_name == "Irina Belova"


def test_a_place_that_speaks_is_an_organisation() -> None:
    assert only("Kyiv said all the boats had left.").claim_author_type is ClaimantType.ORGANISATION


@pytest.mark.parametrize(
    ("sentence", "claim_text"),
    [
        ("The army said it had retaken the village.", "The army had retaken the village."),
        ("The board said its inspectors found nothing.", "The board’s inspectors found nothing."),
        ("Residents said they had no water.", "Residents had no water."),
        ("The minister said she did not know about the leak.", "The minister did not know about the leak."),
        ("The army said it was raining.", "It was raining."),
        ("The army said it was an accident.", "It was an accident."),
        ("The army said that 40 men were taken and that all of them had talked.", "All of them had talked."),
        ("Oslo said all 12 had hit their targets.", "All 12 had hit their targets."),
        ("Lawyers for the guards said they slept on duty.", "They slept on duty."),
        ("The boats were new, but the union claimed they leaked.", "They leaked."),
    ],
)
def test_a_pronoun_is_spelled_out_only_when_nothing_else_can_be_meant(sentence: str, claim_text: str) -> None:
    assert texts(sentence)[-1] == claim_text


def test_short_names_inside_a_claim_are_spelled_out() -> None:
    text = "The Free Coast League met. The mayor said the league was broke."
    assert texts(text) == ["The Free Coast League was broke."]
