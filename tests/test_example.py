"""The worked example loads, hangs together and points at nobody's address."""

from __future__ import annotations

import csv
import io
import re
from datetime import date, datetime
from importlib.resources import files
from urllib.parse import urlsplit

import pytest

from factcheck.example import REVIEWER, claim_file, example_articles, example_verdicts
from factcheck.model import SCALE, Article, Confidence
from factcheck.pipeline.importing import ReadOptions, map_rows, mapping_of, read_table, unmapped_columns

ARTICLES = example_articles()


def claims() -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(claim_file()[1].decode("utf-8"))))


def is_reserved(url: str) -> bool:
    """Whether the address lies in a domain that RFC 2606 keeps for examples."""
    parts = urlsplit(url)
    return parts.scheme == "https" and (parts.hostname or "").endswith((".example.org", ".example.com"))


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.title[:30])
def test_an_article_has_all_its_particulars_and_a_readable_length(article: Article) -> None:
    assert article.title
    assert article.source_name
    assert article.language == "en"
    assert is_reserved(article.source_url)
    assert datetime.fromisoformat(article.published)
    assert 100 <= len(article.text.split()) <= 250


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.title[:30])
def test_the_text_is_paragraphs_without_headline_or_markup(article: Article) -> None:
    assert article.title not in article.text
    assert not re.search(r"[<>#]|&\w+;|\n\n\n", article.text)
    assert article.text == article.text.strip()
    assert all(paragraph.endswith((".", "”", '"')) for paragraph in article.text.split("\n\n"))


def test_each_story_comes_from_several_outlets_that_appear_once() -> None:
    assert len(ARTICLES) == 8
    assert len({article.source_name for article in ARTICLES}) == 8
    assert len({article.source_url for article in ARTICLES}) == 8


def test_each_article_file_says_what_the_index_says() -> None:
    folder = files("factcheck.example") / "articles"
    index = csv.DictReader(io.StringIO((folder.parent / "articles.csv").read_text("utf-8")))  # type: ignore[attr-defined]
    rows = {row["file"]: row for row in index}
    assert {entry.name for entry in folder.iterdir()} == set(rows)
    for name, row in rows.items():
        content = (folder / name).read_text("utf-8")
        assert row["title"] in content
        if name.endswith(".html"):
            assert row["source_url"] in content
            assert row["published"] in content
            assert row["source_name"] in content


def test_the_importer_takes_every_row_and_every_column_of_the_claim_file() -> None:
    name, content = claim_file()
    table, options = read_table(content, name), ReadOptions()
    mapping = mapping_of(table, options)
    assert unmapped_columns(table.columns, mapping) == ()
    rows = list(map_rows(table, mapping, options, date(2025, 4, 1)))
    assert len(rows) == len(claims())
    assert [row.error for row in rows if row.error] == []


def test_every_claim_has_its_own_id_a_claimant_a_date_and_a_reserved_address() -> None:
    rows = claims()
    assert len({row["external_id"] for row in rows}) == len(rows)
    for row in rows:
        assert row["claim_author_name"]
        assert date.fromisoformat(row["claim_date"]) <= date.fromisoformat(row["source_published"])
        assert is_reserved(row["source_url"])


def test_the_claims_come_from_other_outlets_than_the_articles() -> None:
    assert not {row["source_name"] for row in claims()} & {article.source_name for article in ARTICLES}


def test_each_story_has_claims_by_several_claimants() -> None:
    stories: dict[str, set[str]] = {}
    for row in claims():
        stories.setdefault(row["tags"], set()).add(row["claim_author_name"])
    assert len(stories) == 3
    assert all(len(claimants) >= 3 for claimants in stories.values())


def test_the_verdicts_are_complete_and_name_claims_of_the_file() -> None:
    verdicts = example_verdicts()
    assert len(verdicts) == 3
    by_id = {row["external_id"]: row for row in claims()}
    for external_id, rating, explanation, evidence, as_of, confidence in verdicts:
        assert as_of >= by_id[external_id]["claim_date"]
        assert rating in {step.label for step in SCALE}
        assert len(explanation) > 40
        assert evidence
        assert all(is_reserved(url) for url in evidence)
        assert isinstance(confidence, Confidence)


def test_a_verdict_can_be_put_on_the_stored_claim() -> None:
    given = example_verdicts()[0]
    verdict = given.on(41)
    assert (verdict.claim_id, verdict.reviewer, verdict.rating) == (41, REVIEWER, given.rating)
    assert tuple(item.url for item in verdict.evidence) == given.evidence


def test_the_folder_says_that_it_is_a_demonstration() -> None:
    assert "demonstrate" in (files("factcheck.example") / "README.md").read_text("utf-8")
