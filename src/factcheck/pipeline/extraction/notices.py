"""Claims and notices among them ("these figures could not be verified") in → the claims, those meant marked, out.

A notice speaks of what stands before it: in its paragraph or, when it opens one, in the paragraph before. Its words
can narrow that (figures; one claimant) or widen it: the accounts of both sides reach over several paragraphs, and
may only follow.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from factcheck.model import AttributedClaim, Modality
from factcheck.pipeline.extraction.claims import Found
from factcheck.pipeline.extraction.modality import says_unverified, unverified
from factcheck.pipeline.extraction.reading_order import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

Paragraphs = dict[int, list[AttributedClaim]]
"""The claims of each paragraph that holds some."""

_BOTH = re.compile(
    r"\b(?:neither|either|both|rival|competing|conflicting|opposing|warring)\b|\bbattlefield\b|\b(?:two|all) sides\b",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\b(?:figures?|numbers?|tolls?|totals?|counts?|statistics)\b", re.IGNORECASE)
_OF_ONE = re.compile(
    r"\b(?:his|her|its|their|this|that)\s+(?:\w+\s+){0,2}(?:claim|report|account|figure|version|statement|allegation)s?\b",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(r"\bthe following\b|\b(?:accounts?|claims?|reports?|figures?) below\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|hundreds?|thousands?|millions?)\b",
    re.IGNORECASE,
)


_FARTHEST = 5
"""Paragraphs, all with claims, that a notice on both sides speaks of."""


def mark_unverified(found: Found) -> list[AttributedClaim]:
    """The claims of `found`, those marked that the outlet says it could not check; a denial stays one."""
    paragraphs: dict[int, list[AttributedClaim]] = {}
    for number, claim in found.claims:
        paragraphs.setdefault(number, []).append(claim)
    meant: set[int] = set()
    for number, part in enumerate(found.parsed):
        for sent in part.doc.sents:
            if says_unverified(sent.text):
                meant.update(id(claim) for claim in _meant(sent, number, part, paragraphs))
    return [
        replace(claim, modality=unverified(claim.modality)) if id(claim) in meant else claim
        for _, claim in found.claims
    ]


def _meant(sent: Tokens, number: int, part: Parsed, claims: Paragraphs) -> list[AttributedClaim]:
    end = part.passage.place(sent.end_char - 1)
    own = [claim for claim in claims.get(number, []) if claim.start <= end]
    if _FOLLOWING.search(sent.text):
        return _onwards(number, end, claims)
    if _BOTH.search(sent.text):
        return [*_back(number, claims), *own] or _onwards(number, end, claims)
    return _narrowed(sent.text, own or (claims.get(number - 1, []) if sent.start == 0 else []))


def _back(number: int, claims: Paragraphs) -> list[AttributedClaim]:
    """The claims of the paragraphs right before, as far as each holds some."""
    before = takewhile(lambda at: at in claims, range(number - 1, number - 1 - _FARTHEST, -1))
    return [claim for at in before for claim in claims[at]]


def _onwards(number: int, end: int, claims: Paragraphs) -> list[AttributedClaim]:
    """The claims behind the notice in its paragraph, and in the ones right after it, as far as each holds some."""
    after = takewhile(lambda at: at in claims, range(number + 1, number + 1 + _FARTHEST))
    own = [claim for claim in claims.get(number, []) if claim.start > end]
    return [*own, *(claim for at in after for claim in claims[at])]


def _narrowed(notice: str, claims: list[AttributedClaim]) -> list[AttributedClaim]:
    """Those of `claims` that the words of the notice fit; all when they fit none."""
    open_to = [claim for claim in claims if claim.modality is not Modality.DENIED]
    if not open_to:
        return claims
    last = max(open_to, key=lambda claim: claim.start)
    if _OF_ONE.search(notice):
        claims = [claim for claim in claims if claim.claim_author_name == last.claim_author_name]
    if _FIGURES.search(notice):
        return [claim for claim in claims if _NUMBER.search(claim.quote)] or claims
    return claims
