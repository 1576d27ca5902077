"""The one search for the nearest claims: exact, bounded, and blind to the order of rows."""

from __future__ import annotations

import numpy as np
import pytest

from factcheck.neighbours import canonical_order, nearest
from tests.pipeline.support import FloatArray


def unit(count: int, dimension: int = 32, seed: int = 0) -> FloatArray:
    vectors = np.random.default_rng(seed).normal(size=(count, dimension)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def stories(count: int, size: int, dimension: int = 32) -> FloatArray:
    centres = np.repeat(unit(count // size, dimension), size, axis=0)
    vectors = centres + 0.5 * unit(count, dimension, seed=1)
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


def test_the_nearest_are_those_of_highest_cosine_nearest_first() -> None:
    vectors = unit(300)
    rows, cosines = nearest(vectors, 7)
    cosine = vectors @ vectors.T
    np.fill_diagonal(cosine, -2)
    np.testing.assert_allclose(np.take_along_axis(cosine, rows, axis=1), cosines, atol=2e-5)
    np.testing.assert_allclose(cosines, -np.sort(-cosine, axis=1)[:, :7], atol=2e-5)
    assert (rows.dtype, cosines.dtype) == (np.int64, np.float32)


@pytest.mark.parametrize(("count", "width"), [(0, 0), (1, 0), (2, 1), (5, 4), (30, 10)])
def test_few_rows_have_few_neighbours(count: int, width: int) -> None:
    rows, cosines = nearest(unit(count), 10)
    assert rows.shape == cosines.shape == (count, width)
    assert all(row not in near for row, near in enumerate(rows.tolist()))


@pytest.mark.parametrize("exact", [50_000, 0])
def test_the_order_of_rows_changes_nothing(exact: int) -> None:
    vectors = stories(3000, 6)
    shuffle = np.random.default_rng(2).permutation(len(vectors))
    rows, cosines = nearest(vectors, 12, exact=exact)
    moved, moved_cosines = nearest(vectors[shuffle], 12, exact=exact)
    np.testing.assert_array_equal(shuffle[moved], rows[shuffle])
    np.testing.assert_array_equal(moved_cosines, cosines[shuffle])


def test_equal_cosines_are_ordered_by_the_vectors_not_by_their_place() -> None:
    vectors = np.eye(6, dtype=np.float32)
    rows, _ = nearest(vectors, 3)
    turned, _ = nearest(vectors[::-1], 3)
    np.testing.assert_array_equal(5 - turned[::-1], rows)


def test_the_search_in_fewer_dimensions_misses_little() -> None:
    vectors = stories(4000, 8, dimension=200)
    exact, _ = nearest(vectors, 7)
    quick, _ = nearest(vectors, 7, exact=0)
    found = [len(set(a) & set(b)) for a, b in zip(exact.tolist(), quick.tolist(), strict=True)]
    assert np.mean(found) / 7 > 0.97


def test_copies_are_near_each_other_and_nobody_is_near_itself() -> None:
    vectors = np.tile(unit(1), (500, 1))
    rows, cosines = nearest(vectors, 20)
    np.testing.assert_allclose(cosines, 1.0)
    assert all(row not in near for row, near in enumerate(rows.tolist()))


def test_empty_vectors_are_near_nobody() -> None:
    rows, cosines = nearest(np.zeros((9, 4), np.float32), 3)
    assert rows.shape == (9, 3)
    assert not cosines.any()


def test_an_added_row_leaves_the_order_of_the_others_as_it_was() -> None:
    vectors = unit(50)
    longer = canonical_order(np.vstack([vectors, unit(1, seed=9)]))
    assert [row for row in longer.tolist() if row < 50] == canonical_order(vectors).tolist()
