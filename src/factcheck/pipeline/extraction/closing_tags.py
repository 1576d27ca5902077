"""A verb of speaking at the end of its sentence in → the speaker right before it, out, where the parser erred."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.pipeline.extraction.content import Content, clause, cut_before
from factcheck.pipeline.extraction.syntax import is_noun, is_passive, is_statement, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_LONGEST = 15
_AFTER_CUE = 7


@dataclass(frozen=True)
class ClosingTag:
    """ "the minister, Ann Lee," of "…, the minister, Ann Lee, said": its head, and where it begins."""

    source: Token
    first: Token

    def cut(self, contents: list[Content], cue: Token) -> list[Content]:
        """The contents without the tag; the sentence before it when the cue has none of its own."""
        if not contents and cue.dep_ in ("conj", "advcl", "acl", "relcl") and is_statement(cue.sent.root):
            contents = [clause(cue.sent.root)]
        return [cut_before(content, self.first) for content in contents]


def closing_tag(cue: Token) -> ClosingTag | None:
    """The tag that ends with `cue`, or begins with it: "…, the mill’s owner said", "…, said the owner"."""
    sentence = cue.sent
    inverted = inverted_speaker(cue)
    if inverted is not None and cue.i > sentence.start and cue.nbor(-1).text in (",", "”", '"'):
        return ClosingTag(inverted, cue) if inverted.right_edge.i >= sentence.end - 2 else None
    if cue.tag_ not in ("VBD", "VBZ", "VBP") or sentence.end - cue.i > _AFTER_CUE or is_passive(cue):
        return None
    span = _before(cue)
    if span is None or len(span) > _LONGEST or any(is_verb(token) for token in span):
        return None
    if not is_noun(span.root) or span[0].dep_ in ("cc", "mark") or span[0].lower_ in ("which", "who", "and", "but"):
        return None
    return ClosingTag(span.root, span[0])


def _before(cue: Token) -> Span | None:
    """What stands between the comma and `cue`; two commas back when a name is set off by a pair."""
    doc = cue.doc
    commas = [token.i for token in cue.sent if token.i < cue.i and token.text in (",", "”", '"')]
    if not commas:
        return None
    start, end = commas[-1] + 1, cue.i
    if start == end and len(commas) > 1:
        start, end = commas[-2] + 1, commas[-1]
        name = doc[start:end].root if start < end else None
        if len(commas) > 2 and name is not None and name.dep_ == "appos" and name.head.i > commas[-3]:
            start = commas[-3] + 1
    return doc[start:end] if start < end else None


def inverted_speaker(cue: Token) -> Token | None:
    """X of "“…,” said X, who …", where the parser made something else of X."""
    phrase = [token for token in cue.sent if token.i > cue.i and is_noun(token) and token.left_edge.i == cue.i + 1]
    return max(phrase, key=lambda token: token.i, default=None)
