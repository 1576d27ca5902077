"""Vectors (n, d), texts and neighbours (n, k) → topic numbers (n,)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from factcheck.neighbours import Near, canonical_order, nearest
from factcheck.pipeline.topics.linkage import Groups, merge
from factcheck.pipeline.topics.space import crowding_of, points_of

FloatArray = npt.NDArray[np.float32]
IntArray = npt.NDArray[np.int64]

LINKS = 20
"""So many nearest claims each claim may be grouped with directly."""
PASSES = (
    (0, ((1, 0.01), (3, -0.085))),
    (120, ((1, 0.04), (4, -0.02), (24, -0.12))),
    (240, ((1, 0.06), (4, -0.01), (24, -0.12))),
    (480, ((1, 0.09), (4, 0.02), (24, -0.13))),
)
"""From so many claims on: groups of at least `size` merge with others down to a cut, one (size, cut) after another.

Among many claims chance neighbours are nearer, so the first cut is higher; and larger groups draw in what is less
similar, because a big story is wider than a small one. In steps, so that a few more claims change nothing.
"""


def group(
    vectors: FloatArray, texts: Sequence[str] | None = None, near: Near | None = None, *, cut: float | None = None
) -> IntArray:
    """Topic numbers (n,) from 0 in the order of their first claims, -1 for claims that stand alone.

    Rows of `vectors` have length 1; `near` is what `neighbours.nearest` gives for them. Groups merge while the mean
    similarity of their claims is at least `cut`, then big ones draw in more. The same claims form the same groups in
    whatever order the rows come, and a group depends on nothing outside its component of links (`components`),
    but for the cut, which grows in a few steps with the number of claims.
    """
    count = len(vectors)
    if count < 2:
        return np.full(count, -1, np.int64)
    order = canonical_order(vectors)
    rows = _reordered(nearest(vectors)[0] if near is None else near[0], order)
    points = points_of(vectors[order], None if texts is None else [texts[row] for row in order])
    labels = np.empty(count, np.int64)
    groups = Groups.of_claims(points, crowding_of(points, rows))
    labels[order] = grown(groups, links(rows), passes_for(count, cut))
    return _numbered(labels)


def passes_for(count: int, cut: float | None = None) -> list[tuple[int, float]]:
    """The passes (size, cut) for `count` claims; with a `cut` of one's own for the first, the others keep below it."""
    passes = next(passes for least, passes in reversed(PASSES) if count >= least)
    moved = 0.0 if cut is None else cut - passes[0][1]
    return [(size, of_pass + moved) for size, of_pass in passes]


def cut_for(count: int) -> float:
    """The cut that so many claims are grouped with by default."""
    return passes_for(count)[0][1]


def links(rows: IntArray) -> IntArray:
    """Links (m, 2) between each row and its LINKS nearest, from `rows` (n, k); each once, the smaller number first."""
    count = len(rows)
    one = np.repeat(np.arange(count), min(LINKS, rows.shape[1]))
    other = rows[:, :LINKS].ravel()
    return _distinct(one[other >= 0], other[other >= 0], count)


def _distinct(one: IntArray, other: IntArray, count: int) -> IntArray:
    """The pairs (m, 2) of two different numbers below `count`, each once, the smaller number first."""
    low, high = np.minimum(one, other), np.maximum(one, other)
    keys = np.unique((low * count + high)[low != high])
    return np.stack(np.divmod(keys, count), axis=1)


def grown(groups: Groups, linked: IntArray, passes: Sequence[tuple[int, float]]) -> IntArray:
    """The first member (n,) of the group of each row after the `passes` (`passes_for`); changes `groups`."""
    first = np.arange(len(groups.sizes))
    for size, cut in passes:
        linked = _distinct(first[linked[:, 0]], first[linked[:, 1]], len(first))
        large = (groups.sizes[linked] >= size).any(axis=1)
        first = merge(groups, linked[large], cut)[first]
    return first


def components(groups: Groups, linked: IntArray, cut: float) -> IntArray:
    """The component (n,) of each row, by links (m, 2) at least as similar as `cut`: merging never crosses them.

    When claims are added, only components whose links changed need `merge` again.
    """
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    one, other = linked[groups.similarity(linked[:, 0], linked[:, 1]) >= cut].T
    count = len(groups.sizes)
    graph = coo_array((np.ones(len(one), np.int8), (one, other)), shape=(count, count))
    return np.asarray(connected_components(graph, directed=False)[1], np.int64)


def _reordered(rows: IntArray, order: IntArray) -> IntArray:
    """Neighbours `rows` (n, k) as if the claims stood in `order`."""
    place = np.empty(len(order) + 1, np.int64)
    place[order] = np.arange(len(order))
    place[-1] = -1
    return place[rows[order]]


def _numbered(labels: IntArray) -> IntArray:
    """Groups of two and more numbered in order of their first row; the rest -1."""
    _, first, group_of, sizes = np.unique(labels, return_index=True, return_inverse=True, return_counts=True)
    many = np.flatnonzero(sizes > 1)
    number = np.full(len(sizes), -1, np.int64)
    number[many[np.argsort(first[many])]] = np.arange(len(many))
    return number[group_of]
