"""Pairs of texts → how far the second contradicts, follows from, overtakes, or is apart from the first."""

from __future__ import annotations

from factcheck.model import CONTRADICTION, ENTAILMENT, NEUTRAL, SUPERSEDED
from factcheck.pipeline.scoring.loading import BUILTIN, load_scorer
from factcheck.pipeline.scoring.seam import FloatArray, PairScorer

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
