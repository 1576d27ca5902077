"""The dates of a table → whether day or month comes first, column by column; never guessed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from factcheck.errors import AmbiguousMapping
from factcheck.pipeline.importing.table import RawTable
from factcheck.text.dates import DayMonthOrder, day_month_order

DATE_FIELDS = ("claim_date", "source_published")


def needs_date_order(table: RawTable, mapping: Mapping[str, str]) -> bool:
    """Whether a person has to say if day or month comes first in some date column."""
    return any(_is_open(orders) for _, orders in _columns(table, mapping))


def settle_date_order(table: RawTable, mapping: Mapping[str, str], day_first: bool | None) -> dict[str, bool | None]:
    """Date column → day first? `day_first` is what the user said; None where no value depends on it.

    One value that reads one way only (13/02/2020) settles its column. Raises AmbiguousMapping when
    no value does, or when two settle it differently, and the user said nothing.
    """
    settled: dict[str, bool | None] = {}
    for column, orders in _columns(table, mapping):
        if day_first is not None:
            settled[column] = day_first
        elif _is_open(orders):
            raise _ambiguous(column, orders)
        else:
            settled[column] = DayMonthOrder.DAY_FIRST in orders if orders else None
    return settled


def _columns(table: RawTable, mapping: Mapping[str, str]) -> Iterator[tuple[str, dict[DayMonthOrder, str]]]:
    """Date columns, each with the orders that occur in it and an example of each."""
    for at, column in enumerate(table.columns):
        if mapping.get(column) in DATE_FIELDS:
            cells = (row.cells[at] for row in table.rows if row.error is None)
            yield column, _orders(cells)


def _orders(values: Iterable[str]) -> dict[DayMonthOrder, str]:
    found: dict[DayMonthOrder, str] = {}
    for value in values:
        order = day_month_order(value)
        if order is not None:
            found.setdefault(order, value.strip())
    return found


def _is_open(orders: Mapping[DayMonthOrder, str]) -> bool:
    decisive = [order for order in orders if order is not DayMonthOrder.EITHER]
    return bool(orders) and len(decisive) != 1


def _ambiguous(column: str, orders: Mapping[DayMonthOrder, str]) -> AmbiguousMapping:
    either = orders.get(DayMonthOrder.EITHER)
    if len(orders) == 1:
        what = f"Dates in {column} such as {either} can be read day first or month first."
    else:
        first, last = orders[DayMonthOrder.DAY_FIRST], orders[DayMonthOrder.MONTH_FIRST]
        what = f"Dates in {column} are written both ways: {first} is day first, {last} is month first."
    return AmbiguousMapping(what, "Say which it is: --day-first or --month-first.")
