"""Text and what a model tagged in it in → claims out; for languages whose grammar the rules do not know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.model import AttributedClaim, Span, TaggedAttribution
from factcheck.pipeline.extraction.quotation_marks import find_quoted
from factcheck.pipeline.extraction.quotations_only import as_sentence, quotations_only
from factcheck.text.normalise import one_line

_EDGE = " ,;:、，；：،؛–—\n\t\xa0\u202f"


def claims_of_tagged(text: str, tagged: Sequence[TaggedAttribution], language: str = "") -> list[AttributedClaim]:
    """One claim for each piece of a content that stands apart, said by its source; sorted by start.

    Quotations of which the model marked nothing follow as claims of nobody. `text[start:end] == quote` for every claim.
    """
    claims = {
        (claim.start, claim.end): claim
        for attribution in reversed(tagged)
        for claim in _claims(text, attribution, language)
    }
    marked = [span for attribution in tagged for span in attribution.content]
    for claim in quotations_only(text, language):
        if not any(claim.start < end and start < claim.end for start, end in marked):
            claims[claim.start, claim.end] = claim
    return [claims[span] for span in sorted(claims)]


def _claims(text: str, attribution: TaggedAttribution, language: str) -> Iterator[AttributedClaim]:
    who = one_line(" ".join(text[slice(*span)] for span in attribution.source)).strip(_EDGE)
    cue = one_line(" ".join(text[slice(*span)] for span in attribution.cue)).lower()
    for span in _joined(text, attribution.content):
        start, end = _without_marks(text, span)
        said = as_sentence(text[start:end], language)
        if any(map(str.isalpha, said)):
            yield AttributedClaim(said, text[start:end], start, end, claim_author_name=who, cue=cue)


def _joined(text: str, pieces: Sequence[Span]) -> list[Span]:
    """Pieces with nothing but blanks and marks between them are one."""
    joined: list[Span] = []
    for start, end in sorted(pieces):
        if joined and not any(map(str.isalnum, text[joined[-1][1] : start])):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _without_marks(text: str, span: Span) -> Span:
    """The words inside when marks enclose the whole; edges without commas and blanks."""
    start, end = _trimmed(text, span)
    whole = [(a, b) for a, b in find_quoted(text[start:end]) if a <= 2 and b >= end - start - 2]
    return (start + whole[0][0], start + whole[0][1]) if whole else (start, end)


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end
