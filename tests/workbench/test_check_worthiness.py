"""How much found claims are worth checking: asked for, kept in drafts, and never a reason to hide one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.model import Article, AttributedClaim
from factcheck.workbench import Workbench
from factcheck.workbench.check_worthiness import most_worth_checking_first, weighed

TEXT = """The mayor of Larkov said on Tuesday that 212 houses were flooded in May.

The bishop said that he hoped for better days.
"""


def test_the_order_keeps_every_claim() -> None:
    scores = (0.2, None, 0.9, 0.2, 0.0, None)
    claims = [AttributedClaim(f"claim {n}", "", n, n, check_worthiness=score) for n, score in enumerate(scores)]
    assert [claim.start for claim in most_worth_checking_first(claims)] == [2, 0, 3, 4, 1, 5]


@pytest.mark.models
def test_a_figure_is_worth_more_than_a_hope() -> None:
    flood, hope = (
        AttributedClaim(text, text, 0, len(text))
        for text in ("In May 212 houses were flooded in Larkov.", "He hopes for better days.")
    )
    first, second = weighed([hope, flood], "en")
    assert replace(first, check_worthiness=None) == hope
    assert 0 <= (first.check_worthiness or 0) < (second.check_worthiness or 0) <= 1


def test_claims_in_another_language_have_no_score() -> None:
    claims = [AttributedClaim("Im Mai wurden 212 Häuser überflutet.", "", 0, 0)]
    assert weighed(claims, "de") == claims


@pytest.mark.models
def test_claims_found_in_an_article_carry_a_score_that_the_draft_keeps(bench: Workbench) -> None:
    number = bench.articles.start_draft(Article(TEXT, published="2021-06-02"), "Ada")
    found = bench.articles.draft(number).claims
    assert "212" in found[0].claim_text
    assert all(0 <= (claim.check_worthiness or -1) <= 1 for claim in found)
