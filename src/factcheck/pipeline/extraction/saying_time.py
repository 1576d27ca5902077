"""A word of speaking in → when it was said, as its sentence tells and the ones before it, out."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.pipeline.extraction.content import Content
from factcheck.pipeline.extraction.dates import UNKNOWN, Dated, finest, published_on, resolve
from factcheck.pipeline.extraction.lexicon import lexicon
from factcheck.pipeline.extraction.syntax import child, is_document, is_verb, subject_of
from factcheck.pipeline.extraction.time_words import DAY_NAME, time_expressions

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_NOT_WHEN = lexicon("since until till from for by before after of between")
_LEADING_DAY = re.compile(
    rf"(?:(?:late|early)\s)?(?:on\s)?(?:{DAY_NAME})(?:\s(?:morning|afternoon|evening|night))?,?\s", re.I
)
_OCCASIONS = lexicon("speak talk address appear visit meet write post tweet ask brief interview")
_ISSUED = lexicon("publish release issue date broadcast air record tape film file circulate obtain")
_GATHERINGS = lexicon("briefing conference hearing meeting rally session trial debate ceremony visit call summit")
_RECORDS = lexicon("report study survey dossier paper assessment filing affidavit indictment analysis")
_ONCE = lexicon("once previously formerly often repeatedly always")
_SPOKEN = lexicon("evidence testimony speech interview address statement")
_BESIDE = lexicon("on in at over late early earlier during the just only back")


def said_on(when: Span | None, cue: Token, published: str, before: Doc | None = None) -> Dated:
    """When `cue` was spoken: the time `when` at it, else the day of publication; what nobody can settle is UNKNOWN.

    `before` is the paragraph before, where "a day earlier" may find the day that it counts from.
    """
    if when is None:
        return UNKNOWN if _lies_back(cue) else published_on(published)
    return resolve(when.text, published, last_named(when, published, before))


def _lies_back(cue: Token) -> bool:
    """ "Had told", "used to say", "once called": some day before, and not the one of the report."""
    had = any(kid.lower_ in ("had", "’d", "'d") and kid.dep_ in ("aux", "auxpass") for kid in cue.children)
    used = cue.dep_ == "xcomp" and cue.head.lower_ == "used"
    return is_verb(cue) and (had or used or any(kid.lower_ in _ONCE for kid in cue.children if kid.dep_ == "advmod"))


def last_named(when: Span, published: str, before: Doc | None = None) -> Dated | None:
    """The date that the text names last before `when`; UNKNOWN where a sentence names several, None without any."""
    named: Dated | None = None
    own = [when.doc[sent.start : min(sent.end, when.start)] for sent in when.doc.sents if sent.start < when.start]
    for sentence in [*(before.sents if before is not None else ()), *own]:
        text = sentence.text
        dates = [resolve(text[slice(*span)], published, named) for span in time_expressions(text)]
        named = finest(dates) if dates else named
    return named


def saying_time(cue: Token, content: range) -> Span | None:
    """The expression attached to `cue` in its sentence, None when there is none.

    Tokens of the content (indices in `content`) tell when the event was, not when it was said. A
    cue that shares the subject of another ("…, adding that") shares its time as well.
    """
    sentence = cue.sent
    for start, end in time_expressions(sentence.text):
        span = sentence.doc.char_span(sentence.start_char + start, sentence.start_char + end, alignment_mode="expand")
        if span is None or span.start in content or _is_no_time(span[0]):
            continue
        if _follows(span, cue) or _is_attached(span, cue, content):
            return span
    if cue.dep_ in ("advcl", "conj", "xcomp") and subject_of(cue) is None and is_verb(cue.head):
        return saying_time(cue.head, content)
    return None


def _is_no_time(first: Token) -> bool:
    """The "may" of "may leave", the "that" of "said that day by day"."""
    return first.tag_ == "MD" or (first.lower_ == "that" and first.tag_ == "IN")


def _follows(span: Span, cue: Token) -> bool:
    """ "said on Monday the pass was shut": right behind the cue, whatever the parser hung it on."""
    between = cue.doc[cue.i + 1 : max(span.start, cue.i + 1)]
    is_subject = span.root.dep_ in ("nsubj", "nsubjpass", "poss", "compound")
    return cue.i < span.start and not is_subject and all(token.lower_ in _BESIDE for token in between)


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
    if head.dep_ == "poss" and not _is_text(head.head):
        return False
    if head.dep_ == "pobj" and head.head.lower_ in _NOT_WHEN:
        return False
    if any(above.dep_ == "relcl" and above.head.head == cue and _is_speaking(above) for above in head.ancestors):
        # "Lee, who gave evidence for the defence on Thursday, told the court".
        return True
    for above in head.ancestors:
        if above == cue:
            return True
        if above.i in content:
            return _stands_at_cue(span, cue, content)
        if above.dep_ in ("nsubj", "nsubjpass") and not _is_text(above):
            return False
        if above.pos_ == "NOUN" and above.i < cue.i and above not in span and not _is_occasion(above):
            return False
        if above.pos_ in ("VERB", "AUX") and not _is_speaking(above):
            return False
    return False


def _is_occasion(noun: Token) -> bool:
    """ "A letter", "at a briefing", but not "after the briefing"."""
    return _is_text(noun) or (noun.lemma_ in _GATHERINGS and noun.head.lower_ in ("at", "in", "during"))


def _is_speaking(verb: Token) -> bool:
    """ "Speaking to reporters on Monday", "gave evidence on Monday", "a report published on Monday"."""
    given = child(verb, "dobj")
    if verb.lemma_ == "testify" or (verb.lemma_ == "give" and given is not None and given.lemma_ in _SPOKEN):
        return True
    issued = verb.head if verb.dep_ == "conj" else verb
    return verb.lemma_ in _OCCASIONS or (verb.lemma_ in _ISSUED and _is_text(issued.head))


def _is_text(noun: Token) -> bool:
    return is_document(noun) or noun.lemma_ in _RECORDS


def _stands_at_cue(span: Span, cue: Token, content: range) -> bool:
    """Between cue and content, or before the speaker at the head of the sentence, whatever the parser hung it on."""
    if cue.i < span.start < content.start:
        return True
    subject = child(cue, "nsubj")
    opens = span.start - cue.sent.start <= 2
    return opens and subject is not None and span.end <= subject.left_edge.i and cue.i < content.start
