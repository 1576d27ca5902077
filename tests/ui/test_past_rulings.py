"""The panel "Past rulings" on the page Verdicts, and the warning beside the form."""

from __future__ import annotations

import pytest

from factcheck.model import Verdict
from factcheck.workbench import Workbench
from tests.ui.screens import Screen
from tests.ui.support import load_story

AGAIN = "id,claim,speaker\nq1,The raid on Larkov was repelled within a few hours.,Harbour radio\n"


@pytest.fixture
def ids(bench: Workbench) -> dict[str, int]:
    load_story(bench)
    return load_story(bench, AGAIN)


def sheet(claim: int) -> Screen:
    return Screen("Test desk").go("review", claim=str(claim))


def test_without_any_it_says_so(bench: Workbench, ids: dict[str, int]) -> None:
    assert "Nothing like it was judged before." in sheet(ids["q1"]).words()


def test_a_past_ruling_is_shown_and_a_departing_rating_warned_of(bench: Workbench, ids: dict[str, int]) -> None:
    bench.review.save_verdict(Verdict(ids["p3"], "Ben <b>", "False", "The log says otherwise."), 0)
    screen = sheet(ids["q1"])
    (card,) = [html for html in screen.html() if "within hours" in html]
    assert "nearly the same" in card
    assert "Ruled “False” by Ben &lt;b&gt; on 20" in card
    assert "The log says otherwise." in card
    assert f"claim={ids['p3']}" in screen.links()["Open this claim"]
    assert not screen.app.warning
    screen.choose("Rating", "True (5)")
    (warning,) = screen.app.warning
    assert "Ruled “False” by Ben <b> on 20" in warning.value.replace("\\", "")
    assert "on nearly the same claim" in warning.value
    screen.choose("Rating", "False (1)")
    assert not screen.app.warning
