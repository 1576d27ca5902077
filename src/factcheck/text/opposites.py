"""Two texts in → the places where one says the opposite of the other, by a lexicon and by negation."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from factcheck.model import Span
from factcheck.text.negation import negators
from factcheck.text.words import Word, names, stems, words

_FILLERS = stems(
    "be have do very much already now still all quite completely fully entirely largely a an the its their his her "
    "will would can could own that there"
)
_LIGHT = stems(
    "be have do make take get give go come put see say use any kind sort part way thing time place people person "
    "know find hold keep call"
)
"""Words too common for their denial to say what is denied."""


class Axis(NamedTuple):
    """One line of the lexicon: two sides that exclude each other.

    `passes`: the left may become the right in time; `faint`: the two exclude each other only at times.
    """

    number: int
    passes: bool
    faint: bool


class Cue(NamedTuple):
    """A phrase of an axis at `text[start:end]`; `side` is +1 (left) or -1, turned round by a negation."""

    axis: Axis
    side: int
    start: int
    end: int
    negated: bool
    long: bool


class Clash(NamedTuple):
    """Opposite words: where they stand, how telling they are (0..1), and the passing of time.

    `order` is +1 when the state in the first text may have passed into that of the second, -1 the other
    way round, 0 when neither passes. `denial` marks a word of one text that the other negates.
    """

    a: Span
    b: Span
    strength: float
    order: int = 0
    denial: bool = False


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, list[tuple[tuple[str, ...], Axis, int]]]:
    """First stem of a phrase -> its phrases, longest first, with axis and side."""
    lines = (files("factcheck.text") / "opposites.txt").read_text(encoding="utf-8").splitlines()
    phrases: dict[str, list[tuple[tuple[str, ...], Axis, int]]] = {}
    kept = [line for line in lines if line.strip() and not line.startswith("#")]
    for number, line in enumerate(kept):
        axis = Axis(number, line.startswith("~"), line.startswith("?"))
        for side, phrases_of_side in zip((1, -1), line.lstrip("~? ").split("|"), strict=True):
            for phrase in phrases_of_side.split(","):
                wanted = tuple(w.stem for w in words(phrase))
                phrases.setdefault(wanted[0], []).append((wanted, axis, side))
    for entries in phrases.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return phrases


@lru_cache(maxsize=50_000)
def cues(text: str) -> tuple[Cue, ...]:
    """The phrases of the lexicon in `text`, the longest where several start together."""
    found = words(text)
    turned = negators(text)
    read: list[Cue] = []
    for at in range(len(found)):
        for wanted, axis, side in _lexicon().get(found[at].stem, ()):
            last = _match(found, at, wanted)
            if last:
                negated = turned[last - 1] >= 0 and not at <= turned[last - 1] < last
                read.append(
                    Cue(axis, -side if negated else side, *_place(found, at, last, turned), negated, len(wanted) > 1)
                )
    return tuple(_longest(read))


def _match(found: Sequence[Word], at: int, phrase: tuple[str, ...]) -> int:
    """The word after the phrase that starts at `at`, or 0; fillers between its words are skipped."""
    position = at
    for wanted in phrase:
        while position < len(found) and found[position].stem != wanted and position > at:
            if found[position].stem not in _FILLERS:
                return 0
            position += 1
        if position >= len(found) or found[position].stem != wanted:
            return 0
        position += 1
    return position


def _place(found: Sequence[Word], at: int, last: int, turned: Sequence[int]) -> Span:
    """Where to mark the phrase: with its "not", when that is near."""
    first = turned[last - 1] if 0 <= at - turned[last - 1] <= 3 and turned[last - 1] >= 0 else at
    return found[first].start, found[last - 1].end


def _longest(read: Sequence[Cue]) -> list[Cue]:
    """Without the cues that lie inside a longer one of the same axis."""
    return [
        c
        for c in read
        if not any(
            o.axis == c.axis and o.start <= c.start and c.end <= o.end and (o.end - o.start) > (c.end - c.start)
            for o in read
        )
    ]


def opposites(a: str, b: str) -> list[Clash]:
    """Where the two texts say opposite things, the most telling first."""
    clashes = [*_by_lexicon(a, b), *_by_negation(a, b)]
    return sorted(clashes, key=lambda c: (-c.strength, c.a, c.b))


def _by_lexicon(a: str, b: str) -> list[Clash]:
    if not {c.axis for c in cues(a)} & {c.axis for c in cues(b)}:
        return []
    agreed = {(c.axis, c.side) for c in cues(a)} & {(c.axis, c.side) for c in cues(b)}
    settled = {axis for axis, _ in agreed}
    clashes = []
    for left in cues(a):
        for right in cues(b):
            if left.axis == right.axis and left.side == -right.side and left.axis not in settled:
                strength = 0.3 if left.axis.faint else 0.6 + 0.15 * left.long + 0.15 * right.long
                order = left.side if left.axis.passes else 0
                clashes.append(Clash((left.start, left.end), (right.start, right.end), strength, order))
    return clashes


def _by_negation(a: str, b: str) -> list[Clash]:
    denied_a, denied_b = _denied(a), _denied(b)
    plain_a, plain_b = _affirmed(a), _affirmed(b)
    clashes = [
        Clash(denied_a[s], plain_b[s], 0.4, denial=True) for s in denied_a.keys() & plain_b.keys() - plain_a.keys()
    ]
    clashes += [
        Clash(plain_a[s], denied_b[s], 0.4, denial=True) for s in denied_b.keys() & plain_a.keys() - plain_b.keys()
    ]
    return clashes


@lru_cache(maxsize=50_000)
def _denied(text: str) -> dict[str, Span]:
    """Stems of `text` that are denied, names left out, with the span from the negation to the word."""
    found = words(text)
    return {
        found[at].stem: (found[min(by, at)].start, found[max(by, at)].end)
        for at, by in enumerate(negators(text))
        if by >= 0 and found[at].is_content and found[at].stem not in _LIGHT | names(text)
    }


@lru_cache(maxsize=50_000)
def _affirmed(text: str) -> dict[str, Span]:
    """Stems of `text` that stand outside any negation."""
    found = words(text)
    return {
        found[at].stem: (found[at].start, found[at].end)
        for at, by in enumerate(negators(text))
        if by < 0 and found[at].is_content
    }
