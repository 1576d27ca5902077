"""The bytes of a PDF in → its running text in paragraphs, title and author."""

from __future__ import annotations

import io
import re
from collections import Counter
from typing import Any

from factcheck.model import Article
from factcheck.pipeline.reading.cleaning import clean_text
from factcheck.pipeline.reading.document import RawDocument
from factcheck.pipeline.reading.paragraphs import joined_paragraphs
from factcheck.pipeline.reading.properties import sensible_author, sensible_title

_FEWEST_LETTERS = 20
_PAGE_NUMBER = re.compile(
    r"^\W*(page\s+|стр\.?\s*|seite\s+|p\.\s*)?\d{1,4}(\s*(of|/|из|von)\s*\d{1,4})?\W*$", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_PAGES_WITH_RUNNING_HEAD = 3


def read_pdf(document: RawDocument) -> Article:
    """The text of all pages without page numbers and running heads; title and author as stated.

    The date of the file is not taken: it says when the PDF was made, often by whoever printed the
    page, not when the article was published. Raises UnreadableInput for a PDF that is damaged,
    needs a password or holds no text.
    """
    pages, information = _read(document)
    text = joined_paragraphs(_without_running_heads(pages))
    if sum(map(str.isalnum, text)) < _FEWEST_LETTERS:
        raise document.unreadable("has no text in it: its pages are scanned images", "Run OCR first or paste the text.")
    return Article(
        text=text,
        title=sensible_title(str(information.get("/Title") or "")),
        author=sensible_author(str(information.get("/Author") or "")),
    )


def _read(document: RawDocument) -> tuple[list[list[str]], dict[str, Any]]:
    """The lines of each page, and the document information."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    try:
        reader = PdfReader(io.BytesIO(document.data))
        is_open = not reader.is_encrypted or bool(reader.decrypt(""))
        pages = [page.extract_text() for page in reader.pages] if is_open else []
        information = dict(reader.metadata or {}) if is_open else {}
    except DependencyError:  # a cipher that is not installed
        is_open, pages, information = False, [], {}
    except Exception as error:  # pypdf raises whatever the broken object leads to
        raise document.unreadable("is damaged or no PDF") from error
    if not is_open:
        raise document.unreadable("is locked with a password", "Save a copy without one, or paste the text.")
    return [clean_text(page).split("\n") for page in pages], information


def _without_running_heads(pages: list[list[str]]) -> list[str]:
    """The lines of all pages, less page numbers and the first and last lines that recur on most pages."""
    edges = Counter(edge for lines in pages for edge in {_shape(lines[0]), _shape(lines[-1])})
    least = max(_PAGES_WITH_RUNNING_HEAD, len(pages) // 2 + 1)
    running = {edge for edge, count in edges.items() if count >= least}
    return [line for lines in pages for line in _trimmed(lines, running)]


def _trimmed(lines: list[str], running: set[str]) -> list[str]:
    def is_furniture(line: str) -> bool:
        return _PAGE_NUMBER.match(line) is not None or _shape(line) in running

    start = 1 if is_furniture(lines[0]) else 0
    end = len(lines) - (1 if is_furniture(lines[-1]) else 0)
    return lines[start:end]


def _shape(line: str) -> str:
    """`line` with its numbers made alike, so that "Page 3" and "Page 4" are one."""
    return _DIGITS.sub("0", line.strip())
