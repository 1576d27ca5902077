"""A reported sentence with several verbs in → one content for each: "it had received 46 complaints and would act"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.pipeline.extraction.content import Content, Form, cut_before, marked
from factcheck.pipeline.extraction.syntax import SUBJECTS, auxiliaries, child, is_finite, is_verb, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_FEWEST_WORDS = 4
"""In each part; shorter ones only make sense together."""


def parts_of(content: Content) -> Iterator[Content]:
    """The assertions of a clause, each with its own or the first one's subject; the content itself when it is one."""
    rest = content
    while (second := _second(rest)) is not None:
        verb, joint = second
        first = cut_before(rest, joint)
        tail = marked(Form.CLAUSE, verb, joint.i + 1, rest.end)
        if min(len(first.tokens()), len(tail.tokens())) < _FEWEST_WORDS:
            break
        yield first
        own = subject_of(verb)
        rest = tail if own is not None else replace(tail, subject=rest.subject or subject_of(rest.head))
    yield rest


def _second(content: Content) -> tuple[Token, Token] | None:
    """The next verb in a tense that "and" or "but" joins to the head, and that joint."""
    head = content.head
    if content.form is not Form.CLAUSE or not is_verb(head):
        return None
    for verb in head.children:
        if verb.dep_ != "conj" or not is_verb(verb) or not head.i < verb.i < content.end:
            continue
        if not is_finite(verb) or _leans(verb, head):
            continue
        joint = next((kid for kid in head.children if kid.dep_ == "cc" and kid.i < verb.i), None)
        if joint is not None and joint.lower_ in ("and", "but"):
            return verb, joint
    return None


def _leans(verb: Token, head: Token) -> bool:
    """Whether a second verb may share the auxiliary of the first: "had been killed and 22 captured"."""
    if verb.tag_ != "VBD" or auxiliaries(verb) or not auxiliaries(head):
        return False
    subject = child(verb, *SUBJECTS)
    return subject is None or subject.pos_ == "NUM"
