"""The turns of an interview in → the statements of its answers as drafts of whoever gives them, out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.model import Span
from factcheck.pipeline.extraction.actors import Actor
from factcheck.pipeline.extraction.drafts import Draft
from factcheck.pipeline.extraction.interviewee import interviewee
from factcheck.pipeline.extraction.interviews import Role, Turn, find_turns
from factcheck.pipeline.extraction.lexicon import lexicon
from factcheck.pipeline.extraction.paragraphs import split_paragraphs
from factcheck.pipeline.extraction.passages import Passage
from factcheck.pipeline.extraction.quotes import Quotation
from factcheck.pipeline.extraction.reading_order import Parsed, article_span
from factcheck.pipeline.extraction.speakers import Speakers
from factcheck.pipeline.extraction.speech import stand_in_tokens
from factcheck.pipeline.extraction.syntax import child, is_finite, is_negated, is_statement, is_verb, subject_of
from factcheck.pipeline.extraction.unnamed import describe

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_FEWEST_WORDS = 3
_MOST_COVERED = 0.3
"""Of a sentence: when reported claims hold more of it, it only hands them on."""
_OPENING = re.compile(r"(?:yes|no|yeah|yep|nope|well|look|listen)[.!,]+|[(\[][\w ]{1,30}[)\]]", re.IGNORECASE)
"""What opens an answer and says nothing by itself: a yes or a no, and stage directions."""
_MYSELF = lexicon("i we")
_MINE = lexicon("my our")
_NOT_TOLD = lexicon("know remember recall say comment tell think understand mean")


def with_answers(text: str, parsed: list[Parsed], speakers: Speakers, drafts: list[Draft]) -> list[Draft]:
    """`drafts` and, where `text` is an interview, the statements of its answers, in the order of their spans.

    What an answer reports of others went through whoever gives it; what it reports of the answerer ("I told them
    that …") is the answerer's statement as it stands.
    """
    turns = find_turns(text, split_paragraphs(text))
    answers = _Answers(text, parsed, turns, speakers)
    kept: list[Draft] = []
    for draft in drafts:
        speaker = answers.speaker_at(draft.span[0])
        if speaker is None or not _is_own(draft, speaker):
            kept.append(draft)
            if speaker is not None:
                _hand_on(draft, speaker)
    made = list(answers.drafts([draft.span for draft in kept]))
    return sorted((*kept, *made), key=lambda draft: draft.span) if made else kept


def _is_own(draft: Draft, speaker: Actor) -> bool:
    """Whether a report in an answer is the answerer's statement, or reaches over several sentences of it."""
    source, content = draft.source, draft.content
    if content is None:
        return False
    over_several = content.end > content.head.sent.end or content.start < content.head.sent.start
    return over_several or source is None or source.lower_ in _MYSELF or draft.speaker in (None, speaker)


def _hand_on(draft: Draft, speaker: Actor) -> None:
    """What others are reported to say in an answer is said through the answerer, whose "my" and "our" they carry."""
    source = draft.source
    if source is not None and any(kid.lower_ in _MINE for kid in source.children if kid.tag_ == "PRP$"):
        named = draft.speaker is not None and draft.speaker.named
        draft.speaker = draft.speaker if named else describe(source, speaker)
    if draft.speaker is not None and draft.speaker is not speaker and speaker.name not in draft.chain:
        draft.chain = [speaker.name, *draft.chain]


@dataclass
class _Answers:
    text: str
    parsed: list[Parsed]
    turns: list[Turn]
    speakers: Speakers

    def __post_init__(self) -> None:
        self._starts = [turn.span[0] for turn in self.turns]
        self._by_label: dict[str, Actor | None] = {}

    def speaker_at(self, place: int) -> Actor | None:
        """Who gives the answer at an article offset; None outside of answers and where nobody can be named."""
        number = bisect_right(self._starts, place) - 1
        if number < 0 or self.turns[number].role is not Role.ANSWER:
            return None
        label = self.turns[number].label
        if label not in self._by_label:
            self._by_label[label] = interviewee(label, self.parsed, self.speakers, self._opens_at())
        return self._by_label[label]

    def _opens_at(self) -> int:
        """Where the introduction ends: the offset of the first turn."""
        return next(turn.span[0] for turn in self.turns if turn.role is not Role.NEITHER)

    def drafts(self, taken: list[Span]) -> Iterator[Draft]:
        """A draft for each statement in an answer that no span of `taken` covers."""
        if not self.turns:
            return
        for number, part in enumerate(self.parsed):
            masked = stand_in_tokens(part.doc, part.passage)
            for sent in part.doc.sents:
                speaker = self.speaker_at(part.passage.place(sent.start_char))
                if speaker is None or masked & set(range(sent.start, sent.end)):
                    continue
                for piece in _clauses(sent):
                    span = article_span(part.passage, piece.start_char, piece.end_char, self.text)
                    if _states(piece) and not _covered(span, taken):
                        yield _draft(number, part, piece, span, speaker)


def _draft(number: int, part: Parsed, piece: Tokens, span: Span, speaker: Actor) -> Draft:
    """The piece as speech, as if it stood between quotation marks."""
    quotation = Quotation(*span, *span)
    start, end = piece.start_char, piece.end_char
    passage = Passage(piece.text, part.passage.starts[start:end], part.passage.ends[start:end])
    part.speech[quotation] = (piece.as_doc(), passage)
    return Draft(number, span, None, None, part.passage, span[0], quotation=quotation, speaker=speaker)


def _clauses(sent: Tokens) -> Iterator[Tokens]:
    """The sentence, cut at the semicolons between statements, without "No." and "[laughs]" before it."""
    doc, start = sent.doc, sent.start
    while start < sent.end - 1 and (opening := _OPENING.match(doc[start : sent.end].text)) is not None:
        opens = doc.char_span(doc[start].idx, doc[start].idx + opening.end(), alignment_mode="expand")
        if opens is None or opens.end >= sent.end:
            break
        start = opens.end
    for token in sent:
        if token.text == ";" and _has_tense(doc[start : token.i]) and _has_tense(doc[token.i + 1 : sent.end]):
            yield doc[start : token.i]
            start = token.i + 1
    yield doc[start : sent.end]


def _has_tense(words: Tokens) -> bool:
    return any(is_verb(token) and is_finite(token) for token in words)


def _states(piece: Tokens) -> bool:
    """Whether the words say something: no question, no "I don’t know", no fragment."""
    root = piece.root
    if piece.text.rstrip()[-1:] == "?" or sum(token.is_alpha for token in piece) < _FEWEST_WORDS:
        return False
    if not (is_verb(root) or root.pos_ == "AUX") or not is_statement(root):
        return False
    subject = subject_of(root)
    silent = subject is not None and subject.lower_ in _MYSELF and root.lemma_ in _NOT_TOLD and is_negated(root)
    return not silent and not _addresses(root)


def _addresses(root: Token) -> bool:
    """ "Let’s say …", "Look at it": what is asked of the other."""
    return root.tag_ == "VB" and child(root, "nsubj", "aux") is None


def _covered(span: Span, taken: list[Span]) -> bool:
    shared = sum(max(0, min(span[1], end) - max(span[0], start)) for start, end in taken)
    return shared > _MOST_COVERED * (span[1] - span[0])
