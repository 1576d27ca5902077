"""A clause and who says it in → the clause with its pronouns and short names spelled out, where safe, out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.model import ClaimantType
from factcheck.pipeline.extraction.actors import Actor, possessive
from factcheck.pipeline.extraction.lexicon import lexicon
from factcheck.pipeline.extraction.names import is_name
from factcheck.pipeline.extraction.roles import ROLES
from factcheck.pipeline.extraction.speakers import Speakers
from factcheck.pipeline.extraction.syntax import SUBJECTS, is_mark, is_noun, is_plural
from factcheck.pipeline.extraction.wording import Wording, agree

if TYPE_CHECKING:
    from spacy.tokens import Token

_THIRD = lexicon("he him his she her it its they them their")
_PARTS = ("compound", "nmod")
_OWNERS = frozenset(["his", "her", "its", "their"])
_OUR = frozenset({"our", "my", "ours"})
_EMPTY_IT = lexicon("aware able ready willing confident sorry responsible innocent unable prepared concerned")


@dataclass(frozen=True)
class Meant:
    """Whom a pronoun can mean: the actor, where the sentence names it, and whether that is beyond doubt."""

    actor: Actor
    source: Token | None = None
    surely: bool = False


def spell_out(words: Wording, meant: Meant | None, speakers: Speakers, place: int) -> None:
    """Replace in `words` what only the article around them explains.

    The first third-person pronoun becomes the name of `meant` when the two agree and nothing before
    it in the clause could be meant instead; "the legion" becomes the full name.
    """
    _short_names(words, speakers, place)
    if meant is not None and meant.actor.name:
        _pronoun(words, meant)


def replace_pronoun(words: Wording, token: Token, actor: Actor) -> None:
    """Say `actor`'s name for one pronoun, and make the verb agree."""
    if token.lower_ in _OWNERS and token.dep_ == "poss":
        words.put(token, possessive(actor.core))
        return
    words.put(token, actor.phrase)
    if token.dep_ in SUBJECTS and token.lower_ == "they":
        agree(words, token.head, plural=actor.plural)


def _pronoun(words: Wording, meant: Meant) -> None:
    for token in words.tokens:
        if _is_third(token) and words.text_of(token) == token.text:
            if _means(token, meant):
                replace_pronoun(words, token, meant.actor)
            return
        if _could_be_meant(token, meant.actor) and not any(_is_third(inner) for inner in token.subtree):
            return


def _is_third(token: Token) -> bool:
    return token.lower_ in _THIRD and token.tag_ in ("PRP", "PRP$")


def _means(token: Token, meant: Meant) -> bool:
    pronoun, speaker = token.lower_, meant.actor
    if pronoun in ("them", "it") and token.dep_ not in SUBJECTS:
        return False
    if speaker.type is ClaimantType.PERSON and not speaker.plural:
        other = "f" if pronoun in ("he", "him", "his") else "m"
        return pronoun in ("he", "him", "his", "she", "her") and speaker.gender != other
    if pronoun in ("they", "them", "their"):
        return meant.surely or not _rivals(token, meant)
    return pronoun in ("it", "its") and not speaker.plural and not _is_empty(token)


def _rivals(pronoun: Token, meant: Meant) -> bool:
    """Whether the sentence names others before "they" that it could mean.

    For a single body anything in the plural; for several speakers the people behind them in the
    sentence ("lawyers for the guards said they").
    """
    before = pronoun.doc[pronoun.sent.start : pronoun.i]
    several = [token for token in before if is_noun(token) and is_plural(token) and token.dep_ not in _PARTS]
    if meant.actor.plural and meant.source is not None:
        source = meant.source
        own = set(source.subtree)
        several = [token for token in several if token.i > source.i and (token in own or token.lemma_.lower() in ROLES)]
    return bool(several)


def _is_empty(token: Token) -> bool:
    """ "It" of "it was raining", "it was an accident": not the speaker, or not surely."""
    verb = token.head
    if token.lower_ != "it" or token.dep_ not in SUBJECTS:
        return False
    if token.dep_ == "nsubjpass":
        return True
    if verb.lemma_ != "be":
        takes_time = verb.lemma_ == "take" and any(kid.dep_ in ("xcomp", "advcl") for kid in verb.children)
        return takes_time or verb.lemma_ in ("seem", "appear", "rain", "happen", "remain", "matter")
    quality = next((kid for kid in verb.children if kid.dep_ == "acomp"), None)
    return quality is None or quality.lower_ not in _EMPTY_IT


def _could_be_meant(token: Token, speaker: Actor) -> bool:
    if not (is_noun(token) or token.tag_ == "CD") or token.dep_ in (*_PARTS, "npadvmod"):
        return False
    if speaker.type is ClaimantType.PERSON and not speaker.plural:
        return is_name(token) and token.ent_type_ in ("PERSON", "")
    return token.dep_ in SUBJECTS


def _short_names(words: Wording, speakers: Speakers, place: int) -> None:
    for token in words.tokens:
        full = speakers.behind_noun(token, place) if is_noun(token) else None
        first = next((kid for kid in token.children if kid.dep_ == "det"), None)
        if full is None or first is None or first not in words or token.i - first.i > 3:
            continue
        words.put_phrase(first, token, full.phrase)


def own_inside_marks(words: Wording, speaker: Actor | None) -> None:
    """ "Our" between quotation marks becomes the speaker's."""
    if speaker is None or not speaker.name:
        return
    inside = False
    for token in words.tokens:
        if is_mark(token):
            inside = not inside
        elif inside and token.lower_ in _OUR:
            words.put(token, possessive(speaker.phrase))
