"""Several assertions in one reported sentence are claims of their own."""

from __future__ import annotations

import pytest

from tests.pipeline.extraction.told import texts

pytestmark = pytest.mark.models


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Mari Holm confirmed the port had received 46 complaints and would send an officer on Monday.",
            ["The port had received 46 complaints.", "The port would send an officer on Monday."],
        ),
        (
            "Mari Holm said the pumps were broken and the spare parts never arrived.",
            ["The pumps were broken.", "The spare parts never arrived."],
        ),
    ],
)
def test_each_verb_in_a_tense_is_a_claim_with_its_subject(text: str, wanted: list[str]) -> None:
    assert texts(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The governor said two people had been killed and two injured by the blast.",
        "Mari Holm said the pumps and the doors were broken.",
        "Mari Holm said the ferry sank and burned.",
    ],
)
def test_what_leans_on_one_verb_stays_one_claim(text: str) -> None:
    assert len(texts(text)) == 1
