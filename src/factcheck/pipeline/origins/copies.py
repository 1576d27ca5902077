"""Statements → groups of the same claim: near-copies, whoever says them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from typing import NamedTuple

from factcheck.pipeline.origins.days import runs
from factcheck.pipeline.origins.likeness import COPIED, copied
from factcheck.pipeline.origins.speakers import is_somebody
from factcheck.pipeline.origins.stars import stars
from factcheck.pipeline.origins.statement import Statement
from factcheck.pipeline.origins.wording import Wording

LONG_DAYS, SHORT_DAYS = 7, 0
"""How far copies of a telling, and of a short text may lie apart: short ones fit the next event as well."""


class _Unit(NamedTuple):
    """One text, and in `teller` whose it must be for a copy to be the same claim; "" anybody's."""

    wording: Wording
    denied: bool
    teller: str

    @property
    def key(self) -> Hashable:
        """What copies share exactly; a short text has no words to spare."""
        exact = () if self.wording.is_telling else self.wording.tokens
        return self.wording.numbers, self.wording.turns, self.denied, self.teller, exact


def same_claims(statements: Sequence[Statement]) -> list[list[Statement]]:
    """Groups that share numbers and turns, all but the same words, and nearly a day; singles included."""
    alike: dict[_Unit, list[Statement]] = defaultdict(list)
    for one in statements:
        alike[_Unit(one.wording, one.denied, _teller(one))].append(one)
    units = sorted(alike, key=_longest_first)
    leads = stars(
        [unit.wording.tokens for unit in units],
        [unit.key for unit in units],
        COPIED,
        lambda leader, row: copied(units[leader].wording, units[row].wording),
    )
    grouped: dict[int, list[Statement]] = defaultdict(list)
    for unit, leader in zip(units, leads, strict=True):
        grouped[leader] += alike[unit]
    return [run for leader, group in grouped.items() for run in _by_day(group, units[leader].wording)]


def _teller(one: Statement) -> str:
    """ "We shot it down" and "I deny it" say something else in another mouth, and formulas at another time."""
    if not (one.wording.first_person or one.wording.is_formula):
        return ""
    return one.speaker if is_somebody(one.speaker) else f"claim {one.id}"


def _longest_first(unit: _Unit) -> tuple[object, ...]:
    return -len(unit.wording.tokens), unit.wording.tokens, sorted(unit.wording.names), unit.denied, unit.teller


def _by_day(group: Sequence[Statement], leader: Wording) -> list[list[Statement]]:
    first_of = runs((one.day for one in group), LONG_DAYS if leader.is_telling else SHORT_DAYS)
    found: dict[int, list[Statement]] = defaultdict(list)
    for one in group:
        found[first_of[one.day]].append(one)
    return list(found.values())
