"""What somebody said at a stated time in → the time of what they go on to say in the same breath, out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.pipeline.extraction.actors import Actor
from factcheck.pipeline.extraction.dates import UNKNOWN, Dated
from factcheck.pipeline.extraction.syntax import auxiliaries
from factcheck.pipeline.extraction.time_words import time_expressions

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass
class Sayings:
    """The last saying of an article that stood with its time."""

    _speaker: Actor | None = None
    _cue: Token | None = None
    _date: Dated = UNKNOWN

    def note(self, speaker: Actor | None, cue: Token, date: Dated) -> None:
        """Keep `date` as the time at which `speaker` spoke through `cue`."""
        self._speaker, self._cue, self._date = speaker, cue, date

    def carried(self, speaker: Actor | None, cue: Token, is_said: Callable[[int], bool]) -> Dated | None:
        """The time of the last saying, when `cue` goes on with it; None otherwise.

        It does in the same paragraph, by the same speaker, in the simple past, when no sentence between names another
        time. Times inside what is said (`is_said` of their offset in the paragraph) are no times of saying.
        """
        last = self._cue
        if last is None or speaker is None or speaker is not self._speaker or cue.doc is not last.doc:
            # Whoever else spoke meanwhile may have done so on another day.
            self._cue = None
            return None
        if not last.i < cue.i or cue.tag_ != "VBD" or auxiliaries(cue):
            return None
        start = last.sent.end_char
        between = cue.doc.text[start : cue.sent.end_char]
        others = [at for at, _ in time_expressions(between) if not is_said(min(start + at, len(cue.doc.text) - 1))]
        return None if others else self._date
