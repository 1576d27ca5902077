"""A noun phrase that stands for an event ("the death of X", "responsibility for Y") in → a sentence, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.pipeline.extraction.lexicon import lexicon
from factcheck.pipeline.extraction.syntax import child, is_plural, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

_OWN = {
    "responsibility": ("responsible", "for"),
    "blame": ("responsible", "for"),
    "credit": ("responsible", "for"),
    "involvement": ("involved", "in"),
    "participation": ("involved", "in"),
    "complicity": ("complicit", "in"),
    "guilt": ("guilty", "of"),
}
_HAVING = lexicon("knowledge role part link connection tie plan intention interest contact stake")
_HAPPENED = {
    "death": "died",
    "arrival": "arrived",
    "withdrawal": "withdrew",
    "resignation": "resigned",
    "departure": "left",
    "escape": "escaped",
    "collapse": "collapsed",
}
_DONE = {
    "arrest": "arrested",
    "detention": "detained",
    "destruction": "destroyed",
    "killing": "killed",
    "murder": "murdered",
    "closure": "closed",
    "capture": "captured",
    "release": "released",
    "seizure": "seized",
    "sinking": "sunk",
    "evacuation": "evacuated",
    "dismissal": "dismissed",
    "bombing": "bombed",
    "shelling": "shelled",
}


def sentence_about_speaker(thing: Token, speaker: str, *, plural: bool, denied: bool) -> str:
    """ "responsibility for the leak" → "the firm was (not) responsible for the leak"; "" when it is no such noun."""
    noun = thing.lemma_.lower()
    be, no = ("were" if plural else "was"), (" not" if denied else "")
    if noun in _OWN:
        quality, preposition = _OWN[noun]
        of_what = _after(thing, preposition)
        return f"{speaker} {be}{no} {quality} {preposition} {of_what}" if of_what else ""
    if noun == "wrongdoing":
        return f"{speaker} did nothing wrong" if denied else f"{speaker} did wrong"
    if noun in _HAVING and denied:
        rest = "".join(token.text_with_ws for token in thing.subtree if token.dep_ != "det" or token.head != thing)
        return f"{speaker} had no {rest.strip()}"
    return ""


def sentence_about_event(thing: Token, whole: list[Token], *, denied: bool, past: bool) -> str:
    """ "fighting near the port" → "there was fighting near the port"; "" when no sentence can be made safely.

    `whole` are the tokens of the phrase, `thing` the noun or gerund at its head.
    """
    if not denied and (happened := _what_happened(thing)):
        return happened
    if not _is_indefinite(thing):
        return ""
    rest = "".join(token.text_with_ws for token in whole if not _is_any(token, thing)).strip()
    plural = is_plural(thing) and not is_verb(thing)
    be = ("were" if plural else "was") if past else ("are" if plural else "is")
    if denied and child(thing, "det") is not None and len(rest.split()) > 1 and rest.split()[0] in ("a", "an"):
        rest = rest.split(" ", 1)[1]
    return f"there {be} no {rest}" if denied else f"there {be} {rest}"


def _what_happened(thing: Token) -> str:
    noun = thing.lemma_.lower()
    whom = _whom(thing)
    if whom is None or (noun not in _HAPPENED and noun not in _DONE):
        return ""
    phrase = "".join(token.text_with_ws for token in whom.subtree if token.dep_ != "case" or token.head != whom)
    be = "were" if is_plural(whom) else "was"
    verb = _HAPPENED.get(noun) or f"{be} {_DONE[noun]}"
    rest = "".join(token.text_with_ws for token in _rest_of(thing, whom)).strip()
    return f"{phrase.strip()} {verb} {rest}".strip()


def _whom(thing: Token) -> Token | None:
    of = next((kid for kid in thing.children if kid.dep_ == "prep" and kid.lower_ == "of"), None)
    whom = child(of, "pobj") if of is not None else child(thing, "poss")
    return whom if whom is not None and whom.tag_ != "PRP$" else None


def _rest_of(thing: Token, whom: Token) -> list[Token]:
    used = {token.i for token in whom.subtree}
    return [token for token in thing.subtree if token.i > thing.i and token.i not in used and token != whom.head]


def _after(thing: Token, preposition: str) -> str:
    link = next((kid for kid in thing.children if kid.dep_ == "prep" and kid.lower_ == preposition), None)
    if link is None:
        return ""
    return "".join(token.text_with_ws for token in link.subtree if token != link).strip()


def _is_indefinite(thing: Token) -> bool:
    if thing.pos_ == "PROPN" or child(thing, "poss") is not None:
        return False
    article = child(thing, "det")
    return article is None or article.lower_ in ("a", "an", "any", "some", "another")


def _is_any(token: Token, thing: Token) -> bool:
    return token.head == thing and token.dep_ == "det" and token.lower_ in ("any",)
