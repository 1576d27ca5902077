"""Claims → where each dot of a timeline lies: a lane a claimant, a column a date, one more for the undated."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from factcheck.model import Claim, DatePrecision

WIDTH = 720
"""Pixels that a timeline's columns can count on in a window of 1280."""
DOT = 17
"""Pixels from the middle of a dot to that of its neighbour."""
LONGEST_GAP = 2.0
"""Days without a claim are drawn at most this wide, so that one old statement does not squash the rest."""
UNDATED = ""
_MOST_ABREAST = 5
_AIR = 0.8
"""Rows of space between two lanes."""


@dataclass(frozen=True)
class Column:
    """One date as it was given, to the day, month or year; `day` is "" for the undated."""

    day: str
    x: float
    days_before: int
    """Days since the column before that the drawing leaves out; 0 when none."""


@dataclass(frozen=True)
class Lane:
    """One claimant, "" when unknown, from `top` to `bottom` in rows, counted downwards."""

    claimant: str
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Layout:
    """Where everything lies; `dots` gives (x, y) for each claim id."""

    columns: tuple[Column, ...]
    lanes: tuple[Lane, ...]
    dots: dict[int, tuple[float, float]]

    @property
    def height(self) -> float:
        """In rows of DOT pixels."""
        return self.lanes[-1].bottom if self.lanes else 0.0


def lay_out(claims: Sequence[Claim]) -> Layout:
    """Lanes in the order in which the claimants first spoke; the same claims always lie the same."""
    columns = _columns({day_of(claim) for claim in claims})
    pixels = WIDTH / (max((column.x for column in columns), default=0) + 1)
    abreast = max(1, min(_MOST_ABREAST, int(pixels * 0.8 / DOT)))
    at = {column.day: column.x for column in columns}
    dots: dict[int, tuple[float, float]] = {}
    lanes: list[Lane] = []
    top = 0.0
    for claimant, said in _by_claimant(claims):
        rows = max(-(-len(cell) // abreast) for cell in said.values())
        lane = Lane(claimant, top, top + rows + _AIR)
        for day, cell in said.items():
            for claim, (x, y) in zip(cell, _grid(len(cell), abreast), strict=True):
                dots[claim.id] = (at[day] + x * DOT / pixels, lane.middle + y)
        lanes.append(lane)
        top = lane.bottom
    return Layout(columns, tuple(lanes), dots)


def day_of(claim: Claim) -> str:
    """The claim's date without its time, as "2031", "2031-06" or "2031-06-02"; UNDATED when it has none."""
    given = claim.claim_date[:10]
    first = _first_day(given)
    if claim.claim_date_precision is DatePrecision.UNKNOWN or first is None:
        return UNDATED
    return first.isoformat()[: len(given)]


def _columns(days: Iterable[str]) -> tuple[Column, ...]:
    known = sorted(set(days) - {UNDATED})
    columns: list[Column] = []
    for day in known:
        before = columns[-1] if columns else None
        gap = (_start(day) - _start(before.day)).days if before else 0
        x = before.x + max(1.0, min(gap, LONGEST_GAP)) if before else 0.0
        columns.append(Column(day, x, gap if gap > LONGEST_GAP else 0))
    if UNDATED in days:
        columns.append(Column(UNDATED, columns[-1].x + 1.5 if columns else 0.0, 0))
    return tuple(columns)


def _by_claimant(claims: Sequence[Claim]) -> list[tuple[str, dict[str, list[Claim]]]]:
    """(claimant, day → claims in order of time), whoever spoke first on top and the undated last."""
    found: dict[str, dict[str, list[Claim]]] = {}
    for claim in sorted(claims, key=lambda claim: (claim.claim_date, claim.id)):
        found.setdefault(claim.claimant, {}).setdefault(day_of(claim), []).append(claim)
    return sorted(found.items(), key=lambda lane: (min(day or "9999-99" for day in lane[1]), lane[0].casefold()))


def _grid(count: int, abreast: int) -> list[tuple[float, float]]:
    """Places around the cell's middle, in dots to the right and rows downwards, row by row."""
    rows = -(-count // abreast)
    places = []
    for number in range(count):
        row, place = divmod(number, abreast)
        in_row = min(abreast, count - row * abreast)
        places.append((place - (in_row - 1) / 2, row - (rows - 1) / 2))
    return places


def _start(day: str) -> date:
    return _first_day(day) or date.min


def _first_day(given: str) -> date | None:
    """The first day of a year, month or day; None for what is none of them."""
    rest = {4: "-01-01", 7: "-01", 10: ""}.get(len(given))
    try:
        return None if rest is None else date.fromisoformat(given + rest)
    except ValueError:
        return None
