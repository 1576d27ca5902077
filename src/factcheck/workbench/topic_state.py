"""Topics as they stand: what the machine groups under what people did, after every analysis and every act."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from factcheck.model import Claim, Topic, TopicHint
from factcheck.neighbours import Near
from factcheck.pipeline import topic_edits, topics
from factcheck.pipeline.topic_edits import Standing
from factcheck.pipeline.topic_identity import identify
from factcheck.store import analyses, claims, derived, topic_acts, topic_groups
from factcheck.store.engine import Connection
from factcheck.workbench.topic_cut import cut_of

FloatArray = npt.NDArray[np.float32]
IntArray = npt.NDArray[np.int64]
Texts = Callable[[Collection[int]], Mapping[int, str]]
"""Claim ids → their texts."""
LEAST_LIKE = 0.2
"""Mean cosine below which a topic is no hint."""


@dataclass(frozen=True)
class Before:
    """What stands when an analysis begins or an act comes: the machine's topics, today's, and what people did."""

    machine: Mapping[str, Topic]
    topics: Sequence[Topic]
    said: Standing
    highest: int
    newest_act: int

    @property
    def by_id(self) -> dict[str, Topic]:
        return {topic.id: topic for topic in self.topics}

    @property
    def topic_of(self) -> dict[int, str]:
        return {claim: topic.id for topic in self.topics for claim in topic.claim_ids}


@dataclass(frozen=True)
class Grouping:
    """A new grouping: the machine's topics, those after what people did and their numbers (n,), and the hints."""

    machine: tuple[Topic, ...]
    topics: tuple[Topic, ...]
    numbers: IntArray
    hints: tuple[TopicHint, ...]


def read(connection: Connection, project: int) -> Before:
    acts = topic_acts.listed(connection, project)
    return Before(
        topic_groups.machine(connection, project),
        derived.list_topics(connection, project),
        topic_edits.standing(acts),
        topic_groups.highest_number(connection, project),
        acts[-1].id if acts else 0,
    )


def grouped(
    text_of: Mapping[int, str], vectors: FloatArray, near: Near, coarseness: int, before: Before
) -> tuple[IntArray, dict[str, list[int]]]:
    """Group numbers (n,) by the machine alone, and its topics: id, carried over where it can be, → claim ids.

    `text_of` maps claim ids to texts in the order of the rows of `vectors` (n, d), with their neighbours `near`.
    """
    ids = list(text_of)
    numbers = topics.group(vectors, list(text_of.values()), near, cut=cut_of(coarseness, len(ids)))
    groups: dict[int, list[int]] = {}
    for claim, number in zip(ids, numbers.tolist(), strict=True):
        if number >= 0:
            groups.setdefault(number, []).append(claim)
    ordered = [groups[number] for number in sorted(groups)]
    names = identify(ordered, _earlier(before), before.highest)
    return numbers, dict(zip(names, ordered, strict=True))


def regroup(known: Sequence[Claim], vectors: FloatArray, near: Near, coarseness: int, before: Before) -> Grouping:
    """Group all claims anew; `vectors` (n, d) are their unit rows. Ids and what people did carry over."""
    text_of = {claim.id: claim.claim_text for claim in known}
    numbers, groups = grouped(text_of, vectors, near, coarseness, before)
    described = topics.describe(list(text_of.values()), numbers)
    machine = [
        Topic(name, *described[number], tuple(sorted(members))) for number, (name, members) in enumerate(groups.items())
    ]
    rows = {claim.id: row for row, claim in enumerate(known)}
    vector_of = {claim.id: vectors[row] for row, claim in enumerate(known)}
    found = stand({topic.id: topic for topic in machine}, before.said, rows.keys(), vector_of, lambda _: text_of)
    final = np.full(len(known), -1, np.int64)
    for number, topic in enumerate(found):
        final[[rows[claim] for claim in topic.claim_ids]] = number
    return Grouping(tuple(machine), tuple(found), final, _hints(known, vectors, near[0], final, before.said))


def refresh(connection: Connection, project: int, before: Sequence[Topic]) -> None:
    """Work out the topics again after an act, from the machine's groups, and write what differs from `before`."""
    now = read(connection, project)
    groups = {topic.id: topic.claim_ids for topic in now.machine.values()}
    run = analyses.latest(connection, project, "done")
    needed = topic_edits.undecided(groups, now.said)
    ids, rows = derived.claim_vectors(connection, project, run.embedding_model if run else "", needed)
    today = claims.active(connection, project, now.said.places)

    found = stand(now.machine, now.said, today, dict(zip(ids, rows, strict=True)), texts_from(connection, project))
    topic_groups.put_topics(connection, project, before, found)


def stand(
    machine: Mapping[str, Topic],
    said: Standing,
    today: Collection[int],
    vectors: Mapping[int, FloatArray],
    texts: Texts,
) -> list[Topic]:
    """The machine's topics under what people did, with labels: people's names first, no label twice."""
    groups = {topic.id: topic.claim_ids for topic in machine.values()}
    members = topic_edits.apply(groups, said, today, vectors)
    found = [
        Topic(name, machine[name].label, machine[name].keywords, ids) if name in machine else Topic(name, "", (), ids)
        for name, ids in members.items()
    ]
    described = _described(found, texts)
    return _labelled([described.get(topic.id, topic) for topic in found], said)


def texts_from(connection: Connection, project: int) -> Texts:
    return lambda ids: {claim.id: claim.claim_text for claim in claims.by_ids(connection, project, ids).values()}


def describe_part(part: Collection[int], rest: Collection[int], texts: Texts) -> str:
    """What sets some claims apart from others, as a label."""
    text_of = texts({*part, *rest})
    ids = sorted(text_of)
    numbers = np.array([0 if claim in part else 1 for claim in ids], np.int64)
    return topics.describe([text_of[claim] for claim in ids], numbers)[0][0]


def _earlier(before: Before) -> tuple[Mapping[str, Sequence[int]], Mapping[str, Sequence[int]]]:
    """The topics whose ids new groups take up: today's with what people hold in them, then the machine's."""
    today = {topic.id: list(topic.claim_ids) for topic in before.topics}
    grouped = {claim for ids in today.values() for claim in ids}
    for name, ids in before.said.held().items():
        today.setdefault(name, []).extend(claim for claim in ids if claim not in grouped)
    return today, {topic.id: topic.claim_ids for topic in before.machine.values()}


def _described(found: Sequence[Topic], texts: Texts) -> dict[str, Topic]:
    """Labels and keywords for the topics that no machine topic names, against the other topics."""
    nameless = [topic for topic in found if not topic.label]
    if not nameless:
        return {}
    text_of = texts([claim for topic in nameless for claim in topic.claim_ids])
    rows = [(number, claim) for number, topic in enumerate(nameless) for claim in topic.claim_ids]
    numbers = np.array([number for number, _ in rows], np.int64)
    described = topics.describe([text_of[claim] for _, claim in rows], numbers)
    return {
        topic.id: replace(topic, label=described[number][0], keywords=described[number][1])
        for number, topic in enumerate(nameless)
    }


def _labelled(found: Iterable[Topic], said: Standing) -> list[Topic]:
    """People's names, then the machine's labels, numbered where another topic has the same."""
    ordered = sorted(found, key=lambda topic: (topic.id not in said.names, topic.claim_ids))
    taken: set[str] = set()
    labelled = []
    for topic in ordered:
        wanted = said.names.get(topic.id, topic.label)
        label = wanted
        number = 2
        while label in taken:
            label, number = f"{wanted} ({number})", number + 1
        taken.add(label)
        labelled.append(replace(topic, label=label))
    return sorted(labelled, key=lambda topic: topic.claim_ids)


def _hints(
    known: Sequence[Claim], vectors: FloatArray, near: IntArray, numbers: IntArray, said: Standing
) -> tuple[TopicHint, ...]:
    """For each claim without a topic, that nobody took out of one, the claim of the nearest topic most like it."""
    nearest, likeness = topics.hint(vectors, numbers, near)
    found = []
    for row in np.flatnonzero((nearest >= 0) & (likeness >= LEAST_LIKE)).tolist():
        if known[row].id not in said.places:
            like = next(other for other in near[row].tolist() if other >= 0 and numbers[other] == nearest[row])
            found.append(TopicHint(known[row].id, known[like].id, round(float(likeness[row]), 4)))
    return tuple(found)
