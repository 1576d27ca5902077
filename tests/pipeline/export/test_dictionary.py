"""The data dictionary explains every column that comes in or goes out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck.pipeline.export import CONFLICT_COLUMNS, HISTORY_COLUMNS, TOPIC_COLUMNS, VERDICT_COLUMNS
from factcheck.pipeline.importing import ERROR_COLUMNS, FIELD_NAMES

TEXT = (Path(__file__).parents[3] / "docs" / "columns.md").read_text("utf-8")

FILES = {
    "Claim file in": (*FIELD_NAMES, *ERROR_COLUMNS),
    "verdicts.csv": VERDICT_COLUMNS,
    "conflicts.csv": CONFLICT_COLUMNS,
    "topics.csv": TOPIC_COLUMNS,
    "history.csv": HISTORY_COLUMNS,
}


def table_rows(section: str) -> list[list[str]]:
    """The cells of every table row under a heading, headers and rules left out."""
    body = re.split(r"^## ", TEXT.split(f"## {section}\n")[1], flags=re.MULTILINE)[0]
    lines = [line for line in body.splitlines() if line.startswith("| ")]
    rows = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]
    return [row for row in rows if row[0] not in ("column", "gap")]


@pytest.mark.parametrize("section", FILES)
def test_every_column_is_listed_in_the_order_of_the_file(section: str) -> None:
    listed = [row[0] for row in table_rows(section)]
    columns = [name for name in listed if name in FILES[section]]
    assert columns == list(FILES[section])


@pytest.mark.parametrize("section", [name for name in FILES if name.endswith(".csv")])
def test_every_exported_column_has_a_meaning_an_example_and_says_when_it_is_empty(section: str) -> None:
    rows = {row[0]: row for row in table_rows(section) if len(row) == 4}
    assert set(rows) == set(FILES[section])
    assert all(all(cell for cell in row) for row in rows.values())
