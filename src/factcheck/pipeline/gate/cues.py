"""Texts in → what the gate reads in each, as rows of small matrices; pairs of rows → how much they have in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from factcheck.text.negation import negators
from factcheck.text.numerals import numerals
from factcheck.text.opposites import cues
from factcheck.text.words import Word, content_stems, names, words

FloatArray = npt.NDArray[np.float32]
IntArray = npt.NDArray[np.int64]

LONGEST = 600
"""Characters of a text that are read."""
LONG = 3.0
"""The logarithm of about twenty words: brings lengths to the size of the other cues."""
NAMES = (
    "words in common",
    "share of words in common",
    "share of the shorter one's words",
    "names in common",
    "share of names in common",
    "names in both, none in common",
    "figures in common",
    "figures in both, none in common",
    "figures in one only",
    "opposite words",
    "words on one side of an opposite",
    "denied here, affirmed there",
    "denied in both",
    "negation in one only",
    "negation in both",
    "length of the shorter",
    "length of the longer",
)
"""The columns of `in_pairs`."""


@dataclass(frozen=True)
class Read:
    """Sparse matrices: a row a text, a column a word, a figure or a side of an opposite; 1 where it is there."""

    words: Any
    names: Any
    figures: Any
    sides: Any
    against: Any
    """Like `sides`, with the two sides of each opposite exchanged."""
    denied: Any
    affirmed: Any
    negates: FloatArray
    """(n,)"""
    length: FloatArray
    """(n,), logarithm of the words"""


def read(texts: Sequence[str]) -> Read:
    """What the gate reads in `texts`; a text's row does not depend on the others, but for the order of columns."""
    short = [text[:LONGEST] for text in texts]
    sides = [{(cue.axis.number, cue.side) for cue in cues(text)} for text in short]
    against = [{(axis, -side) for axis, side in row} for row in sides]
    named = [names(text) for text in short]
    in_words, in_names = _matrices(
        [content_stems(text) - there for text, there in zip(short, named, strict=True)], named
    )
    (figures,) = _matrices([{number.high for number in numerals(words(text))} for text in short])
    in_sides, in_against = _matrices(sides, against)
    denied, affirmed = _matrices(*([_stems(text, wanted) for text in short] for wanted in (True, False)))
    negates = np.array([max(negators(text), default=-1) >= 0 for text in short], np.float32)
    length = np.array([np.log1p(len(words(text))) / LONG for text in short], np.float32)
    return Read(in_words, in_names, figures, in_sides, in_against, denied, affirmed, negates, length)


def in_pairs(found: Read, first: IntArray, second: IntArray) -> FloatArray:
    """The columns NAMES (m, 17) for rows `first` (m,) beside rows `second` (m,), the same whichever comes first."""
    pair = first, second
    common, sizes = _both(found.words, found.words, pair), _sizes(found.words, pair)
    named, many = _both(found.names, found.names, pair), _sizes(found.names, pair)
    figures, count = _both(found.figures, found.figures, pair), _sizes(found.figures, pair)
    against = _both(found.denied, found.affirmed, pair) + _both(found.affirmed, found.denied, pair)
    negates = found.negates[first] + found.negates[second]
    lengths = np.sort(np.column_stack([found.length[first], found.length[second]]), axis=1)
    return np.column_stack(
        [
            _few(common),
            2 * common / np.maximum(sizes.sum(axis=1), 1),
            common / np.maximum(sizes.min(axis=1), 1),
            _few(named),
            2 * named / np.maximum(many.sum(axis=1), 1),
            (many.min(axis=1) > 0) & (named == 0),
            _few(figures),
            (count.min(axis=1) > 0) & (figures == 0),
            (count.min(axis=1) == 0) & (count.max(axis=1) > 0),
            _few(_both(found.sides, found.against, pair)),
            _few(_both(found.sides, found.sides, pair)),
            _few(against),
            _few(_both(found.denied, found.denied, pair)),
            negates == 1,
            negates == 2,
            lengths,
        ]
    ).astype(np.float32)


def _matrices(*tables: Sequence[Iterable[Any]]) -> list[Any]:
    """A sparse matrix for each table, with a 1 for each thing of a row; all have the same columns."""
    from scipy.sparse import csr_matrix

    places: dict[Any, int] = {}
    parts = []
    for rows in tables:
        numbers = [sorted(places.setdefault(thing, len(places)) for thing in row) for row in rows]
        ends = np.cumsum([0, *map(len, numbers)])
        parts.append((np.array([at for row in numbers for at in row], np.int32), ends))
    return [
        csr_matrix((np.ones(len(columns), np.float32), columns, ends), shape=(len(ends) - 1, max(len(places), 1)))
        for columns, ends in parts
    ]


def _stems(text: str, denied: bool) -> set[str]:
    """Stems of the subject matter that are denied, or that are not."""
    found: tuple[Word, ...] = words(text)
    return {
        word.stem for word, by in zip(found, negators(text), strict=True) if word.is_content and (by >= 0) is denied
    }


def _both(one: Any, other: Any, pair: tuple[IntArray, IntArray]) -> FloatArray:
    return np.asarray(one[pair[0]].multiply(other[pair[1]]).sum(axis=1), np.float32).ravel()


def _sizes(matrix: Any, pair: tuple[IntArray, IntArray]) -> FloatArray:
    """How many things each row of a pair has: (m, 2)."""
    size = np.diff(matrix.indptr).astype(np.float32)
    return np.column_stack([size[pair[0]], size[pair[1]]])


def _few(count: FloatArray) -> FloatArray:
    return np.log1p(count)
