"""How alike claims must be to form a topic, on a scale for people: 0 is the usual, less is finer, more is coarser.

The one place that knows what a step means to `topics.group`.
"""

from __future__ import annotations

from factcheck.errors import InvalidValue
from factcheck.pipeline.topics import cut_for

FINEST, USUAL, COARSEST = -10, 0, 10
STEP = 0.02
"""How much mean cosine one step demands more or less."""


def cut_of(coarseness: int, claims: int) -> float | None:
    """What to group so many claims with; None leaves it to the usual. Raises InvalidValue off the scale."""
    if not FINEST <= coarseness <= COARSEST:
        raise InvalidValue(f"{coarseness} is not on the scale.", f"Give {FINEST} (finest) to {COARSEST} (coarsest).")
    return None if coarseness == USUAL else cut_for(claims) - STEP * coarseness
