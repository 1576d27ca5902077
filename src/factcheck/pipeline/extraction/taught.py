"""What the rules found and what a trained tagger marked in → the drafts of both, out.

The rules read grammar and put what is said as a sentence; the tagger (see `factcheck.pipeline.attribution`) knows
many more ways of saying. A quotation for which the rules know no speaker takes the tagger's; a clause that only the
tagger marked becomes a draft when it is a statement and its cue tells of saying, not of wishing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.model import Span, TaggedAttribution
from factcheck.pipeline.extraction import cues
from factcheck.pipeline.extraction.attribution import Attribution, is_unsaid
from factcheck.pipeline.extraction.content import Content, Form, cut_before, marked
from factcheck.pipeline.extraction.cues import CueKind
from factcheck.pipeline.extraction.drafts import Draft
from factcheck.pipeline.extraction.lexicon import lexicon
from factcheck.pipeline.extraction.names import is_name
from factcheck.pipeline.extraction.passages import Passage
from factcheck.pipeline.extraction.reading_order import Parsed, article_span
from factcheck.pipeline.extraction.speech import stand_in_tokens
from factcheck.pipeline.extraction.syntax import is_noun, is_statement, is_verb, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_SAME = 0.5
"""Of the shorter of two stretches, from which on they are one content."""
_CLOSE = 4
"""Words from a description to the name it leads to."""
_ALIKE = 2
"""Words by which two contents may begin apart."""
_BREAKS = frozenset({",", ";", "–", "—", "-", "(", "while", "but", "and"})
NO_SAYING = lexicon(
    "want wish hope hop intend intention plan aim try attempt seek like love hate prefer desire need expect "
    "expectation ask question wonder know understand see look watch hear doubt consider decide decision choose agree "
    "support oppose urge demand call order request propose let make allow require force use show mean prove help "
    "refuse worry fear feel remember forget recognize recognise imagine guess care mind mention ignore discuss "
    "discussion view opinion idea be have do get give take go come play fine challenge"
)
"""Cues of wishes, questions, knowledge and acts: what they govern is nobody's statement."""


def join(text: str, parsed: list[Parsed], drafts: list[Draft], tagged: Sequence[TaggedAttribution]) -> list[Draft]:
    """`drafts` with what the tagger adds, in the order of their spans."""
    article = _Article(text, parsed)
    added: list[Draft] = []
    for attribution in tagged:
        place = article.locate(attribution)
        if place is None:
            continue
        _name_speakers(drafts, attribution, place)
        _name_people(drafts, attribution, place)
        article.cut_contents(drafts, attribution)
        for draft in article.reports(attribution, place):
            if not any(_overlap(draft.span, other.span) for other in (*drafts, *added)):
                added.append(draft)
    return sorted((*drafts, *added), key=lambda draft: draft.span)


@dataclass(frozen=True)
class _Place:
    """Where an attribution stands: the paragraph of its cue and source, and their heads; what kind of saying it is."""

    number: int
    part: Parsed
    cue: Token
    source: Token | None
    kind: CueKind | None


class _Article:
    """The parsed paragraphs, to find the tokens of a stretch of the article."""

    def __init__(self, text: str, parsed: list[Parsed]) -> None:
        self._text, self._parsed = text, parsed
        self._starts = [part.passage.starts[0] if part.passage.starts else 0 for part in parsed]
        self._masked = [stand_in_tokens(part.doc, part.passage) for part in parsed]

    def locate(self, attribution: TaggedAttribution) -> _Place | None:
        cue = self._tokens(attribution.cue[0]) if attribution.cue else None
        if cue is None:
            return None
        number, words = cue
        source = self._tokens(attribution.source[0]) if attribution.source else None
        head = _head_of_source(source[1]) if source is not None and source[0] == number else None
        head_of_cue = _head_of_cue(words)
        return _Place(number, self._parsed[number], head_of_cue, head, _kind(head_of_cue, words))

    def reports(self, attribution: TaggedAttribution, place: _Place) -> Iterator[Draft]:
        """A draft for each piece of the content that is a statement in the paragraph of the cue."""
        kind = place.kind
        if kind is None or place.source is None:
            return
        for piece in attribution.content:
            found = self._tokens(piece)
            if found is None or found[0] != place.number:
                continue
            words, root = found[1], found[1].root
            stands_in = self._masked[place.number] & set(range(words.start, words.end))
            if is_verb(root) and is_statement(root) and not stands_in and not _tells_of(root, place.source):
                content = marked(Form.CLAUSE, root, words.start, words.end)
                cue = _wording(self._text, attribution)
                yield self._draft(place, Attribution(place.cue, kind, place.source, content, cue))

    def cut_contents(self, drafts: Sequence[Draft], attribution: TaggedAttribution) -> None:
        """End a reported content where the tagger ends it, when a clause ends there: what follows is not said."""
        for piece in attribution.content:
            found = self._tokens(piece)
            for draft in drafts:
                content = draft.content
                if found is None or content is None or draft.paragraph != found[0]:
                    continue
                words, doc = found[1], found[1].doc
                starts_alike = abs(words.start - content.start) <= _ALIKE
                if starts_alike and content.head.i < words.end < content.end and doc[words.end].text in _BREAKS:
                    self._shorten(draft, doc[words.end])

    def _shorten(self, draft: Draft, before: Token) -> None:
        if draft.attribution is None:
            return
        content = cut_before(draft.attribution.content, before)
        draft.attribution = replace(draft.attribution, content=content)
        draft.span = self._span(draft.passage, content)

    def _span(self, passage: Passage, content: Content) -> Span:
        tokens = content.head.doc[content.range.start : content.range.stop]
        return article_span(passage, tokens.start_char, tokens.end_char, self._text)

    def _draft(self, place: _Place, attribution: Attribution) -> Draft:
        passage = place.part.passage
        span = self._span(passage, attribution.content)
        where = passage.place(attribution.cue.idx)
        return Draft(place.number, span, attribution.cue, attribution.source, passage, where, attribution)

    def _tokens(self, span: Span) -> tuple[int, Tokens] | None:
        """The paragraph of `span` and its tokens there, none of them standing in for speech."""
        number = bisect_left(self._starts, span[0] + 1) - 1
        if number < 0:
            return None
        part = self._parsed[number]
        start, end = bisect_left(part.passage.starts, span[0]), bisect_left(part.passage.starts, span[1])
        if start >= end:
            return None
        words = part.doc.char_span(start, end, alignment_mode="expand")
        return (number, words) if words is not None and len(words) else None


def _tells_of(verb: Token, source: Token) -> bool:
    """Whether a sentence names its speaker as subject: then the outlet tells of them, "the Legion posted"."""
    subject = subject_of(verb)
    return subject is not None and is_noun(subject) and subject.lower_ == source.lower_


def _wording(text: str, attribution: TaggedAttribution) -> str:
    """The cue as it stands in the article, in small letters, on one line."""
    start, end = attribution.cue[0]
    return " ".join(text[start:end].lower().split())


def _head_of_source(words: Tokens) -> Token:
    """The name where a description leads straight to one: "postmistress Joan Tully", "mum-of-three Posy Amado"."""
    people = [entity for entity in words.ents if entity.label_ == "PERSON" and entity.start > words.start]
    described = [entity for entity in people if words.doc[entity.start - 1].pos_ in ("NOUN", "NUM", "ADJ", "PROPN")]
    return described[0].root if described and not is_name(words.root) else words.root


def _head_of_cue(words: Tokens) -> Token:
    """The verb of "has also told reporters", the noun of "issued a statement"."""
    known = [token for token in words if token.lemma_.lower() in cues.VERBS or token.lemma_.lower() in cues.NOUNS]
    return known[0] if known else words.root


def _kind(cue: Token, words: Tokens) -> CueKind | None:
    """What the cue `words` around the head `cue` do with their content; None when nothing is said by them."""
    lemma = cue.lemma_.lower()
    known = cues.VERBS.get(lemma) or cues.NOUNS.get(lemma)
    if is_verb(cue) and is_unsaid(cue):
        return None
    if known is None and (
        not is_verb(cue) or any(word.lemma_.lower() in NO_SAYING for word in words if not word.is_stop)
    ):
        # "expressed hope", "made no mention".
        return None
    return None if lemma in NO_SAYING else known or CueKind.SAY


def _name_speakers(drafts: Sequence[Draft], attribution: TaggedAttribution, place: _Place) -> None:
    """Give the quotations inside the content that nobody speaks the cue and source of the attribution."""
    if place.source is None:
        return
    for draft in drafts:
        if draft.quotation is None or draft.source is not None:
            continue
        if any(_overlap(draft.span, piece) for piece in attribution.content):
            draft.cue, draft.source = place.cue, place.source
            draft.passage, draft.place = place.part.passage, place.part.passage.place(place.cue.idx)


def _name_people(drafts: Sequence[Draft], attribution: TaggedAttribution, place: _Place) -> None:
    """Where the rules took a description for the speaker and the tagger shows the name in it, the name speaks."""
    source = place.source
    if source is None or not is_name(source):
        return
    for draft in drafts:
        own = draft.source
        if own is None or own.doc is not source.doc or own == source or is_name(own) or not is_noun(own):
            continue
        within = any(_overlap(draft.span, piece) for piece in attribution.content)
        if within and own.i < source.i and source.i - own.i <= _CLOSE:
            draft.source = source


def _overlap(a: Span, b: Span) -> bool:
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared > 0 and shared >= _SAME * min(a[1] - a[0], b[1] - b[0])
