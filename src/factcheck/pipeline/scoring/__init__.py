"""Pairs of texts → how far the second contradicts, follows from, overtakes, or is apart from the first."""

from __future__ import annotations

from factcheck.pipeline.scoring.loading import BUILTIN, load_scorer
from factcheck.pipeline.scoring.seam import (
    CONTRADICTION,
    ENTAILMENT,
    NEUTRAL,
    SUPERSEDED,
    FloatArray,
    PairScorer,
)

__all__ = [
    "BUILTIN",
    "CONTRADICTION",
    "ENTAILMENT",
    "NEUTRAL",
    "SUPERSEDED",
    "FloatArray",
    "PairScorer",
    "load_scorer",
]
