"""The bytes of a .txt file in → its text."""

from __future__ import annotations

from factcheck.model import Article
from factcheck.pipeline.reading.decoding import decode
from factcheck.pipeline.reading.document import RawDocument


def read_plain(document: RawDocument) -> Article:
    """The text as it is; raises UnreadableInput for what is no text."""
    return Article(text=decode(document))
