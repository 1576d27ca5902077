"""The label of an answer and the introduction of an interview in → who answers, out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.model import ClaimantType
from factcheck.pipeline.extraction.actors import Actor
from factcheck.pipeline.extraction.lexicon import lexicon
from factcheck.pipeline.extraction.names import is_name
from factcheck.pipeline.extraction.reading_order import Parsed
from factcheck.pipeline.extraction.roles import BODIES, OUTLETS
from factcheck.pipeline.extraction.speakers import Speakers
from factcheck.pipeline.extraction.syntax import subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_TALKS = lexicon("talk speak tell chat answer reply explain")
_ASKS = lexicon("ask interview question quiz meet")
_HIMSELF = frozenset({"he", "she", "they"})
_INTRODUCED = 2
"""Mentions that a title or a description of somebody is worth."""


def interviewee(label: str, parsed: list[Parsed], speakers: Speakers, opens_at: int) -> Actor | None:
    """Who gives the answers under `label` ("" for no name); `opens_at` is the article offset of the first turn.

    A name or initials mean the person of the article who bears them; a full name that the article has nowhere else
    stands for itself. Without one it is the person whom the introduction is about, None when that may be several.
    """
    people = Counter(_people(parsed, speakers, opens_at))
    if label:
        return _bearer(label, people) or speakers.named(label) or _as_printed(label)
    for asker in _askers(parsed, speakers, opens_at):
        people.pop(asker, None)
    certain = {actor: count for actor, count in people.items() if actor.type is ClaimantType.PERSON}
    weights = {actor: count + _INTRODUCED * bool(actor.roles) for actor, count in (certain or people).items()}
    ranked = sorted(weights, key=lambda actor: weights[actor], reverse=True)
    if not ranked or (len(ranked) > 1 and weights[ranked[0]] == weights[ranked[1]]):
        return None
    # Who answers questions is a person, whatever the parser takes the name for.
    ranked[0].type, ranked[0].article = ClaimantType.PERSON, ""
    return ranked[0]


def _bearer(label: str, people: Counter[Actor]) -> Actor | None:
    """The one person with that surname or those initials."""
    wanted = label.casefold().replace(".", "")
    fits = [actor for actor in people if wanted in (actor.surname.casefold(), _initials(actor))]
    return fits[0] if len(fits) == 1 else None


def _initials(actor: Actor) -> str:
    return "".join(word[0] for word in actor.name.casefold().replace("-", " ").split())


def _as_printed(label: str) -> Actor | None:
    words = label.split()
    if len(words) < 2 or any(len(word.strip(".")) < 2 for word in words[-1:]):
        return None
    name = label.title() if label.isupper() else label
    return Actor(name, ClaimantType.PERSON, words=frozenset(name.casefold().split()))


def _names(parsed: list[Parsed], speakers: Speakers, opens_at: int) -> Iterator[tuple[Token, Actor]]:
    """The people that the introduction names, at every mention."""
    for part in parsed:
        for token in part.doc:
            place = part.passage.place(token.idx)
            if place >= opens_at:
                return
            actor = speakers.identify(token, place) if is_name(token) else None
            if actor is not None and _may_be_person(actor):
                yield token, actor


def _may_be_person(actor: Actor) -> bool:
    """Whether the name is a person's, or looks like one that the parser took for a company."""
    if not actor.named or actor.plural or actor.type is ClaimantType.PERSON:
        return actor.named and not actor.plural
    words = actor.name.casefold().split()
    return len(words) in (2, 3) and not actor.article and BODIES.isdisjoint(words) and OUTLETS.isdisjoint(words)


def _people(parsed: list[Parsed], speakers: Speakers, opens_at: int) -> Iterator[Actor]:
    return (actor for _, actor in _names(parsed, speakers, opens_at))


def _askers(parsed: list[Parsed], speakers: Speakers, opens_at: int) -> Iterator[Actor]:
    """ "She talks to X", "X asked her", "interview by X", "By X": X puts the questions."""
    for token, actor in _names(parsed, speakers, opens_at):
        head = token.head
        verb = head.head if head.lower_ in ("to", "with") else head
        subject = subject_of(verb)
        told = token.dep_ in ("pobj", "dobj", "dative") and verb.lemma_ in _TALKS
        asking = token.dep_ == "nsubj" and head.lemma_ in _ASKS
        byline = head.lower_ == "by" and (head.i == 0 or head.head.lemma_.lower() in ("interview", "interviewed"))
        if byline or asking or (told and subject is not None and subject.lower_ in _HIMSELF):
            yield actor
