"""The language of a draft on the page: said, corrected, and what is taken of it chosen."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.model import Article
from factcheck.workbench import Workbench
from tests.ui.screens import Screen

ARTICLES = Path(__file__).parents[1] / "data" / "languages"
NAMES = {"ru": "Russian", "de": "German", "ja": "Japanese", "pt": "Portuguese", "fr": "French", "ar": "Arabic"}


def opened(draft: int) -> Screen:
    return Screen("Test desk").go("articles", draft=str(draft))


@pytest.mark.parametrize("tag", NAMES)
def test_an_uploaded_article_in_another_language_says_so(bench: Workbench, tag: str) -> None:
    page = Screen("Test desk").go("articles")
    page.upload((f"{tag}.txt", (ARTICLES / f"{tag}.txt").read_bytes())).click("Find claims")
    assert (
        f"This text is in {NAMES[tag]}. The English models were not used; its claims are its quotations, without speakers."
        in page.words()
    )
    (draft,) = bench.articles.drafts()
    assert len(draft.claims) >= 5


def test_quotations_can_be_left_out_and_taken_again(bench: Workbench) -> None:
    draft = bench.articles.start_draft(bench.articles.read_text((ARTICLES / "fr.txt").read_text()), "Ada Fox")
    page = opened(draft).click("Take them out")
    assert bench.articles.draft(draft).claims == ()
    assert "This text is in French. The English models were not used, and no claims were taken." in page.words()
    page.click("Take the quotations as claims")
    assert len(bench.articles.draft(draft).claims) == 8


@pytest.mark.models
def test_a_wrong_language_is_corrected_and_the_claims_are_found_again(bench: Workbench) -> None:
    article = Article("The mayor of Orm said on Monday that the bridge was closed.", language="nl")
    draft = bench.articles.start_draft(article, "Ada Fox")
    page = opened(draft)
    assert "This text is in Dutch." in page.words()
    page.choose("This text is in", "en").click("Find claims in this language")
    changed = bench.articles.draft(draft)
    assert changed.article.language == "en"
    assert [claim.claim_author_name for claim in changed.claims] == ["Mayor of Orm"]
    assert "Read as English." in page.words()


def test_a_text_of_unclear_language_asks_for_it(bench: Workbench) -> None:
    draft = bench.articles.start_draft(Article("Orm 12:30"), "Ada Fox")
    page = opened(draft)
    assert "The language of this text is not clear." in page.words()
    page.click("Find claims in this language")
    assert "Choose the language of this text first." in page.words()
