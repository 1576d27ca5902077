"""Texts in → unit vectors (n, d) float32: texts about the same thing lie close together."""

from __future__ import annotations

from factcheck.pipeline.embedding.loading import BUILTIN, BUILTIN_FP32, load_embedder
from factcheck.pipeline.embedding.seam import Embedder, FloatArray

__all__ = ["BUILTIN", "BUILTIN_FP32", "Embedder", "FloatArray", "load_embedder"]
