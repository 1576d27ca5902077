"""The name in the settings → the pair scorer it means."""

from __future__ import annotations

from functools import lru_cache

from factcheck.pipeline.scoring.seam import PairScorer

BUILTIN = "builtin"


@lru_cache(maxsize=2)
def load_scorer(name: str = BUILTIN) -> PairScorer:
    """The shipped model for "builtin", or an NLI cross-encoder in a folder or of a hub.

    Raises ModelUnavailable when its files are missing, changed or no NLI model.
    """
    if name == BUILTIN:
        from factcheck.pipeline.scoring.shipped import ShippedScorer

        return ShippedScorer()
    from factcheck.pipeline.scoring.cross_encoder import load_cross_encoder

    return load_cross_encoder(name)
