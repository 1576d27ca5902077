"""Two texts in → everything that speaks for or against their both being true, with places to mark."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from factcheck.text.blame import BlameClash, blame_clashes
from factcheck.text.negation import negators
from factcheck.text.numbers import NumberMatch, compare
from factcheck.text.numerals import numerals
from factcheck.text.opposites import Clash, opposites
from factcheck.text.words import alike, content_stems, names, words

SURE = 0.3
"""A clash of numbers below this strength is no sign of a conflict: they may count different things."""
LONGEST = 2_000
"""Characters of a text that are read: a claim is a sentence, whatever a file may hold."""


class Clashes(NamedTuple):
    """What clashes between text a and text b; each list holds the most telling first."""

    opposites: tuple[Clash, ...]
    numbers: tuple[NumberMatch, ...]
    blames: tuple[BlameClash, ...]
    common_words: int
    """Words of the subject matter in both texts, names left out."""
    alike: float
    """0..1: how much of the subject matter of both texts together is in both (Dice's coefficient)."""
    differ: bool
    """Other numbers or a "not" on one side only: the same words may then say something else."""

    @property
    def opposite(self) -> float:
        """Strength of the best pair of opposite words; 0 when there is only a denied word or none."""
        return max((c.strength for c in self.opposites if not c.denial and c.strength > SURE), default=0.0)

    @property
    def faint(self) -> bool:
        return any(not c.denial and c.strength <= SURE for c in self.opposites)

    @property
    def denied(self) -> bool:
        """Whether one text negates a word that the other affirms."""
        return any(c.denial for c in self.opposites)

    @property
    def number(self) -> float:
        """Strength of the best clash of numbers, 0 below SURE."""
        best = max((m.strength for m in self.numbers if m.clashes), default=0.0)
        return best if best >= SURE else 0.0

    @property
    def blame(self) -> float:
        return self.blames[0].strength if self.blames else 0.0

    @property
    def same_number(self) -> float:
        """0..1: how surely both texts give one number for the same thing."""
        return max((m.sure for m in self.numbers if m.same), default=0.0)

    @property
    def any(self) -> bool:
        return bool(self.opposite or self.denied or self.number or self.blame)


@lru_cache(maxsize=100_000)
def clashes(a: str, b: str) -> Clashes:
    """Everything at once, kept for the stage that asks next; of a very long text its opening only."""
    a, b = a[:LONGEST], b[:LONGEST]
    common = content_stems(a) & content_stems(b)
    return Clashes(
        tuple(opposites(a, b)),
        tuple(compare(a, b)),
        tuple(blame_clashes(a, b)),
        len(common - names(a) - names(b)),
        alike(a, b),
        _differ(a, b),
    )


def _differ(a: str, b: str) -> bool:
    figures = _figures(a), _figures(b)
    return _negates(a) != _negates(b) or bool(figures[0] and figures[1] and not figures[0] & figures[1])


@lru_cache(maxsize=50_000)
def _figures(text: str) -> frozenset[float]:
    return frozenset(n.high for n in numerals(words(text)))


def _negates(text: str) -> bool:
    return any(by >= 0 for by in negators(text))
