"""A verb or noun of what is said in → the stretch of the sentence that carries it, trimmed and cut, out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from factcheck.pipeline.extraction.syntax import RELATIVE, is_finite, is_mark, span_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


class Form(StrEnum):
    """How the content is put, which decides how it becomes a sentence of its own."""

    CLAUSE = "clause"  # said (that) the bridge was safe
    INFINITIVE = "infinitive"  # claimed to have repaired the bridge
    GERUND = "gerund"  # accused them of blocking the bridge
    EVENT = "event"  # reported fighting near the bridge
    BLAME = "blame"  # blamed them for the collapse
    DESCRIPTION = "description"  # described the bridge as a death trap
    FIGURE = "figure"  # put the toll at twelve
    REFERENCE = "reference"  # denied the allegation


_WITH_SUBJECT = (Form.GERUND, Form.BLAME, Form.DESCRIPTION, Form.FIGURE)


@dataclass(frozen=True)
class Content:
    """What is said: tokens [start, end) of one document, those in `omit` left out.

    `head` is the verb or noun that carries it; `subject` whom or what it is about when that stands outside.
    """

    form: Form
    head: Token
    start: int
    end: int
    omit: frozenset[int] = frozenset()
    subject: Token | None = None

    @property
    def range(self) -> range:
        """Tokens that carry the content, with what it is about when that stands right before it."""
        start, subject = self.start, self.subject
        if subject is not None and self.form in _WITH_SUBJECT and subject.i < start and subject.dep_ == "dobj":
            start, end = _balanced(subject.doc, subject.left_edge.i, self.end, self.omit)
            return range(start, end)
        if subject is not None and self.form is Form.BLAME and subject.i > start:
            phrase = range(subject.i + 1, subject.right_edge.i + 1)
            end = next((i for i in phrase if subject.doc[i].is_punct), phrase.stop)
            return range(start, max(self.end, end))
        return range(start, self.end)

    def tokens(self) -> list[Token]:
        return [token for token in self.head.doc[self.start : self.end] if token.i not in self.omit]


def content_of(form: Form, head: Token, subject: Token | None = None) -> Content:
    """Everything below `head`, without "that", punctuation at the edges and what the parser crossed it with."""
    doc = head.doc
    start, end = span_of(head)
    inside = {token.i for token in head.subtree}
    omit = frozenset(i for i in range(start, end) if i not in inside)
    for that in (kid for kid in head.children if kid.dep_ == "mark" and kid.lower_ == "that"):
        # "said earlier that …": what stands before "that" tells of the saying.
        omit |= frozenset(range(start, that.i + 1)) if that.i < head.i else {that.i}
    object_of_nothing = doc[start].tag_ == "IN" or (head.dep_ == "ccomp" and doc[start].dep_ == "dobj")
    if doc[start].lower_ == "that" and object_of_nothing and start != head.i:
        omit |= {start}
    if doc[start].lower_ in RELATIVE and start + 1 in omit:
        # "a port which they said was …": the content begins behind the verb of saying.
        omit |= {start}
    start, end = _trim(doc, start, end, omit)
    return Content(form, head, start, end, omit, subject)


def marked(form: Form, head: Token, start: int, end: int) -> Content:
    """Tokens [start, end), which somebody marked, without "that" and punctuation at the edges."""
    doc = head.doc
    omit = frozenset({start}) if doc[start].lower_ == "that" and doc[start].tag_ == "IN" else frozenset()
    first, last = _trim(doc, start, end, omit)
    return Content(form, head, first, last, omit)


def clause(verb: Token) -> Content:
    """The whole clause of `verb`."""
    return content_of(Form.CLAUSE, verb)


def nonfinite(form: Form, head: Token, subject: Token | None = None) -> Content:
    """A content without a tense, cut where a verb in a tense goes on: "to use force and even sent tanks"."""
    content = content_of(form, head, subject)
    for other in head.conjuncts:
        if other.i > head.i and is_finite(other):
            joint = next((kid for kid in head.children if kid.dep_ == "cc" and kid.i < other.i), other.left_edge)
            content = cut_before(content, joint)
    return content


def cut_before(content: Content, token: Token) -> Content:
    """`content` without its tail from `token` on; unchanged when nothing would be left."""
    if not content.head.i < token.i < content.end:
        return content
    start, end = _trim(content.head.doc, content.start, token.i, content.omit)
    return replace(content, start=start, end=end) if start < end else content


def without_opening(content: Content) -> Content:
    """`content` without the "when" or "because" that ties its clause to another."""
    ties = {kid.i for kid in content.head.children if kid.dep_ == "mark" or kid.tag_ == "WRB"}
    omit = content.omit | {i for i in ties if i == content.start}
    start, end = _trim(content.head.doc, content.start, content.end, omit)
    return replace(content, start=start, end=end, omit=omit)


def without(content: Content, inner: Token) -> Content:
    """`content` less the parenthesis of `inner` and the comma that sets it off."""
    start, end = span_of(inner)
    doc = inner.doc
    if start > content.start and doc[start - 1].text == ",":
        start -= 1
    if end < content.end and doc[end].text == ",":
        end += 1
    omit = content.omit | frozenset(range(start, end))
    first, last = _trim(doc, content.start, content.end, omit)
    return replace(content, start=first, end=last, omit=omit)


def _trim(doc: Doc, start: int, end: int, omit: frozenset[int]) -> tuple[int, int]:
    """[start, end) without punctuation, "and" and left-out words at its edges; quotation marks in pairs."""
    while start < end and (start in omit or _is_edge(doc[start])):
        start += 1
    while end > start and (end - 1 in omit or _is_edge(doc[end - 1])):
        end -= 1
    return _balanced(doc, start, end, omit)


def _balanced(doc: Doc, start: int, end: int, omit: frozenset[int]) -> tuple[int, int]:
    """[start, end) with the partner of a lone quotation mark inside, where it stands right outside."""
    marks = [i for i in range(start, end) if i not in omit and is_mark(doc[i])]
    if len(marks) % 2 == 0:
        return start, end
    for following in range(end, min(end + 2, len(doc))):
        if is_mark(doc[following]) and doc[following].whitespace_ + doc[following - 1].whitespace_ != "  ":
            return start, following + 1
        if not doc[following].is_punct:
            break
    if start > 0 and is_mark(doc[start - 1]):
        return start - 1, end
    return start, end


def _is_edge(token: Token) -> bool:
    if token.text in ("[", "(", "]", ")", "%", "$", "£", "€"):
        return False
    return token.is_punct or token.is_space or is_mark(token) or token.dep_ == "cc"
