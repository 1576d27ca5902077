"""Loads the models before they are asked for; what is missing is told by the stage that needs it."""

from __future__ import annotations

import gc

from factcheck.errors import ModelUnavailable


def load_models() -> None:
    """Load the parser and the tagger that find claims in articles."""
    from factcheck.pipeline.attribution.trained import load_tagger
    from factcheck.pipeline.extraction import load_parser

    try:
        load_parser()
        load_tagger()
    except ModelUnavailable:
        return
    gc.freeze()
