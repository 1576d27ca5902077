"""Fact-check workbench: lines up statements that cannot both be true, with their sources.

For notebooks and scripts: `extract_claims`, `group_topics`, `score_pairs`, `match_claims`. Models load on first use.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from factcheck.model import AttributedClaim

__all__ = ["extract_claims", "group_topics", "match_claims", "score_pairs"]
__version__ = "0.1.0"


def extract_claims(text: str, date: str | None = None, language: str = "") -> list[AttributedClaim]:
    """Who said what in a text, in reading order.

    `date` is the day it was published, ISO 8601; "on Thursday" is resolved against it. `language` is a tag such as
    "en", "" for the one the text is found to be in; other languages than English give their quotations alone. For
    every claim, `text[claim.start:claim.end] == claim.quote`. Raises ModelUnavailable.
    """
    from factcheck.pipeline.extraction import quotations_only
    from factcheck.text.language import ENGLISH, article_language, primary
    from factcheck.workbench.readings import find_english

    found = primary(language) or article_language(text)
    return find_english(text, date or "") if found == ENGLISH else quotations_only(text, found)


def group_topics(texts: Sequence[str]) -> npt.NDArray[np.int64]:
    """Which texts are about the same thing: topic numbers (n,), -1 for ungrouped. Raises ModelUnavailable."""
    from factcheck.pipeline.embedding import load_embedder
    from factcheck.pipeline.topics import group

    return group(load_embedder("builtin").embed(texts), texts)


def score_pairs(pairs: Sequence[tuple[str, str]]) -> npt.NDArray[np.float32]:
    """How two statements stand to each other: (n, 3) contradiction, entailment, neutral; rows sum to 1.

    By the shipped model, for English; the second statement is read after the first. Raises ModelUnavailable.
    """
    from factcheck.pipeline.scoring import CONTRADICTION, SUPERSEDED, load_scorer

    scores = load_scorer().score(pairs)
    scores[:, CONTRADICTION] += scores[:, SUPERSEDED]
    return scores[:, :SUPERSEDED]


def match_claims(queries: Sequence[str], corpus: Sequence[str], k: int = 5) -> npt.NDArray[np.int64]:
    """Which judged claims each query repeats: positions in `corpus` (n, k), best first.

    A query may be a claim, or a post with its links, tags and signature. -1 fills a row that has no more: where
    `corpus` holds fewer than `k` texts that are not blank, or the query is blank. Raises ModelUnavailable, and
    ValueError for a `k` below 1.
    """
    import numpy as np

    from factcheck.pipeline.embedding import load_embedder
    from factcheck.pipeline.matching import MatchIndex, post_vectors, read_post

    if k < 1:
        raise ValueError(f"k is {k}; ask for at least one position.")
    found = np.full((len(queries), k), -1, np.int64)
    told = np.array([place for place, text in enumerate(corpus) if text.strip()], np.int64)
    posts = [read_post(query) for query in queries]
    if not len(told) or not any(post.body for post in posts):
        return found
    texts, embedder, index = [corpus[place] for place in told.tolist()], load_embedder("builtin"), MatchIndex()
    forms = sorted({form for post in posts for form in post.forms if post.body})
    vectors = embedder.embed([*texts, *forms])
    index.add(texts, vectors[: len(texts)])
    known = dict(zip(forms, vectors[len(texts) :], strict=True))
    for row, post in enumerate(posts):
        if post.body:
            places = index.nearest(post, post_vectors([post], known)[0], k).places
            found[row, : len(places)] = told[places]
    return found
