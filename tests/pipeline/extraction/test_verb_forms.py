"""Past and present forms."""

from __future__ import annotations

import pytest

from factcheck.pipeline.extraction.verb_forms import past, present


@pytest.mark.parametrize(
    ("verb", "form"),
    [
        ("repel", "repelled"),
        ("shell", "shelled"),
        ("fail", "failed"),
        ("stop", "stopped"),
        ("open", "opened"),
        ("carry", "carried"),
        ("destroy", "destroyed"),
        ("free", "freed"),
        ("strike", "struck"),
        ("flee", "fled"),
        ("withhold", "withheld"),
        ("have", "had"),
    ],
)
def test_past_forms(verb: str, form: str) -> None:
    assert past(verb) == form


@pytest.mark.parametrize(
    ("verb", "form"), [("have", "has"), ("do", "does"), ("carry", "carries"), ("say", "says"), ("reach", "reaches")]
)
def test_the_third_person(verb: str, form: str) -> None:
    assert present(verb, plural=False) == form
    assert present(verb, plural=True) == verb


def test_to_be_follows_its_subject() -> None:
    assert (past("be"), past("be", plural=True)) == ("was", "were")
    assert (present("be", plural=False), present("be", plural=True)) == ("is", "are")
