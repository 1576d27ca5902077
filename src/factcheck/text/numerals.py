"""Words of a text in → the numbers written there in figures or words, with their bounds."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.text.words import Word, listed

_UNITS = {
    name: value
    for value, name in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS = {
    name: 10 * value
    for value, name in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
_SCALES = {
    "dozen": 12.0,
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "bn": 1e9,
    "tn": 1e12,
}
_ATTACHED = frozenset({"k", "m", "mn", "bn", "tn"})
_VAGUE = {
    "couple": (2.0, 3.0),
    "handful": (3.0, 10.0),
    "several": (2.0, math.inf),
    "dozens": (20.0, 150.0),
    "scores": (30.0, 150.0),
    "hundreds": (150.0, 2_000.0),
    "thousands": (1_500.0, 50_000.0),
    "millions": (1.5e6, 1e8),
}
_PARTS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5}
_PARTS |= {"tenth": 10, "tenths": 10}
_NO_COUNT = listed("every each any the this that which another last old")
_NOUGHT = frozenset({"no", "none", "nobody", "zero", "nil"})


class Numeral(NamedTuple):
    """A number in `words[first:last]`: `low` <= it <= `high`; `share` for parts of a whole, in percent.

    `vague` for words such as "several" that name no number.
    """

    low: float
    high: float
    first: int
    last: int
    share: bool = False
    vague: bool = False


def numerals(found: Sequence[Word]) -> list[Numeral]:
    """Every number among the words `found`, left to right, none overlapping."""
    numbers: list[Numeral] = []
    at = 0
    while at < len(found):
        number = read_at(found, at)
        if number is None:
            at += 1
        else:
            numbers.append(number)
            at = number.last
    return numbers


def read_at(found: Sequence[Word], at: int) -> Numeral | None:
    """The number that starts at word `at`, or None."""
    return _nought(found, at) or _vague(found, at) or _fraction(found, at) or _one_in(found, at) or _cardinal(found, at)


def _lower(found: Sequence[Word], at: int) -> str:
    return found[at].text.lower() if 0 <= at < len(found) else ""


def _nought(found: Sequence[Word], at: int) -> Numeral | None:
    word, after = _lower(found, at), _lower(found, at + 1)
    if word == "not" and after == "one":
        return Numeral(0, 0, at, at + 2)
    if word == "not" and after == "a" and _lower(found, at + 2) == "single":
        return Numeral(0, 0, at, at + 3)
    if word == "no" and after == "one":
        return Numeral(0, 0, at, at + 2)
    if word == "no" and after in {"more", "less", "fewer", "longer", "doubt", "matter", "way"}:
        return None
    return Numeral(0, 0, at, at + 1) if word in _NOUGHT else None


def _vague(found: Sequence[Word], at: int) -> Numeral | None:
    word = _lower(found, at)
    if word in {"tens", "hundreds"} and _lower(found, at + 1) == "of" and _lower(found, at + 2) == "thousands":
        low = 2e4 if word == "tens" else 1.5e5
        return Numeral(low, low * 10, at, at + 3, vague=True)
    if word == "a" and _lower(found, at + 1) == "few":
        return Numeral(2, math.inf, at, at + 2, vague=True)
    if word == "a" and _lower(found, at + 1) in {"couple", "handful"}:
        low, high = _VAGUE[_lower(found, at + 1)]
        return Numeral(low, high, at, at + 2, vague=True)
    if word == "a" and _lower(found, at + 1) == "single":
        return Numeral(1, 1, at, at + 2)
    if word in _VAGUE:
        return Numeral(*_VAGUE[word], at, at + 1, vague=True)
    return None


def _fraction(found: Sequence[Word], at: int) -> Numeral | None:
    """ "half", "a third", "two thirds", "three quarters" as shares in percent."""
    first = at + 1 if _lower(found, at) in {"a", "one"} | _UNITS.keys() else at
    word = _lower(found, first)
    if word not in _PARTS or (first == at and word not in {"half"}):
        return None
    if word == "half" and _lower(found, first + 1) == "a" and _lower(found, first + 2) in _SCALES:
        value = 0.5 * _SCALES[_lower(found, first + 2)]
        return Numeral(value, value, at, first + 3)
    if word == "half" and _lower(found, first + 1) in {"past", "an", "a"}:
        return None
    if word in {"third", "quarter", "fifth", "tenth"} and _names_a_thing(found, first + 1):
        return None
    count = max(_UNITS.get(_lower(found, at), 1), 1) if first > at else 1
    share = 100.0 * count / _PARTS[word]
    return Numeral(share, share, at, first + 1, share=True) if share <= 100 else None


def _names_a_thing(found: Sequence[Word], at: int) -> bool:
    """A third person is no third of anything."""
    return at < len(found) and found[at].is_content


def _one_in(found: Sequence[Word], at: int) -> Numeral | None:
    """ "one in three", "nine of ten", "seven out of ten" as shares in percent."""
    part = _cardinal(found, at)
    if part is None or part.high > 10:
        return None
    middle = part.last
    if _lower(found, middle) == "out" and _lower(found, middle + 1) == "of":
        middle += 2
    elif _lower(found, middle) in {"in", "of"}:
        middle += 1
    else:
        return None
    whole = _cardinal(found, middle)
    if whole is None or whole.low not in {3, 4, 5, 10, 100, 1000} or not part.low <= whole.low:
        return None
    share = 100.0 * part.low / whole.low
    return Numeral(share, share, at, whole.last, share=True)


def _cardinal(found: Sequence[Word], at: int) -> Numeral | None:
    if at >= len(found) or (_lower(found, at) == "one" and _lower(found, at - 1) in _NO_COUNT):
        return None
    value, last = _figures(found, at)
    if last == at:
        value, last = _spelt(found, at)
    if last == at or not math.isfinite(value):
        return None
    while (scale := _scale(found, last)) is not None:
        value, last = value * scale, last + 1
    return Numeral(value, value, at, last)


def _figures(found: Sequence[Word], at: int) -> tuple[float, int]:
    """1,200 and 1.5 and 1,5; a comma before three digits parts thousands."""
    text = found[at].text
    if not text[0].isdecimal():
        return 0.0, at
    head, *groups = text.split(",")
    thousands = groups and all(len(g.split(".")[0]) == 3 for g in groups) and 1 <= len(head) <= 3
    plain = text.replace(",", "" if thousands else ".")
    if plain.count(".") > 1:
        plain = plain.replace(".", "")
    return float(plain[:300]), at + 1


def _spelt(found: Sequence[Word], at: int) -> tuple[float, int]:
    """ "two hundred and forty", "thirty-nine", "a million"."""
    total, current, last = 0.0, 0.0, at
    if _lower(found, at) in {"a", "an"} and _lower(found, at + 1) in _SCALES.keys() - _ATTACHED:
        current, last = 1.0, at + 1
    while last < len(found):
        word = _lower(found, last)
        if word in _UNITS or word in _TENS:
            current += _UNITS.get(word, _TENS.get(word, 0))
        elif word in {"hundred", "dozen"} and current:
            current *= _SCALES[word]
        elif word in {"thousand", "million", "billion", "trillion"} and current:
            total, current = total + current * _SCALES[word], 0.0
        elif not (word == "and" and _continues(found, last, current + total)):
            break
        last += 1
    return total + current, last


def _continues(found: Sequence[Word], at: int, so_far: float) -> bool:
    """Whether "and" joins the parts of one number: "two hundred and forty", never "two and three"."""
    after = _lower(found, at + 1)
    return so_far >= 100 and so_far % 100 == 0 and (after in _TENS or after in _UNITS)


def _scale(found: Sequence[Word], at: int) -> float | None:
    word = _lower(found, at)
    if word not in _SCALES or (word in _ATTACHED and found[at].start != found[at - 1].end):
        return None
    return _SCALES[word]
