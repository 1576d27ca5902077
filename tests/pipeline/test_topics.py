"""Grouping claims into topics, and naming the topics."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest

from factcheck.neighbours import nearest
from factcheck.pipeline.embedding import load_embedder
from factcheck.pipeline.topics import describe, group
from factcheck.pipeline.topics.grouping import passes_for
from tests.pipeline.support import FloatArray, HashingEmbedder

RAID = [
    "Border troops repelled the raid on the district of Orvel, killing 40 of the raiders.",
    "The raiders of the Free Valley Brigade are still fighting in the villages of Orvel district.",
    "Two civilians were killed in Orvel by shelling from the brigade's side of the border.",
    "Soldiers of the border troops opened fire on a civilian car in Orvel and killed two people.",
    "Fighting was also reported further east in Orvel district, near the village of Lesk.",
    "The attack near the village of Lesk was only meant to distract the border troops in Orvel.",
    "The Free Valley Brigade crossed the border into Orvel with about 200 fighters.",
    "Fewer than 60 raiders crossed the border into Orvel on Thursday.",
    "The governor of Orvel has ordered the evacuation of villages along the border.",
    "No village in Orvel district is being evacuated because of the raid.",
]
DAM = [
    "The Kalm dam burst because the reservoir was overfilled after heavy rain.",
    "Years of neglected maintenance caused the Kalm dam to burst.",
    "Seven people drowned in the flood below the Kalm dam.",
    "Nineteen people lost their lives in the flood after the dam broke.",
    "People downstream of the Kalm dam were warned an hour before the flood came.",
    "The flood from the dam reached the valley without any warning.",
    "The spillway gates of the Kalm dam were open when the water rose.",
    "The spillway gates stayed shut until the dam gave way.",
    "The Kalm dam passed its last safety inspection in May.",
    "The engineers who inspected the dam in May found cracks in its wall.",
]
ODD = [
    "A violin by an unknown maker fetched a record price at auction.",
    "Vaccination against measles has been compulsory in kindergartens since March.",
    "The national football team has a new goalkeeper.",
]


def stories(sizes: list[int], dimension: int = 64, seed: int = 0, noise: float = 0.08) -> tuple[FloatArray, list[int]]:
    """Unit vectors around one random centre a story, with the number of the story for each."""
    random = np.random.default_rng(seed)
    centres = random.normal(size=(len(sizes), dimension))
    centres /= np.linalg.norm(centres, axis=1, keepdims=True)
    truth = [story for story, size in enumerate(sizes) for _ in range(size)]
    vectors = centres[truth] + noise * random.normal(size=(len(truth), dimension))
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32), truth


def partition(labels: npt.NDArray[np.int64]) -> set[frozenset[int]]:
    """The groups as sets of rows; claims that stand alone as sets of one."""
    loners = {frozenset({row}) for row in np.flatnonzero(labels < 0).tolist()}
    return loners | {frozenset(np.flatnonzero(labels == topic).tolist()) for topic in set(labels.tolist()) - {-1}}


@pytest.mark.models
def test_two_stories_are_two_topics_and_odd_claims_stay_ungrouped() -> None:
    texts = [*RAID, *DAM, *ODD]
    labels = group(load_embedder("builtin").embed(texts), texts)
    assert len(set(labels[:10].tolist())) == 1
    assert len(set(labels[10:20].tolist())) == 1
    assert labels[0] != labels[10]
    assert labels[20:].tolist() == [-1, -1, -1]


@pytest.mark.models
def test_sides_of_one_event_come_together_among_ten_claims() -> None:
    assert set(group(load_embedder("builtin").embed(RAID), RAID).tolist()) == {0}


def test_two_claims_about_one_thing_are_a_topic() -> None:
    vectors = HashingEmbedder().embed(["The old bridge is closed to lorries.", "The old bridge is open to lorries."])
    assert group(vectors).tolist() == [0, 0]


def test_two_claims_about_different_things_are_no_topic() -> None:
    vectors = HashingEmbedder().embed(["The old bridge is closed to lorries.", "Bread prices rose in May."])
    assert group(vectors).tolist() == [-1, -1]


@pytest.mark.parametrize("count", [0, 1])
def test_fewer_than_two_claims_have_no_topic(count: int) -> None:
    assert group(np.ones((count, 4), np.float32)).tolist() == [-1] * count


def test_the_same_text_many_times_is_one_topic() -> None:
    assert set(group(np.tile(HashingEmbedder().embed(["The bridge is open."]), (30, 1))).tolist()) == {0}


def test_five_hundred_identical_claims_beside_others_are_one_topic() -> None:
    texts = ["The bridge is open."] * 500 + ["Bread prices rose in May.", "The price of bread rose in May."]
    labels = group(HashingEmbedder().embed(texts), texts)
    assert labels.tolist() == [0] * 500 + [1, 1]


def test_empty_vectors_stand_alone() -> None:
    assert group(np.zeros((6, 8), np.float32), ["", "", "…", "!", "", ""]).tolist() == [-1] * 6


@pytest.mark.models
def test_other_scripts_are_grouped_by_their_words() -> None:
    texts = [
        "Плотина в Кальме прорвалась после ливня.",
        "После ливня прорвалась плотина в Кальме.",
        "Хлеб в Дорне подорожал на три кроны.",
        "大坝在暴雨后决口",
    ]
    labels = group(load_embedder("builtin").embed(texts), texts)
    assert labels[0] == labels[1] != -1
    assert labels.shape == (4,)


@pytest.mark.models
def test_five_claims_of_two_events_are_two_topics() -> None:
    texts = [*RAID[:3], *DAM[:2]]
    labels = group(load_embedder("builtin").embed(texts), texts)
    assert len(set(labels[:3].tolist())) == len(set(labels[3:].tolist())) == 1
    assert labels[0] != labels[3]


def test_neighbours_that_are_handed_over_change_nothing() -> None:
    vectors, _ = stories([12, 9, 1, 7], noise=0.12)
    np.testing.assert_array_equal(group(vectors, near=nearest(vectors)), group(vectors))


def test_texts_and_order_together_change_nothing() -> None:
    texts = [*RAID, *DAM, *ODD]
    vectors = HashingEmbedder().embed(texts)
    shuffle = np.random.default_rng(1).permutation(len(texts))
    back = np.empty(len(texts), np.int64)
    back[shuffle] = group(vectors[shuffle], [texts[row] for row in shuffle])
    assert partition(back) == partition(group(vectors, texts))


def test_the_passes_change_in_steps_and_then_stay() -> None:
    assert passes_for(5) == passes_for(119) != passes_for(120) == passes_for(239)
    assert passes_for(5)[0][1] < passes_for(480)[0][1]
    assert passes_for(480) == passes_for(1_000_000)


def test_a_cut_of_ones_own_moves_all_passes() -> None:
    usual, own = passes_for(500), passes_for(500, 0.3)
    assert own[0] == (1, 0.3)
    assert [a[1] - b[1] for a, b in zip(own, usual, strict=True)] == pytest.approx([0.3 - usual[0][1]] * len(usual))


def test_groups_do_not_depend_on_the_order_of_rows() -> None:
    vectors, _ = stories([12, 9, 1, 7, 1, 15], noise=0.12)
    shuffle = np.random.default_rng(3).permutation(len(vectors))
    shuffled = group(vectors[shuffle])
    back = np.empty_like(shuffled)
    back[shuffle] = shuffled
    assert partition(back) == partition(group(vectors))


def test_grouping_twice_gives_the_same_numbers() -> None:
    vectors, _ = stories([8, 8, 8])
    assert group(vectors).tolist() == group(vectors).tolist()


def test_topics_are_numbered_in_order_of_their_first_claim() -> None:
    vectors, truth = stories([5, 6, 7])
    assert group(vectors).tolist() == truth


def test_three_thousand_claims_fall_into_their_stories() -> None:
    vectors, truth = stories([30] * 100, dimension=128)
    labels = group(vectors)
    assert partition(labels) == partition(np.array(truth))


def test_a_lower_cut_never_makes_more_topics() -> None:
    vectors, _ = stories([10, 10, 10], noise=0.2)
    assert len(partition(group(vectors, cut=0.1))) <= len(partition(group(vectors, cut=0.6)))


def test_a_topic_is_named_by_what_sets_it_apart() -> None:
    labels = np.array([0] * len(RAID) + [1] * len(DAM) + [-1] * len(ODD))
    described = describe([*RAID, *DAM, *ODD], labels)
    assert set(described) == {0, 1}
    raid, dam = described[0], described[1]
    assert raid[0].startswith("Orvel: ")
    assert "dam" in dam[1]
    assert "dam" not in raid[1]
    assert "violin" not in " ".join((*raid[1], *dam[1]))


def test_keywords_hold_no_function_words_and_no_figures() -> None:
    _, keywords = describe(RAID, np.zeros(len(RAID), np.int64))[0]
    assert not {"the", "of", "and", "were", "40", "two"} & {word.lower() for word in keywords}


def test_names_of_several_words_stay_together_in_their_own_spelling() -> None:
    label, keywords = describe(RAID[1:2] + RAID[6:7], np.zeros(2, np.int64))[0]
    assert "Free Valley Brigade" in keywords
    assert label.startswith("Free Valley Brigade: ")


def test_a_capital_that_only_opens_a_sentence_is_no_name() -> None:
    _, keywords = describe(["Bread is dear.", "Bread is cheap, and bread is good."], np.zeros(2, np.int64))[0]
    assert "bread" in keywords


def test_no_two_topics_share_a_label() -> None:
    texts = ["The bridge is closed."] * 6
    described = describe(texts, np.array([0, 0, 1, 1, 2, 2]))
    labels = [label for label, _ in described.values()]
    assert len(set(labels)) == 3


def test_a_topic_without_words_still_has_a_label() -> None:
    described = describe(["12", "…"], np.array([0, 0]))
    assert described[0][0]


def test_a_name_that_begins_with_a_short_word_is_read() -> None:
    label, keywords = describe(["Al Gore spoke.", "So Al Gore spoke again."], np.zeros(2, np.int64))[0]
    assert "Gore" in keywords
    assert label.startswith("Gore: ")


def test_thousands_of_topics_of_the_same_words_are_named_apart_in_little_time() -> None:
    texts = ["The bridge is closed."] * 6000
    labels = [label for label, _ in describe(texts, np.arange(6000) // 2).values()]
    assert len(set(labels)) == 3000
