"""A draft in → its claims out: text that stands alone, verbatim quote, claimant, date, modality."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.model import AttributedClaim, ClaimantType, Modality, Span
from factcheck.pipeline.extraction import cues
from factcheck.pipeline.extraction.actors import Actor
from factcheck.pipeline.extraction.attribution import Attribution
from factcheck.pipeline.extraction.claim_text import NOT_TRUE, Said, holds_verb, phrase_of, speech_phrase
from factcheck.pipeline.extraction.content import Form
from factcheck.pipeline.extraction.cues import CueKind
from factcheck.pipeline.extraction.dates import Dated, published_on
from factcheck.pipeline.extraction.drafts import Draft
from factcheck.pipeline.extraction.modality import modality_of, modality_of_speech
from factcheck.pipeline.extraction.reading_order import Parsed, article_span
from factcheck.pipeline.extraction.saying_time import said_on, saying_time
from factcheck.pipeline.extraction.sayings import Sayings
from factcheck.pipeline.extraction.speakers import Speakers
from factcheck.pipeline.extraction.wording import Wording, sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LONGEST_PIECE = 90
"""Words; longer speech is cut at sentence ends into claims of its own."""

_RECENT = 20
"""Claims that the words before a cue may belong to."""


@dataclass
class Found:
    """The claims of an article so far, each with the number of its paragraph."""

    text: str
    published: str
    speakers: Speakers
    parsed: list[Parsed]
    claims: list[tuple[int, AttributedClaim]] = field(default_factory=list)
    sayings: Sayings = field(default_factory=Sayings)

    def add(self, draft: Draft) -> None:
        """Append what `draft` comes to: several claims for long speech, none when nothing can be said safely."""
        if draft.attribution is None:
            made = list(_from_speech(self, draft))
        else:
            made = list(_from_report(self, draft, draft.attribution))
        self.claims.extend((draft.paragraph, claim) for claim in made)


def _from_report(found: Found, draft: Draft, attribution: Attribution) -> Iterator[AttributedClaim]:
    content, kind = attribution.content, attribution.kind
    if content.form is Form.REFERENCE:
        phrase = _denied_reference(found, draft)
    else:
        accused = _accused(attribution, draft.place, found.speakers)
        said = Said(content, attribution.cue, kind, draft.speaker, draft.source, accused, draft.place)
        phrase = phrase_of(said, found.speakers)
    modality = modality_of(kind, [token.lower_ for token in content.tokens()])
    yield from _claim(found, draft, phrase, draft.span, modality)


def _accused(attribution: Attribution, place: int, speakers: Speakers) -> Actor | None:
    """Whom "they" means in "blamed the guards for it, saying they had slept"."""
    above = attribution.cue.head
    if attribution.cue.dep_ != "advcl" or cues.VERBS.get(above.lemma_) not in (CueKind.BLAME, CueKind.ACCUSE):
        return None
    blamed = next((kid for kid in above.children if kid.dep_ == "dobj"), None)
    return speakers.identify(blamed, place) if blamed is not None else None


def _denied_reference(found: Found, draft: Draft) -> str:
    """ "The ministry denied the allegation": the negation of the last claim by somebody else, close before."""
    own = draft.speaker.name if draft.speaker is not None else ""
    noun = found.text[slice(*draft.span)].lower()
    for paragraph, claim in reversed(found.claims):
        if paragraph < draft.paragraph - 1 or claim.end > draft.span[0]:
            break
        if claim.claim_author_name != own and _can_mean(noun, claim.modality):
            return f"{NOT_TRUE} {_inside_sentence(claim)}"
    return ""


_ACCUSING = ("accus", "alleg", "charge")


def _can_mean(noun: str, modality: Modality) -> bool:
    """Whether "the accusation", "the claim" can point to a claim of that modality."""
    if any(word in noun for word in _ACCUSING):
        return modality is Modality.ALLEGED
    return modality is not Modality.DENIED


def _inside_sentence(claim: AttributedClaim) -> str:
    """The claim's text with a small first letter, unless that letter belongs to a name."""
    text = claim.claim_text
    common = claim.quote[:1].islower() or text.split(" ", 1)[0] in ("The", "There", "It", "They", "A", "An")
    return text[:1].lower() + text[1:] if common else text


def _from_speech(found: Found, draft: Draft) -> Iterator[AttributedClaim]:
    if draft.quotation is None:
        return
    doc, passage = found.parsed[draft.paragraph].speech[draft.quotation]
    if draft.speaker is None and not holds_verb(doc):
        return
    kind = cues.VERBS.get(draft.cue.lemma_.lower()) if draft.cue is not None else None
    lead = _speech_before(found, draft)
    for start, end in _pieces(doc):
        piece = doc[start:end]
        if not any(char.isalnum() for char in piece.text):
            continue
        phrase = speech_phrase(Wording(piece), draft.speaker, found.speakers, draft.place)
        phrase = f"{lead} {phrase}" if lead and start == 0 else phrase
        span = article_span(passage, piece.start_char, piece.end_char, found.text)
        yield from _claim(found, draft, phrase, span, modality_of_speech(kind))


def _speech_before(found: Found, draft: Draft) -> str:
    """The first part of a sentence broken by its tag: “The road is shut,” she said, “because it flooded.”"""
    if draft.broken_off is None:
        return ""
    doc, _ = found.parsed[draft.paragraph].speech[draft.broken_off]
    last = list(doc.sents)[-1]
    return speech_phrase(Wording(last), draft.speaker, found.speakers, draft.place).rstrip(" ,–—-")


def _pieces(doc: Doc) -> list[tuple[int, int]]:
    """Token ranges of runs of whole sentences, each of at most `_LONGEST_PIECE` words where sentences allow."""
    cuts, words = [0], 0
    for sent in doc.sents:
        if words and words + len(sent) > _LONGEST_PIECE:
            cuts.append(sent.start)
            words = 0
        words += len(sent)
    return list(pairwise([*cuts, len(doc)]))


def _claim(found: Found, draft: Draft, phrase: str, span: Span, modality: Modality) -> Iterator[AttributedClaim]:
    claim_text = sentence(phrase)
    start, end = span
    if start >= end or not any(char.isalpha() for char in claim_text):
        return
    speaker = draft.speaker
    date, precision = _said_on(found, draft)
    yield AttributedClaim(
        claim_text=claim_text,
        quote=found.text[start:end],
        start=start,
        end=end,
        claim_author_name=speaker.name if speaker is not None else "",
        claim_author_type=speaker.type if speaker is not None else ClaimantType.UNKNOWN,
        cue=draft.cue_text,
        attribution_chain=tuple(draft.chain),
        claim_date=date,
        claim_date_precision=precision,
        modality=modality,
    )


def _said_on(found: Found, draft: Draft) -> Dated:
    """The time at the cue, else that of the speaker's words right before, else the day of publication."""
    if draft.cue is None:
        return published_on(found.published)
    paragraph = draft.paragraph
    before = found.parsed[paragraph - 1].doc if paragraph > 0 and draft.cue.doc is found.parsed[paragraph].doc else None
    content = range(draft.content.start, draft.content.end) if draft.content is not None else range(0)
    when = saying_time(draft.cue, content)
    date = said_on(when, draft.cue, found.published, before)
    if when is not None:
        found.sayings.note(draft.speaker, draft.cue, date)
        return date
    carried = found.sayings.carried(draft.speaker, draft.cue, lambda at: _is_said(found, draft, at))
    return date if carried is None else carried


def _is_said(found: Found, draft: Draft, index: int) -> bool:
    """Whether a character of the paragraph lies in a claim made so far: its times are not those of saying."""
    place = draft.passage.place(index)
    return any(claim.start <= place < claim.end for _, claim in found.claims[-_RECENT:])
