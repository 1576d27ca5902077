"""Outlets and origins on the pages, and a verdict that goes from one near-copy to the others."""

from __future__ import annotations

import pytest

from factcheck.model import Claim, Conflict, ConflictKind, Dispute, Position, Topic, Verdict
from factcheck.store import analyses, derived
from factcheck.ui import spread
from factcheck.workbench import Workbench
from factcheck.workbench.copies import OriginView, Spread
from tests.ui.screens import Screen
from tests.workbench.test_copies import looked_through


@pytest.fixture
def ids(bench: Workbench) -> dict[str, int]:
    """Four near-copies on one side, the museum on the other."""
    found = looked_through(bench)
    dam, museum = tuple(found[name] for name in "abcd"), found["e"]
    pair = Conflict(
        dam[0], museum, ConflictKind.CONTRADICTION, 0.9, 0.9, 0.9, 0.5, 0, 0, "opposite", (), (), "t1", "d1"
    )
    sides = Position(0, dam), Position(1, (museum,))
    run = bench.analysis.start()
    with bench.desk.writing() as connection:
        analyses.finish(connection, run.id, "sentences-1", "rules-1")
        topic, dispute = (
            Topic("t1", "Dam, Larkov", ("dam",), (*dam, museum)),
            Dispute("d1", "t1", "The dam", 0.9, sides),
        )
        derived.replace(connection, bench.desk.project, [topic], [pair], [dispute])
    return found


def sheet(claim_id: int, reviewer: str = "Ben Ash") -> Screen:
    return Screen("Test desk", reviewer).go("review", claim=str(claim_id))


def judged(bench: Workbench, claim_id: int) -> int:
    return bench.review.save_verdict(Verdict(claim_id, "Ada", "Mostly false", "The log says otherwise."), 0)


@pytest.mark.parametrize(
    ("outlets", "told"),
    [
        ([["Post"]], "1 outlet"),
        ([["Post", "Echo"]], "2 outlets, 1 origin"),
        ([["Post", "Echo"], ["Post"], ["Mail"]], "3 outlets, 3 origins"),
        ([[""]], "no outlet named"),
        ([[""], ["Post"]], "1 outlet, 2 origins"),
    ],
)
def test_outlets_and_origins_are_counted_in_plain_words(outlets: list[list[str]], told: str) -> None:
    origins = [
        OriginView("o1", tuple(Claim("x", source_name=name) for name in row), ("",) * len(row)) for row in outlets
    ]
    assert spread.words(Spread(tuple(origins), 0)) == told


def test_while_claims_are_not_looked_through_origins_are_at_most_so_many() -> None:
    assert spread.words(Spread((OriginView("o1", (Claim("x", source_name="Post"),) * 2, ("", "")),) * 2, 1)) == (
        "1 outlet, at most 2 origins"
    )


def test_each_side_of_a_dispute_tells_its_outlets_and_origins(bench: Workbench, ids: dict[str, int]) -> None:
    assert "Side A · 3 outlets, 2 origins" in Screen("Test desk").go("compare").words()
    words = Screen("Test desk").go("compare", dispute="d1").words()
    assert "3 outlets, 2 origins" in words
    assert "Hill Gazette, 2021-05-02" in words
    assert "same wording" in words
    assert "1 origin more: it goes back to nothing above." in words


def test_a_topic_tells_its_outlets_and_origins(bench: Workbench, ids: dict[str, int]) -> None:
    assert "3 outlets, 3 origins" in Screen("Test desk").go("topics", topic="t1").words()
    table = Screen("Test desk").go("topics").app.dataframe[0].value
    assert (table["outlets"].item(), table["origins"].item()) == (3, 3)


def test_the_verdict_on_a_near_copy_is_shown_and_taken_over_by_a_press(bench: Workbench, ids: dict[str, int]) -> None:
    given = judged(bench, ids["a"])
    screen = sheet(ids["b"])
    assert "The log says otherwise." in [text.value for text in screen.app.text]
    screen.click("Take over")
    (mine,) = bench.browse.claim(ids["b"]).verdicts
    assert (mine.reviewer, mine.rating, mine.taken_from) == ("Ben Ash", "Mostly false", given)
    assert f"Taken over from Ada's verdict on claim {ids['a']}." in [text.value for text in screen.app.text]
    assert screen.typed("Explanation") == "The log says otherwise."
    screen.click("Undo the take-over")
    assert bench.browse.claim(ids["b"]).verdicts == ()


def test_half_written_words_are_not_lost_by_taking_over(bench: Workbench, ids: dict[str, int]) -> None:
    judged(bench, ids["a"])
    screen = sheet(ids["b"]).type("Explanation", "My own words").run().click("Take over")
    assert screen.typed("Explanation") == "My own words"


def test_nobody_takes_over_without_a_name(bench: Workbench, ids: dict[str, int]) -> None:
    judged(bench, ids["a"])
    assert "Say who you are first" in sheet(ids["b"], "").click("Take over").words()
    assert bench.browse.claim(ids["b"]).verdicts == ()


def test_a_verdict_goes_to_all_near_copies_and_back(bench: Workbench, ids: dict[str, int]) -> None:
    judged(bench, ids["a"])
    screen = sheet(ids["a"], "Ada")
    assert "3 near-copies have no verdict." in screen.words()
    screen.click("Apply “Mostly false” to them too")
    assert len(bench.browse.claim(ids["d"]).verdicts) == 1
    screen.click("Undo for 3 near-copies")
    assert bench.browse.claim(ids["d"]).verdicts == ()
    assert "3 near-copies have no verdict." in screen.words()


def test_who_applies_second_is_told_and_nothing_is_saved(bench: Workbench, ids: dict[str, int]) -> None:
    judged(bench, ids["a"])
    screen = sheet(ids["a"], "Ada")
    bench.review.save_verdict(Verdict(ids["c"], "Cleo", "Mixed"), 0)
    assert "Cleo saved the verdict “Mixed”" in screen.click("Apply").words()
    assert bench.browse.claim(ids["b"]).verdicts == ()


def test_a_claim_without_near_copies_says_nothing_of_them(bench: Workbench, ids: dict[str, int]) -> None:
    assert "Near-copies" not in sheet(ids["e"]).words()
