"""A word of speaking in → the time expression that tells when it was said, out."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.pipeline.extraction.content import Content
from factcheck.pipeline.extraction.dates import DAY_NAME, time_expressions
from factcheck.pipeline.extraction.lexicon import lexicon
from factcheck.pipeline.extraction.syntax import child, is_document, is_verb, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_NOT_WHEN = lexicon("since until till from for by before after of between")
_LEADING_DAY = re.compile(
    rf"(?:(?:late|early)\s)?(?:on\s)?(?:{DAY_NAME})(?:\s(?:morning|afternoon|evening|night))?,?\s", re.I
)
_OCCASIONS = lexicon("speak talk address appear visit meet write post tweet ask brief interview")


def saying_time(cue: Token, content: range) -> str:
    """The expression attached to `cue` in its sentence, "" when there is none.

    Tokens of the content (indices in `content`) tell when the event was, not when it was said. A
    cue that shares the subject of another ("…, adding that") shares its time as well.
    """
    sentence = cue.sent
    for start, end in time_expressions(sentence.text):
        span = sentence.doc.char_span(sentence.start_char + start, sentence.start_char + end, alignment_mode="expand")
        if span is None or span.start in content or span[0].tag_ == "MD":
            continue
        if _is_attached(span, cue, content):
            return str(span.text)
    if cue.dep_ in ("advcl", "conj", "xcomp") and subject_of(cue) is None and is_verb(cue.head):
        return saying_time(cue.head, content)
    return ""


def without_leading_day(content: Content, cue: Token) -> Content:
    """ "said on Thursday the talks had failed": a day between the verb and its report is the day of saying."""
    if content.start != cue.i + 1:
        return content
    text = content.head.doc[content.start : content.end].text
    match = _LEADING_DAY.match(text)
    if match is None:
        return content
    first = content.head.doc.char_span(cue.nbor(1).idx, cue.nbor(1).idx + match.end(), alignment_mode="expand")
    start = content.start + (len(first) if first is not None else 0)
    return replace(content, start=start) if start < content.head.i else content


def _is_attached(span: Span, cue: Token, content: range) -> bool:
    """Whether nothing but nouns, prepositions and occasions of speaking lie between the time and the cue."""
    head = span.root
    if head.dep_ == "pobj" and head.head.lower_ in _NOT_WHEN:
        return False
    for above in head.ancestors:
        if above == cue:
            return True
        if above.i in content:
            return _stands_at_cue(span, cue, content)
        if above.dep_ in ("nsubj", "nsubjpass") and not is_document(above):
            return False
        if above.pos_ == "NOUN" and above.i < cue.i and above not in span and not is_document(above):
            return False
        if above.pos_ in ("VERB", "AUX") and above.lemma_ not in _OCCASIONS:
            return False
    return False


def _stands_at_cue(span: Span, cue: Token, content: range) -> bool:
    """Between cue and content, or before the speaker at the head of the sentence, whatever the parser hung it on."""
    if cue.i < span.start < content.start:
        return True
    subject = child(cue, "nsubj")
    opens = span.start - cue.sent.start <= 2
    return opens and subject is not None and span.end <= subject.left_edge.i and cue.i < content.start
