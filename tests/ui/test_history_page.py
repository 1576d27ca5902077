"""The page History: every act of a person, newest first, and the ways to narrow it."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html import unescape

import pytest

from factcheck.model import Act, PairChoice, Verdict
from factcheck.store import history
from factcheck.workbench import Workbench
from tests.ui.screens import Screen
from tests.ui.support import analysed


@pytest.fixture
def acts(bench: Workbench) -> Workbench:
    """An import, a verdict, its correction and a decision."""
    ids = analysed(bench)
    first = bench.review.save_verdict(Verdict(ids["p1"], "Ben", "False", explanation="Still burning."), 0)
    changed = Verdict(ids["p1"], "Ben", "Mostly false", correction_note="Part of it holds.")
    bench.review.save_verdict(changed, first)
    bench.review.decide(ids["p4"], ids["p5"], PairChoice.CONFIRM, "Both cannot be", "Cara", 0)
    return bench


def add(bench: Workbench, act: Act) -> None:
    with bench.desk.writing() as connection:
        history.record(connection, bench.desk.project, act)


def page(**where: str) -> Screen:
    return Screen("Test desk").go("history", **where)


def rows(screen: Screen) -> list[list[str]]:
    (table,) = [html for html in screen.html() if "fc-acts" in html]
    found = [re.findall(r"<td>(.*?)</td>", row, re.DOTALL) for row in re.findall(r"<tr>(.*?)</tr>", table, re.DOTALL)]
    return [[unescape(cell) for cell in row] for row in found if row]


def test_a_project_without_history_says_how_it_begins(bench: Workbench) -> None:
    screen = page()
    assert "Nobody has done anything in this project yet" in screen.words()
    assert {"Bring in articles", "Load a claim file"} <= screen.links().keys()


def test_every_act_stands_there_newest_first_with_who_what_and_why(acts: Workbench) -> None:
    found = rows(page())
    assert [(row[1], row[2]) for row in found] == [
        ("Cara", "pair decided"),
        ("Ben", "verdict corrected"),
        ("Ben", "verdict"),
        ("Ada", "file imported"),
    ]
    corrected = found[1]
    assert corrected[4:] == ["False", "Mostly false", "Part of it holds."]
    assert corrected[0] == f"{acts.review.history()[1].at:%Y-%m-%d %H:%M}"


def test_who_and_what_narrow_the_list_from_the_address(acts: Workbench) -> None:
    assert [row[2] for row in rows(page(who="Ben"))] == ["verdict corrected", "verdict"]
    assert [row[1] for row in rows(page(what="pair decided"))] == ["Cara"]
    assert "1 of 4 acts" in page(who="Ben", what="verdict").words()


def test_all_words_of_a_search_must_be_there_in_any_order_and_case(acts: Workbench) -> None:
    assert [row[2] for row in rows(page(words="BURNING still"))] == ["verdict"]
    assert "Nothing fits" in page(words="burning Cara").words()


def test_days_belong_to_the_range_that_they_limit(bench: Workbench) -> None:
    for day in (1, 2, 3):
        add(bench, Act(datetime(2031, 6, day, 23, 59, tzinfo=UTC), "Ada", "verdict", f"claim {day}", "", "True", ""))
    assert [row[3] for row in rows(page(since="2031-06-02"))] == ["claim 3", "claim 2"]
    assert [row[3] for row in rows(page(since="2031-06-02", until="2031-06-02"))] == ["claim 2"]


def test_long_histories_come_in_pages_of_25(bench: Workbench) -> None:
    for number in range(60):
        add(bench, Act(datetime(2031, 6, 1, tzinfo=UTC), "Ada", "verdict", f"claim {number}", "", "True", ""))
    screen = page()
    assert len(rows(screen)) == 25
    screen.app.pagination[0].set_value(3).run()
    assert [row[3] for row in rows(screen)] == [f"claim {number}" for number in range(9, -1, -1)]


def test_what_people_wrote_is_shown_as_text(bench: Workbench) -> None:
    evil = "<img src=x onerror=alert(1)>"
    add(bench, Act(datetime(2031, 6, 1, tzinfo=UTC), evil, "verdict", evil, evil, evil, evil))
    assert rows(page())[0][1] == evil
    assert not any("<img" in html for html in page().html())


def test_it_can_be_downloaded_and_leads_to_where_imports_are_undone(acts: Workbench) -> None:
    screen = page()
    (button,) = screen.app.get("download_button")
    assert button.proto.label == "Download all 4 as history.csv"
    assert "Take an import back" in screen.links()
