"""The seam behind which sentence models lie."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

from factcheck.model import Progress, silent

FloatArray = npt.NDArray[np.float32]

STAGE = "Embedding claims"
"""What the progress says."""


class Embedder(Protocol):
    """`name` is stored with every vector: vectors of two names are never compared."""

    name: str
    dimension: int

    def embed(self, texts: Sequence[str], progress: Progress = silent) -> FloatArray:
        """Vectors (n, dimension) float32; every row has length 1."""
        ...
