"""A judged pair in → the places to mark in both texts and one line that says why."""

from __future__ import annotations

from factcheck.model import Claim, ConflictKind, Span
from factcheck.pipeline.conflicts.timing import Timing
from factcheck.text.clashes import SURE, Clashes
from factcheck.text.words import content_stems, words

Marks = tuple[tuple[Span, ...], tuple[Span, ...]]
MOST = 2
"""So many places are marked in each text, the most telling first."""


def marks(a: str, b: str, found: Clashes, kind: ConflictKind) -> Marks:
    """Spans in the two texts, in order of place; never empty for a pair that clashes."""
    pairs = _pairs(found, kind)
    if not pairs:
        return ((_own_words(a, b),), (_own_words(b, a),))
    chosen = [pairs[0]]
    for left, right in pairs[1:]:
        apart = all(_apart(left, x) and _apart(right, y) for x, y in chosen)
        if apart and len(chosen) < MOST:
            chosen.append((left, right))
    return tuple(sorted(x for x, _ in chosen)), tuple(sorted(y for _, y in chosen))


def _pairs(found: Clashes, kind: ConflictKind) -> list[tuple[Span, Span]]:
    if kind is ConflictKind.NUMBER:
        return [(m.a.span, m.b.span) for m in found.numbers if m.clashes and m.strength >= SURE]
    if kind is ConflictKind.RESPONSIBILITY:
        return [(c.a, c.b) for c in found.blames[:1]]
    telling = [c for c in found.opposites if c.denial or c.strength > SURE]
    return [(c.a, c.b) for c in telling]


def _apart(one: Span, other: Span) -> bool:
    return one[1] <= other[0] or other[1] <= one[0]


def _own_words(text: str, other: str) -> Span:
    """From the first to the last word of the subject matter that the other text does not share."""
    own = [w for w in words(text) if w.is_content and w.stem not in content_stems(other)]
    return (own[0].start, own[-1].end) if own else (0, len(text))


def shared_number(found: Clashes) -> Marks:
    """The equal numbers of a pair that agrees."""
    same = [m for m in found.numbers if m.same][:1]
    return tuple(m.a.span for m in same), tuple(m.b.span for m in same)


def reason(a: Claim, b: Claim, kind: ConflictKind, time: Timing, marked: Marks, note: str = "") -> str:
    """For example: different speakers, same day; "repelled" × "still fighting"."""
    return f"{_who(time)}, {_when(time, kind)}; {note or _what(a.claim_text, b.claim_text, kind, marked)}"


def _who(time: Timing) -> str:
    if not time.named:
        return "speaker not named"
    return "same speaker" if time.same_speaker else "different speakers"


def _when(time: Timing, kind: ConflictKind) -> str:
    if time.days is None:
        return "dates unknown, cannot order" if kind is not ConflictKind.AGREEMENT else "dates unknown"
    if time.days == 0:
        return "same day"
    days = f"{abs(time.days)} day{'s' if abs(time.days) > 1 else ''}"
    return f"{days} later" if kind is ConflictKind.SUPERSEDED else f"{days} apart"


def _what(a: str, b: str, kind: ConflictKind, marked: Marks) -> str:
    sign = "and" if kind is ConflictKind.AGREEMENT else "×"
    lead = "who did it: " if kind is ConflictKind.RESPONSIBILITY else ""
    if not (marked[0] and marked[1]):
        return "both say the same, or one follows from the other"
    return lead + "; ".join(f'"{a[s:e]}" {sign} "{b[p:q]}"' for (s, e), (p, q) in zip(*marked, strict=False))
