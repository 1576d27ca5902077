"""The seam behind which attribution taggers lie."""

from __future__ import annotations

from typing import Protocol

from factcheck.model import TaggedAttribution


class AttributionTagger(Protocol):
    """Finds who is said to have said what. `name` is stored with what it found."""

    name: str

    def tag(self, text: str) -> list[TaggedAttribution]:
        """Attributions in the order of their cues; every span lies inside `text`. Any text is accepted."""
        ...
