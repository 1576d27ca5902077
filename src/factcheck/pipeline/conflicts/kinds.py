"""What clashes between two claims, and when they were made → the kind of pair they are."""

from __future__ import annotations

from factcheck.model import ConflictKind
from factcheck.pipeline.conflicts.timing import Timing
from factcheck.text.clashes import Clashes

_GROWING = frozenset({"dead", "injured", "arrested", "evacuated", "rescued", "freed", "ill", "destroyed", "dismissed"})
"""Fates whose count only rises while news comes in."""
_SHRINKING = frozenset({"missing", "taken"})
PASSED = 2
"""Days after which another speaker may report the next state of things rather than contradict."""


def kind_of_clash(found: Clashes) -> ConflictKind:
    """Number, responsibility or contradiction: whichever sign is the strongest."""
    if found.number and found.number >= found.opposite - 0.15:
        return ConflictKind.NUMBER
    if found.blame and found.blame > found.opposite - 0.1:
        return ConflictKind.RESPONSIBILITY
    return ConflictKind.CONTRADICTION


def is_overtaken(found: Clashes, kind: ConflictKind, time: Timing) -> bool:
    """Whether the later claim tells how things went on rather than contradicts the earlier one.

    Only with both days known and different: one's own later words, a count that can only rise and rose,
    or, some days later, the state that the earlier one passes into. `found` reads from the first claim to
    the second; a negative number of days means that the second was said first.
    """
    if not time.days:
        return False
    if time.same_speaker:
        return True
    if kind is ConflictKind.NUMBER:
        return _went_on(found, time.days)
    passing = {c.order for c in found.opposites if not c.denial}
    forward = 1 if time.days > 0 else -1
    return kind is ConflictKind.CONTRADICTION and abs(time.days) >= PASSED and forward in passing


def _went_on(found: Clashes, days: int) -> bool:
    match = found.numbers[0]
    earlier, later = (match.a, match.b) if days > 0 else (match.b, match.a)
    fate = earlier.counted.fate
    if fate in _SHRINKING:
        return later.point < earlier.point
    return fate in _GROWING and later.point > earlier.point
