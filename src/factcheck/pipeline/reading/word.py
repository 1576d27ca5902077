"""The bytes of a Word file in → its paragraphs and tables in order, title and author."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from factcheck.model import Article
from factcheck.pipeline.reading.document import PASTE_INSTEAD, RawDocument
from factcheck.pipeline.reading.properties import sensible_author, sensible_title
from factcheck.pipeline.reading.tables import row_text

_LARGEST_UNPACKED = 200_000_000
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_NOT_SHOWN = {"del", "moveFrom", "Fallback", "pPr", "rPr", "instrText", "delText"}
_TITLE_STYLES = ("Title", "Heading1")


def read_docx(document: RawDocument) -> Article:
    """Paragraphs, headings, lists, text boxes and tables, with tracked insertions and without deletions.

    Not read: headers, footers, footnotes and comments. The file's date is not taken: it says when
    somebody began the file. Raises UnreadableInput for an old .doc, a locked or damaged file, and
    one that unpacks to more than 200 MB.
    """
    _refuse_what_cannot_be_opened(document)
    try:
        from docx import Document

        opened = Document(io.BytesIO(document.data))
        text = "\n\n".join(filter(None, map(str.strip, _blocks(opened.element.body))))
        title = _styled_title(opened.element.body) or sensible_title(opened.core_properties.title or "")
        author = sensible_author(opened.core_properties.author or "")
    except Exception as error:  # python-docx raises whatever the broken part leads to
        raise document.unreadable("is damaged or no Word file") from error
    if not text:
        raise document.unreadable("has no text in it")
    return Article(text=text, title=title, author=author)


def _refuse_what_cannot_be_opened(document: RawDocument) -> None:
    if document.data.startswith(_OLD_WORD):
        raise document.unreadable(
            "is an old Word file (.doc) or one with a password", "Save it as .docx without a password."
        )
    try:
        with zipfile.ZipFile(io.BytesIO(document.data)) as parts:
            unpacked = sum(part.file_size for part in parts.infolist())
    except Exception as error:  # zipfile raises many kinds on broken directories
        raise document.unreadable("is damaged or no Word file") from error
    if unpacked > _LARGEST_UNPACKED:
        raise document.unreadable(f"unpacks to {unpacked // 1_000_000} MB", PASTE_INSTEAD)


def _blocks(element: Any) -> Iterator[str]:
    """The paragraphs and table rows below `element`, in reading order."""
    for child in element:
        kind = _kind(child)
        if kind == "p":
            yield "".join(_inline(child))
            yield from _boxes(child)
        elif kind == "tr":
            yield row_text(" ".join(_blocks(cell)) for cell in child)
        elif kind not in _NOT_SHOWN:
            yield from _blocks(child)


def _inline(element: Any) -> Iterator[str]:
    for child in element:
        kind = _kind(child)
        if kind == "t":
            yield child.text or ""
        elif kind in _BREAKS:
            yield _BREAKS[kind]
        elif kind not in _NOT_SHOWN and kind != "txbxContent":
            yield from _inline(child)


def _boxes(paragraph: Any) -> Iterator[str]:
    """The text of boxes that hang on `paragraph`; the copy kept for older programs is skipped."""
    for box in paragraph.iter(f"{_WORD}txbxContent"):
        if not any(_kind(above) == "Fallback" for above in box.iterancestors()):
            yield from _blocks(box)


def _styled_title(body: Any) -> str:
    """The text of the first written paragraph when its style makes it a title, else ""."""
    for paragraph in body.iter(f"{_WORD}p"):
        text = "".join(_inline(paragraph)).strip()
        if text:
            styles = [style.get(f"{_WORD}val") for style in paragraph.iter(f"{_WORD}pStyle")]
            return text if any(style in _TITLE_STYLES for style in styles) else ""
    return ""


def _kind(element: Any) -> str:
    """The element's name without its namespace; "" for comments and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
