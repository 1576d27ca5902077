"""Text → who is said to have said what, as spans: the models behind one seam."""

from __future__ import annotations

from factcheck.pipeline.attribution.seam import BUILTIN, AttributionTagger
from factcheck.pipeline.attribution.token_classifier import load_token_classifier

__all__ = ["BUILTIN", "AttributionTagger", "load_token_classifier"]
