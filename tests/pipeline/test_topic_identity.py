"""A group keeps the id of the topic that it shares most claims with; no id is given to two things."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from factcheck.pipeline.topic_identity import identify


@st.composite
def partitions(draw: st.DrawFn, first: int = 1) -> list[list[int]]:
    """Disjoint groups of claim ids."""
    sizes = draw(st.lists(st.integers(1, 6), min_size=1, max_size=8))
    ids = draw(st.permutations(range(first, first + sum(sizes))))
    return [[ids.pop() for _ in range(size)] for size in sizes]


@st.composite
def regroupings(draw: st.DrawFn) -> tuple[list[list[int]], dict[str, list[int]]]:
    """Groups of claims, and the topics that the same claims were in before."""
    groups = draw(partitions())
    ids = [claim for group in groups for claim in group]
    labels = draw(st.lists(st.integers(0, 5), min_size=len(ids), max_size=len(ids)))
    before: dict[str, list[int]] = {}
    for claim, label in zip(ids, labels, strict=True):
        if label:
            before.setdefault(f"t{label}", []).append(claim)
    return groups, before


@given(regroupings(), st.randoms(use_true_random=False))
def test_the_order_in_which_groups_and_claims_come_is_of_no_matter(
    case: tuple[list[list[int]], dict[str, list[int]]], chance: random.Random
) -> None:
    groups, before = case
    named = {frozenset(group): name for group, name in zip(groups, identify(groups, [before], 9), strict=True)}
    shuffled = [chance.sample(group, len(group)) for group in chance.sample(groups, len(groups))]
    turned = dict(chance.sample(list(before.items()), len(before)))
    assert {
        frozenset(group): name for group, name in zip(shuffled, identify(shuffled, [turned], 9), strict=True)
    } == named


@given(regroupings())
def test_no_two_groups_share_an_id_and_new_ids_were_never_used(
    case: tuple[list[list[int]], dict[str, list[int]]],
) -> None:
    groups, before = case
    names = identify(groups, [before], 9)
    assert len(set(names)) == len(groups)
    fresh = [name for name in names if name not in before]
    assert sorted(fresh, key=lambda name: int(name[1:])) == [f"t{n}" for n in range(10, 10 + len(fresh))]
    for group, name in zip(groups, names, strict=True):
        assert name not in before or set(group) & set(before[name])


@given(partitions(), partitions(first=100), st.data())
def test_adding_claims_keeps_every_id(old: list[list[int]], new: list[list[int]], data: st.DataObject) -> None:
    before = {f"t{n}": group for n, group in enumerate(old, start=1)}
    grown = [list(group) for group in old]
    alone = []
    for group in new:
        joins = data.draw(st.integers(0, len(old)))
        if joins < len(old):
            grown[joins] += group
        else:
            alone.append(group)
    assert identify([*grown, *alone], [before], len(old))[: len(old)] == list(before)


def test_the_larger_part_of_a_split_keeps_the_id_and_of_equal_parts_the_smallest_claim() -> None:
    assert identify([[1, 2], [3, 4, 5]], [{"t1": [1, 2, 3, 4, 5]}], 1) == ["t2", "t1"]
    assert identify([[3, 4], [1, 2]], [{"t1": [1, 2, 3, 4]}], 1) == ["t2", "t1"]


def test_two_topics_that_become_one_keep_the_id_of_the_larger() -> None:
    assert identify([[1, 2, 3, 4, 5]], [{"t1": [1, 2], "t3": [3, 4, 5]}], 3) == ["t3"]


def test_a_group_without_one_takes_an_older_id_that_is_free() -> None:
    today, machine = {"t1": [1, 2, 3, 4]}, {"t1": [1, 2], "t2": [3, 4]}
    assert identify([[1, 2], [3, 4], [5]], [today, machine], 7) == ["t1", "t2", "t8"]


def test_many_topics_are_named_quickly() -> None:
    groups = [[3 * n, 3 * n + 1, 3 * n + 2] for n in range(30_000)]
    before = {f"t{n}": group[:2] for n, group in enumerate(groups)}
    assert identify(groups, [before], 30_000) == list(before)
