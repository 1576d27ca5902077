"""The parts of grouping: average linkage in rounds, components, and the nearest topic of a claim without one."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.cluster.hierarchy import fcluster, linkage

from factcheck.neighbours import nearest
from factcheck.pipeline.topics import components, hint
from factcheck.pipeline.topics.grouping import links
from factcheck.pipeline.topics.linkage import Groups, merge
from factcheck.pipeline.topics.space import word_points
from tests.pipeline.test_topics import partition, stories


@pytest.mark.parametrize("seed", range(5))
def test_rounds_of_mutual_merges_give_average_linkage(seed: int) -> None:
    vectors, _ = stories([9, 5, 12, 3, 1, 8], noise=0.2, seed=seed)
    every = np.array([(i, j) for i in range(len(vectors)) for j in range(i + 1, len(vectors))])
    groups = Groups.of_claims(vectors.copy(), np.zeros(len(vectors), np.float32))
    ours = merge(groups, every, 0.3)
    cosine = vectors @ vectors.T
    theirs = fcluster(linkage(1 - cosine[every[:, 0], every[:, 1]], "average"), 0.7, "distance")
    assert partition(ours) == partition(theirs)


def test_crowding_is_taken_off_the_mean_similarity_of_groups() -> None:
    vectors, _ = stories([4, 4])
    crowding = np.linspace(0, 0.3, 8, dtype=np.float32)
    groups = Groups.of_claims(vectors.copy(), crowding.copy())
    groups.join(np.array([0]), np.array([1]))
    expected = np.mean([vectors[i] @ vectors[5] - (crowding[i] + crowding[5]) / 2 for i in (0, 1)])
    assert groups.similarity(np.array([0]), np.array([5]))[0] == pytest.approx(expected, abs=1e-4)


def test_what_happens_in_one_component_has_no_bearing_on_another() -> None:
    vectors, _ = stories([10, 7, 9, 4], noise=0.15)
    linked = links(nearest(vectors)[0])
    crowding = np.zeros(len(vectors), np.float32)
    parts = components(Groups.of_claims(vectors, crowding), linked, 0.4)
    whole = merge(Groups.of_claims(vectors.copy(), crowding.copy()), linked, 0.4)
    for part in np.unique(parts):
        rows = np.flatnonzero(parts == part)
        inside = linked[(parts[linked] == part).all(axis=1)]
        alone = merge(Groups.of_claims(vectors[rows], crowding[rows]), np.searchsorted(rows, inside), 0.4)
        np.testing.assert_array_equal(rows[alone], whole[rows])
    assert len(np.unique(parts)) > 1


def test_a_claim_without_topic_gets_the_nearest_one_as_a_hint() -> None:
    vectors, truth = stories([6, 6, 1])
    labels = np.array(truth)
    labels[[5, 12]] = -1
    topic, similar = hint(vectors, labels, nearest(vectors)[0])
    means = [vectors[:5].mean(axis=0), vectors[6:12].mean(axis=0)]
    assert topic[5] == 0
    assert topic[12] == int(np.argmax([vectors[12] @ mean for mean in means]))
    assert similar[5] == pytest.approx(float(vectors[5] @ means[0]), abs=1e-4)
    assert (topic[labels >= 0] == -1).all()
    assert not similar[labels >= 0].any()


@pytest.mark.parametrize("count", [0, 1, 4])
def test_without_any_topic_there_is_no_hint(count: int) -> None:
    vectors, _ = stories([1] * count) if count else (np.zeros((0, 8), np.float32), [])
    topic, similar = hint(vectors, np.full(count, -1), nearest(vectors)[0])
    assert topic.tolist() == [-1] * count
    assert not similar.any()


def test_common_words_make_texts_alike_whatever_their_order_or_ending() -> None:
    points = word_points(
        ["The dam at Kalm burst.", "At Kalm the dams burst!", "Bread is dear in Dorn.", "…", "水坝 \ud800"]
    )
    cosine = points @ points.T
    assert cosine[0, 1] == pytest.approx(1.0, abs=1e-5)
    assert abs(cosine[0, 2]) < 0.5
    assert not points[3].any()
