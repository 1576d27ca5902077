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
