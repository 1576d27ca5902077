"""A clause in → the same clause denied, when English grammar lets one word do it, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.pipeline.extraction.lexicon import lexicon
from factcheck.pipeline.extraction.syntax import auxiliaries, child, is_negated
from factcheck.pipeline.extraction.wording import Wording

if TYPE_CHECKING:
    from spacy.tokens import Token

_ABSOLUTE = lexicon(
    "all every each both some many most several few no none nobody everybody everyone somebody someone "
    "ever always only neither either least nothing never already still"
)


def negate(words: Wording, verb: Token) -> bool:
    """Deny the clause of `verb` inside `words`; False, and nothing changed, when that is not safe.

    Not safe: a clause already negative, one with words of quantity ("all", "ever"), or one that
    joins several statements.
    """
    if is_negated(verb) or _joins_statements(verb):
        return False
    if any(token.lower_ in _ABSOLUTE or token.text in (";", ":") for token in words.tokens):
        return False
    anything = [token for token in words.tokens if token.lower_ in ("any", "anyone", "anybody", "anything")]
    if anything:
        return _any_to_no(words, verb, anything)
    return _insert_not(words, verb)


def _joins_statements(verb: Token) -> bool:
    return any(kid.dep_ in ("conj", "advcl", "parataxis", "ccomp") for kid in verb.children)


def _any_to_no(words: Wording, verb: Token, anything: list[Token]) -> bool:
    subject = child(verb, "nsubj", "nsubjpass")
    first = anything[0]
    if subject is None or first.i > subject.i or first.lower_ != "any" or len(anything) > 1:
        return False
    words.put(first, "no")
    return True


def _insert_not(words: Wording, verb: Token) -> bool:
    helpers = [token for token in auxiliaries(verb) if token.tag_ in ("MD", "VBD", "VBP", "VBZ")]
    finite = helpers[0] if helpers else verb
    if finite not in words or finite.text[:1] in "'’":
        return False
    if helpers or verb.lemma_ == "be":
        words.put(finite, f"{words.text_of(finite)} not")
        return True
    support = {"VBD": "did", "VBZ": "does", "VBP": "do"}.get(verb.tag_)
    if support is None:
        return False
    words.put(verb, f"{support} not {verb.lemma_.lower()}")
    return True
