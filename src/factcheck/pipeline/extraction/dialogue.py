"""Text and its language in → what is said after dashes, without the words that tell who said it, out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Span
from factcheck.pipeline.extraction.lexicon import lexicon

DASHED = lexicon(
    "be bg bs ca cs da el es et eu fi fr gl hr hu hy is it ka kk ky lt lv mk mn nb nn no pl pt ro ru sk sl sq sr sv "
    "tg tr tt uk uz"
)
"""Languages that open what a person says with a dash; elsewhere such lines are lists."""

_LINE = re.compile(r"^[ \t\xa0]*[—–―][ \t\xa0]*(?=[^\W_]|[¿¡«“„\"…])(.{1,3000}?[.!?…»”\"])[ \t\xa0]*$", re.MULTILINE)
_ASIDE = re.compile(r"\s[—–―]\s?(?=[^\W\d_])([^—–―\n]{1,160})(?:[.!?…]\s[—–―]\s?|[—–―][.!?…]\s)(?=\W?[^\W\d_])")
"""A full stop and a dash before the speech goes on: nothing but words about the speaker stands so."""
_ENDS = " \t\n\xa0\u202f,;"


def find_dialogue(text: str, language: str) -> list[Span]:
    """Spans of the lines that open with a dash, where `language` writes speech so; whole sentences only.

    A line that ends with who said it ("— …, said she.") keeps those words: no rule for every language tells them apart.
    """
    return [match.span(1) for match in _LINE.finditer(text)] if language in DASHED else []


def spoken_parts(text: str, span: Span) -> Iterator[Span]:
    """The parts of a quotation or dialogue line around the words that tell who said it (" — he answered. — ")."""
    start, end = span
    for aside in _ASIDE.finditer(text, start, end):
        if not _is_aside(text, aside):
            continue
        yield start, start + len(text[start : aside.start()].rstrip(_ENDS))
        start = aside.end() + len(text[aside.end() : end]) - len(text[aside.end() : end].lstrip())
    yield start, end


def _is_aside(text: str, aside: re.Match[str]) -> bool:
    return text[aside.start(1)].islower() and next(filter(str.isalpha, text[aside.end() :][:2])).isupper()
