"""What a pair looks like → an order of the candidates, and the chance that a candidate says the same.

The numbers are made by training/matching.py, on posts whose judged claim is known.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Ranker:
    """Two linear models on the same features: one orders the candidates of a query, one judges a pair by itself."""

    order: tuple[float, ...]
    """A weight for each feature."""
    sure: tuple[float, ...]
    """A weight for each feature, for the log-odds that the pair says the same."""
    bias: float

    def order_by(self, features: FloatArray) -> FloatArray:
        """(c,): the higher the nearer; of one query's candidates only."""
        return np.asarray(features @ np.array(self.order, np.float32), np.float32)

    def chances(self, features: FloatArray) -> FloatArray:
        """(c,) in 0..1: comparable between queries."""
        odds = features @ np.array(self.sure, np.float32) + self.bias
        return np.asarray(1 / (1 + np.exp(-np.clip(odds, -30, 30))), np.float32)


# fmt: off
BOTH = Ranker(
    order=(
        0.1654, 1.4081, 1.1714, 1.572, -0.7955, 2.7081, 1.3409, 0.6165,
        3.5129, 1.1288, 1.2158, 6.49, 5.1526, 0.8959, 6.2544,
    ),
    sure=(
        3.4176, 0.0, 0.0, -0.2676, -5.3843, 6.7868, 1.2203, 0.1771,
        10.0498, 1.3465, 0.8106, 15.118, 0.0, 0.0, -0.4856,
    ),
    bias=-19.8084,
)
WORDS = Ranker(
    order=(
        1.3272, 0.1533, 2.1087, 7.3918, -0.8176, 3.3923, 0.411, 1.4951,
        9.3504, 2.023, -0.4392,
    ),
    sure=(
        6.3234, 0.0, 0.0, 1.2273, -4.1815, 8.1324, 0.443, 1.0162,
        15.0462, 2.8089, -0.3674,
    ),
    bias=-20.7217,
)
