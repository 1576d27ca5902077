"""What people did to topics holds whatever the machine then groups."""

from __future__ import annotations

import random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import TopicAct, TopicPlace, TopicStep
from factcheck.pipeline.topic_edits import Standing, apply, standing, undecided

RENAME, MERGE, SPLIT, MOVE, UNDO = TopicStep
TODAY = range(1, 100)


def act(
    number: int,
    step: TopicStep,
    topics: str,
    put: dict[int, str] | None = None,
    left: dict[int, str] | None = None,
    name: str = "",
    undoes: int = 0,
) -> TopicAct:
    places = [TopicPlace(claim, topic, True) for claim, topic in (put or {}).items()]
    places += [TopicPlace(claim, topic, False) for claim, topic in (left or {}).items()]
    return TopicAct(step, tuple(topics.split()), tuple(places), name, "", "Ada", undoes=undoes, id=number)


def all_in(topic: str, *claims: int) -> dict[int, str]:
    return dict.fromkeys(claims, topic)


MERGED = act(1, MERGE, "t1 t2", all_in("t1", 1, 2, 3, 4, 5))
SPLIT_OFF = act(1, SPLIT, "t9 t1", all_in("t9", 1, 2), all_in("t1", 3, 4, 5))
MOVED = act(1, MOVE, "t2 t1", all_in("t2", 3), {**all_in("t1", 1, 2), **all_in("t2", 4, 5)})
RENAMED = act(1, RENAME, "t1", {}, all_in("t1", 1, 2, 3), "Raid")


def after(groups: dict[str, list[int]], *acts: TopicAct, **vectors: list[float]) -> dict[str, tuple[int, ...]]:
    rows = {int(name[1:]): np.array(row, np.float32) for name, row in vectors.items()}
    return apply(groups, standing(acts), TODAY, rows)


def test_without_acts_the_topics_are_the_machines() -> None:
    assert after({"t1": [2, 1], "t2": [4, 3]}) == {"t1": (1, 2), "t2": (3, 4)}


def test_merged_topics_stay_one_and_what_joins_either_joins_both() -> None:
    assert after({"t1": [1, 2, 3], "t2": [4, 5, 6], "t3": [7, 8]}, MERGED) == {"t1": (1, 2, 3, 4, 5, 6), "t3": (7, 8)}
    assert after({"t1": [1, 9], "t7": [2, 3, 8]}, MERGED) == {"t1": (1, 2, 3, 4, 5, 8, 9)}
    assert after({"t2": [6, 7, 8]}, MERGED) == {"t1": (1, 2, 3, 4, 5, 6, 7, 8)}


def test_split_topics_stay_apart_and_a_new_claim_goes_to_the_nearer() -> None:
    groups = {"t1": [1, 2, 3, 4, 5, 6, 7]}
    assert undecided(groups, standing([SPLIT_OFF])) == {1, 2, 3, 4, 5, 6, 7}
    near_new, near_old = [1.0, 0.0], [0.0, 1.0]
    vectors = {f"v{claim}": near_new if claim in (1, 2, 6) else near_old for claim in range(1, 8)}
    assert after(groups, SPLIT_OFF, **vectors) == {"t1": (3, 4, 5, 7), "t9": (1, 2, 6)}
    assert after(groups, SPLIT_OFF) == {"t1": (3, 4, 5, 6, 7), "t9": (1, 2)}


def test_a_split_holds_when_the_machine_calls_the_group_by_the_new_topic() -> None:
    assert after({"t9": [1, 2, 3, 4, 5]}, SPLIT_OFF) == {"t1": (3, 4, 5), "t9": (1, 2)}


def test_the_machine_may_still_part_what_was_only_left_there() -> None:
    assert after({"t1": [1, 2, 3], "t5": [4, 5, 6]}, SPLIT_OFF) == {"t5": (4, 5, 6), "t9": (1, 2)}
    assert after({"t1": [3, 4], "t5": [5, 6]}, RENAMED) == {"t1": (3, 4), "t5": (5, 6)}


def test_a_moved_claim_stays_where_it_was_put_and_takes_no_topic_along() -> None:
    assert after({"t1": [1, 2, 3], "t2": [4, 5]}, MOVED) == {"t1": (1, 2), "t2": (3, 4, 5)}
    assert after({"t6": [3, 20, 21, 22], "t2": [4, 5]}, MOVED) == {"t2": (3, 4, 5), "t6": (20, 21, 22)}
    assert after({"t6": [3, 20], "t2": [4, 5]}, MOVED) == {"t2": (3, 4, 5, 20)}
    assert after({"t2": [4, 5]}, MOVED) == {"t2": (3, 4, 5)}


def test_two_topics_that_people_worked_on_are_never_joined_by_the_machine() -> None:
    assert after({"t2": [1, 2, 3, 4, 5]}, MOVED) == {"t1": (1, 2), "t2": (3, 4, 5)}


def test_a_claim_taken_out_of_all_topics_stays_out() -> None:
    out = act(1, MOVE, "t1", all_in("", 1), all_in("t1", 2, 3))
    assert after({"t1": [1, 2, 3, 4]}, out) == {"t1": (2, 3, 4)}
    assert after({"t1": [1, 7, 8]}, out) == {"t1": (7, 8)}


def test_a_topic_of_one_claim_is_none_unless_a_person_made_it() -> None:
    assert after({"t1": [1, 3], "t2": [4, 5]}, act(1, MOVE, "t2 t1", all_in("t2", 3), all_in("t1", 1))) == {
        "t2": (3, 4, 5)
    }
    assert after({"t1": [1, 2, 3]}, act(1, SPLIT, "t9 t1", all_in("t9", 3), all_in("t1", 1, 2))) == {
        "t1": (1, 2),
        "t9": (3,),
    }


def test_claims_that_are_gone_are_left_out() -> None:
    assert apply({"t1": [1, 2]}, standing([MERGED]), [1, 2, 4], {}) == {"t1": (1, 2, 4)}
    assert apply({}, standing([MERGED]), [], {}) == {}


def test_a_name_stays_with_the_topic_that_the_machine_says_it_is() -> None:
    said = standing([RENAMED])
    assert said.names == {"t1": "Raid"}
    assert apply({"t1": [1, 2, 3, *range(10, 20)]}, said, TODAY, {})["t1"] == (1, 2, 3, *range(10, 20))
    assert apply({"t1": list(range(10, 20)), "t5": [1, 2, 3]}, said, TODAY, {}) == {
        "t1": tuple(range(10, 20)),
        "t5": (1, 2, 3),
    }


def test_what_is_taken_back_counts_for_nothing() -> None:
    undo = act(2, UNDO, "t1 t2", undoes=1)
    assert after({"t1": [1, 2, 3], "t2": [4, 5]}, MERGED, undo) == {"t1": (1, 2, 3), "t2": (4, 5)}
    assert standing([RENAMED, undo]) == Standing(becomes={})


def test_an_undone_split_gives_the_old_topic_back_whatever_the_machine_called_the_group_since() -> None:
    undo = act(2, UNDO, "t9 t1", undoes=1)
    assert after({"t9": [1, 2, 3, 4, 5]}, SPLIT_OFF, undo) == {"t1": (1, 2, 3, 4, 5)}
    assert after({"t9": [1, 2], "t1": [3, 4, 5]}, SPLIT_OFF, undo) == {"t1": (3, 4, 5), "t9": (1, 2)}


def test_later_acts_win() -> None:
    back = act(2, MOVE, "t1 t2", all_in("t1", 3))
    assert after({"t1": [1, 2, 3], "t2": [4, 5]}, MOVED, back) == {"t1": (1, 2, 3), "t2": (4, 5)}


def test_a_topic_merged_on_goes_by_the_last_name() -> None:
    again = act(2, MERGE, "t3 t1", all_in("t3", 1, 2, 3, 4, 5, 6))
    said = standing([MERGED, again])
    assert (said.today("t2"), said.today("t1"), said.today("t3")) == ("t3", "t3", "t3")
    assert apply({"t2": [4, 5, 8], "t1": [1, 2, 3]}, said, TODAY, {}) == {"t3": (1, 2, 3, 4, 5, 6, 8)}


@st.composite
def cases(draw: st.DrawFn) -> tuple[dict[str, list[int]], Standing]:
    """Groups of up to twenty claims, and places of some of them in up to four topics or in none."""
    groups: dict[str, list[int]] = {}
    for claim in range(1, 21):
        label = draw(st.integers(0, 5))
        if label:
            groups.setdefault(f"t{label}", []).append(claim)
    placed = draw(
        st.dictionaries(st.integers(1, 20), st.tuples(st.sampled_from(["", "t1", "t2", "t8", "t9"]), st.booleans()))
    )
    places = {claim: TopicPlace(claim, topic, firm or not topic) for claim, (topic, firm) in placed.items()}
    merged = draw(st.sampled_from([{}, {"t3": "t1"}, {"t3": "t1", "t1": "t8"}]))
    return groups, Standing(places=places, becomes=merged)


@given(cases(), st.randoms(use_true_random=False))
def test_whatever_the_machine_groups_people_are_obeyed(
    case: tuple[dict[str, list[int]], Standing], chance: random.Random
) -> None:
    groups, said = case
    vectors = {c: np.array([np.cos(c), np.sin(c)], np.float32) for c in undecided(groups, said)}
    found = apply(groups, said, TODAY, vectors)
    topic_of = {claim: topic for topic, claims in found.items() for claim in claims}
    assert len(topic_of) == sum(map(len, found.values()))
    for claim, place in said.places.items():
        if place.firm:
            assert topic_of.get(claim, "") == place.topic_id
        elif topic_of.get(claim) in said.held():
            assert topic_of[claim] == place.topic_id
    assert set(topic_of) <= {claim for claims in groups.values() for claim in claims} | set(said.places)
    shuffled = {n: chance.sample(groups[n], len(groups[n])) for n in chance.sample(list(groups), len(groups))}
    assert apply(shuffled, said, TODAY, vectors) == found
