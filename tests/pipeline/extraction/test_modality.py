"""Sentences in which an outlet says it could not check something."""

from __future__ import annotations

import pytest

from factcheck.model import Modality
from factcheck.pipeline.extraction.modality import says_unverified, unverified


@pytest.mark.parametrize(
    "sentence",
    [
        "There was no way to independently confirm the claims.",
        "The reports could not be independently verified.",
        "Neither account could be checked, and the Courier was unable to verify the claims independently.",
        "The claim could not immediately be confirmed.",
        "His account has not been verified.",
        "The paper cannot verify these reports.",
        "There is no independent confirmation.",
    ],
)
def test_doubt_is_recognised(sentence: str) -> None:
    assert says_unverified(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministry confirmed the claims.",
        "The board could not say when the ferry would sail.",
        "His appointment has not been confirmed.",
        "The independent commission confirmed that the ferry was late.",
    ],
)
def test_other_sentences_cast_no_doubt(sentence: str) -> None:
    assert not says_unverified(sentence)


def test_a_denial_stays_a_denial() -> None:
    assert unverified(Modality.DENIED) is Modality.DENIED
    assert unverified(Modality.ALLEGED) is Modality.UNVERIFIED
