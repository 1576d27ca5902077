"""Pairs of ids → groups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable


class Union:
    """Disjoint sets of ids that grow together; the same whatever order the pairs come in."""

    def __init__(self) -> None:
        self._above: dict[int, int] = {}

    def join(self, a: int, b: int) -> None:
        top_a, top_b = self.top(a), self.top(b)
        self._above[max(top_a, top_b)] = min(top_a, top_b)

    def join_all(self, ids: Iterable[int]) -> None:
        first, *others = ids
        for other in others:
            self.join(first, other)

    def top(self, a: int) -> int:
        """The smallest member of a's group."""
        self._above.setdefault(a, a)
        while self._above[a] != a:
            self._above[a] = self._above[self._above[a]]
            a = self._above[a]
        return a

    def groups(self) -> list[list[int]]:
        """The ids that were joined, each group in order."""
        found: dict[int, list[int]] = defaultdict(list)
        for member in sorted(self._above):
            found[self.top(member)].append(member)
        return list(found.values())
