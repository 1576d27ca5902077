"""Words between spaces in → a set of them out: how the lexicons of this stage are written down."""

from __future__ import annotations


def lexicon(text: str) -> frozenset[str]:
    """ "a b c" → {"a", "b", "c"}."""
    return frozenset(text.split())
