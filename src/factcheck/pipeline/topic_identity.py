"""Groups of claims and the topics before → an id for every group, so that adding claims reshuffles nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

Members = Collection[int]
"""Claim ids, each in one group or topic at the most."""


def identify(groups: Sequence[Members], before: Sequence[Mapping[str, Members]], highest: int) -> list[str]:
    """One id a group: that of the topic with which it shares most claims, each id used once.

    `before` holds the topics that there were (id → claims), and after those any older ones, whose ids go to the
    groups that the first left without one. The largest overlap chooses first; of equal ones the smaller claim id
    decides. What is left gets a number above `highest`, the highest that any topic ever had, in order of the
    smallest claims. The groups may come in any order.
    """
    found: dict[int, str] = {}
    known: set[str] = set()
    for topics in before:
        rest = [at for at in range(len(groups)) if at not in found]
        free = {name: members for name, members in topics.items() if name not in known}
        found |= {rest[at]: name for at, name in _shared([groups[at] for at in rest], free).items()}
        known.update(topics)
    fresh = sorted((at for at in range(len(groups)) if at not in found), key=lambda at: min(groups[at]))
    found |= {at: f"t{number}" for number, at in enumerate(fresh, start=highest + 1)}
    return [found[at] for at in range(len(groups))]


def _shared(groups: Sequence[Members], topics: Mapping[str, Members]) -> dict[int, str]:
    """Group → topic for the groups that get one: the largest overlap chooses first."""
    topic_of = {claim: name for name, members in topics.items() for claim in members}
    overlap = Counter(
        (at, topic_of[claim]) for at, members in enumerate(groups) for claim in members if claim in topic_of
    )
    first = {name: min(members) for name, members in topics.items() if members}
    ordered = sorted(overlap, key=lambda pair: (-overlap[pair], min(groups[pair[0]]), first[pair[1]]))
    found: dict[int, str] = {}
    used: set[str] = set()
    for at, name in ordered:
        if at not in found and name not in used:
            found[at] = name
            used.add(name)
    return found
