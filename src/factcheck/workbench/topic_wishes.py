"""What a person wants of topics: checked against what others did meanwhile, and turned into places of claims."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from factcheck.errors import InvalidValue, NotFound, StaleView
from factcheck.model import Topic, TopicAct, TopicPlace, TopicStep
from factcheck.text.normalise import shorten
from factcheck.workbench.topic_state import Before

LONGEST_NAME = 200


@dataclass(frozen=True)
class Wish:
    """`topics` are the ids that the person named, `chosen` the claims that go to `target` ("": none) for good."""

    step: TopicStep
    who: str
    seen: int
    why: str
    topics: tuple[str, ...]
    name: str = ""
    chosen: frozenset[int] = frozenset()
    target: str = ""


def places_of(before: Before, wish: Wish, touched: Sequence[str]) -> tuple[TopicPlace, ...]:
    """Where the act puts its claims, and where it leaves the others of the topics that it touches."""
    put = [TopicPlace(claim, wish.target, firm=True) for claim in wish.chosen]
    left = [
        TopicPlace(claim, topic, firm=False)
        for topic in touched
        if topic in before.by_id
        for claim in before.by_id[topic].claim_ids
        if claim not in wish.chosen and not _is_placed(before, claim, topic)
    ]
    return tuple(sorted([*put, *left], key=lambda place: place.claim_id))


def stands(before: Before, claim: int, topic: str) -> bool:
    """Whether the claim is in the topic ("": in none), and a person put it there."""
    placed = _is_placed(before, claim, topic) and before.said.places[claim].firm
    return placed and before.topic_of.get(claim, "") == topic


def _is_placed(before: Before, claim: int, topic: str) -> bool:
    place = before.said.places.get(claim)
    return place is not None and place.topic_id == topic


def sources_of(before: Before, chosen: Collection[int]) -> list[str]:
    """The topics that the claims are in, that of most of them first."""
    found = [before.topic_of[claim] for claim in sorted(chosen) if claim in before.topic_of]
    return sorted(set(found), key=lambda topic: (-found.count(topic), found.index(topic)))


def said_before(before: Before, wish: Wish) -> int:
    """The id of the same act by the same person since what was seen, 0 when there is none.

    A page that redraws itself may send one press of a button twice; that is no second person.
    """
    return next((act.id for act in before.said.acts if act.id > wish.seen and _is_same(act, wish)), 0)


def _is_same(act: TopicAct, wish: Wish) -> bool:
    put = {place.claim_id: place.topic_id for place in act.places if place.firm}
    return (
        (act.step, act.reviewer) == (wish.step, wish.who)
        and act.topics[: len(wish.topics)] == wish.topics
        and wish.name in ("", act.name)
        and (not wish.chosen or wish.chosen == put.keys())
        and (wish.step is not TopicStep.MOVE or set(put.values()) == {wish.target})
    )


def refuse_stale(acts: Sequence[TopicAct], wish: Wish, touched: Sequence[str]) -> None:
    """Raise StaleView when somebody changed the topics or the claims since the person looked."""
    for act in acts:
        if act.id > wish.seen and (set(touched) & set(act.topics) or wish.chosen & _put(act)):
            undone = "took back: " if act.step is TopicStep.UNDO else ""
            raise StaleView(
                f"{act.reviewer} changed this while you were looking: {undone}{act.told}.",
                "Nothing was changed. Look at the topics again, then decide.",
            )


def refuse_foreign(before: Before, name: str, touched: Collection[str]) -> None:
    """Raise InvalidValue for the name of a topic that is not touched."""
    if any(topic.label == name and topic.id not in touched for topic in before.topics):
        raise InvalidValue(f"“{name}” is another topic.", "Merge the two, or choose another name.")


def refuse_built_on(before: Before, act: TopicAct) -> None:
    """Raise InvalidValue while a later act on the same topics or claims stands."""
    for later in before.said.acts:
        if later.id > act.id and (set(act.topics) & set(later.topics) or _put(act) & _put(later)):
            raise InvalidValue(f"{later.reviewer} built on this: {later.told}.", "Take that back first.")


def _put(act: TopicAct) -> set[int]:
    return {place.claim_id for place in act.places if place.firm}


def topic_of(before: Before, topic_id: str) -> Topic:
    """Raises NotFound."""
    found = before.by_id.get(topic_id)
    if found is None:
        raise NotFound(f"There is no topic {topic_id} in this project.", "See the list on the page Topics.")
    return found


def named(name: str) -> str:
    """A name for a topic, on one line. Raises InvalidValue."""
    clean = " ".join(name.split())
    if not clean or len(clean) > LONGEST_NAME:
        raise InvalidValue("A topic needs a name.", f"Give 1 to {LONGEST_NAME} characters.")
    return clean


def by_labels(before: Before, ids: Sequence[str]) -> str:
    return " and ".join(f"“{shorten(before.by_id[name].label, 80)}”" for name in ids) or "no topic"


def free_label(before: Before, wanted: str) -> str:
    """`wanted`, numbered where a topic is called so."""
    taken = {topic.label for topic in before.topics}
    numbered = (f"{wanted} ({number})" for number in range(2, len(taken) + 3))
    return wanted if wanted not in taken else next(label for label in numbered if label not in taken)
