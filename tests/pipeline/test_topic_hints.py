"""A claim without a topic is told the nearest one, through a claim of it."""

from __future__ import annotations

import numpy as np

from factcheck.pipeline.topic_hints import nearest_topics


def unit(*rows: tuple[float, ...]) -> np.ndarray:
    found = np.array(rows, np.float32)
    return found / np.linalg.norm(found, axis=1, keepdims=True)


VECTORS = unit((1, 0, 0), (0.9, 0.1, 0), (0, 1, 0), (0, 0.9, 0.2), (0.8, 0.3, 0.1), (0, 0, -1))
TOPICS = np.array([0, 0, 1, 1, -1, -1])


def test_the_nearest_topic_by_mean_cosine_and_its_most_alike_claim() -> None:
    ((row, like, likeness),) = nearest_topics(VECTORS, TOPICS, np.array([4, 5]))
    assert (row, like) == (4, 1)
    assert np.isclose(likeness, (VECTORS[4] @ VECTORS[:2].T).mean())


def test_without_topics_there_are_no_hints() -> None:
    assert nearest_topics(VECTORS, np.full(6, -1), np.arange(6)) == []
    assert nearest_topics(np.zeros((0, 3), np.float32), np.zeros(0, np.int64), np.zeros(0, np.int64)) == []
