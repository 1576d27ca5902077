"""The seam behind which attribution taggers lie."""

from __future__ import annotations

from typing import Protocol

from factcheck.model import TaggedAttribution

BUILTIN = "builtin"
"""In the settings: what comes with the package, for English alone."""


class AttributionTagger(Protocol):
    """A model that marks sources, cues and contents and says which belong together. `name` is told to the user."""

    name: str

    def tag(self, text: str) -> list[TaggedAttribution]:
        """The attributions of a text, by the place of their contents; all spans lie in it and none is empty."""
        ...
