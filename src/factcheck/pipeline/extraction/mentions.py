"""Actors in the order the article names them in → the last one before a place that fits, out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass

from factcheck.pipeline.extraction.actors import Actor

REACH = 3_000
"""Characters of the article that a pronoun or a short name looks back."""


@dataclass(frozen=True)
class Mention:
    """Where in the article an actor was named: as a subject, and as that of a main clause (`leads`)?"""

    place: int
    actor: Actor
    is_subject: bool
    leads: bool = False

    def holds(self, role: str, wanted: frozenset[str]) -> bool:
        """Whether the actor was introduced in `role` with all the `wanted` words."""
        return any(noun == role and wanted <= words for noun, words in self.actor.roles)


class Mentions:
    """Mentions in the order of their places; `add` in that order."""

    def __init__(self) -> None:
        self._all: list[Mention] = []
        self._places: list[int] = []
        self._first: dict[int, int] = {}
        self._holders: dict[str, list[Mention]] = {}

    def add(self, mention: Mention) -> None:
        self._all.append(mention)
        self._places.append(mention.place)
        if id(mention.actor) in self._first:
            return
        self._first[id(mention.actor)] = mention.place
        for role, _ in mention.actor.roles:
            self._holders.setdefault(role, []).append(mention)

    def last(self, place: int, fits: Callable[[Mention], bool]) -> Actor | None:
        """The actor of the nearest fitting mention before `place`, within REACH."""
        for index in range(bisect_left(self._places, place) - 1, -1, -1):
            mention = self._all[index]
            if mention.place < place - REACH:
                break
            if fits(mention):
                return mention.actor
        return None

    def any_holder(self, role: str, wanted: frozenset[str]) -> Actor | None:
        """The first named actor anywhere in the article who is introduced in `role`."""
        holders = self._holders.get(role, [])
        return next((m.actor for m in holders if m.actor.named and m.holds(role, wanted)), None)

    def first_place(self, actor: Actor) -> int:
        """Where the article first names `actor`; -1 when it does not."""
        return self._first.get(id(actor), -1)
