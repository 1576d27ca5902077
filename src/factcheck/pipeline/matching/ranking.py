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


BOTH = Ranker(
    order=(
        -0.7088,
        1.041,
        1.2627,
        1.8985,
        -1.2719,
        2.9104,
        1.3708,
        0.6694,
        3.273,
        1.1412,
        1.4993,
        4.966,
        2.1209,
        6.3675,
        5.1383,
        0.8001,
        6.1518,
    ),
    sure=(
        0.3382,
        0.0,
        0.0,
        3.057,
        -5.923,
        6.6675,
        1.2035,
        0.1764,
        10.3889,
        1.0607,
        0.8976,
        1.7502,
        0.543,
        13.1746,
        0.0,
        0.0,
        0.8336,
    ),
    bias=-19.7944,
)
WORDS = Ranker(
    order=(-0.388, -0.493, 2.2341, 7.1626, -1.6077, 3.8451, 0.4253, 1.5593, 8.8007, 1.9418, 0.1873, 7.9406, 5.492),
    sure=(5.7069, 0.0, 0.0, 0.8841, -5.2457, 8.1841, 0.4704, 0.9235, 15.1986, 2.7259, -0.1541, 2.151, 2.9626),
    bias=-22.4412,
)
