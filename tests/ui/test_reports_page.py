"""The page Reports: files with their sizes, the preview, and the protected names."""

from __future__ import annotations

import csv
import io
import json

import pytest

from factcheck.model import Evidence, Verdict
from factcheck.ui.report_files import FILES
from factcheck.workbench import Workbench
from tests.ui.screens import Screen
from tests.ui.support import analysed

NAMES = "Protected names"
BUILD = {file.name: file.build for file in FILES}


@pytest.fixture
def judged(bench: Workbench) -> dict[str, int]:
    """The story with one finished verdict."""
    ids = analysed(bench)
    evidence = (Evidence("https://example.org/photo", "https://archive.example.org/photo"),)
    verdict = Verdict(ids["p1"], "Ada Fox", "False", explanation="Film shows fighting.", evidence=evidence)
    bench.review.save_verdict(verdict, 0)
    return ids


def page(part: str = "Files", reviewer: str = "Ada Fox") -> Screen:
    return Screen("Test desk", reviewer).go("reports", part=part)


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def choose(screen: Screen, name: str) -> Screen:
    screen.app.selectbox(key="protect_name").set_value(name)
    return screen


def test_the_rows_told_before_the_click_are_the_rows_in_the_file(bench: Workbench, judged: dict[str, int]) -> None:
    words = page().words()
    told = {"verdicts.csv": "10 rows", "conflicts.csv": "4 rows", "topics.csv": "10 rows", "history.csv": "2 rows"}
    for name, size in told.items():
        assert f"**{name}** · {size}" in words
        assert f"{len(table(BUILD[name](bench, False)))} rows" == size


def test_the_claimreview_file_tells_how_many_verdicts_are_in_and_how_many_claims_are_not(
    bench: Workbench, judged: dict[str, int]
) -> None:
    assert "1 finished verdict; 9 claims without one left out" in page().words()
    (review,) = json.loads(BUILD["claimreview.jsonld"](bench, True))
    assert review["reviewRating"]["alternateName"] == "False"


def test_there_is_a_button_for_each_file_and_nothing_is_built_before_the_click(judged: dict[str, int]) -> None:
    buttons = [button.proto for button in page().app.get("download_button")]
    assert [button.help for button in buttons] == [file.name for file in FILES]
    assert all(button.HasField("deferred_file_id") for button in buttons)


def test_the_byte_order_mark_is_on_for_excel_and_can_be_left_out(bench: Workbench, judged: dict[str, int]) -> None:
    assert page().app.checkbox(key="bom").value is True
    for name in ("verdicts.csv", "conflicts.csv", "topics.csv", "history.csv"):
        assert BUILD[name](bench, True).startswith("\ufeff")
        assert not BUILD[name](bench, False).startswith("\ufeff")


def test_the_models_behind_the_machine_values_are_named(bench: Workbench) -> None:
    assert "Nothing is analysed yet" in page().words()
    analysed(bench)
    words = page().words()
    assert "Topics come from sentences-1, conflicts and their scores from rules-1" in words
    assert "Claims have changed since" not in words
    bench.imports.run(b"claim\nThe bridge of Larkov is closed.\n", "more.csv", "Ada")
    assert "Claims have changed since" in page().words()


def test_an_empty_project_says_what_to_do_first(bench: Workbench) -> None:
    screen = page()
    assert "the reports are empty" in screen.words()
    assert {"Bring in articles", "Load a claim file"} <= screen.links().keys()


def test_the_preview_shows_the_first_20_rows_of_the_file(bench: Workbench, judged: dict[str, int]) -> None:
    rows = "".join(f'"Statement {number},\nin two lines."\n' for number in range(30))
    bench.imports.run(f"claim\n{rows}".encode(), "many.csv", "Ada")
    shown = page("Preview").app.dataframe[0].value
    assert len(shown) == 20
    written = table(BUILD["verdicts.csv"](bench, False))[:20]
    assert shown["claim_text"].tolist() == [row["claim_text"] for row in written]
    assert shown["textual_rating"].tolist()[0] == "False"


def test_a_protected_name_leaves_every_file_and_the_preview(bench: Workbench, judged: dict[str, int]) -> None:
    screen = choose(page(NAMES), "Governor of Larkov").type("Reason", "At risk").click("Protect")
    assert "Governor of Larkov is now protected." in screen.words()
    assert bench.review.protected() == {"Governor of Larkov"}
    for name in BUILD:
        assert "Governor" not in BUILD[name](bench, True)
    assert "protected source" in page("Preview").app.dataframe[0].value["claim_author_name"].tolist()
    newest = bench.review.history()[0]
    assert (newest.who, newest.after, newest.why) == ("Ada Fox", "protected", "At risk")


def test_protection_can_be_lifted_with_a_reason(bench: Workbench, judged: dict[str, int]) -> None:
    bench.review.protect("Governor of Larkov", True, "At risk", "Ben")
    screen = page(NAMES).click("Write the name again")
    assert "needs a reason" in screen.words()
    assert bench.review.protected() == {"Governor of Larkov"}
    screen.app.text_input(key="unprotect_reason_Test desk_Governor of Larkov").set_value("Spoke in public")
    screen.click("Write the name again")
    assert "no longer protected" in screen.words()
    assert bench.review.protected() == frozenset()


@pytest.mark.parametrize(
    ("reviewer", "name", "reason", "told"),
    [
        ("", "Governor of Larkov", "At risk", "Say who you are first"),
        ("Ada Fox", "Governor of Larkov", " ", "This needs a reason"),
        ("Ada Fox", "", "At risk", "Choose or type the name"),
    ],
)
def test_without_name_reason_and_reviewer_nobody_is_protected(
    bench: Workbench, judged: dict[str, int], reviewer: str, name: str, reason: str, told: str
) -> None:
    screen = page(NAMES, reviewer)
    if name:
        choose(screen, name)
    screen.type("Reason", reason).click("Protect")
    assert told in screen.words()
    assert bench.review.protected() == frozenset()


def test_a_refused_protection_keeps_what_was_typed(bench: Workbench, judged: dict[str, int]) -> None:
    screen = choose(page(NAMES, ""), "Governor of Larkov").type("Reason", "At risk").click("Protect")
    assert screen.app.selectbox(key="protect_name").value == "Governor of Larkov"
    assert screen.app.text_input(key="protect_reason").value == "At risk"
