"""The trained weights of the gate: loaded, checked by hash, and applied."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from factcheck import models
from factcheck.models.loading import checked, write_manifest

FloatArray = npt.NDArray[np.float32]

FILE = "weights.npz"


@dataclass(frozen=True)
class Weights:
    """A network of one hidden layer on what a pair's vectors and texts have in common.

    `least` is the chance from which a pair is worth asking about, chosen on the develop part.
    """

    product: FloatArray
    """(d, h): on the products of the two vectors' parts."""
    distance: FloatArray
    """(d, h): on the distances of the two vectors' parts."""
    cues: FloatArray
    """(c, h): on `cues.in_pairs`."""
    bias: FloatArray
    """(h,)"""
    out: FloatArray
    """(h,)"""
    out_bias: FloatArray
    """()"""
    least: FloatArray
    """()"""


def log_odds(weights: Weights, one: FloatArray, other: FloatArray, cues: FloatArray) -> FloatArray:
    """(m,) of vectors (m, d), (m, d) and cues (m, c)."""
    hidden = (one * other) @ weights.product
    hidden += np.abs(one - other) @ weights.distance
    hidden += cues @ weights.cues
    hidden += weights.bias
    return np.asarray(np.maximum(hidden, 0, out=hidden) @ weights.out + weights.out_bias, np.float32)


@lru_cache(maxsize=2)
def load_weights(folder: Path = models.GATE) -> Weights:
    """Raises ModelUnavailable when a file is missing, or is not the one that was shipped."""
    checked(folder, "model of the gate", models.GATE)
    with np.load(folder / FILE, allow_pickle=False) as found:
        return Weights(**{name: found[name].astype(np.float32) for name in Weights.__dataclass_fields__})


def save_weights(folder: Path, name: str, weights: Weights) -> None:
    """Write weights.npz (16 bits a number, the same bytes every time) and manifest.json."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = {field: getattr(weights, field).astype(np.float16) for field in Weights.__dataclass_fields__}
    np.savez_compressed(folder / FILE, allow_pickle=False, **kept)
    write_manifest(folder, [FILE], name=name)
