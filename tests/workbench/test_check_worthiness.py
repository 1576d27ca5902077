"""How much found claims are worth checking: asked for, kept in drafts, and never a reason to hide one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.model import Article, AttributedClaim, Claim, ClaimFilter
from factcheck.workbench import Workbench
from factcheck.workbench.check_worthiness import most_worth_checking_first, weighed
from factcheck.workbench.imports import DuplicatePolicy, ReadOptions

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


@pytest.mark.models
def test_a_saved_claim_keeps_its_score_and_the_order_by_it_hides_nothing(bench: Workbench) -> None:
    article = Article(TEXT, published="2021-06-02")
    text = "He hopes for better days."
    hope = AttributedClaim(text, TEXT[:5], 0, 5, check_worthiness=0.1)
    flood = replace(hope, claim_text="In May 212 houses were flooded.", check_worthiness=0.9)
    bench.articles.save(article, [hope, replace(hope, claim_text="Unknown.", check_worthiness=None), flood], "Ada")
    everything = bench.browse.claims(ClaimFilter())
    assert [claim.check_worthiness for claim in everything] == [0.1, None, 0.9]
    first, second, third = (claim.id for claim in everything)
    assert bench.browse.review_order(ClaimFilter(), worth_first=True) == [third, first, second]
    assert [c.id for c in bench.browse.claims(ClaimFilter(), 1, 1, worth_first=True)] == [first]
    assert bench.browse.review_order(ClaimFilter()) == [first, second, third]


@pytest.mark.models
def test_a_text_changed_in_a_draft_is_weighed_anew(bench: Workbench) -> None:
    number = bench.articles.start_draft(Article(TEXT, published="2021-06-02"), "Ada")
    draft = bench.articles.draft(number)
    changed = replace(draft.claims[0], claim_text="He hopes for better days.")
    bench.articles.change_draft(replace(draft, claims=(changed, *draft.claims[1:])))
    now = bench.articles.draft(number).claims
    assert now[0].check_worthiness is not None
    assert now[0].check_worthiness < (draft.claims[0].check_worthiness or 0)
    assert now[1:] == draft.claims[1:]


@pytest.mark.models
def test_claims_from_files_get_theirs_in_the_analysis_in_english_only(bench: Workbench) -> None:
    rows = "claim\nIn May 212 houses were flooded in Larkov.\nHe hopes for better days.\nIm Mai wurden 212 Häuser in Larkov überflutet und zerstört.\n"
    bench.imports.run(rows.encode(), "claims.csv", "Ada", ReadOptions(), DuplicatePolicy.SKIP)
    assert [claim.check_worthiness for claim in bench.browse.claims(ClaimFilter())] == [None] * 3
    bench.analysis.run()
    flood, hope, german = _scores(bench.browse.claims(ClaimFilter()))
    assert flood is not None
    assert hope is not None
    assert flood > hope
    assert german is None


def _scores(claims: list[Claim]) -> list[float | None]:
    return [claim.check_worthiness for claim in claims]
