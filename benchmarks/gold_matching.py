"""Claims that were found and claims that should be in → which is which, out.

A found claim is a gold one when each holds at least `share` of the other's words. Several found claims that lie
inside one gold claim and together cover it are that claim too: speech may be cut finer than a person cut it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.gold_articles import GoldArticle, GoldClaim
from factcheck.model import AttributedClaim, Span
from factcheck.text.normalise import comparable

STRICT, LOOSE = 0.8, 0.5
_WORD = re.compile(r"\w+(?:[’']\w+)*")
_ARTICLE = re.compile(r"^(?:the|an?) ")
Words = frozenset[int]


@dataclass(frozen=True)
class Match:
    """A gold claim and the found ones that give it, the best first."""

    gold: GoldClaim
    found: tuple[AttributedClaim, ...]

    @property
    def best(self) -> AttributedClaim:
        return self.found[0]

    @property
    def right_claimant(self) -> bool:
        return all(same_claimant(self.gold, claim) for claim in self.found)


class ArticleWords:
    """Where the words of a text start, to compare spans by their words: marks and spaces count for nothing."""

    def __init__(self, text: str) -> None:
        self._starts = [match.start() for match in _WORD.finditer(text)]

    def inside(self, *spans: Span) -> Words:
        return frozenset(at for start, end in spans for at in self._starts if start <= at < end)


def match_claims(
    words: ArticleWords, gold: Sequence[GoldClaim], found: Sequence[AttributedClaim], share: float
) -> list[Match]:
    """At most one match for each gold claim; no found claim is in two. Closest first, right claimants before wrong."""
    wanted = [words.inside((claim.start, claim.end)) for claim in gold]
    given = [words.inside((claim.start, claim.end)) for claim in found]
    close = []
    for i, own in enumerate(wanted):
        for j, other in enumerate(given):
            both = len(own & other)
            if both and both >= share * len(own) and both >= share * len(other):
                close.append((same_claimant(gold[i], found[j]), both / len(own | other), -i, -j))
    pairs: dict[int, tuple[int, ...]] = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(close, reverse=True):
        if -i not in pairs and -j not in taken:
            pairs[-i] = (-j,)
            taken.add(-j)
    for i, own in enumerate(wanted):
        pieces = [j for j, other in enumerate(given) if j not in taken and len(own & other) >= STRICT * len(other) > 0]
        covered = frozenset[int]().union(*(given[j] for j in pieces))
        if i not in pairs and len(pieces) > 1 and len(own & covered) >= share * len(own):
            pairs[i] = tuple(pieces)
            taken.update(pieces)
    return [Match(gold[i], tuple(found[j] for j in pairs[i])) for i in sorted(pairs)]


def same_claimant(gold: GoldClaim, found: AttributedClaim) -> bool:
    """Whether the found claimant bears one of the names that the gold claim accepts."""
    return plain(found.claim_author_name) in {plain(name) for name in (gold.claim_author_name, *gold.also_accepted)}


def plain(name: str) -> str:
    """`name` without its case, punctuation and leading article."""
    return _ARTICLE.sub("", comparable(name.replace("’", "'")))


def in_stretches(words: ArticleWords, spans: Iterable[Span], claim: AttributedClaim) -> bool:
    """Whether most words of `claim` lie in `spans`."""
    own = words.inside((claim.start, claim.end))
    return bool(own) and len(own & words.inside(*spans)) >= LOOSE * len(own)


def claim_spans(article: GoldArticle) -> list[Span]:
    return [(claim.start, claim.end) for claim in article.claims]
