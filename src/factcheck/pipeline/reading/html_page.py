"""The bytes of a web page in → the article in it, with what the page says about itself."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from factcheck.model import Article
from factcheck.pipeline.reading.decoding import decode
from factcheck.pipeline.reading.document import RawDocument
from factcheck.pipeline.reading.tables import is_table_rule, unframed

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w:.-]+)")
_HEAD_BYTES = 4096
_FEWEST_LETTERS = 25  # a menu entry is no article
_LANGUAGE = re.compile(r"<html\b[^>]{0,2000}?\slang\s*=\s*[\"']?([A-Za-z]{2,3})\b", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"(?:published_time|datePublished)[\"'\s:=a-z]{1,24}[\"'](\d{4}-\d\d-\d\dT\d\d:\d\d[\d:.]*(?:Z|[+-]\d\d:?\d\d)?)[\"']",
    re.IGNORECASE,
)
_MAY_BE_SCRIPT = "If it is built by a script or behind a wall: open it in a browser, copy the text and paste that."


def read_html(document: RawDocument) -> Article:
    """The article as trafilatura (Barbaresi, ACL 2021) finds it, without comments.

    Taken from the page's own metadata: title, site name, author, canonical address, language and
    day of publication (never a date from the running text), with the time when it is stated.
    Raises UnreadableInput when there is no article in the page.
    """
    page = decode(document, _declared_encoding(document.data))
    found = _extract(page, document)
    text = _paragraphs(found.text) if found is not None else ""
    if sum(map(str.isalpha, text)) < _FEWEST_LETTERS:
        raise document.unreadable("has no article text", _MAY_BE_SCRIPT)
    language = _LANGUAGE.search(page[:_HEAD_BYTES])
    return Article(
        text=text,
        title=found.title or "",
        author=found.author or "",
        source_name=found.sitename or "",
        source_url=_address(found.url or "", document.url),
        published=_published(page, found.date or ""),
        language=language[1].lower() if language else "",
    )


def _declared_encoding(data: bytes) -> str:
    head = data[:_HEAD_BYTES]
    found = _CHARSET.search(head) or _XML_ENCODING.search(head)
    encoding = found[1].decode("ascii").lower() if found else ""
    return "" if encoding.startswith(("utf-16", "utf-32")) else encoding  # else this could not be read


def _extract(page: str, document: RawDocument) -> Any:
    from trafilatura import bare_extraction

    if "<body" not in page.lower():
        page = f"<html><body><article>{page}</article></body></html>"  # a saved piece of a page
    try:
        return bare_extraction(
            page,
            url=document.url or None,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception as error:  # whatever its parsers make of a broken page
        raise document.unreadable("is not a web page that can be read", _MAY_BE_SCRIPT) from error


def _paragraphs(text: str) -> str:
    lines = (unframed(line) for line in text.split("\n") if not is_table_rule(line))
    return "\n\n".join(line for line in lines if line.strip())


def _address(canonical: str, fetched: str) -> str:
    """The canonical address, unless the page was fetched from another site."""
    if not canonical.startswith(("http://", "https://")):
        return fetched
    is_same_site = _site(canonical) == _site(fetched)
    return canonical if not fetched or is_same_site else fetched


def _site(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _published(page: str, day: str) -> str:
    """`day`, to the minute where the page states a time on it."""
    for found in _PUBLISHED.finditer(page):
        if found[1].startswith(day or "?") and "T00:00" not in found[1]:
            try:
                return datetime.fromisoformat(found[1]).isoformat(timespec="minutes")
            except ValueError:
                continue
    return day
