"""An article as its reader found it in → the article with clean text, headline, date, language and source."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

from factcheck.model import Article
from factcheck.pipeline.reading.cleaning import clean_text
from factcheck.pipeline.reading.dateline import find_published
from factcheck.pipeline.reading.furniture import without_furniture
from factcheck.pipeline.reading.headline import split_headline
from factcheck.text.language import article_language
from factcheck.text.normalise import one_line


def complete(article: Article) -> Article:
    """`article` with everything filled in that its text and address tell; what is known stays.

    The language is that of the text; what the reader says counts where the text is too short to tell.
    """
    text = without_furniture(clean_text(article.text))
    language = article_language(text, article.language)
    title, text = split_headline(text, clean_text(article.title), language)
    return replace(
        article,
        text=text,
        title=title,
        author=one_line(clean_text(article.author)),
        source_name=one_line(clean_text(article.source_name)) or _host(article.source_url),
        published=article.published or find_published(text, language),
        language=language,
    )


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
