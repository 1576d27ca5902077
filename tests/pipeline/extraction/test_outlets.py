"""Where something was said is no claimant: outlets go into the chain."""

from __future__ import annotations

import pytest

from tests.pipeline.extraction.told import claims

pytestmark = pytest.mark.models


@pytest.mark.parametrize(
    ("text", "claimant", "chain"),
    [
        ("Joel Marsh told the podcast Stoppage Time that he would have bet on Ashby.", "Joel Marsh", "Stoppage Time"),
        ("Adar Zelin told the exile broadcaster Radio Halyard that the crossing was safe.",
         "Adar Zelin", "Radio Halyard"),
        ("“The bridge is safe and will stay open,” Anna Strand told the Ilm Courier.", "Anna Strand", "Ilm Courier"),
        ("In an interview with the Osterby Post, Anna Strand said the bridge was safe.", "Anna Strand", "Osterby Post"),
        ("“They mined the road and left,” General Ruslan Tevar was quoted by Karinform as saying.",
         "Ruslan Tevar", "Karinform"),
        ("“They have been thrown back,” the defence ministry said in a statement carried by the state agency Karinform.",
         "Defence ministry", "Karinform"),
        ("The northern daily Ilm Courier, citing a security official in Karsk, reported that a ship had sunk.",
         "Security official in Karsk", "Ilm Courier"),
        ("According to a report in the Sunday Ledger, quoting Anna Strand, the bridge was safe.",
         "Anna Strand", "Sunday Ledger"),
    ],
)  # fmt: skip
def test_the_outlet_is_where_it_was_said(text: str, claimant: str, chain: str) -> None:
    claim = claims(text)[-1]
    assert (claim.claim_author_name, claim.attribution_chain) == (claimant, (chain,))


@pytest.mark.parametrize("where", ["her channel", "her Telegram channel", "her own blog"])
def test_the_speaker_s_own_channel_is_nobody_else_s(where: str) -> None:
    (claim,) = claims(f"Lena Dorn wrote on {where} that the video was staged.")
    assert (claim.claim_author_name, claim.attribution_chain) == ("Lena Dorn", ())


def test_the_paper_is_the_one_named_last() -> None:
    found = claims("The clerk told the Ilm Courier that a ship had sunk. The mayor told the paper that it floats.")
    assert [claim.attribution_chain for claim in found] == [("Ilm Courier",), ("Ilm Courier",)]
    assert claims("The mayor told the paper that it floats.")[0].attribution_chain == ()


def test_a_podcast_is_nobody_whom_he_could_mean() -> None:
    text = "Joel Marsh told the podcast Stoppage Time that he had bet. “Their keeper was ill, everybody knew,” he said."
    assert [claim.claim_author_name for claim in claims(text)] == ["Joel Marsh", "Joel Marsh"]
