"""Article text in → its passages and quotations, parsed, in the order of the text, out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.model import Span
from factcheck.pipeline.extraction.interviews import without_labels
from factcheck.pipeline.extraction.paragraphs import split_paragraphs
from factcheck.pipeline.extraction.parser import Parser
from factcheck.pipeline.extraction.passages import Passage, lift_speech, plain_passage
from factcheck.pipeline.extraction.quotes import Quotation, find_quotations

if TYPE_CHECKING:
    from spacy.tokens import Doc

_BATCH = 32
_FEWEST_SPACES = 2
"""A line of fewer words ("Read more") says nothing about anybody."""


@dataclass(frozen=True)
class Parsed:
    """One paragraph: its parsed frame, and each lifted quotation parsed on its own."""

    doc: Doc
    passage: Passage
    speech: dict[Quotation, tuple[Doc, Passage]]


def parse_article(text: str, parser: Parser) -> list[Parsed]:
    """The paragraphs of `text` of three words and more, parsed; speech apart from the sentence around it."""
    paragraphs, quotations = find_quotations(text, without_labels(text, split_paragraphs(text)))
    passages: list[Passage] = []
    owners: list[list[Quotation]] = []
    for span, found in zip(paragraphs, quotations, strict=True):
        passage = lift_speech(text, span, found)
        if passage.text.count(" ") >= _FEWEST_SPACES:
            passages.append(passage)
            owners.append(list(passage.lifted.values()))
    speech = [_inner(text, quotation) for found in owners for quotation in found]
    docs = _slim(parser.pipe([passage.text for passage in (*passages, *speech)], batch_size=_BATCH))
    frames = [next(docs) for _ in passages]
    inner = iter(list(zip(docs, speech, strict=True)))
    return [
        Parsed(doc, passage, {quotation: next(inner) for quotation in found})
        for doc, passage, found in zip(frames, passages, owners, strict=True)
    ]


def _slim(docs: Iterator[Doc]) -> Iterator[Doc]:
    """The documents without their vectors: nothing here reads them, and they are the bulk of a long article."""
    for doc in docs:
        doc.tensor = doc.tensor[:0].copy()
        yield doc


def _inner(text: str, quotation: Quotation) -> Passage:
    return plain_passage(text, (quotation.start, quotation.end))


def article_span(passage: Passage, start: int, end: int, text: str) -> Span:
    """Article offsets of passage characters [start, end), less white space at their edges."""
    first, last = passage.article_span(start, end)
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    return first, last
