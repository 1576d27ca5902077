"""The scorer of extraction: what counts as found, right, extra and taken; and what the extractor reaches now."""

from __future__ import annotations

from dataclasses import replace

import pytest
from benchmarks.extraction import Score, measure, score, table
from benchmarks.gold_articles import GoldArticle, GoldClaim, read_articles

from factcheck.model import AttributedClaim, Span

ARTICLES = read_articles()
ONE = ARTICLES[0]

RECALL_NOW, PRECISION_NOW = 0.79, 0.82
"""The floor: what was last measured on all ten articles, rounded down. Raise it when the extractor gets better."""


def _found(article: GoldArticle, gold: GoldClaim, *, span: Span | None = None) -> AttributedClaim:
    start, end = span or (gold.start, gold.end)
    return AttributedClaim(
        claim_text=gold.claim_text,
        quote=article.text[start:end],
        start=start,
        end=end,
        claim_author_name=gold.claim_author_name,
        cue=gold.cue,
        attribution_chain=gold.attribution_chain,
        claim_date=gold.claim_date,
        claim_date_precision=gold.claim_date_precision,
        modality=gold.modality,
    )


@pytest.mark.parametrize("article", ARTICLES, ids=[article.name for article in ARTICLES])
def test_the_gold_claims_themselves_score_full_marks(article: GoldArticle) -> None:
    reached = score(article, [_found(article, claim) for claim in article.claims])
    assert reached.recall == reached.precision == reached.f1 == 1.0
    full = len(article.attributed)
    assert (reached.span, reached.claimant, reached.date, reached.modality, reached.chain) == (full,) * 5
    assert (reached.own, reached.extra, reached.taken, reached.wrong) == (len(article.own_voice), 0, 0, 0)
    assert not reached.failures


def test_nothing_found_scores_nothing() -> None:
    reached = score(ONE, [])
    assert (reached.recall, reached.precision, reached.f1) == (0.0, 0.0, 0.0)
    assert [failure.kind for failure in reached.failures] == ["missed"] * len(ONE.attributed)


def test_another_claimant_is_a_found_span_but_no_found_claim() -> None:
    reached = score(ONE, [replace(_found(ONE, ONE.attributed[0]), claim_author_name="The Queen of Spades")])
    assert (reached.strict, reached.loose, reached.span, reached.claimant) == (0, 0, 1, 0)
    assert [failure.kind for failure in reached.failures].count("claimant") == 1


def test_an_accepted_name_is_right_whatever_its_case_and_article() -> None:
    gold = next(claim for claim in ONE.attributed if claim.also_accepted)
    name = f"the {gold.also_accepted[0].upper()}"
    assert score(ONE, [replace(_found(ONE, gold), claim_author_name=name)]).strict == 1


def test_three_quarters_of_the_words_are_loose_and_a_third_is_none() -> None:
    gold = max(ONE.attributed, key=lambda claim: len(claim.quote))
    words = gold.quote.split()
    for share, strict, loose in ((0.9, 1, 1), (0.7, 0, 1), (0.3, 0, 0)):
        end = gold.start + len(" ".join(words[: round(share * len(words))]))
        reached = score(ONE, [_found(ONE, gold, span=(gold.start, end))])
        assert (reached.strict, reached.loose, reached.extra) == (strict, loose, 0)


def test_pieces_that_cover_a_claim_are_that_claim_and_one_found_claim() -> None:
    gold = max(ONE.attributed, key=lambda claim: len(claim.quote))
    middle = gold.start + gold.quote.index(" ", len(gold.quote) // 2)
    pieces = [_found(ONE, gold, span=(gold.start, middle)), _found(ONE, gold, span=(middle + 1, gold.end))]
    reached = score(ONE, pieces)
    assert (reached.strict, reached.found, reached.precision) == (1, 1, 1.0)


def test_a_claim_twice_is_one_too_many() -> None:
    claim = _found(ONE, ONE.attributed[0])
    reached = score(ONE, [claim, replace(claim, claim_text="The same again.")])
    assert (reached.strict, reached.wrong, reached.extra, reached.precision) == (1, 1, 0, 0.5)


def test_silence_taken_for_a_claim_is_extra_and_named() -> None:
    stretch = ONE.not_claims[0]
    taken = replace(_found(ONE, ONE.attributed[0], span=stretch.span), claim_text="Something.")
    reached = score(ONE, [taken])
    assert (reached.extra, reached.taken, reached.precision) == (1, 1, 0.0)


def test_what_may_be_left_costs_nothing_when_taken() -> None:
    claims = [_found(ONE, claim) for claim in ONE.attributed]
    reached = score(ONE, [*claims, _found(ONE, ONE.attributed[0], span=ONE.either[0].span)])
    assert (reached.either, reached.precision) == (1, 1.0)


def test_the_outlets_own_claim_put_into_a_mouth_is_wrong() -> None:
    own = replace(_found(ONE, ONE.own_voice[0]), claim_author_name="Joren Vask")
    reached = score(ONE, [own])
    assert (reached.own, reached.wrong) == (0, 1)


def test_scores_add_up_and_fill_the_table() -> None:
    total = score(ONE, [_found(ONE, ONE.attributed[0])]) + score(ONE, [])
    assert (total.gold, total.strict) == (2 * len(ONE.attributed), 1)
    lines = table([ONE.name], [total]).splitlines()
    assert [line.split()[0] for line in lines] == ["article", ONE.name, "all"]
    assert len({len(line) for line in lines}) == 1


@pytest.mark.models
def test_the_extractor_is_no_worse_than_it_was() -> None:
    reached = sum(measure(ARTICLES), Score())
    assert reached.recall >= RECALL_NOW
    assert reached.precision >= PRECISION_NOW
