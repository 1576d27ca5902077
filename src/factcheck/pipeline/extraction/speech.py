"""A parsed passage with stand-ins for its direct speech in → which word and phrase speaks each one, out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.pipeline.extraction import cues
from factcheck.pipeline.extraction.attribution import source_of
from factcheck.pipeline.extraction.closing_tags import inverted_speaker
from factcheck.pipeline.extraction.names import is_name
from factcheck.pipeline.extraction.passages import STAND_IN, Passage
from factcheck.pipeline.extraction.quotes import Quotation
from factcheck.pipeline.extraction.roles import can_speak
from factcheck.pipeline.extraction.syntax import child, is_document, is_noun, is_verb, issuer, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CLIMBS = ("ccomp", "parataxis", "conj", "advcl", "dobj", "dep", "xcomp", "appos", "acl", "relcl", "csubj", "attr")
_WORDS = len(STAND_IN.split())


@dataclass(frozen=True)
class Speech:
    """One lifted quotation; `cue` and `source` are None when its passage names no speaker for it.

    `alone`: it is a sentence of its own. Only such a one can take its speaker from a neighbour; the
    words on a banner that a sentence tells of are nobody's near it. `before` is the person that the
    sentence before it is about.
    """

    quotation: Quotation
    alone: bool
    before: Token | None = None
    cue: Token | None = None
    source: Token | None = None


def find_speech(doc: Doc, passage: Passage) -> list[Speech]:
    """Each lifted quotation of `passage` with its speaker, in the order of the text.

    A quotation whose own sentence names nobody takes the speaker of the quotation before it in the
    passage, else of the one after it.
    """
    starts = {token.idx: token for token in doc}
    stand_ins = {at: starts[at] for at in passage.lifted if at in starts}
    masked = {i for token in stand_ins.values() for i in range(token.i, token.i + _WORDS)}
    found = []
    for at, quotation in passage.lifted.items():
        first = stand_ins.get(at)
        cue = _cue_of(first, masked) if first is not None else None
        source = _speaker(cue) if cue is not None else None
        alone = first is None or all(token.is_punct or token.i in masked for token in first.sent)
        before = _person_before(first, masked) if first is not None and alone else None
        found.append(Speech(quotation, alone, before, cue if source is not None else None, source))
    return _borrow(found)


def stand_in_tokens(doc: Doc, passage: Passage) -> set[int]:
    """Indices of the tokens that only stand in for speech."""
    starts = {token.idx: token.i for token in doc}
    firsts = [starts[at] for at in passage.lifted if at in starts]
    return {i for first in firsts for i in range(first, min(first + _WORDS, len(doc)))}


def _person_before(first: Token, masked: set[int]) -> Token | None:
    """Ann Lee of "Ann Lee was blunt. “…”"."""
    start = first.sent.start
    root = first.doc[start - 1].sent.root if start > 0 else None
    subject = child(root, "nsubj") if root is not None and root.i not in masked else None
    return subject if subject is not None and is_name(subject) else None


def _borrow(found: list[Speech]) -> list[Speech]:
    filled: list[Speech] = []
    for index, speech in enumerate(found):
        giver = speech
        if speech.cue is None and speech.alone:
            around = [*reversed(filled), *found[index + 1 :]]
            giver = next((other for other in around if other.cue is not None), speech)
        filled.append(replace(speech, cue=giver.cue, source=giver.source))
    return filled


def _cue_of(first: Token, masked: set[int]) -> Token | None:
    """The verb that speaks the stand-in beginning at `first`: above it, below it, or nearest to it."""
    verb = first.doc[min(first.i + 1, len(first.doc) - 1)]
    if verb.head.i not in masked and _is_shown(verb):
        return None
    candidates = [*_above(verb), *_below(verb), *_nearby(first)]
    return next((cue for cue in candidates if cue.i not in masked), None)


def _is_shown(verb: Token) -> bool:
    """Whether a thing shows the words: "a banner that read: “…”"."""
    above = verb.head
    if verb.dep_ != "ccomp" or not is_verb(above) or _speaks(above):
        return False
    subject = subject_of(above)
    return subject is not None and not _has_voice(subject)


def _above(verb: Token) -> Iterator[Token]:
    current = verb
    while current.dep_ in _CLIMBS and current.head != current:
        direct = current == verb and current.dep_ == "ccomp"
        current = current.head
        if is_verb(current) and (
            _speaks(current) or (direct and _has_voice(subject_of(current) or inverted_speaker(current)))
        ):
            yield current


def _has_voice(subject: Token | None) -> bool:
    """Whether somebody who can speak is the subject of a verb that is none of speaking: "smiled Petrova"."""
    return subject is not None and subject.tag_ != "NNS" and can_speak(subject)


def _below(verb: Token) -> Iterator[Token]:
    for kid in verb.children:
        if is_verb(kid) and _speaks(kid) and kid.dep_ in ("parataxis", "ccomp", "advcl", "dep", "conj"):
            yield kid


def _nearby(first: Token) -> list[Token]:
    sentence = [token for token in first.sent if _speaks(token) and (is_verb(token) or token.lower_ == "according")]
    near = sorted(sentence, key=lambda token: abs(token.i - first.i))
    return near or _before_colon(first)


def _before_colon(first: Token) -> list[Token]:
    """The verb of "His message was plain: “…”", whatever it is, or the name of "Ann Lee: “…”"."""
    colon = next((token for token in first.doc[max(0, first.i - 2) : first.i] if token.text == ":"), None)
    if colon is None or colon.i == 0:
        return []
    label = colon.nbor(-1)
    if is_noun(label) and label.left_edge.i in (0, label.sent.start):
        return [label]
    root = label.sent.root
    return [root] if root.i < first.i else []


def _speaks(token: Token) -> bool:
    lemma = token.lemma_.lower()
    return lemma in cues.VERBS or lemma in cues.SPEAKS_IF_QUOTED or token.lower_ == "according"


def _speaker(cue: Token) -> Token | None:
    if cue.lower_ == "according":
        to = next((kid for kid in cue.children if kid.lower_ == "to"), cue)
        named = child(to, "pobj")
        return (issuer(named) or named) if named is not None and is_document(named) else named
    if is_noun(cue):
        return cue
    if cue.lemma_ in ("quote", "cite"):
        # "X was quoted by Tass as saying", "Tass quoted X as saying": X speaks.
        quoted = child(cue, "dobj", "nsubjpass")
        if quoted is not None:
            return quoted
    return source_of(cue) or inverted_speaker(cue)
