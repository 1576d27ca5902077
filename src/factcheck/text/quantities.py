"""Text in → the quantities it gives, each with its bounds, its unit and what it counts."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from factcheck.model import Span
from factcheck.text.counted import Counted, counted
from factcheck.text.numerals import Numeral, numerals
from factcheck.text.units import Unit, unit_at
from factcheck.text.words import Word, listed, words

_MONTHS = listed("january february march april may june july august september october november december")
_BEFORE_YEAR = _MONTHS | listed("in since of by until from for during before after between spring summer")
_LABELS = listed(
    "level unit flight article phase no chapter section page route highway gate lot tram boeing airbus block flat "
    "group room platform grade category channel version"
)
_CLOCK = listed("am pm a.m p.m o'clock o’clock noon")
_AGED = frozenset({"man", "woman", "boy", "girl", "age", "child"})
_HEDGES: dict[tuple[str, ...], str] = {
    tuple(phrase.split()): bound
    for bound, phrases in {
        "over": "more than|over|above|upwards of|in excess of|well over|exceeding",
        "from": "at least|no fewer than|no less than|not less than|not fewer than|a minimum of",
        "under": "less than|fewer than|under|below|just under|short of",
        "to": "up to|at most|no more than|not more than|a maximum of|as many as|no higher than",
        "about": "about|around|some|roughly|approximately|an estimated|estimated|circa|an average of|barely|hardly",
        "nearly": "nearly|almost|close to|approaching|not quite",
        "exact": "exactly|precisely|a total of|only|just|between",
    }.items()
    for phrase in phrases.split("|")
}
_TRAILING: dict[tuple[str, ...], str] = {
    ("or", "more"): "from",
    ("or", "so"): "about",
    ("at", "least"): "from",
    ("at", "most"): "to",
}


class Quantity(NamedTuple):
    """A number of `text[start:end]` with its bounds, in the base unit of `dimension`.

    `dimension` is "count", "percent", "length", "money:euro", "speed" and so on; `point` is the number as
    written, without its hedge.
    """

    low: float
    high: float
    point: float
    dimension: str
    counted: Counted
    start: int
    end: int
    vague: bool = False

    @property
    def span(self) -> Span:
        return self.start, self.end


@lru_cache(maxsize=50_000)
def quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of `text`: no dates, times, years, ages or names such as "flight 447"."""
    found = words(text)
    read: list[Quantity] = []
    for number in _joined(found, numerals(found), text):
        if not _is_name(found, number, text):
            quantity = _quantity(found, number)
            if quantity is not None:
                read.append(quantity)
    return tuple(read)


def _joined(found: Sequence[Word], numbers: Sequence[Numeral], text: str) -> list[Numeral]:
    """Ranges made one: "10 to 15", "2,500-3,000", "between 3 and 5"."""
    joined: list[Numeral] = []
    for number in numbers:
        before = joined[-1] if joined else None
        if before and _is_range(found, before, number, text):
            joined[-1] = Numeral(before.low, number.high, before.first, number.last, number.share)
        else:
            joined.append(number)
    return joined


def _is_range(found: Sequence[Word], low: Numeral, high: Numeral, text: str) -> bool:
    if not 0 < low.high < high.low or low.share != high.share:
        return False
    between = [w.text.lower() for w in found[low.last : high.first]]
    dash = text[found[low.last - 1].end : found[high.first].start].strip() in {"-", "–", "—"}
    ranged = low.first > 0 and found[low.first - 1].text.lower() == "between" and between == ["and"]
    return dash or ranged or between in (["to"], ["or"])


def _is_name(found: Sequence[Word], number: Numeral, text: str) -> bool:
    """Years, dates, clock times, ages and labels are no quantities."""
    first, last = found[number.first], found[number.last - 1]
    before = found[number.first - 1] if number.first else None
    after = found[number.last] if number.last < len(found) else None
    return (
        _touches_letters(before, first, last, after, text)
        or _is_date(before, number, first, after)
        or (before is not None and before.text.lower() in _LABELS)
        or _is_age(found, number, after)
        or (after is not None and after.text.lower() in _CLOCK)
        or _is_attribute(last, after, text)
    )


def _is_attribute(last: Word, after: Word | None, text: str) -> bool:
    """A two-bedroom flat and a 24-year-old man count nothing; a 40-metre mast is 40 metres high."""
    if after is None or after.start != last.end + 1 or text[last.end] not in "- ":
        return False
    aged = text[after.end : after.end + 4].lower() == "-old"
    return aged or (text[last.end] == "-" and after.text[0].isalpha() and unit_word(after) is None)


def _is_age(found: Sequence[Word], number: Numeral, after: Word | None) -> bool:
    """A man of 34; a woman aged 60."""
    lead = [w.text.lower() for w in found[max(number.first - 2, 0) : number.first]]
    bare = after is None or not after.is_content
    return bool(lead) and (lead[-1] == "aged" or (lead[-1] == "of" and lead[0] in _AGED and bare))


def _touches_letters(before: Word | None, first: Word, last: Word, after: Word | None, text: str) -> bool:
    """A13, F-16, 14B, 4th and 10:30 are names or times."""
    if (
        before is not None
        and before.end >= first.start - 1
        and text[first.start - 1] in "-:./"
        and first.text.isdecimal()
    ):
        return True
    if before is not None and before.end == first.start and before.text[-1].isalpha():
        return True
    if after is None or after.start != last.end:
        return False
    return after.text == ":" or (last.text[-1].isdecimal() and after.text.isalpha() and unit_word(after) is None)


def unit_word(word: Word) -> Unit | None:
    """The unit that `word` alone names, as in 20km."""
    return unit_at((word,), 0)


def _is_date(before: Word | None, number: Numeral, first: Word, after: Word | None) -> bool:
    months = [w for w in (before, after) if w is not None and w.text.lower() in _MONTHS and w.is_name]
    if months and number.high <= 31:
        return True
    if not (first.text.isdecimal() and len(first.text) == 4 and 1800 <= number.high <= 2100):
        return False
    lead = before.text.lower() if before is not None else ""
    return lead in _BEFORE_YEAR or after is None or not after.is_content


def _quantity(found: Sequence[Word], number: Numeral) -> Quantity | None:
    unit = Unit("percent", 1.0, number.last) if number.share else unit_at(found, number.last, number.first)
    last = unit.last if unit else number.last
    what = counted(found, number.first, last)
    if (unit is None and not what.is_known) or (number.high == 0 and not (what.fate or what.kind)):
        return None
    first, bound, last = _hedge(found, number, last)
    factor = unit.factor if unit else 1.0
    if number.high == 1 and not bound and found[first].text.lower() == "one":
        bound = "from"  # "one man died" does not say that nobody else did
    low, high = _bounds(number.low, number.high, bound)
    dimension = unit.dimension if unit else "count"
    point = (number.low if math.isinf(number.high) else (number.low + number.high) / 2) * factor
    span = found[first].start, found[last - 1].end
    return Quantity(low * factor, high * factor, point, dimension, what, *span, number.vague)


def _hedge(found: Sequence[Word], number: Numeral, last: int) -> tuple[int, str, int]:
    """First word, kind of bound and last word of a number with "at least", "or more" and the like."""
    lowered = [w.text.lower() for w in found]
    trailing = _TRAILING.get(tuple(lowered[last : last + 2]))
    if trailing:
        return number.first, trailing, last + 2
    for length in (3, 2, 1):
        first = number.first - length
        if first >= 0 and tuple(lowered[first : number.first]) in _HEDGES:
            return first, _HEDGES[tuple(lowered[first : number.first])], last
    symbol = number.first > 0 and lowered[number.first - 1] in "$€£¥₽₴"
    return number.first - symbol, "", last


def _bounds(low: float, high: float, bound: str) -> tuple[float, float]:
    """What a hedged number leaves possible; a round large number is read as rounded."""
    slack = 0.02 if high >= 1000 and high % 100 == 0 else 0.0
    around = {"about": (0.85, 1.15), "nearly": (0.85, 1.0)}.get(bound, (1 - slack, 1 + slack))
    return {
        "over": (math.nextafter(low, math.inf), math.inf),
        "from": (low, math.inf),
        "under": (0.0, math.nextafter(high, 0.0) if high else 0.0),
        "to": (0.0, high),
    }.get(bound, (low * around[0], high * around[1]))
