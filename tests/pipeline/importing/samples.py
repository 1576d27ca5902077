"""Small claim files in memory, and the steps from bytes to mapped rows."""

from __future__ import annotations

from datetime import date
from typing import Any

from factcheck.model import Claim, RowError
from factcheck.pipeline.importing import (
    MappedRow,
    RawTable,
    ReadOptions,
    map_rows,
    mapping_of,
    read_table,
)

TODAY = date(2024, 5, 1)


def table_of(content: str | bytes, name: str = "claims.csv", **options: Any) -> RawTable:
    data = content.encode() if isinstance(content, str) else content
    return read_table(data, name, ReadOptions(**options))


def rows_of(content: str | bytes, name: str = "claims.csv", **options: Any) -> list[MappedRow]:
    table = table_of(content, name, **options)
    settled = ReadOptions(**options)
    return list(map_rows(table, mapping_of(table, settled), settled, TODAY))


def claims_of(content: str | bytes, name: str = "claims.csv", **options: Any) -> list[Claim]:
    rows = rows_of(content, name, **options)
    assert [row.error for row in rows if row.error] == []
    return [row.claim for row in rows if row.claim]


def errors_of(content: str | bytes, name: str = "claims.csv", **options: Any) -> list[RowError]:
    return [row.error for row in rows_of(content, name, **options) if row.error]


def cells_of(content: str | bytes, name: str = "claims.csv", **options: Any) -> list[tuple[str, ...]]:
    return [row.cells for row in table_of(content, name, **options).rows]
