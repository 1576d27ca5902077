"""The gold claims say what their articles say: exact words, known fields, dates that are dates."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date

import pytest
from benchmarks.gold_articles import FOLDER, GoldArticle, GoldClaim, Stretch, read_articles

from factcheck.model import AttributedClaim, DatePrecision

ARTICLES = read_articles()
each_article = pytest.mark.parametrize("article", ARTICLES, ids=[article.name for article in ARTICLES])
LENGTH = {DatePrecision.UNKNOWN: 0, DatePrecision.YEAR: 4, DatePrecision.MONTH: 7, DatePrecision.DAY: 10}


def test_there_are_ten_articles_of_ten_styles_and_every_text_has_its_claims() -> None:
    assert len({article.style for article in ARTICLES}) == len(ARTICLES) == 10
    assert {path.stem for path in FOLDER.glob("*.txt")} == {article.name for article in ARTICLES}


@each_article
def test_every_span_gives_its_words(article: GoldArticle) -> None:
    for marked in (*article.claims, *article.not_claims, *article.either):
        assert article.text[marked.start : marked.end] == marked.quote
        assert marked.quote == marked.quote.strip() != ""


@each_article
def test_an_article_has_250_to_600_words(article: GoldArticle) -> None:
    assert 250 <= len(article.text.split()) <= 600


@each_article
def test_claims_come_in_order_and_stand_alone(article: GoldArticle) -> None:
    starts = [claim.start for claim in article.claims]
    assert starts == sorted(starts)
    assert len({(claim.start, claim.end) for claim in article.claims}) == len(article.claims)
    for claim in article.claims:
        assert claim.claim_text.endswith(".")
        assert claim.claim_text.split()[0] not in ("He", "She", "It", "They", "We", "I", "This", "That")


@each_article
def test_dates_are_iso_dates_of_the_stated_precision(article: GoldArticle) -> None:
    published = date.fromisoformat(article.published)
    for claim in article.claims:
        assert len(claim.claim_date) == LENGTH[claim.claim_date_precision]
        if claim.claim_date:
            first = date.fromisoformat(claim.claim_date + "-01-01"[len(claim.claim_date) - 4 :])
            assert first <= published


@each_article
def test_the_outlets_own_claims_name_nobody_and_the_article_has_both_kinds(article: GoldArticle) -> None:
    assert article.attributed
    assert article.own_voice
    assert article.not_claims
    for claim in article.own_voice:
        assert (claim.claim_author_name, claim.cue, claim.attribution_chain) == ("", "", ())


@each_article
def test_cues_stand_in_the_article(article: GoldArticle) -> None:
    for claim in article.attributed:
        assert claim.cue.lower() in article.text.lower()


@each_article
def test_what_is_no_claim_lies_in_none(article: GoldArticle) -> None:
    for stretch in article.not_claims:
        assert not any(claim.start <= stretch.start and stretch.end <= claim.end for claim in article.claims)


def test_the_files_use_the_words_of_the_model() -> None:
    own = {each.name for each in fields(AttributedClaim)} - {"claim_author_type", "check_worthiness"}
    assert {each.name for each in fields(GoldClaim)} == own | {"also_accepted", "own_voice"}
    for path in FOLDER.glob("*.json"):
        marked = json.loads(path.read_text(encoding="utf-8"))
        for claim in marked["claims"]:
            assert set(claim) == {each.name for each in fields(GoldClaim)}
        for stretch in (*marked["not_claims"], *marked["either"]):
            assert set(stretch) == {each.name for each in fields(Stretch)}
