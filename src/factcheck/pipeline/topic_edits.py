"""The machine's groups and what people did to topics → the topics. What a person decided always holds.

What people put together no analysis parts, and what they set apart no analysis joins; the rest is the machine's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from factcheck.model import TopicAct, TopicPlace, TopicStep

FloatArray = npt.NDArray[np.float32]
Groups = Mapping[str, Collection[int]]
"""Topics: id → claim ids."""


@dataclass(frozen=True)
class Standing:
    """What counts today: the acts that nobody took back, oldest first, and what follows from them.

    `places` holds the newest place of each claim, `names` the name of each topic that has one. `becomes` says
    which topic another is now: the one it was merged into, or, after an undone split, the one it was split from.
    """

    acts: tuple[TopicAct, ...] = ()
    places: Mapping[int, TopicPlace] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    becomes: Mapping[str, str] = field(default_factory=dict)

    def today(self, topic: str) -> str:
        """The id that a topic goes by today."""
        seen = {topic}
        while (after := self.becomes.get(topic, topic)) not in seen:
            seen.add(topic := after)
        return topic

    def held(self) -> dict[str, list[int]]:
        """The topics that people worked on: id → the claims they put or left there."""
        found: dict[str, list[int]] = {}
        for claim, place in sorted(self.places.items()):
            if place.topic_id:
                found.setdefault(place.topic_id, []).append(claim)
        return found


def standing(acts: Sequence[TopicAct]) -> Standing:
    """All acts, oldest first → what counts of them."""
    undone = {act.undoes for act in acts if act.step is TopicStep.UNDO}
    kept = tuple(act for act in acts if act.step is not TopicStep.UNDO and act.id not in undone)
    becomes = {
        act.topics[0]: act.topics[1]
        for act in acts
        if act.step is TopicStep.SPLIT and act.id in undone and len(act.topics) > 1
    }
    for act in kept:
        becomes.pop(act.topics[0], None)
        if act.step is TopicStep.MERGE:
            becomes |= dict.fromkeys(act.topics[1:], act.topics[0])
    places = {place.claim_id: place for act in kept for place in act.places}
    return Standing(kept, places, {act.topics[0]: act.name for act in kept if act.name}, becomes)


def apply(
    groups: Groups, said: Standing, today: Collection[int], vectors: Mapping[int, FloatArray]
) -> dict[str, tuple[int, ...]]:
    """The topics: id → claim ids in order. Claims of `today` that are in none are ungrouped.

    A claim that nobody placed stays with its group; where a person set claims of the group apart, it goes to the
    topic whose claims lie nearest by mean cosine. `vectors` are unit rows of the claims that `undecided` names.
    The groups may come in any order.
    """
    held = said.held()
    parts = [part for name in sorted(groups) for part in _Group(name, groups[name], said, held).parts(vectors)]
    grouped = {claim for members in groups.values() for claim in members}
    parts += [
        _Part("", place.topic_id, (claim,), firm=True)
        for claim, place in sorted(said.places.items())
        if place.firm and place.topic_id and claim in today and claim not in grouped
    ]
    return {name: tuple(sorted(claims)) for name, claims in sorted(_gathered(parts, said).items())}


def undecided(groups: Groups, said: Standing) -> frozenset[int]:
    """The claims whose vectors `apply` needs."""
    held, needed = said.held(), set[int]()
    for name, members in groups.items():
        group = _Group(name, members, said, held)
        if group.free and len(group.choices) > 1:
            needed.update(group.free, *(held[topic] for topic in group.choices if topic in held))
    return frozenset(needed)


@dataclass(frozen=True)
class _Part:
    """Claims of one machine topic (`origin`) that stay together, and the topic they are in, "" for the machine's."""

    origin: str
    topic: str
    claims: tuple[int, ...]
    firm: bool = False
    home: bool = False


class _Group:
    """One machine topic: the claims in it that people hold in topics, by topic, and the others."""

    def __init__(self, name: str, members: Iterable[int], said: Standing, held: Mapping[str, list[int]]) -> None:
        self.name, self.home, self.held = name, said.today(name), held
        self.is_held = self.home in held
        self.firm: dict[str, list[int]] = {}
        self.left: dict[str, list[int]] = {}
        self.free: list[int] = []
        self.parted: list[int] = []
        for claim in sorted(members):
            place = said.places.get(claim)
            if place is None:
                self.free.append(claim)
            elif place.topic_id:
                (self.firm if place.firm else self.left).setdefault(place.topic_id, []).append(claim)
        if not self.is_held:
            # Nobody worked on this topic: claims that were only left in another one may join it.
            for topic in [topic for topic in self.left if topic not in self.firm]:
                self.parted += self.left.pop(topic)

    @property
    def choices(self) -> list[str]:
        """The topics that the free claims may go to, "" for the machine's own."""
        here = {topic: len(self.firm.get(topic, ())) for topic in (*self.firm, *self.left)}
        if self.is_held:
            return sorted({self.home, *here})
        # One claim that was put elsewhere must not take a large topic along.
        return [topic for topic, firm in _most(here) if firm >= len(self.free) + len(self.parted)][:1] or [""]

    def parts(self, vectors: Mapping[int, FloatArray]) -> list[_Part]:
        joining: dict[str, list[int]] = {}
        choices = self.choices
        centres = {topic: _centre(self.held.get(topic, ()), vectors) for topic in choices if len(choices) > 1}
        for claim in self.free:
            joining.setdefault(_nearest(claim, choices, self.home, centres, vectors), []).append(claim)
        own = (*self.parted, *joining.pop("", ()))
        parts = [_Part(self.name, "", own)] if own else []
        for topic in sorted({*self.firm, *self.left, *joining}):
            claims = (*self.firm.get(topic, ()), *self.left.get(topic, ()), *joining.get(topic, ()))
            parts.append(_Part(self.name, topic, claims, topic in self.firm, topic == self.home))
        return parts


def _gathered(parts: Sequence[_Part], said: Standing) -> dict[str, tuple[int, ...]]:
    """A topic that people worked on keeps what was put there and what the machine says is it; else its largest part."""
    by_topic: dict[str, list[_Part]] = {}
    for part in parts:
        by_topic.setdefault(part.topic, []).append(part)
    rest = by_topic.pop("", [])
    found: dict[str, tuple[int, ...]] = {}
    for topic, mine in by_topic.items():
        largest = min(mine, key=_by_size)
        own = [part for part in mine if part.firm or part.home]
        if not any(part.home for part in mine) and largest not in own:
            own.append(largest)
        rest += [part for part in mine if part not in own]
        claims = tuple(claim for part in own for claim in part.claims)
        if len(claims) > 1 or any(part.firm for part in own):
            found[topic] = claims
    for part in sorted(
        rest, key=lambda part: (bool(part.topic), said.today(part.origin) != part.origin, _by_size(part))
    ):
        if len(part.claims) > 1:
            wanted = (said.today(part.origin), part.origin, f"{part.origin}-{min(part.claims)}")
            found[next(name for name in wanted if name not in found)] = part.claims
    return found


def _by_size(part: _Part) -> tuple[int, int]:
    return -len(part.claims), min(part.claims)


def _most(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(Counter(counts).items(), key=lambda item: (-item[1], item[0]))


def _centre(claims: Iterable[int], vectors: Mapping[int, FloatArray]) -> FloatArray | None:
    known = [vectors[claim] for claim in claims if claim in vectors]
    return np.mean(known, axis=0, dtype=np.float32) if known else None


def _nearest(
    claim: int,
    choices: Sequence[str],
    home: str,
    centres: Mapping[str, FloatArray | None],
    vectors: Mapping[int, FloatArray],
) -> str:
    """The one of `choices` nearest to the claim; without a vector its group's own topic, or the only choice."""
    if len(choices) == 1:
        return choices[0]
    if claim not in vectors:
        return home
    return max(choices, key=lambda topic: (_cosine(vectors[claim], centres[topic]), topic == home))


def _cosine(vector: FloatArray, centre: FloatArray | None) -> float:
    return -1.0 if centre is None else round(float(vector @ centre), 6)
