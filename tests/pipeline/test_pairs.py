"""Which claims are worth comparing."""

from __future__ import annotations

import time

import numpy as np

from factcheck.pipeline.pairs import candidate_pairs
from tests.pipeline.support import FloatArray, HashingEmbedder


def unit(rows: list[list[float]]) -> FloatArray:
    vectors = np.array(rows, np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def pairs_of(vectors: FloatArray, topics: list[int], claimants: list[str], **options: float) -> list[tuple[int, int]]:
    found, _ = candidate_pairs(vectors, np.array(topics, np.int64), claimants, **options)  # type: ignore[arg-type]
    return [(i, j) for i, j in found.tolist()]


def test_in_a_small_topic_every_claim_meets_every_other_however_unlike() -> None:
    vectors = unit([[1, 0, 0], [0, 1, 0], [0, 0, 1]])
    assert pairs_of(vectors, [0, 0, 0], ["A", "B", "C"]) == [(0, 1), (0, 2), (1, 2)]


def test_claims_of_different_topics_meet_only_when_they_are_near() -> None:
    vectors = unit([[1, 0], [0.9, 0.2], [0, 1]])
    assert pairs_of(vectors, [0, 1, 1], ["A", "B", "C"]) == [(0, 1), (1, 2)]


def test_similarity_is_the_cosine_of_each_pair() -> None:
    vectors = unit([[1, 0], [1, 1], [0, 1]])
    found, similarity = candidate_pairs(vectors, np.zeros(3, np.int64), ["A", "B", "C"])
    expected = [float(vectors[i] @ vectors[j]) for i, j in found.tolist()]
    np.testing.assert_allclose(similarity, expected, atol=1e-6)
    assert similarity.dtype == np.float32


def test_the_same_words_twice_by_one_claimant_are_no_pair() -> None:
    vectors = HashingEmbedder().embed(["The bridge is shut.", "the bridge is shut", "The bridge is open."])
    assert pairs_of(vectors, [0, 0, 0], ["Mayor", " mayor ", "Mayor"]) == [(0, 2), (1, 2)]


def test_the_same_words_by_two_claimants_are_a_pair() -> None:
    vectors = HashingEmbedder().embed(["The bridge is shut.", "The bridge is shut."])
    assert pairs_of(vectors, [0, 0], ["Mayor", "Police"]) == [(0, 1)]


def test_one_claimant_may_have_changed_the_story() -> None:
    vectors = HashingEmbedder().embed(["The bridge is shut.", "The bridge is open."])
    assert pairs_of(vectors, [0, 0], ["Mayor", "Mayor"]) == [(0, 1)]


def test_no_pair_is_given_twice_nor_a_claim_with_itself() -> None:
    vectors = HashingEmbedder().embed([f"The bridge number {n} is open." for n in range(60)])
    found = pairs_of(vectors, [0] * 30 + [1] * 30, [str(n) for n in range(60)])
    assert len(set(found)) == len(found)
    assert all(i < j for i, j in found)
    assert found == sorted(found)


def test_in_a_large_topic_only_near_claims_meet() -> None:
    random = np.random.default_rng(0)
    vectors = unit(random.normal(size=(200, 8)).tolist())
    found = pairs_of(vectors, [0] * 200, [str(n) for n in range(200)], neighbours=5)
    assert len(found) <= 200 * 5
    nearest = np.argsort(-(vectors @ vectors.T))[:, 1]
    assert {(min(i, j), max(i, j)) for i, j in enumerate(nearest.tolist()) if vectors[i] @ vectors[j] >= 0.5} <= set(
        found
    )


def test_fewer_than_two_claims_give_no_pairs() -> None:
    for count in (0, 1):
        found, similarity = candidate_pairs(np.ones((count, 3), np.float32), np.zeros(count, np.int64), ["A"] * count)
        assert found.shape == (0, 2)
        assert similarity.shape == (0,)


def test_ten_thousand_claims_take_seconds() -> None:
    random = np.random.default_rng(0)
    vectors = unit(random.normal(size=(10_000, 64)).tolist())
    start = time.perf_counter()
    found, _ = candidate_pairs(vectors, np.full(10_000, -1), [str(n) for n in range(10_000)], min_similarity=0.4)
    assert len(found) < 10_000 * 20
    assert time.perf_counter() - start < 30
