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


class _Reading(NamedTuple):
    """What a word brings in: the tokens of its substance, how it turns a statement, and whether a number may begin."""

    tokens: tuple[str, ...] = ()
    turns: tuple[str, ...] = ()
    may_count: bool = False
    is_name: bool = False
    first_person: bool = False


@lru_cache(maxsize=1_000)
def wording(text: str) -> Wording:
    found = words(unicodedata.normalize("NFKC", text[:LONGEST]).replace("’", "'"))
    read = [_read(word.text, word.stem) for word in found]
    tokens: list[str] = []
    numbers: list[str] = []
    at = 0
    while at < len(found):
        number = read_at(found, at) if read[at].may_count and not _is_no_one(found, at) else None
        if number is None:
            tokens += read[at].tokens
            at += 1
            continue
        tokens.append(_figure(number))
        if not _is_date(found, number):
            numbers.append(tokens[-1])
        at = number.last
    return Wording(
        tokens=tuple(tokens),
        numbers=tuple(sorted(numbers)),
        turns=_turns(found, read),
        names=frozenset(word.stem for word, of in zip(found[1:], read[1:], strict=True) if of.is_name),
        weight=sum(0.5 if runs_on(token) else 1.0 for token in tokens),
        first_person=any(of.first_person for of in read),
    )


@lru_cache(maxsize=50_000)
def _read(text: str, stem: str) -> _Reading:
    low = text.lower()
    if not text[0].isalpha():
        return _Reading(may_count=low[0].isdigit())
    if runs_on(text):
        return _Reading(tuple(text), tuple(SIGNS[sign] for sign in SIGNS if sign in low), first_person="我" in text)
    turn = "not" if low.endswith("n't") or low == "cannot" else TURNS.get(low, "")
    is_content = len(stem) > 1 and low not in STOP
    return _Reading(
        tokens=(stem,) if is_content and not turn else (),
        turns=(turn,) if turn else (),
        may_count=low in COUNTING,
        is_name=is_content and text[0].isupper(),
        first_person=low in FIRST_PERSON,
    )


def _turns(found: Sequence[Word], read: Sequence[_Reading]) -> tuple[str, ...]:
    """Each turning word once, however often it is said."""
    turning = {word.text.lower(): of.turns for word, of in zip(found, read, strict=True) if of.turns}
    if all(_is_month(found, at) for at, word in enumerate(found) if word.text.lower() == "may"):
        turning.pop("may", None)
    return tuple(sorted(turn for turns in turning.values() for turn in turns))


def _is_no_one(found: Sequence[Word], at: int) -> bool:
    return at > 0 and found[at].text.lower() == "one" and found[at - 1].text.lower() == "no"


def _is_month(found: Sequence[Word], at: int) -> bool:
    """May beside a figure, which turns no statement."""
    beside = [*found[max(0, at - 1) : at], *found[at + 1 : at + 2]]
    return found[at].text == "May" and any(word.text[0].isdigit() for word in beside)


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
