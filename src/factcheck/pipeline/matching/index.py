"""The texts that were judged, kept ready: any text → the nearest of them, best first, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from factcheck.pipeline.matching.features import Asked, ask, meaning_features, word_features
from factcheck.pipeline.matching.posts import Post
from factcheck.pipeline.matching.ranking import BOTH, WORDS, Ranker
from factcheck.pipeline.matching.vocabulary import Vocabulary

FloatArray = npt.NDArray[np.float32]
IntArray = npt.NDArray[np.int64]

POOL = 50
"""So many texts by words and as many by meaning are looked at closely."""
DIGITS = 5
"""Orders are told apart to so many digits; below, the text that came first is first."""


class Candidates(NamedTuple):
    """What a query may repeat: `places` (c,), and what each pair looks like."""

    places: IntArray
    features: FloatArray
    """(c, f): by words, then by meaning where there is a vector."""


class Found(NamedTuple):
    """Places in the order the texts were added, best first (m,), and the chance that each says the same (m,)."""

    places: IntArray
    chances: FloatArray


class MatchIndex:
    """Texts are only ever added. Not safe for two threads at once: whoever shares one, locks it."""

    def __init__(self) -> None:
        self._words = Vocabulary()
        self._vectors: Any = None
        self._with_vector: list[int] = []
        self._vector_of: dict[int, int] = {}

    def __len__(self) -> int:
        return len(self._words)

    def add(self, texts: Sequence[str], vectors: FloatArray | None = None) -> None:
        """Append texts, with their unit vectors (n, d) or, until the embedder is there, without.

        Raises ValueError when there is not one vector for each text.
        """
        if vectors is not None and len(vectors) != len(texts):
            raise ValueError(f"{len(texts)} texts, but {len(vectors)} vectors; give one vector for each text.")
        first = len(self._words)
        self._words.add(texts)
        if vectors is not None:
            self.add_vectors(np.arange(first, first + len(texts)), vectors)

    def add_vectors(self, places: IntArray, vectors: FloatArray) -> None:
        """Give texts that were added without a vector theirs: unit rows (n, d) for `places` (n,)."""
        import faiss

        if not len(vectors):
            return
        if self._vectors is None:
            self._vectors = faiss.IndexFlatIP(vectors.shape[1])
        for place in places.tolist():
            self._vector_of[place] = len(self._with_vector)
            self._with_vector.append(place)
        self._vectors.add(np.ascontiguousarray(vectors, np.float32))

    @property
    def without_vector(self) -> list[int]:
        """Places of the texts that were added without one."""
        return [place for place in range(len(self)) if place not in self._vector_of]

    def nearest(self, post: Post, vector: FloatArray | None = None, k: int = 5) -> Found:
        """At most `k` texts for a post, whose unit vector is (d,) where there is one. A blank post finds none."""
        if not post.body or not len(self) or k < 1:
            return Found(np.zeros(0, np.int64), np.zeros(0, np.float32))
        asked = ask(post)
        parts = self._parts(asked, vector, max(POOL, k))
        places = np.concatenate([part.places for part, _ in parts])
        order_by = np.concatenate([ranker.order_by(part.features) for part, ranker in parts])
        chances = np.concatenate([ranker.chances(part.features) for part, ranker in parts])
        best = np.lexsort((places, -np.round(order_by, DIGITS)))[:k]
        return Found(places[best], chances[best])

    def candidates(self, post: Post, vector: FloatArray | None = None, pool: int = POOL) -> list[Candidates]:
        """What `nearest` chooses from, for measuring and training: those with a vector, those without."""
        return [part for part, _ in self._parts(ask(post), vector, pool)]

    def _parts(self, asked: Asked, vector: FloatArray | None, pool: int) -> list[tuple[Candidates, Ranker]]:
        relevance = self._words.relevance(asked.stems)
        chosen = _largest(relevance, pool)
        chosen = chosen[relevance[chosen] > 0]
        if vector is None or self._vectors is None:
            chosen = chosen if len(chosen) else _largest(relevance, pool)
            return [(Candidates(chosen, word_features(self._words, asked, chosen, relevance[chosen])), WORDS)]
        near = self._near(vector, pool)
        places = np.unique(np.concatenate([chosen, near]))
        seen = np.array([place in self._vector_of for place in places.tolist()], bool)
        features = word_features(self._words, asked, places, relevance[places])
        meaning = meaning_features(asked, self._cosine(vector, places[seen]))
        both = Candidates(places[seen], np.hstack([features[seen], meaning]))
        return [(both, BOTH), (Candidates(places[~seen], features[~seen]), WORDS)]

    def _near(self, vector: FloatArray, pool: int) -> IntArray:
        _, rows = self._vectors.search(vector[None].astype(np.float32), min(pool, len(self._with_vector)))
        return np.array([self._with_vector[row] for row in rows[0].tolist()], np.int64)

    def _cosine(self, vector: FloatArray, places: IntArray) -> FloatArray:
        rows = np.array([self._vector_of[place] for place in places.tolist()], np.int64)
        if not len(rows):
            return np.zeros(0, np.float32)
        return np.asarray(self._vectors.reconstruct_batch(rows) @ vector, np.float32)


def _largest(values: FloatArray, count: int) -> IntArray:
    """Where the largest `count` of `values` (n,) are, in order of place; of equal ones the first."""
    if count >= len(values):
        return np.arange(len(values))
    border = np.partition(values, -count)[-count]
    above = np.flatnonzero(values > border)
    level = np.flatnonzero(values == border)[: count - len(above)]
    return np.sort(np.concatenate([above, level]))
