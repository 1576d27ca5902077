"""A claim's text → what must be equal, and what may differ, between near-copies of it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from factcheck.pipeline.origins.lexicon import COUNTING, FIRST_PERSON, MONTHS, SIGNS, TURNS
from factcheck.text.numerals import Numeral, read_at
from factcheck.text.words import STOP, Word, words

LONGEST = 2_000
"""Characters that are read: a claim is a sentence, whatever a file may hold."""
TELLING = 5
"""From so many words of substance on, two people will not use the same ones by chance."""
_NO_SPACES = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR")


class Wording(NamedTuple):
    """One text, reduced.

    `tokens` are the stems of its words of substance in order, numbers as figures; `numbers` and `turns` ("not",
    "denied", "may") turn the meaning and are never passed over.
    """

    tokens: tuple[str, ...]
    numbers: tuple[str, ...]
    turns: tuple[str, ...]
    names: frozenset[str]
    weight: float
    first_person: bool

    @property
    def is_telling(self) -> bool:
        return self.weight >= TELLING

    @property
    def is_formula(self) -> bool:
        """ "The minister denied it": words that fit many events."""
        return self.weight < 3 or (self.weight < TELLING and not (self.names or self.numbers))


@lru_cache(maxsize=1_000)
def wording(text: str) -> Wording:
    found = words(unicodedata.normalize("NFKC", text[:LONGEST]).replace("’", "'"))
    tokens: list[str] = []
    numbers: list[str] = []
    at = 0
    while at < len(found):
        number = read_at(found, at) if _may_count(found, at) else None
        if number is None:
            tokens += _pieces(found[at])
            at += 1
            continue
        tokens.append(_figure(number))
        if not _is_date(found, number):
            numbers.append(tokens[-1])
        at = number.last
    lowered = [word.text.lower() for at, word in enumerate(found) if not _is_may(found, at)]
    return Wording(
        tokens=tuple(tokens),
        numbers=tuple(sorted(numbers)),
        turns=_turns({*lowered}),
        names=frozenset(word.stem for word in found[1:] if word.is_name and word.is_content),
        weight=sum(0.5 if runs_on(token) else 1.0 for token in tokens),
        first_person=not FIRST_PERSON.isdisjoint(lowered) or "我" in text,
    )


def _pieces(word: Word) -> list[str]:
    """The stem of a word of substance; of a script without spaces, its signs."""
    if word.is_break or not word.text[0].isalpha():
        return []
    if runs_on(word.text):
        return list(word.text)
    low = word.text.lower()
    return [word.stem] if len(word.stem) > 1 and low not in STOP and not _turn(low) else []


def _turns(lowered: set[str]) -> tuple[str, ...]:
    signs = [SIGNS[sign] for low in lowered if runs_on(low) for sign in SIGNS if sign in low]
    return tuple(sorted([*signs, *(turn for low in lowered if (turn := _turn(low)))]))


def _may_count(found: Sequence[Word], at: int) -> bool:
    low = found[at].text.lower()
    return low[0].isdigit() or (low in COUNTING and not (low == "one" and at and found[at - 1].text.lower() == "no"))


def _is_may(found: Sequence[Word], at: int) -> bool:
    """The month, which no statement is turned by."""
    beside = [*found[max(0, at - 1) : at], *found[at + 1 : at + 2]]
    return found[at].text == "May" and any(word.text[0].isdigit() for word in beside)


def _turn(low: str) -> str:
    if low.endswith(("n't", "n’t")) or low == "cannot":
        return "not"
    return TURNS.get(low, "")


def _figure(number: Numeral) -> str:
    bounds = f"{number.low:g}" if number.low == number.high else f"{number.low:g}–{number.high:g}"
    return f"{bounds}%" if number.share else bounds


def _is_date(found: Sequence[Word], number: Numeral) -> bool:
    """2 June, June 2, June 2023: a day that is written or left out makes no other claim."""
    around = [*found[max(0, number.first - 2) : number.first], *found[number.last : number.last + 1]]
    return any(word.text.lower() in MONTHS for word in around)


@lru_cache(maxsize=50_000)
def runs_on(word: str) -> bool:
    """Whether a word is of a script that parts no words by spaces."""
    return ord(word[0]) > 0x0DFF and unicodedata.name(word[0], "").startswith(_NO_SPACES)
