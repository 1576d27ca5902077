"""The bytes or the pasted text of an article in → an `Article` with clean text and what is known of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePath

from factcheck.errors import UnreadableInput
from factcheck.model import Article
from factcheck.pipeline.reading.archived import split_archived
from factcheck.pipeline.reading.cleaning import clean_text
from factcheck.pipeline.reading.completion import complete
from factcheck.pipeline.reading.document import PASTE_INSTEAD, RawDocument, Reader
from factcheck.pipeline.reading.html_page import read_html
from factcheck.pipeline.reading.markdown import read_markdown
from factcheck.pipeline.reading.pdf import read_pdf
from factcheck.pipeline.reading.plain import read_plain
from factcheck.pipeline.reading.word import read_docx
from factcheck.text.media_types import suffix_of_name, suffix_of_type

__all__ = ["READERS", "clean_text", "read_article", "read_pasted"]

READERS: Mapping[str, Reader] = {
    ".txt": read_plain,
    ".md": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".pdf": read_pdf,
    ".docx": read_docx,
}
"""Suffix → reader of that format."""

_PDF_MARK = b"%PDF-"
_HTML_MARKS = (b"<!doctype html", b"<html")
_BLANKS_AND_MARKS = b" \t\r\n\xef\xbb\xbf"


def read_article(data: bytes, name: str, *, url: str = "", content_type: str = "") -> Article:
    """The article in `data`, read by the suffix of `name`, else by `content_type`.

    `url` is where it was fetched; a copy in the Internet Archive counts as the page that was archived,
    and its address becomes `archive_url`. Raises UnreadableInput for empty data, an unknown format and
    whatever its reader cannot turn into text; the message names the document.
    """
    page_url, archive_url = split_archived(url)
    document = RawDocument(data, name, page_url, content_type)
    if not data.strip():
        raise document.unreadable("is empty", "Check that the file was saved, or paste the text.")
    suffix = _suffix(document)
    if not suffix:
        ending = PurePath(name).suffix or content_type or "no ending"
        raise document.unreadable(
            f"is of an unknown format ({ending})", f"Known formats: {', '.join(READERS)}. {PASTE_INSTEAD}"
        )
    found = READERS[suffix](document)
    article = complete(replace(found, source_url=found.source_url or page_url, archive_url=archive_url))
    if not any(map(str.isalpha, article.text)):
        raise document.unreadable("has no article text")
    return article


def _suffix(document: RawDocument) -> str:
    """The suffix to read by: what the name says, unless the first bytes say that it is wrong."""
    start = document.data[:1024].lstrip(_BLANKS_AND_MARKS)
    if start.startswith(_PDF_MARK):
        return ".pdf"
    named = suffix_of_name(document.name) or suffix_of_type(document.content_type, document.name)
    if named in (".txt", ".md") and start.lower().startswith(_HTML_MARKS):
        return ".html"
    return named


def read_pasted(
    text: str,
    *,
    title: str = "",
    author: str = "",
    source_name: str = "",
    source_url: str = "",
    published: str = "",
    language: str = "",
    archive_url: str = "",
) -> Article:
    """The article in `text` that somebody pasted; what is given is kept as it is.

    Raises UnreadableInput when there is no article text in it.
    """
    page_url, copy_url = split_archived(source_url)
    archive_url = archive_url or copy_url
    article = complete(Article(text, title, author, source_name, page_url, published, "", archive_url))
    if not any(map(str.isalpha, article.text)):
        raise UnreadableInput("The pasted text has no article in it.", "Paste the text of the article itself.")
    return replace(article, language=language or article.language)
