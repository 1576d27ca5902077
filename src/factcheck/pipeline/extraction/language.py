"""Text in → whether the rules for English may be applied to it."""

from __future__ import annotations

import re

from factcheck.pipeline.extraction.lexicon import lexicon

_WORD = re.compile(r"[^\W\d_]+")
_COMMON = lexicon(
    "the of and to that for it on with as be by this not are but from have an they which were she you his "
    "her their has been would who will said its there says into about after"
)
"""Words that English has alone among its neighbours: no "in", "is", "was" or "we", which are Dutch too."""
_SAMPLE = 20_000
_LEAST_LATIN = 0.7
_LEAST_COMMON = 0.14


def reads_as_english(text: str) -> bool:
    """True when most letters are Latin and common English words make up enough of the text.

    Texts of under 12 words are judged by their letters, and by one common word among them.
    """
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    letters = "".join(words)
    if not letters:
        return False
    latin = sum(1 for letter in letters if letter < "ɐ") / len(letters)
    common = sum(1 for word in words if word in _COMMON)
    needed = 1 if len(words) < 12 else _LEAST_COMMON * len(words)
    return latin >= _LEAST_LATIN and common >= needed
