"""A post and the texts it may repeat → what each pair looks like, one row a text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from factcheck.pipeline.matching.posts import Post
from factcheck.pipeline.matching.vocabulary import Terms, Vocabulary, read_terms

FloatArray = npt.NDArray[np.float32]
IntArray = npt.NDArray[np.int64]

BY_WORDS = (
    "relevance", "relevance of the best", "rank by words", "query covered", "text covered", "rarest word",
    "figures", "names covered", "families covered", "length", "author named",
)  # fmt: skip
BY_MEANING = ("cosine", "cosine below the best", "rank by meaning", "cosine of a long query")
LONG = 10
"""Different words of a query that is long enough to be trusted whole."""


class Asked(NamedTuple):
    """A query, read once for all its candidates."""

    said: Terms
    author: Terms

    @property
    def stems(self) -> tuple[str, ...]:
        return self.said.stems + self.author.stems


def ask(post: Post) -> Asked:
    return Asked(read_terms(post.body), read_terms(post.author))


def word_features(known: Vocabulary, asked: Asked, places: IntArray, relevance: FloatArray) -> FloatArray:
    """(c, len(BY_WORDS)) for the candidates at `places`, whose BM25 is `relevance` (c,)."""
    wanted = frozenset(asked.stems)
    weights = {word: known.weight(word) for word in wanted}
    told = sum(weights[word] for word in asked.said.content | asked.author.content if known.knows(word))
    # A query of words that no text has shares but stop words with any: they must not count as all of it.
    told = max(told, known.largest_weight)
    best = max(float(relevance.max(initial=0)), 1e-9)
    families = asked.said.families | asked.author.families
    rows = []
    for at, rank, score in zip(places.tolist(), ranks(relevance).tolist(), relevance.tolist(), strict=True):
        its = read_terms(known.texts[at])
        shared = its.content & wanted
        met = sum(weights[word] for word in sorted(shared))
        new_figures = len(its.figures - wanted)
        rows.append(
            [
                score / told,
                score / best,
                1 / (1 + rank),
                met / told,
                _share(known, its.content, shared),
                max((weights[word] for word in shared), default=0.0) / known.largest_weight,
                (len(its.figures & wanted) - new_figures / 2) / (1 + len(its.figures)),
                _share(known, its.names, its.names & wanted) if its.names else 0.5,
                _family_share(known, its.families, its.families & families),
                float(np.log1p(len(its.content))),
                sum(known.weight(w) for w in sorted(asked.author.content & its.content)) / known.largest_weight,
            ]
        )
    return np.array(rows, np.float32).reshape(len(rows), len(BY_WORDS))


def meaning_features(asked: Asked, cosine: FloatArray) -> FloatArray:
    """(c, len(BY_MEANING)) of candidates whose cosine with the query is `cosine` (c,)."""
    trust = min(1.0, len(set(asked.stems)) / LONG)
    columns = (cosine, cosine - cosine.max(initial=-1), 1 / (1 + ranks(cosine)), cosine * trust)
    return np.stack(columns, axis=1).astype(np.float32)


def ranks(values: FloatArray) -> IntArray:
    """How many of `values` (c,) are larger: equal values share a rank."""
    rising = np.sort(values)
    return np.asarray(len(values) - np.searchsorted(rising, values, side="right"), np.int64)


def _share(known: Vocabulary, whole: Iterable[str], part: Iterable[str]) -> float:
    return sum(map(known.weight, sorted(part))) / max(sum(map(known.weight, sorted(whole))), 1e-9)


def _family_share(known: Vocabulary, whole: Iterable[str], part: Iterable[str]) -> float:
    return sum(map(known.family_weight, sorted(part))) / max(sum(map(known.family_weight, sorted(whole))), 1e-9)
