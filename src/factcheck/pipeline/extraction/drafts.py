"""Parsed passages in → one draft per claim: where it stands, which word speaks it, and who, out."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.model import ClaimantType, Span
from factcheck.pipeline.extraction import cues
from factcheck.pipeline.extraction.actors import Actor
from factcheck.pipeline.extraction.attribution import Attribution, find_attributions
from factcheck.pipeline.extraction.chain import cited_by, is_outlet, outlet_name, outlets_around, printed_in
from factcheck.pipeline.extraction.content import Content
from factcheck.pipeline.extraction.passages import Passage
from factcheck.pipeline.extraction.quotes import Quotation
from factcheck.pipeline.extraction.reading_order import Parsed, article_span
from factcheck.pipeline.extraction.speakers import Speakers
from factcheck.pipeline.extraction.speech import Speech, find_speech, stand_in_tokens
from factcheck.pipeline.extraction.syntax import child, is_document

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass
class Draft:
    """A claim in the making. Exactly one of `attribution` and `quotation` is set.

    `place` is the article offset of the cue; `passage` holds the cue and the source.
    """

    paragraph: int
    span: Span
    cue: Token | None
    source: Token | None
    passage: Passage
    place: int
    attribution: Attribution | None = None
    quotation: Quotation | None = None
    broken_off: Quotation | None = None
    speaker: Actor | None = None
    chain: list[str] = field(default_factory=list)

    @property
    def continues(self) -> bool:
        return self.quotation is not None and self.quotation.continues

    @property
    def cue_text(self) -> str:
        """The cue as it stands in the article, in small letters."""
        if self.attribution is not None:
            return self.attribution.wording
        if self.cue is None:
            return ""
        if self.cue == self.source:
            return ""
        return "according to" if self.cue.lower_ == "according" else str(self.cue.lower_)

    @property
    def content(self) -> Content | None:
        return self.attribution.content if self.attribution is not None else None

    @property
    def content_range(self) -> range:
        return self.content.range if self.content is not None else range(0)


def find_drafts(text: str, parsed: list[Parsed]) -> list[Draft]:
    """What the rules find in all paragraphs, in the order of their places; nobody identified yet."""
    return [draft for number, part in enumerate(parsed) for draft in _of_paragraph(text, number, part)]


def identified(drafts: list[Draft], speakers: Speakers) -> list[Draft]:
    """The drafts with their speakers, less what no one can have said."""
    outlets: list[str] = []
    for draft in drafts:
        _identify(draft, speakers, outlets)
    _carry_over(drafts)
    _name_the_unnamed(drafts, speakers)
    return [draft for draft in drafts if not _is_nobodys(draft)]


def _of_paragraph(text: str, number: int, part: Parsed) -> list[Draft]:
    masked = stand_in_tokens(part.doc, part.passage)
    found = []
    for attribution in find_attributions(part.doc):
        content = attribution.content
        if not content.range or attribution.cue.i in masked or masked & set(content.range):
            continue
        tokens = part.doc[content.range.start : content.range.stop]
        end = tokens.end_char - (tokens[-1].text[-1] == "." and tokens[-1].text[:-1].isalnum() and tokens[-1].like_num)
        span = article_span(part.passage, tokens.start_char, end, text)
        place = part.passage.place(attribution.cue.idx)
        found.append(Draft(number, span, attribution.cue, attribution.source, part.passage, place, attribution))
    reported = list(found)
    spoken = [_of_speech(number, speech, part, reported) for speech in find_speech(part.doc, part.passage)]
    for earlier, later in pairwise(spoken):
        if earlier.cue == later.cue and _goes_on(text, earlier.span, later.span):
            later.broken_off = earlier.quotation
    found += spoken
    speaking = {draft.cue.i for draft in found if draft.quotation is not None and draft.cue is not None}
    return sorted((draft for draft in found if not _is_tag(draft, speaking)), key=lambda draft: draft.span)


def _goes_on(text: str, earlier: Span, later: Span) -> bool:
    """Whether the later quotation finishes the sentence of the earlier one."""
    return text[later[0]].islower() and text[earlier[1] - 1] not in ".!?…"


def _is_tag(draft: Draft, speaking: set[int]) -> bool:
    """Whether a reported "content" is only the speaker of a quotation, misread: "“…,” said X, who …"."""
    content, cue = draft.content, draft.cue
    return content is not None and cue is not None and cue.i in speaking and content.start == cue.i + 1


def _of_speech(number: int, speech: Speech, part: Parsed, reported: list[Draft]) -> Draft:
    quotation = speech.quotation
    cue, source = speech.cue, speech.source
    if cue is None and speech.alone and reported:
        near = min(reported, key=lambda draft: abs(draft.place - quotation.start))
        cue, source = near.cue, near.source
    elif cue is None and speech.alone:
        source = speech.before
    place = part.passage.place(cue.idx) if cue is not None else quotation.start
    return Draft(
        number,
        (quotation.start, quotation.end),
        cue,
        source,
        part.passage,
        place,
        quotation=quotation,
    )


def _identify(draft: Draft, speakers: Speakers, outlets: list[str]) -> None:
    """Name the speaker of `draft` and who handed it on; `outlets` are those named so far, and grow."""
    source, cue = draft.source, draft.cue
    if source is None and cue is None:
        return
    carriers = list(draft.attribution.via) if draft.attribution is not None else []
    outlet = (source if is_outlet(source) else printed_in(source)) if source is not None else None
    if source is not None and outlet is not None:
        outlets.append(outlet_name(outlet))
        cited = cited_by(cue, source) if cue is not None else None
        if cited is not None and not cited.is_stop:
            carriers.append(outlet)
            source = draft.source = cited
    carriers += outlets_around(cue, draft.content_range) if cue is not None else []
    if source is not None:
        draft.speaker = speakers.identify(source, _place(draft, source))
    names = [_carrier_name(token, draft, speakers, outlets) for token in carriers if token != source]
    own = draft.speaker.name if draft.speaker is not None else ""
    draft.chain = [name for name in dict.fromkeys(names) if name and name != own]


def _place(draft: Draft, token: Token) -> int:
    return draft.passage.place(token.idx)


def _carrier_name(token: Token, draft: Draft, speakers: Speakers, outlets: list[str]) -> str:
    if is_outlet(token):
        name = outlet_name(token)
        if name.islower() and " " not in name:
            # "Told the paper": the one named last.
            return outlets[-1] if outlets else ""
        outlets.append(name)
        return name
    actor = speakers.identify(token, _place(draft, token))
    return actor.name if actor is not None else ""


def _carry_over(drafts: list[Draft]) -> None:
    """A quotation that goes on from the paragraph before keeps its speaker, in either direction."""
    speech = [draft for draft in drafts if draft.quotation is not None]
    pairs = list(pairwise(speech))
    for earlier, later in pairs:
        if later.continues and later.speaker is None:
            _copy_speaker(earlier, later)
    for earlier, later in reversed(pairs):
        if later.continues and earlier.speaker is None:
            _copy_speaker(later, earlier)


def _copy_speaker(giver: Draft, taker: Draft) -> None:
    taker.cue, taker.source, taker.speaker, taker.chain = giver.cue, giver.source, giver.speaker, giver.chain


def _name_the_unnamed(drafts: list[Draft], speakers: Speakers) -> None:
    """ "An official confirmed …" followed at once by a newcomer's name: the two are one person."""
    for position, draft in enumerate(drafts):
        if not _is_unnamed_person(draft):
            continue
        following = next((other for other in drafts[position + 1 :] if other.speaker is not draft.speaker), None)
        if following is None or following.paragraph > draft.paragraph + 1 or not _is_newcomer(following, speakers):
            continue
        unnamed, named = draft.speaker, following.speaker
        for other in drafts:
            if other.speaker is unnamed or (other.source is not None and other.source == draft.source):
                other.speaker = named


def _is_unnamed_person(draft: Draft) -> bool:
    actor, source = draft.speaker, draft.source
    if actor is None or source is None or actor.type is not ClaimantType.PERSON or actor.plural:
        return False
    article = child(source, "det")
    return not actor.named and article is not None and article.lower_ in ("a", "an")


def _is_nobodys(draft: Draft) -> bool:
    """ "The conflict threatens to spread", "according to the procedure": a thing, and none that speaks."""
    cue, source = draft.cue, draft.source
    if cue is None or (cue.lemma_ != "threaten" and cue.lower_ != "according"):
        return False
    if draft.speaker is not None and (draft.speaker.type is not ClaimantType.UNKNOWN or draft.speaker.named):
        return False
    return source is None or not (is_document(source) or source.lemma_.lower() in cues.FINDERS)


def _is_newcomer(draft: Draft, speakers: Speakers) -> bool:
    actor, source = draft.speaker, draft.source
    if actor is None or source is None or actor.type is not ClaimantType.PERSON or not actor.named:
        return False
    first_named_here = abs(speakers.first_place(actor) - _place(draft, source)) < 5
    return first_named_here and not actor.roles
