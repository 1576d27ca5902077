"""Article text in → attributed claims out: the stage itself."""

from __future__ import annotations

from collections.abc import Sequence
import re
from dataclasses import replace

from factcheck.model import AttributedClaim, TaggedAttribution
from factcheck.pipeline.extraction.claims import Found
from factcheck.pipeline.extraction.drafts import find_drafts, identified
from factcheck.pipeline.extraction.language import reads_as_english
from factcheck.pipeline.extraction.modality import says_unverified, unverified
from factcheck.pipeline.extraction.parser import Parser, load_parser
from factcheck.pipeline.extraction.quotations_only import quotations_only
from factcheck.pipeline.extraction.reading_order import parse_article
from factcheck.pipeline.extraction.speakers import Speakers
from factcheck.pipeline.extraction.taught import join
from factcheck.text.normalise import comparable

_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


def extract(
    text: str, published: str = "", *, parser: Parser | None = None, tagged: Sequence[TaggedAttribution] = ()
) -> list[AttributedClaim]:
    """Who said what in `text`, sorted by start; `text[start:end] == quote` for every claim.

    `published` is the article's ISO date or "": days of the week are counted back from it, and it
    dates what carries no date. Text that does not read as English gives its quotations alone, with
    no claimant. Any text is accepted; ModelUnavailable is raised when no `parser` is given and the
    pinned one cannot be loaded.
    """
    readable = _HALF_CHARACTER.sub("\ufffd", text)
    if readable == text:
        return _extract(text, published, parser)
    # The parser writes UTF-8, which halves of surrogate pairs have no place in; the quotes keep them.
    return [replace(claim, quote=text[claim.start : claim.end]) for claim in _extract(readable, published, parser)]


def _extract(text: str, published: str, parser: Parser | None) -> list[AttributedClaim]:
    if not reads_as_english(text):
        return quotations_only(text)
    parsed = parse_article(text, parser if parser is not None else load_parser())
    speakers = Speakers([(part.doc, part.passage) for part in parsed])
    found = Found(text, published, speakers, parsed)
    for draft in identified(join(text, parsed, find_drafts(text, parsed), tagged), speakers):
        found.add(draft)
    return _without_repeats(sorted(_mark_unverified(found), key=lambda claim: (claim.start, claim.end)))


def _mark_unverified(found: Found) -> list[AttributedClaim]:
    """The claims, those marked that the outlet says it could not check: the ones before in the paragraph.

    A sentence that is a paragraph of its own speaks of the paragraph before it.
    """
    limits: dict[int, int] = {}
    for number, part in enumerate(found.parsed):
        doubts = [sent for sent in part.doc.sents if says_unverified(sent.text)]
        if doubts and len(doubts) == len(list(part.doc.sents)):
            limits[number - 1] = len(found.text)
        elif doubts:
            limits[number] = part.passage.place(doubts[-1].end_char - 1)
    return [
        replace(claim, modality=unverified(claim.modality)) if claim.start <= limits.get(paragraph, -1) else claim
        for paragraph, claim in found.claims
    ]


def _without_repeats(claims: list[AttributedClaim]) -> list[AttributedClaim]:
    """The same words by the same claimant once, where they stand first: headlines and leads repeat the text."""
    kept: dict[tuple[str, str], AttributedClaim] = {}
    for claim in claims:
        kept.setdefault((comparable(claim.claim_text), claim.claim_author_name), claim)
    return list(kept.values())
