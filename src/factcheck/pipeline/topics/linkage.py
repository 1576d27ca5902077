"""Points with links between them → groups, by average linkage in rounds of mutually best merges."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float32]
IntArray = npt.NDArray[np.int64]

BLOCK = 16_384


@dataclass
class Groups:
    """Sums over the members of each group: all that a mean similarity of two groups needs.

    The similarity of two claims is the product of their points less half of both crowdings; every part of it is a
    sum over members, so the mean over all pairs of two groups is one scalar product, and exact.
    """

    points: FloatArray
    crowding: FloatArray
    sizes: FloatArray

    @classmethod
    def of_claims(cls, points: FloatArray, crowding: FloatArray) -> Groups:
        return cls(points, crowding, np.ones(len(points), np.float32))

    def similarity(self, one: IntArray, other: IntArray) -> FloatArray:
        """Mean similarity (m,) of the groups `one` and `other` (m,)."""
        found = np.empty(len(one), np.float32)
        crowding = self.crowding / self.sizes / 2
        for start in range(0, len(one), BLOCK):
            a, b = one[start : start + BLOCK], other[start : start + BLOCK]
            product = np.einsum("md,md->m", self.points[a], self.points[b]) / (self.sizes[a] * self.sizes[b])
            found[start : start + BLOCK] = product - crowding[a] - crowding[b]
        return np.round(found, 5)

    def join(self, into: IntArray, gone: IntArray) -> None:
        self.points[into] += self.points[gone]
        self.crowding[into] += self.crowding[gone]
        self.sizes[into] += self.sizes[gone]


def merge(groups: Groups, links: IntArray, cut: float) -> IntArray:
    """The first member (n,) of the group that each row ends in; changes `groups`.

    Average linkage (UPGMA, Sokal and Michener 1958) of groups with a link (m, 2) between members, while the mean
    similarity is at least `cut`. Two groups that are each other's most similar one merge in whatever order others do
    (reciprocal neighbours, Murtagh 1983), so each round merges all such pairs at once; what happens in one connected
    component of the links has no bearing on another. Equal similarities go to the smaller row.
    """
    count = len(groups.sizes)
    root = np.arange(count)
    one, other = links[:, 0], links[:, 1]
    similar = groups.similarity(one, other)
    while True:
        alive = similar >= cut
        one, other, similar = one[alive], other[alive], similar[alive]
        if not len(one):
            return _ends(root)
        into, gone = _mutual(count, one, other, similar)
        groups.join(into, gone)
        root[gone] = into
        one, other, similar = _relinked(groups, root, one, other, similar, into)


def _mutual(count: int, one: IntArray, other: IntArray, similar: FloatArray) -> tuple[IntArray, IntArray]:
    """The pairs of groups that are each other's most similar one, the smaller row first."""
    best = np.full(count, -np.inf, np.float32)
    np.maximum.at(best, one, similar)
    np.maximum.at(best, other, similar)
    partner = np.full(count, count)
    for a, b in ((one, other), (other, one)):
        chosen = similar == best[a]
        np.minimum.at(partner, a[chosen], b[chosen])
    nodes = np.flatnonzero(partner < count)
    first = nodes[(partner[partner[nodes]] == nodes) & (nodes < partner[nodes])]
    return first, partner[first]


def _relinked(
    groups: Groups, root: IntArray, one: IntArray, other: IntArray, similar: FloatArray, grown: IntArray
) -> tuple[IntArray, IntArray, FloatArray]:
    """Links between what the groups have become; those of grown groups with their new similarity."""
    one, other = root[one], root[other]
    fresh = np.zeros(len(root), bool)
    fresh[grown] = True
    touched = fresh[one] | fresh[other]
    changed = np.flatnonzero(touched & (one != other))
    low, high = np.minimum(one[changed], other[changed]), np.maximum(one[changed], other[changed])
    low, high = np.divmod(np.unique(low * len(root) + high), len(root))
    kept = ~touched
    return (
        np.concatenate([one[kept], low]),
        np.concatenate([other[kept], high]),
        np.concatenate([similar[kept], groups.similarity(low, high)]),
    )


def _ends(root: IntArray) -> IntArray:
    """Where following `root` ends, for each row."""
    while True:
        further = root[root]
        if np.array_equal(further, root):
            return root
        root = further
