"""Every piece is read, and judged where most of its surroundings are seen."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from factcheck.pipeline.attribution.windows import home, windows


@given(st.integers(0, 3000))
def test_windows_cover_everything_and_overlap(n: int) -> None:
    ranges = windows(n)
    assert {at for start, end in ranges for at in range(start, end)} == set(range(n))
    assert all(later[0] < earlier[1] for earlier, later in pairwise(ranges))
    assert all(end - start <= 320 for start, end in ranges)


def test_a_piece_is_judged_away_from_the_edges() -> None:
    ranges = windows(600)
    assert [home(at, ranges) for at in (0, 100, 599)] == [0, 0, len(ranges) - 1]
    for at in range(600):
        start, end = ranges[home(at, ranges)]
        inside = min(at - start if start else 600, end - 1 - at if end < 600 else 600)
        assert inside >= 30
