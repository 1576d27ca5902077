"""The bytes of one file or page, with what is known of them: what every reader takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from factcheck.errors import UnreadableInput
from factcheck.model import Article

PASTE_INSTEAD = "Open it, copy the text and paste that instead."


@dataclass(frozen=True)
class RawDocument:
    """`url` and `content_type` are "" for a file that was not fetched."""

    data: bytes
    name: str
    url: str = ""
    content_type: str = ""

    def unreadable(self, why: str, hint: str = PASTE_INSTEAD) -> UnreadableInput:
        """The error that names this document: `why` continues a sentence that begins with its name."""
        return UnreadableInput(f"{self.name} {why}.", hint)


Reader = Callable[[RawDocument], Article]
"""Raises UnreadableInput; the article's text is not cleaned yet."""
