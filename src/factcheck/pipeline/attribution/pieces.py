"""Text in → word pieces with their places and their looks, as the trained tagger reads them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

IntArray = npt.NDArray[np.int64]
LOOKS = 16
"""Kinds of look: four of capitals, times inside or outside quotation marks, times first of its line or not."""
_OPENING, _CLOSING, _EITHER = "“«„", "”»", '"'
_LONGEST_QUOTE = 4000


@dataclass(frozen=True)
class Pieces:
    """A text cut into n word pieces. `begins` is False where a piece goes on with the word before it."""

    ids: IntArray
    looks: IntArray
    starts: IntArray
    ends: IntArray
    begins: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.ids)


def cut(text: str, tokenizer: Any) -> Pieces:
    """The pieces of `text` by a `tokenizers.Tokenizer` of the WordPiece kind, without special tokens."""
    encoded = tokenizer.encode(text, add_special_tokens=False)
    offsets = np.array(encoded.offsets, np.int64).reshape(-1, 2)
    starts, ends = offsets[:, 0], offsets[:, 1]
    begins = np.array([not token.startswith("##") for token in encoded.tokens], bool)
    return Pieces(np.array(encoded.ids, np.int64), _looks(text, starts, ends), starts, ends, begins)


def _looks(text: str, starts: IntArray, ends: IntArray) -> IntArray:
    quoted = np.zeros(len(text) + 1, bool)
    for start, end in quotation_spans(text):
        quoted[start:end] = True
    found = np.zeros(len(starts), np.int64)
    before = 0
    for at, (start, end) in enumerate(zip(starts.tolist(), ends.tolist(), strict=True)):
        first_of_line = at == 0 or "\n" in text[before:start]
        found[at] = _capitals(text[start:end]) + 4 * int(quoted[start]) + 8 * int(first_of_line)
        before = end
    return found


def _capitals(word: str) -> int:
    if not word[:1].isupper():
        return 0 if word[:1].isalpha() else 3
    return 2 if len(word) > 1 and word.isupper() else 1


def quotation_spans(text: str) -> Iterator[tuple[int, int]]:
    """Outermost stretches inside double quotation marks, marks included; one left open ends with its line."""
    opened, depth = -1, 0
    for at, char in enumerate(text):
        if opened >= 0 and (char == "\n" or at - opened > _LONGEST_QUOTE):
            yield opened, at
            opened = -1
        elif opened < 0 and (char in _OPENING or char in _EITHER):
            opened, depth = at, 1
        elif opened >= 0:
            depth += (char in _OPENING) - (char in _CLOSING) - (char in _EITHER)
            if depth <= 0:
                yield opened, at + 1
                opened = -1
    if opened >= 0:
        yield opened, len(text)
