"""Judged texts → an index of their words that grows by appending, ranked by BM25."""

from __future__ import annotations

import math
import re
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from factcheck.text.words import STOP, stem

FloatArray = npt.NDArray[np.float32]
IntArray = npt.NDArray[np.int64]

SATURATION, LENGTH_PART = 1.2, 0.75
"""BM25's k1 and b (Robertson and Walker 1994), at their usual values."""
BACKGROUND = 1000
"""Texts without any of the words, counted in: among five judged claims a name is as rare as among thousands."""
PREFIX = 5
"""Letters that words of one family share ("vaccine", "vaccinated")."""

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_STOPS = STOP | {stem(word) for word in STOP}


class Terms(NamedTuple):
    """The words of one text: stems in order, and the sets that are compared."""

    stems: tuple[str, ...]
    content: frozenset[str]
    names: frozenset[str]
    """Content words with a capital, the first word left out."""
    figures: frozenset[str]
    families: frozenset[str]


def read_terms(text: str) -> Terms:
    found = [(stem(word), word[0].isupper()) for word in _TOKEN.findall(text.replace("’", "'"))]
    content = frozenset(word for word, _ in found if word not in _STOPS)
    names = frozenset(word for word, capital in found[1:] if capital and word in content)
    figures = frozenset(word for word in content if word[0].isdigit())
    return Terms(tuple(w for w, _ in found), content, names, figures, frozenset(w[:PREFIX] for w in content))


class Vocabulary:
    """In how many texts each word stands, and where; texts are only ever added."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._lengths = array("i")
        self._places: dict[str, array[int]] = {}
        self._times: dict[str, array[int]] = {}
        self._families: Counter[str] = Counter()

    def __len__(self) -> int:
        return len(self.texts)

    def add(self, texts: Iterable[str]) -> None:
        for text in texts:
            terms, place = read_terms(text), len(self.texts)
            self.texts.append(text)
            self._lengths.append(len(terms.stems))
            self._families.update(terms.families)
            for word, times in Counter(terms.stems).items():
                self._places.setdefault(word, array("i")).append(place)
                self._times.setdefault(word, array("i")).append(times)

    def knows(self, word: str) -> bool:
        return word in self._places

    def weight(self, word: str) -> float:
        """How much a word tells: high for a rare one (BM25's inverse document frequency)."""
        return self._rarity(len(self._places.get(word, ())))

    def family_weight(self, family: str) -> float:
        return self._rarity(self._families[family])

    @property
    def largest_weight(self) -> float:
        return max(self._rarity(0), 1e-9)

    def relevance(self, words: Sequence[str]) -> FloatArray:
        """BM25 of every text (n,) for a query; its repeated words count once."""
        scores = np.zeros(len(self.texts), np.float32)
        lengths = np.array(self._lengths, np.float32)
        norm = SATURATION * (1 - LENGTH_PART + LENGTH_PART * lengths / max(float(lengths.mean()), 1e-9))
        # Sorted, because a sum of floats in another order is another sum.
        for word in sorted(set(words) & self._places.keys()):
            places, times = np.array(self._places[word]), np.array(self._times[word], np.float32)
            scores[places] += self.weight(word) * times * (SATURATION + 1) / (times + norm[places])
        return scores

    def _rarity(self, texts: int) -> float:
        return math.log1p((BACKGROUND + len(self.texts) - texts + 0.5) / (texts + 0.5))
