"""Words after a number in → its unit, brought to one base unit per dimension."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.text.words import Word

_MEASURES: dict[str, dict[str, float]] = {
    "length": {
        "millimetre millimetres mm": 0.001,
        "centimetre centimetres cm": 0.01,
        "metre metres meter meters m": 1.0,
        "kilometre kilometres kilometer kilometers km": 1000.0,
        "mile miles": 1609.344,
        "foot feet": 0.3048,
        "inch inches": 0.0254,
        "yard yards": 0.9144,
    },
    "mass": {
        "gram grams": 0.001,
        "kilo kilos kilogram kilograms kg": 1.0,
        "tonne tonnes ton tons": 1000.0,
    },
    "area": {"hectare hectares": 1.0, "acre acres": 0.404686},
    "volume": {"litre litres liter liters": 1.0, "gallon gallons": 3.78541, "barrel barrels": 158.987},
    "duration": {
        "seconds": 1.0,
        "minute minutes": 60.0,
        "hour hours": 3600.0,
        "day days": 86_400.0,
        "week weeks": 604_800.0,
        "month months": 2_629_800.0,
        "year years": 31_557_600.0,
    },
    "temperature": {"degree degrees": 1.0},
    "speed": {"mph": 1609.344, "kmh": 1000.0, "kph": 1000.0, "knots": 1852.0},
}
_WORDS = {
    word: (dimension, factor)
    for dimension, named in _MEASURES.items()
    for listed, factor in named.items()
    for word in listed.split()
}
_CURRENCIES = {
    word: currency
    for currency, listed in {
        "dollar": "$ dollar dollars usd",
        "euro": "€ euro euros eur",
        "pound": "£ pound pounds sterling gbp",
        "yen": "¥ yen jpy",
        "rouble": "₽ rouble roubles ruble rubles rub",
        "hryvnia": "₴ hryvnia hryvnias uah",
        "franc": "franc francs chf",
        "zloty": "zloty zlotys",
        "krone": "krone kroner krona kronor",
        "rupee": "rupee rupees",
        "naira": "naira",
        "rand": "rand",
        "lira": "lira lire",
        "won": "won",
        "yuan": "yuan renminbi",
        "peso": "peso pesos",
        "real": "reais",
    }.items()
    for word in listed.split()
}
_POWERS = {"square": ("area", 2, 1e-4), "cubic": ("volume", 3, 1000.0)}
_PERIODS = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "night", "season", "h"})
_ADVERBS = {"daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "annually": "year"}


class Unit(NamedTuple):
    """A unit that ends before word `last`; a value times `factor` is in the dimension's base unit."""

    dimension: str
    factor: float
    last: int


def unit_at(found: Sequence[Word], at: int, first: int = 0) -> Unit | None:
    """The unit after the number in `found[first:at]`, or the currency sign before it."""
    unit = _percent(found, at) or _power(found, at) or _measure(found, at) or _currency(found, at, first)
    return _per_period(found, unit) if unit else None


def _lower(found: Sequence[Word], at: int) -> str:
    return found[at].text.lower() if 0 <= at < len(found) else ""


def _percent(found: Sequence[Word], at: int) -> Unit | None:
    word = _lower(found, at)
    if word in {"%", "percent", "pc"}:
        return Unit("percent", 1.0, at + 1)
    if word == "per" and _lower(found, at + 1) == "cent":
        return Unit("percent", 1.0, at + 2)
    if word == "percentage" and _lower(found, at + 1) in {"point", "points"}:
        return Unit("points", 1.0, at + 2)
    return None


def _power(found: Sequence[Word], at: int) -> Unit | None:
    power, word = _POWERS.get(_lower(found, at)), _WORDS.get(_lower(found, at + 1))
    if power is None or word is None or word[0] != "length":
        return None
    dimension, exponent, factor = power
    return Unit(dimension, word[1] ** exponent * factor, at + 2)


def _measure(found: Sequence[Word], at: int) -> Unit | None:
    word = _WORDS.get(_lower(found, at))
    return Unit(*word, at + 1) if word else None


def _currency(found: Sequence[Word], at: int, first: int) -> Unit | None:
    after = _lower(found, at)
    if after in _CURRENCIES:
        return Unit(f"money:{_CURRENCIES[after]}", 1.0, at + 1)
    before = _lower(found, first - 1)
    if before in "$€£¥₽₴" and before in _CURRENCIES:
        return Unit(f"money:{_CURRENCIES[before]}", 1.0, at)
    return None


def _per_period(found: Sequence[Word], unit: Unit) -> Unit:
    """ "40 kilometres an hour" is a speed, "9 euros an hour" another thing than 9 euros."""
    lead, period = _lower(found, unit.last), _lower(found, unit.last + 1)
    if lead in {"a", "an", "per", "each", "every"} and period in _PERIODS:
        return _rate(unit, period, unit.last + 2)
    if lead == "h" and unit.dimension == "length":
        return _rate(unit, "hour", unit.last + 1)
    return _rate(unit, _ADVERBS[lead], unit.last + 1) if lead in _ADVERBS else unit


def _rate(unit: Unit, period: str, last: int) -> Unit:
    if unit.dimension == "length" and period in {"hour", "h"}:
        return Unit("speed", unit.factor, last)
    return Unit(f"{unit.dimension}/{period}", unit.factor, last)
