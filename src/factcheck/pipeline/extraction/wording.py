"""Parsed words in → the same words with some replaced or dropped, as one tidy sentence, out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import zip_longest
from typing import TYPE_CHECKING

from factcheck.pipeline.extraction.syntax import auxiliaries, child, is_mark
from factcheck.pipeline.extraction.verb_forms import present

if TYPE_CHECKING:
    from spacy.tokens import Token

_SPACES = re.compile(r"\s+")
_BEFORE_POINT = re.compile(r"\s+([,.;:!?…)\]])")
_DOUBLE_COMMA = re.compile(r"(?:,\s*){2,}")
_GLOSS = re.compile(r"(?<=\w) \[((?:the|an?|his|her|its|their)\s[^\[\]]*)\]")
_EDITORIAL = re.compile(r"\[([^\[\]]*)\]")
_EDGE = " ,;:-–—"


class Wording:
    """An editable run of tokens: nothing but the edits asked for is changed."""

    def __init__(self, tokens: Iterable[Token]) -> None:
        self.tokens = [token for token in tokens if not token.is_space]
        self._edits: dict[int, str] = {}

    def __contains__(self, token: Token) -> bool:
        return any(own.i == token.i for own in self.tokens)

    def put(self, token: Token, text: str) -> None:
        """Say `text` instead of `token`; "" drops it."""
        self._edits[token.i] = text

    def put_phrase(self, first: Token, last: Token, text: str) -> None:
        """Say `text` instead of the tokens from `first` to `last`."""
        for token in self.tokens:
            if first.i <= token.i <= last.i:
                self.put(token, "")
        self.put(first, text)

    def text_of(self, token: Token) -> str:
        return self._edits.get(token.i, str(token.text))

    def drop_marks(self) -> None:
        """Drop quotation marks; a letter-carrying apostrophe is no mark."""
        for token in self.tokens:
            if is_mark(token):
                self.put(token, "")

    def phrase(self) -> str:
        """The words as part of a sentence: no capital, no full stop added."""
        parts = []
        for token, following in zip_longest(self.tokens, self.tokens[1:]):
            parts.append(self.text_of(token) + str(token.whitespace_))
            if following is not None and following.i != token.i + 1:
                parts.append(" ")
        return tidy("".join(parts))


def tidy(text: str) -> str:
    """`text` with even spacing, editorial brackets opened and loose punctuation at its edges gone."""
    text = _EDITORIAL.sub(r"\1", _GLOSS.sub(r" (\1)", text))
    text = _BEFORE_POINT.sub(r"\1", _SPACES.sub(" ", text))
    return _DOUBLE_COMMA.sub(", ", text).strip(_EDGE)


def sentence(phrase: str) -> str:
    """`phrase` with a capital and a full stop."""
    text = tidy(phrase)
    if not text:
        return ""
    text = text[0].upper() + text[1:]
    return text if text[-1] in ".!?…" or text[-2:] in ('."', ".”", "?”", "!”") else f"{text}."


def agree(words: Wording, verb: Token, *, plural: bool) -> None:
    """Put the finite verbs that share the subject of `verb` into the third person of that number."""
    finite = [token for token in (*auxiliaries(verb), verb) if token.tag_ in ("VBP", "VBZ", "VBD")]
    for token in finite[:1]:
        _set_number(words, token, plural=plural)
    for other in verb.children:
        own_subject = child(other, "nsubj", "nsubjpass", "expl", "csubj") is not None
        if other.dep_ == "conj" and not own_subject:
            agree(words, other, plural=plural)


def _set_number(words: Wording, token: Token, *, plural: bool) -> None:
    lemma = (
        "be"
        if token.lower_ in ("am", "is", "are", "was", "were", "'m", "’m", "'re", "’re", "'s", "’s")
        else token.lemma_
    )
    if token.tag_ == "VBD":
        if lemma == "be" and token.lower_ in ("was", "were"):
            words.put(token, "were" if plural else "was")
        return
    lemma = "have" if token.lower_ in ("'ve", "’ve") else lemma.lower()
    before = " " if token.text[:1] in "'’" else ""
    words.put(token, before + present(lemma, plural=plural))
