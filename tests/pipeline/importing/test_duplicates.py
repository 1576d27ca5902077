from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.model import Claim
from factcheck.pipeline.importing import duplicate_key

CLAIM = Claim(
    "The dam held.", claim_author_name="Ann Archer", claim_date="2023-06-02", source_name="Herald", external_id="A-1"
)


def test_case_punctuation_spacing_and_id_do_not_make_a_claim_new() -> None:
    same = replace(CLAIM, claim_text="the  dam held!", claim_author_name="ANN ARCHER", external_id="B-2", tags=("dam",))
    assert duplicate_key(same) == duplicate_key(CLAIM)


@pytest.mark.parametrize(
    "change",
    [
        {"claim_text": "The dam broke."},
        {"claim_author_name": "Bob"},
        {"claim_date": "2023-06-03"},
        {"claim_date": "2023-06"},
        {"source_name": "Post"},
        {"source_name": "", "source_url": "https://herald.example/1"},
    ],
)
def test_another_text_author_date_or_source_is_another_claim(change: dict[str, str]) -> None:
    assert duplicate_key(replace(CLAIM, **change)) != duplicate_key(CLAIM)  # type: ignore[arg-type]


def test_parts_do_not_run_into_each_other() -> None:
    assert duplicate_key(Claim("dam", claim_author_name="held")) != duplicate_key(Claim("dam held"))


def test_the_key_is_a_sha256() -> None:
    assert len(bytes.fromhex(duplicate_key(CLAIM))) == 32
