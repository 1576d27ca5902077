"""Direct speech and its speaker in → the same words in the third person, when that stays good English, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import ClaimantType
from factcheck.pipeline.extraction.actors import Actor, possessive
from factcheck.pipeline.extraction.syntax import SUBJECTS, child
from factcheck.pipeline.extraction.wording import Wording, agree

if TYPE_CHECKING:
    from spacy.tokens import Token

_SINGULAR = {"i": "subject", "me": "object", "my": "owner"}
_PLURAL = {"we": "subject", "us": "object", "our": "owner"}
_UNTURNABLE = frozenset(["mine", "ours", "myself", "ourselves", "let's"])
_GENDERED = {
    "m": {"subject": "he", "object": "him", "owner": "his"},
    "f": {"subject": "she", "object": "her", "owner": "her"},
}
_CONTRACTED = {"'ll": " will", "’ll": " will"}


def turn_to_third(words: Wording, speaker: Actor) -> bool:
    """Replace the speaker's "I" (a person) or "we" (a body or group) by name and pronoun.

    False, and nothing changed, when some form cannot be turned safely. A person's "we" is left
    alone: who else is meant is not said.
    """
    forms = _SINGULAR if speaker.type is ClaimantType.PERSON and not speaker.plural else _PLURAL
    mine = [token for token in words.tokens if token.lower_ in forms and token.tag_ in ("PRP", "PRP$")]
    if not mine or not speaker.name or speaker.type is ClaimantType.UNKNOWN:
        return False
    if any(token.lower_ in _UNTURNABLE or token.text == "?" for token in words.tokens):
        return False
    if not all(_is_turnable(token, forms[token.lower_]) for token in mine):
        return False
    if len(mine) > 1 and not speaker.named and speaker.type is ClaimantType.PERSON:
        # "One woman" three times in a sentence is worse than her own "I".
        return False
    named: set[int] = set()
    for token in mine:
        again = token.sent.start in named
        _turn(words, token, forms[token.lower_], speaker, again=again)
        named.add(token.sent.start)
    return True


def _is_turnable(token: Token, case: str) -> bool:
    if child(token, "appos", "conj", "relcl") is not None or token.dep_ == "conj":
        return False
    if case == "subject":
        return token.dep_ in SUBJECTS and token.head.pos_ in ("VERB", "AUX") and token.i < _finite(token.head).i
    return case != "owner" or token.dep_ == "poss"


def _finite(verb: Token) -> Token:
    helpers = [kid for kid in verb.children if kid.dep_ in ("aux", "auxpass")]
    return helpers[0] if helpers else verb


def _turn(words: Wording, token: Token, case: str, speaker: Actor, *, again: bool) -> None:
    plural = speaker.plural
    name, pronoun = _forms(speaker, case, again=again)
    text = pronoun if again else name
    words.put(token, text[:1].upper() + text[1:] if token.is_sent_start else text)
    if case == "subject":
        agree(words, token.head, plural=plural)
        _open_contraction(words, token.head)


def _forms(speaker: Actor, case: str, *, again: bool) -> tuple[str, str]:
    """The speaker's name in `case`, and what stands for it the second time in one sentence."""
    if speaker.type is ClaimantType.PERSON and not speaker.plural:
        short = speaker.surname if speaker.proper else speaker.phrase
        second = _GENDERED.get(speaker.gender) or {"subject": short, "object": short, "owner": possessive(short)}
    elif speaker.plural:
        second = {"subject": "they", "object": "them", "owner": "their"}
    else:
        second = {"subject": "it", "object": "it", "owner": "its"}
    name = possessive(speaker.core) if case == "owner" else speaker.phrase
    return name, second[case]


def _open_contraction(words: Wording, verb: Token) -> None:
    """ "we’ll stay" → "the board will stay", "we’d stay" → "the board would stay"."""
    for helper in verb.children:
        if helper.lower_ in _CONTRACTED:
            words.put(helper, _CONTRACTED[helper.lower_])
        elif helper.lower_ in ("'d", "’d"):
            words.put(helper, " had" if verb.tag_ == "VBN" else " would")
