"""Articles → groups of those that carry the same sentences, though their first lines may differ."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from factcheck.model import Article
from factcheck.pipeline.origins.union import Union
from factcheck.text.normalise import comparable

FEWEST = 2
"""Shared sentences from which one article copies another."""
SHORTEST = 40
"""Characters of a sentence that two authors do not write by chance."""
MOST_CARRIERS = 60
"""A sentence in more articles is a notice that stands under all of them."""
_END = re.compile(r"(?<=[.!?…。！？])[\"”»)\]]*\s*(?=\S)|\n+")
_QUOTED = re.compile('["“”„«»「」]')


def groups(articles: Sequence[Article]) -> dict[int, str]:
    """article id → the name of its group ("a3", after the smallest id), for those that share sentences.

    Quoted sentences do not count: two reporters may have heard one speech. Nor do those that one outlet prints in
    three articles or more: they are its own formula.
    """
    carriers = _carriers(articles)
    shared: Counter[tuple[int, int]] = Counter()
    for ids in carriers:
        first, *others = ids
        shared.update((first, other) for other in others)
        shared.update((a, b) for at, a in enumerate(others) for b in others[at + 1 :])
    joined = Union()
    for (a, b), number in shared.items():
        if number >= FEWEST:
            joined.join(a, b)
    return {article: f"a{min(same)}" for same in joined.groups() for article in same}


def _carriers(articles: Sequence[Article]) -> list[list[int]]:
    """For every telling sentence that several articles hold, their ids in order."""
    found: dict[int, set[int]] = defaultdict(set)
    outlet = {article.id: article.source_name for article in articles}
    for article in articles:
        for sentence in _sentences(article.text):
            found[hash(sentence)].add(article.id)
    return [
        sorted(ids)
        for ids in found.values()
        if 1 < len(ids) <= MOST_CARRIERS and max(Counter(outlet[i] for i in ids if outlet[i]).values(), default=0) < 3
    ]


def _sentences(text: str) -> Iterable[str]:
    for sentence in _END.split(text):
        if not _QUOTED.search(sentence) and len(folded := comparable(sentence)) >= SHORTEST:
            yield folded
