"""Text in any language in → its quotations as claims of nobody, out."""

from __future__ import annotations

from factcheck.model import AttributedClaim
from factcheck.pipeline.extraction.paragraphs import split_paragraphs
from factcheck.pipeline.extraction.quotes import find_quotations
from factcheck.pipeline.extraction.wording import sentence

_FEWEST_WORDS = 4
_FEWEST_LETTERS = 6
_FIRST_EAST_ASIAN = "\u2e80"
"""From here on Unicode holds scripts that put no spaces between words."""


def quotations_only(text: str) -> list[AttributedClaim]:
    """Every quotation long enough to say something, with no claimant, no date and no cue."""
    _, found = find_quotations(text, split_paragraphs(text))
    claims = []
    for quotation in (one for paragraph in found for one in paragraph):
        quote = text[quotation.start : quotation.end]
        claim_text = sentence(quote)
        if claim_text and _says_something(quote):
            claims.append(AttributedClaim(claim_text, quote, quotation.start, quotation.end))
    return claims


def _says_something(quote: str) -> bool:
    letters = sum(1 for char in quote if char.isalpha())
    unspaced = max(quote, default="") >= _FIRST_EAST_ASIAN
    return letters > 0 and (len(quote.split()) >= _FEWEST_WORDS or (unspaced and letters >= _FEWEST_LETTERS))
