"""Article text in → attributed claims out: the stage itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from factcheck.model import AttributedClaim, TaggedAttribution
from factcheck.pipeline.extraction.answers import with_answers
from factcheck.pipeline.extraction.claims import Found
from factcheck.pipeline.extraction.drafts import find_drafts, identified
from factcheck.pipeline.extraction.notices import mark_unverified
from factcheck.pipeline.extraction.parser import Parser, load_parser
from factcheck.pipeline.extraction.quotations_only import as_sentence, quotations_only
from factcheck.pipeline.extraction.reading_order import parse_article
from factcheck.pipeline.extraction.speakers import Speakers
from factcheck.pipeline.extraction.taught import join
from factcheck.text.language import ENGLISH, article_language, claim_language, primary
from factcheck.text.normalise import comparable

_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


def extract(
    text: str,
    published: str = "",
    *,
    language: str = "",
    parser: Parser | None = None,
    tagged: Sequence[TaggedAttribution] = (),
) -> list[AttributedClaim]:
    """Who said what in `text`, sorted by start; `text[start:end] == quote` for every claim.

    `published` is the article's ISO date or "": days of the week are counted back from it, and it
    dates what carries no date. `language` is the tag to read the text in, "" for the one it is found to be in.
    Text that is not in English gives its quotations alone, with no claimant. `tagged` is what a trained tagger marked
    in `text`; the rules take its additions. Any text is accepted; ModelUnavailable is raised when no `parser` is given
    and the pinned one cannot be loaded.
    """
    language = primary(language) or article_language(text)
    if language != ENGLISH:
        return quotations_only(text, language)
    parser = parser if parser is not None else load_parser()
    readable = _HALF_CHARACTER.sub("\ufffd", text)
    claims = _extract(readable, published, parser, tagged)
    # The parser writes UTF-8, which halves of surrogate pairs have no place in; the quotes keep them.
    return claims if readable == text else [replace(each, quote=text[each.start : each.end]) for each in claims]


def _extract(text: str, published: str, parser: Parser, tagged: Sequence[TaggedAttribution]) -> list[AttributedClaim]:
    parsed = parse_article(text, parser)
    speakers = Speakers([(part.doc, part.passage) for part in parsed])
    found = Found(text, published, speakers, parsed)
    drafts = identified(join(text, parsed, find_drafts(text, parsed), tagged), speakers)
    for draft in with_answers(text, parsed, speakers, drafts):
        found.add(draft)
    claims = [_in_its_own_words(claim) for claim in mark_unverified(found)]
    return _without_repeats(sorted(claims, key=lambda claim: (claim.start, claim.end)))


def _in_its_own_words(claim: AttributedClaim) -> AttributedClaim:
    """A quotation in another language as it stands: the rules that make a sentence of it are English."""
    if claim_language(claim.quote, ENGLISH) == ENGLISH:
        return claim
    return replace(claim, claim_text=as_sentence(claim.quote) or claim.claim_text)


def _without_repeats(claims: list[AttributedClaim]) -> list[AttributedClaim]:
    """The same words by the same claimant once, where they stand first: headlines and leads repeat the text."""
    kept: dict[tuple[str, str], AttributedClaim] = {}
    for claim in claims:
        kept.setdefault((comparable(claim.claim_text), claim.claim_author_name), claim)
    return list(kept.values())
