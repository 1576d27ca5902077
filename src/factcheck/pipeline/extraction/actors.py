"""Uses of names in an article in → one actor per person or body, under the fullest name, out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.model import ClaimantType
from factcheck.pipeline.extraction.chain import is_outlet
from factcheck.pipeline.extraction.names import (
    apposed_roles,
    gender_of,
    is_employer,
    is_name,
    name_span,
    name_text,
    title_words,
    type_of_name,
)
from factcheck.pipeline.extraction.roles import BODIES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(eq=False)
class Actor:
    """Somebody who can speak. `roles` are sets of words each ("belgorod", "governor") with its head noun.

    `article` ("the", "a", "an" or "") goes before the name in running text, `proper` says that it keeps
    its capital there, `named` that it is a name and not a description ("regional officials").
    """

    name: str
    type: ClaimantType
    plural: bool = False
    article: str = ""
    proper: bool = True
    named: bool = True
    gender: str = ""
    roles: list[tuple[str, frozenset[str]]] = field(default_factory=list)
    words: frozenset[str] = frozenset()

    @property
    def phrase(self) -> str:
        """The name as a noun phrase inside a sentence: "the Harbour Board", "regional officials"."""
        name = self.name if self.proper else self.name[:1].lower() + self.name[1:]
        return f"{self.article} {name}".strip()

    @property
    def core(self) -> str:
        """`phrase` without what follows its noun: the possessive of "the ministry in Oslo" is "the ministry’s"."""
        return self.phrase if self.named else re.split(r" (?:of|for|in|from|at|with) ", self.phrase, maxsplit=1)[0]

    @property
    def surname(self) -> str:
        return self.name.rsplit(" ", 1)[-1]


def possessive(phrase: str) -> str:
    """ "the mayor" → "the mayor’s", "officials" → "officials’"."""
    return f"{phrase}’" if phrase.endswith("s") else f"{phrase}’s"


class Cast:
    """The named actors of one article, found by any form of their name."""

    def __init__(self, docs: Iterable[Doc]) -> None:
        self._by_name: dict[str, Actor] = {}
        self._votes: dict[str, Counter[ClaimantType]] = {}
        self._short: dict[str, str] = {}
        for doc in docs:
            for head in doc:
                if is_name(head):
                    self._note(head)
        self._settle()

    def __iter__(self) -> Iterator[Actor]:
        return iter(dict.fromkeys(self._by_name.values()))

    def of(self, head: Token) -> Actor | None:
        """The actor whose name `head` carries."""
        return self._by_name.get(_key(name_text(head)))

    def called(self, name: str) -> Actor | None:
        """The actor with that name, in whole or in short."""
        return self._by_name.get(_key(name))

    def _note(self, head: Token) -> None:
        name = name_text(head)
        key = _key(name)
        actor = self._by_name.setdefault(key, Actor(name, ClaimantType.UNKNOWN, words=_words(name)))
        titles = title_words(head)
        sort = type_of_name(head)
        outlet = is_outlet(head) or (head.dep_ == "appos" and is_outlet(head.head))
        sort = ClaimantType.ORGANISATION if outlet else sort
        told = titles or apposed_roles(head) or is_employer(head) or outlet
        self._votes.setdefault(key, Counter())[sort] += 3 if told else 1
        actor.article = actor.article or ("the" if _has_the(head) else "")
        actor.plural = actor.plural or (head.tag_ == "NNPS" and sort is not ClaimantType.ORGANISATION)
        self._note_roles(actor, head, titles)
        if short := _abbreviation(head):
            self._short[_key(short)] = key

    def _note_roles(self, actor: Actor, head: Token, titles: frozenset[str]) -> None:
        told = set(titles)
        if titles:
            actor.roles.extend((word, titles) for word in titles)
        for noun in apposed_roles(head):
            words = frozenset(token.lemma_.lower() for token in _near_words(noun))
            actor.roles.append((noun.lemma_.lower(), words))
            told |= words
        actor.gender = actor.gender or gender_of(frozenset(told), actor.name)

    def _settle(self) -> None:
        for key, votes in self._votes.items():
            self._by_name[key].type = votes.most_common(1)[0][0]
        for short, key in self._short.items():
            self._by_name[short] = self._by_name[key]
        same_end: dict[str, list[Actor]] = {}
        for actor in self:
            same_end.setdefault(actor.surname.casefold(), []).append(actor)
        for actor in self:
            self._judge_by_short_form(actor)
        fullest = {key: _fuller(actor, same_end[actor.surname.casefold()]) for key, actor in self._by_name.items()}
        for key, full in fullest.items():
            short_form = self._by_name[key]
            if full is not short_form:
                full.roles.extend(short_form.roles)
                full.gender = full.gender or short_form.gender
                self._by_name[key] = full
        for actor in self:
            if actor.type is ClaimantType.PERSON:
                actor.article = ""

    def _judge_by_short_form(self, actor: Actor) -> None:
        """A name of two or three words that is also used by its last word alone is a person's."""
        short = self._by_name.get(_key(actor.surname))
        common = actor.surname.casefold() in BODIES or actor.article
        if short is not None and short is not actor and len(actor.name.split()) in (2, 3) and not common:
            actor.type = ClaimantType.PERSON


def _fuller(actor: Actor, others: list[Actor]) -> Actor:
    """The one longer name among `others` that `actor`'s is short for; `actor` itself when there is none or several."""
    longer = [other for other in others if other is not actor and _is_short_for(actor, other)]
    longer = [other for other in longer if other.type is ClaimantType.PERSON] or longer
    if not longer:
        return actor
    longest = max(longer, key=lambda other: len(other.words))
    alone = all(other.words <= longest.words for other in longer)
    return longest if alone else actor


def _is_short_for(short: Actor, full: Actor) -> bool:
    if not short.words < full.words:
        return False
    if full.type is ClaimantType.PERSON:
        return len(short.words) == 1
    return short.type is not ClaimantType.PERSON and full.type is ClaimantType.ORGANISATION


def _abbreviation(head: Token) -> str:
    """ "DPR" after "Donetsk People’s Republic (DPR)"."""
    doc = head.doc
    _, end = name_span(head)
    if end + 2 < len(doc) and doc[end].text == "(" and doc[end + 2].text == ")" and doc[end + 1].text.isupper():
        return str(doc[end + 1].text)
    return ""


def _near_words(noun: Token) -> list[Token]:
    return [noun, *(kid for kid in noun.children if kid.dep_ in ("compound", "amod", "nmod", "poss"))]


def _has_the(head: Token) -> bool:
    start, _ = name_span(head)
    return start > 0 and head.doc[start - 1].lower_ == "the"


def _key(name: str) -> str:
    return name.casefold().replace("’", "'")


def _words(name: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in name.replace("’s", "").replace("'s", "").split())
