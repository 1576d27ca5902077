"""In which language an article is read, by what, and what is kept of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck import config
from factcheck.errors import ModelUnavailable
from factcheck.model import Article
from factcheck.workbench import Workbench
from factcheck.workbench.readings import Means
from tests.pipeline.attribution.models import LABELS, lookup

ARTICLES = Path(__file__).parents[1] / "data" / "languages"
RUSSIAN = "Мэр Белова сказала, что паром исправен.\n\nОна добавила: «Мы проверили его дважды за весну»."
TAGS = {"мэр": "B-SOURCE", "белова": "I-SOURCE", "сказала": "B-CUE", "паром": "B-CONTENT", "исправен": "I-CONTENT"}


@pytest.fixture
def with_model(database_url: str, tmp_path: Path) -> Iterator[Workbench]:
    """A workbench whose settings name a model for other languages."""
    folder = lookup(tmp_path / "mayors", LABELS, TAGS)
    opened = Workbench.open(config.load({}, database_url=database_url, attribution_model=folder), "Test desk")
    yield opened
    opened.close()


def test_what_is_not_english_is_said_to_be_its_quotations(bench: Workbench) -> None:
    article = bench.articles.read_text(RUSSIAN)
    reading = bench.articles.reading(article)
    assert (article.language, reading.means) == ("ru", Means.QUOTATIONS)
    assert reading.told() == (
        "This text is in Russian. The English models were not used; its claims are its quotations, without speakers."
    )
    assert [claim.quote for claim in bench.articles.find_claims(article)] == ["Мы проверили его дважды за весну"]


def test_no_quotations_are_taken_when_none_are_wanted(bench: Workbench) -> None:
    article = bench.articles.read_text(RUSSIAN)
    assert bench.articles.find_claims(article, quotations=False) == []
    assert "no claims were taken" in bench.articles.reading(article, quotations=False).told()


def test_a_text_of_unclear_language_is_not_given_to_english_models(bench: Workbench) -> None:
    mixed = Article(
        "Мэр сообщила, что паром был исправен и что всех пассажиров сняли рыбацкие лодки ещё до полуночи.\n"
        "The mayor said that the ferry was sound and that every passenger had been taken off before midnight."
    )
    reading = bench.articles.reading(mixed)
    assert (reading.language, reading.means) == ("", Means.QUOTATIONS)
    assert reading.told().startswith("The language of this text is not clear.")


@pytest.mark.models
def test_a_model_named_in_the_settings_reads_the_other_languages(with_model: Workbench) -> None:
    article = with_model.articles.read_text(RUSSIAN)
    reading = with_model.articles.reading(article)
    assert reading.means is Means.NAMED
    assert "mayors" in reading.told()
    said, quoted = with_model.articles.find_claims(article)
    assert (said.claim_author_name, said.cue, said.quote) == ("Мэр Белова", "сказала", "паром исправен")
    assert (quoted.claim_author_name, quoted.quote) == ("", "Мы проверили его дважды за весну")
    assert with_model.articles.reading(Article("The mayor said that the ferry was safe.")).is_english


def test_a_model_that_is_not_there_is_told_and_english_does_without_it(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    settings = config.load({}, database_url=database_url, attribution_model="nobody/no-such-model")
    bench = Workbench.open(settings, "Test desk")
    with pytest.raises(ModelUnavailable, match="'nobody/no-such-model' cannot be loaded"):
        bench.articles.find_claims(Article(RUSSIAN))
    assert bench.articles.find_claims(Article(RUSSIAN), quotations=False) == []
    bench.close()


def test_each_claim_keeps_its_language(bench: Workbench) -> None:
    article = bench.articles.read_file((ARTICLES / "en-ru.txt").read_bytes(), "fire.txt")
    assert article.language == "en"
    found = bench.articles.find_claims(replace(article, language="ru"))
    saved = bench.articles.save(article, found, "Ada")
    assert [claim.language for claim in bench.articles.claims_of(saved.article_id)] == ["ru", "en", "ru"]
    assert bench.articles.get(saved.article_id).language == "en"


@pytest.mark.models
def test_an_english_article_with_russian_quotations_is_read_as_english_and_keeps_them_as_they_are(
    bench: Workbench,
) -> None:
    article = bench.articles.read_file((ARTICLES / "en-ru.txt").read_bytes(), "fire.txt")
    wrote = next(claim for claim in bench.articles.find_claims(article) if claim.quote.startswith("Пожар"))
    assert wrote.claim_author_name == "Anna Belova"
    assert wrote.claim_text == "Пожар начался на складе, а не в цехе, и его потушили за один час."


def test_a_corrected_language_is_what_the_draft_is_read_in(bench: Workbench) -> None:
    article = Article("— Avisámos em março e ninguém quis ouvir.", language="de")
    number = bench.articles.start_draft(article, "Ada")
    draft = bench.articles.draft(number)
    assert draft.claims == ()
    bench.articles.find_again(replace(draft, article=replace(article, language="pt")))
    changed = bench.articles.draft(number)
    assert (changed.article.language, len(changed.claims)) == ("pt", 1)


@pytest.mark.models
def test_the_outlets_own_statements_are_its_claims_and_none_in_other_languages(bench: Workbench) -> None:
    text = "The ferry Alder sank off Skarn Point in the night.\nMari Holm said the radar was off."
    article = replace(bench.articles.read_text(text), source_name="Harbour Wire")
    found = bench.articles.find_claims(article)
    (own,) = bench.articles.own_statements(article, found)
    assert (own.claim_author_name, own.claim_author_type.value, own.cue) == ("Harbour Wire", "organisation", "")
    assert own.claim_text == "The ferry Alder sank off Skarn Point in the night."
    assert own.check_worthiness is not None
    assert bench.articles.own_statements(bench.articles.read_text(RUSSIAN), []) == []
