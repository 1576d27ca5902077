"""A project's conflicts and what people decided on them → which disputes stand, and which claims to judge first.

Only numbers are held, so that a hundred thousand claims can be counted, narrowed and paged without reading them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from factcheck.model import PairChoice
from factcheck.store.lineups import Clashes

IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]
Choices = Iterable[tuple[int, int, PairChoice]]
"""(smaller claim id, larger claim id, what was decided)."""


@dataclass(frozen=True)
class StandingDispute:
    """A dispute with at least one conflict that nobody dismissed; `open` of its `pairs` wait for a decision."""

    id: str
    topic_id: str
    pairs: int
    open: int


class Lineup:
    """What stands today; shared between readers, so nothing in it may be changed."""

    def __init__(self, clashes: Clashes, choices: Choices) -> None:
        self._clashes = clashes
        said = list(choices)
        ends = np.sort(np.stack([clashes.a, clashes.b], axis=1), axis=1)
        keys = (ends[:, 0] << 32) + ends[:, 1]
        decided = _among(keys, [(first, second) for first, second, _ in said])
        # A pair that was confirmed as a conflict goes on clashing.
        self._clashing = ~_among(keys, [(first, second) for first, second, c in said if c is not PairChoice.CONFIRM])
        self._open = ~decided

    @cached_property
    def disputes(self) -> tuple[StandingDispute, ...]:
        """The surest first."""
        names = self._clashes.disputes
        inside = self._clashes.dispute >= 0
        every, clashing, still_open = (
            np.bincount(self._clashes.dispute[inside & chosen], minlength=len(names))
            for chosen in (np.ones_like(inside), self._clashing, self._open)
        )
        return tuple(
            StandingDispute(name, topic, int(every[at]), int(still_open[at]))
            for at, (name, topic) in enumerate(names)
            if clashing[at]
        )

    @cached_property
    def claims(self) -> IntArray:
        """Ids of the claims in a conflict that nobody dismissed, those of the surest first (n,)."""
        ends = np.stack([self._clashes.a[self._clashing], self._clashes.b[self._clashing]], axis=1).ravel()
        _, first = np.unique(ends, return_index=True)
        return np.asarray(ends[np.sort(first)], np.int64)

    @property
    def open_pairs(self) -> int:
        """Pairs in standing disputes that nobody has decided on."""
        return sum(dispute.open for dispute in self.disputes)


def _among(keys: IntArray, pairs: list[tuple[int, int]]) -> BoolArray:
    wanted = np.array([(first << 32) + second for first, second in pairs], np.int64)
    return np.isin(keys, wanted)
