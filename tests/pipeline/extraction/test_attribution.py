"""Each way of saying that somebody said something, one sentence each."""

from __future__ import annotations

import pytest

from factcheck.model import ClaimantType, Modality
from tests.pipeline.extraction.told import claims, only, texts, who

pytestmark = pytest.mark.models


@pytest.mark.parametrize(
    ("sentence", "claimant", "cue", "claim_text"),
    [
        ("The mayor said that the ferry was safe.", "Mayor", "said", "The ferry was safe."),
        ("The ferry was safe, the mayor said on Telegram.", "Mayor", "said", "The ferry was safe."),
        ("The ferry, officials said, had sunk by noon.", "Officials", "said", "The ferry had sunk by noon."),
        (
            "According to the mayor, at least 12 people were hurt.",
            "Mayor",
            "according to",
            "At least 12 people were hurt.",
        ),
        (
            "At least 12 people were hurt, according to the mayor.",
            "Mayor",
            "according to",
            "At least 12 people were hurt.",
        ),
        ("As the mayor said on Tuesday, the school is closed.", "Mayor", "said", "The school is closed."),
        ("The mayor told reporters the school was closed.", "Mayor", "told", "The school was closed."),
        (
            "The mayor’s statement that taxes would fall was met with laughter.",
            "Mayor",
            "statement",
            "Taxes would fall.",
        ),
        (
            "The union announced that its members had voted to strike.",
            "Union",
            "announced",
            "The union’s members had voted to strike.",
        ),
        (
            "Anna Petrova, who runs the port, warned that the cranes were broken.",
            "Anna Petrova",
            "warned",
            "The cranes were broken.",
        ),
        ("The report found that the locks were forty years old.", "Report", "found", "The locks were forty years old."),
        (
            "Detectives believe that the paintings are still in the city.",
            "Detectives",
            "believe",
            "The paintings are still in the city.",
        ),
        ("The minister went on to say that the plan had failed.", "Minister", "say", "The plan had failed."),
        ("The union called the inquiry “a whitewash”.", "Union", "called", "The inquiry was a whitewash."),
        ("The mayor described the vote as “a complete farce”.", "Mayor", "described", "The vote was a complete farce."),
        (
            "The governor blamed the flood on poor maintenance.",
            "Governor",
            "blamed",
            "Poor maintenance was responsible for the flood.",
        ),
        ("The mayor accused the firm of hiding the leak.", "Mayor", "accused", "The firm hid the leak."),
        (
            "The opposition accuses the guards of abducting and beating activists.",
            "Opposition",
            "accuses",
            "The guards abducted and beat activists.",
        ),
        ("Rebels claimed responsibility for the blast.", "Rebels", "claimed", "Rebels were responsible for the blast."),
        (
            "The crew claimed to have repaired the radar, saving 40 lives.",
            "Crew",
            "claimed",
            "The crew repaired the radar, saving 40 lives.",
        ),
        (
            "The crews claimed to be still in control of the port.",
            "Crews",
            "claimed",
            "The crews were still in control of the port.",
        ),
        (
            "The minister pledged to rebuild the bridge by June.",
            "Minister",
            "pledged",
            "The minister will rebuild the bridge by June.",
        ),
        (
            "The police reported heavy shelling near the port.",
            "Police",
            "reported",
            "There was heavy shelling near the port.",
        ),
        (
            "Fishermen also reported there was fighting farther east.",
            "Fishermen",
            "reported",
            "There was fighting farther east.",
        ),
        (
            "The army confirmed the death of two soldiers in the raid.",
            "Army",
            "confirmed",
            "Two soldiers died in the raid.",
        ),
        ("Officials put the death toll at 40.", "Officials", "put", "The death toll was 40."),
        ("The insurer estimated the loss at $40m.", "Insurer", "estimated", "The loss was $40m."),
        ("The company admitted having lost the logs.", "Company", "admitted", "The company lost the logs."),
        ("The minister said on Thursday the talks had failed.", "Minister", "said", "The talks had failed."),
        (
            "The ministry issued a statement saying that the tunnel was safe.",
            "Ministry",
            "saying",
            "The tunnel was safe.",
        ),
        (
            "A statement from the ministry said the tunnel was safe to use.",
            "Ministry",
            "said",
            "The tunnel was safe to use.",
        ),
        (
            "Fishermen posted pictures of a fire in a port which they said was Brenn.",
            "Fishermen",
            "said",
            "The port was Brenn.",
        ),
    ],
)
def test_a_form_of_attribution_is_read(sentence: str, claimant: str, cue: str, claim_text: str) -> None:
    claim = only(sentence)
    assert (claim.claim_author_name, claim.cue, claim.claim_text) == (claimant, cue, claim_text)


@pytest.mark.parametrize(
    "sentence",
    [
        "The spokesman made no mention of the leak.",
        "There was no immediate comment from Oslo.",
        "The firm did not say whether the leak was fixed.",
        "The ministry declined to say when the road would open.",
        "She would not say if the road was safe.",
        "Nobody at the museum said the alarm was broken.",
        "The police did not deny that they had lost the film.",
        "The mayor’s office said it would not comment.",
        "If the minister says that the road is safe, the school will open.",
        "The minister is expected to announce that taxes will fall.",
        "Ferry traffic will resume on Saturday, and the school will open.",
        "The conflict threatens to spread to the islands.",
        "The king thanked the rescuers and called on the police to act.",
        "I think the road is safe, and you should say so.",
    ],
)
def test_silence_plans_and_the_outlets_own_voice_are_no_claims(sentence: str) -> None:
    assert claims(sentence) == []


def test_one_sentence_with_two_speakers_gives_two_claims() -> None:
    first, second = claims(
        "Port authorities claimed on Thursday to have cleared the harbour, arresting 31 of the crews, "
        "but the crews claimed to be still very much in control on Friday."
    )
    assert (first.claim_author_name, first.quote) == (
        "Port authorities",
        "to have cleared the harbour, arresting 31 of the crews",
    )
    assert (second.claim_author_name, second.quote) == ("Crews", "to be still very much in control on Friday")


def test_a_claim_named_in_passing_belongs_to_its_own_claimant() -> None:
    first, second = claims(
        "Fishing crews have said they are still blocking the port, despite Oslo’s claims on Thursday to have "
        "cleared the harbour."
    )
    assert (first.claim_author_name, first.claim_text) == (
        "Fishing crews",
        "Fishing crews are still blocking the port.",
    )
    assert (second.claim_author_name, second.claim_text) == ("Oslo", "Oslo cleared the harbour.")
    assert second.claim_date == "2031-05-01"


def test_several_reported_clauses_are_several_claims() -> None:
    text = "The army said that it had retaken the village and that three of its soldiers had died, adding that two were missing."
    assert texts(text) == [
        "The army had retaken the village.",
        "Three of the army’s soldiers had died.",
        "Two were missing.",
    ]


def test_verbs_that_share_a_subject_share_the_claimant() -> None:
    text = "The governor promised that the families would be paid by June, and pledged to fund a new ferry."
    assert who(text) == ["Governor", "Governor"]


def test_blame_gives_the_blame_and_what_is_said_with_it() -> None:
    blame, deed = claims("The league blamed the coastguard for the collision, saying it had chased a trawler.")
    assert (blame.claim_text, blame.modality) == (
        "The coastguard was responsible for the collision.",
        Modality.ALLEGED,
    )
    assert blame.quote == "the coastguard for the collision"
    assert deed.claim_text == "The coastguard had chased a trawler."


def test_blame_laid_on_somebody_is_read_the_other_way_round() -> None:
    blame, deed = claims("Danladi blamed the flood on the dam agency, which he said opened the gates without warning.")
    assert blame.claim_text == "The dam agency was responsible for the flood."
    assert blame.quote == "the flood on the dam agency"
    assert deed.claim_text == "The agency opened the gates without warning."


def test_blaming_each_other_says_nothing_that_can_be_checked() -> None:
    assert claims("The army and the rebels blamed each other for the fire, and accused one another of lying.") == []


def test_the_passive_names_its_agent_or_nobody() -> None:
    assert only("The minister is said to be in hiding.").claim_author_name == ""
    assert only("The minister is said to be in hiding.").modality is Modality.ALLEGED
    assert only("Ivan Sidorov was accused by the mayor of bribing officials.").claim_author_name == "Mayor"
    assert only("Two sailors are alleged to have fled.").claim_text == "Two sailors fled."
    assert only("It was reported that the dam had burst.").modality is Modality.ALLEGED


def test_hearsay_of_the_outlet_is_alleged_by_nobody() -> None:
    claim = only("The dam was reportedly destroyed by saboteurs.")
    assert (claim.claim_author_name, claim.modality) == ("", Modality.ALLEGED)
    assert claim.claim_text == "The dam was destroyed by saboteurs."
    assert only("The suspect allegedly stole four cars.").claim_text == "The suspect stole four cars."


def test_a_speaker_that_the_parser_hangs_on_the_report_is_still_found() -> None:
    text = "At the mill there had been no fire in years, the owner, Lena Falk, said on her blog"
    assert only(text).claim_author_name == "Lena Falk"
    assert only(text).claim_text == "At the mill there had been no fire in years."


def test_people_shown_by_somebody_speak_through_them() -> None:
    claim = only("The corps released a video showing two fighters in a wood saying they were doing reconnaissance.")
    assert claim.claim_author_name == "Two fighters"
    assert claim.claim_author_type is ClaimantType.GROUP
    assert claim.attribution_chain == ("Corps",)
    assert claim.claim_text == "Two fighters were doing reconnaissance."


def test_a_partial_quotation_is_part_of_the_reported_clause() -> None:
    claim = only("He added that a tug had “probably” sunk near the mole.")
    assert claim.quote == "a tug had “probably” sunk near the mole"
    assert claim.claim_text == "A tug had probably sunk near the mole."
