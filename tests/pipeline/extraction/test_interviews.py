"""Interviews: answers that stand without quotation marks are whose they are, and questions are nobody's claims."""

from __future__ import annotations

import pytest

from factcheck.pipeline.extraction import load_parser, own_statements
from factcheck.pipeline.extraction.interviews import Role, find_turns
from factcheck.pipeline.extraction.paragraphs import split_paragraphs
from tests.pipeline.extraction.told import claims

HARBOUR = """The harbour master who counts gulls

Marta Lindgaard has run the port of Osterby for nine years. We met her in her office above the fish market.

Q: How many boats did you lose in the storm?

A: We lost eleven boats. The council had been warned twice. I don’t know why.

Q: The mayor says the sirens worked. Is he right?

A: No. The sirens were silent for two hours; the log shows it. My deputy says the cable was cut.

Q: What comes next?

A: I have sent the log to the court.
"""

TRAMS = """Trams will run again in May

The Courier’s Ida Falk spoke to the transport minister, Bo Renner, about the closed lines.

{asker}Why are the trams still standing?{end}

{answerer}The rails were laid badly in 2028.

It will cost 40 million crowns to lay them again.

{asker}Who pays?{end}

{answerer}The company has admitted its fault.
"""

PLAIN = """The keeper of the last lighthouse

Signe Holm leaves the rock this week. She talks to Karl Brink about fog.

Were you ever afraid out there?

I was afraid once, in 2019. The generator failed for nine nights.

{second}

Fourteen ships came too close.

Will you come back?

No. I sold my boat in March.
"""


def roles(text: str) -> list[Role]:
    return [turn.role for turn in find_turns(text, split_paragraphs(text))]


def told(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(claim.claim_author_name, claim.quote, claim.attribution_chain) for claim in claims(text)]


@pytest.mark.models
def test_the_answers_under_letters_are_the_claims_of_whom_the_introduction_names() -> None:
    assert told(HARBOUR) == [
        ("Marta Lindgaard", "We lost eleven boats.", ()),
        ("Marta Lindgaard", "The council had been warned twice.", ()),
        ("Mayor", "the sirens worked", ()),
        ("Marta Lindgaard", "The sirens were silent for two hours", ()),
        ("Marta Lindgaard", "the log shows it.", ()),
        ("Marta Lindgaard’s deputy", "the cable was cut", ("Marta Lindgaard",)),
        ("Marta Lindgaard", "I have sent the log to the court.", ()),
    ]


@pytest.mark.models
@pytest.mark.parametrize(
    ("asker", "answerer", "end"),
    [
        ("**Ida Falk:** ", "**Bo Renner:** ", ""),
        ("IDA FALK: ", "BO RENNER: ", ""),
        ("IF: ", "BR: ", ""),
        ("**", "Renner: ", "**"),
        ("Q. ", "A. ", ""),
    ],
)
def test_labels_of_every_kind_say_who_answers(asker: str, answerer: str, end: str) -> None:
    found = claims(TRAMS.format(asker=asker, answerer=answerer, end=end))
    assert [(claim.claim_author_name, claim.quote) for claim in found] == [
        ("Bo Renner", "The rails were laid badly in 2028."),
        ("Bo Renner", "It will cost 40 million crowns to lay them again."),
        ("Bo Renner", "The company has admitted its fault."),
    ]


@pytest.mark.models
def test_questions_between_answers_in_the_first_person_make_an_interview_too() -> None:
    found = claims(PLAIN.format(second="— How many ships did you warn?"))
    assert {claim.claim_author_name for claim in found} == {"Signe Holm"}
    assert [claim.claim_text for claim in found] == [
        "Signe Holm was afraid once, in 2019.",
        "The generator failed for nine nights.",
        "Fourteen ships came too close.",
        "Signe Holm sold Holm’s boat in March.",
    ]


@pytest.mark.models
def test_what_is_said_in_an_interview_is_not_the_outlet_s_own_voice() -> None:
    found = own_statements(HARBOUR, "2031-05-02", [], parser=load_parser())
    assert [claim.quote for claim in found] == ["Marta Lindgaard has run the port of Osterby for nine years."]


def test_a_page_of_questions_that_nobody_answers_in_person_is_no_interview() -> None:
    page = "What we know\n\n" + "".join(
        f"{question}\n\n{answer}\n\n"
        for question, answer in [
            ("What happened?", "A warehouse burned down. Police arrested two men."),
            ("Who was hurt?", "We know of six people who were taken away."),
            ("Are you in danger?", "The council says the smoke is harmless."),
        ]
    )
    assert roles(page) == []


def test_places_before_reports_are_no_speakers() -> None:
    assert roles("Osterby: Two boats sank.\n\nLund: Was it arson? Nobody knows.\n\nRavn: The bridge is shut.") == []


def test_a_paragraph_that_may_be_question_or_answer_is_taken_for_neither() -> None:
    text = PLAIN.format(second="— How many ships did you warn?") + "\nThe light was sold to a hotel.\n"
    assert roles(text)[-1] is Role.NEITHER
    note = PLAIN.format(second="(The coastguard says eight.)\n\nHow many ships did you warn?")
    assert roles(note)[2:5] == [Role.QUESTION, Role.ANSWER, Role.NEITHER]
