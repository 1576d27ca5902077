"""The trained weights of check-worthiness: loaded, checked by hash, and applied."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from factcheck import models
from factcheck.models.loading import checked, write_manifest

FloatArray = npt.NDArray[np.float32]

FILE = "weights.npz"


@dataclass(frozen=True)
class Weights:
    """A linear model on n-grams and `k` small networks on vector and cues, joined by `mix`.

    `threshold` is where F1 is best on the training set by cross-validation: for measuring; the workbench only orders.
    """

    idf: FloatArray
    """(2, buckets): of words, of letters."""
    linear: FloatArray
    """(2 · buckets,)"""
    linear_bias: FloatArray
    """()"""
    hidden: FloatArray
    """(k, d, h)"""
    hidden_bias: FloatArray
    """(k, h)"""
    out: FloatArray
    """(k, h)"""
    out_bias: FloatArray
    """(k,)"""
    mix: FloatArray
    """(3,): weight of the linear model's log-odds, of the networks', and what is added."""
    threshold: FloatArray
    """()"""


def logits(weights: Weights, grams: Any, dense: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Log-odds (n,) by the linear model on `grams`, and the mean of those by the networks on `dense`."""
    counted = grams @ weights.linear + weights.linear_bias
    inner = np.maximum(np.einsum("nd,kdh->nkh", dense, weights.hidden) + weights.hidden_bias, 0)
    seen = (np.einsum("nkh,kh->nk", inner, weights.out) + weights.out_bias).mean(axis=1)
    return np.asarray(counted, np.float32), np.asarray(seen, np.float32)


def chances(weights: Weights, grams: Any, dense: FloatArray) -> FloatArray:
    """Probabilities (n,): both parts together."""
    counted, seen = logits(weights, grams, dense)
    by_grams, by_network, bias = weights.mix
    joined = by_grams * counted + by_network * seen + bias
    return np.asarray(1 / (1 + np.exp(-np.clip(joined, -30, 30))), np.float32)


@lru_cache(maxsize=2)
def load_weights(folder: Path = models.CHECKWORTHY) -> Weights:
    """Raises ModelUnavailable when a file is missing, or is not the one that was shipped."""
    checked(folder, "model of check-worthiness", models.CHECKWORTHY)
    with np.load(folder / FILE, allow_pickle=False) as found:
        return Weights(**{name: found[name].astype(np.float32) for name in Weights.__dataclass_fields__})


def save_weights(folder: Path, name: str, weights: Weights) -> None:
    """Write weights.npz (16 bits a number, the same bytes every time) and manifest.json."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = {field: getattr(weights, field).astype(np.float16) for field in Weights.__dataclass_fields__}
    np.savez_compressed(folder / FILE, allow_pickle=False, **kept)
    write_manifest(folder, [FILE], name=name)
