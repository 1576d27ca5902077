"""The name in the settings → the embedder it means."""

from __future__ import annotations

import gc
from functools import lru_cache

from factcheck.pipeline.embedding.seam import Embedder

BUILTIN = "builtin"
BUILTIN_FP32 = "builtin-fp32"


@lru_cache(maxsize=2)
def load_embedder(name: str = BUILTIN) -> Embedder:
    """The embedder named in the settings: "builtin" (shipped, int8), "builtin-fp32" (the published weights, by
    sentence-transformers), a folder, or a model hub's name.

    Raises ModelUnavailable when the weights are missing, changed or cannot be loaded.
    """
    embedder = _load(name)
    # The model stays for good; the garbage collector need not look through it again and again.
    gc.collect()
    gc.freeze()
    return embedder


def _load(name: str) -> Embedder:
    if name == BUILTIN:
        from factcheck.pipeline.embedding.shipped import ShippedEmbedder

        return ShippedEmbedder()
    from factcheck.pipeline.embedding.sentence_transformer import load_named, load_published

    return load_published() if name == BUILTIN_FP32 else load_named(name)
