"""history.csv tells every act once, safe to open."""

from __future__ import annotations

from dataclasses import replace

from factcheck.model import Act
from factcheck.pipeline.export import HISTORY_COLUMNS, history_csv
from tests.pipeline.export.rows import CONTEXT, NOON, read

ACT = Act(NOON, "Ada", "rename", "topic t1", "bridge", "=Bridge|closed", "")


def test_an_act_is_written_with_what_who_when_from_to_and_why() -> None:
    (cells,) = read(history_csv([ACT], CONTEXT))
    assert tuple(cells) == HISTORY_COLUMNS
    assert list(cells.values()) == [
        "rename",
        "topic t1",
        "Ada",
        "2025-03-14T12:00:00+00:00",
        "bridge",
        "'=Bridge|closed",
        "",
    ]


def test_a_protected_name_is_hidden_in_the_history() -> None:
    act = replace(ACT, subject="Jane Doe", before="JANE DOE", why="Jane Doe asked for it")
    text = "".join(history_csv([act], replace(CONTEXT, protected=frozenset({"jane doe"}))))
    assert "doe" not in text.casefold()
