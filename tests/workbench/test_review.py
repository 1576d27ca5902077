from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from factcheck.errors import InvalidValue, NotFound, StaleView
from factcheck.model import Evidence, PairChoice, Verdict
from factcheck.workbench import Workbench
from tests.workbench.support import load_story


@pytest.fixture
def ids(bench: Workbench) -> dict[str, int]:
    return load_story(bench)


def verdict(claim_id: int, **changes: object) -> Verdict:
    return replace(Verdict(claim_id, "Ada", "False", "The log says otherwise."), **changes)


def rows(chunks: object) -> list[dict[str, str]]:
    text = "".join(chunks)  # type: ignore[arg-type]
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_a_verdict_is_kept_and_stands_in_the_report(bench: Workbench, ids: dict[str, int]) -> None:
    given = verdict(ids["p1"], evidence=(Evidence("https://example.org/log"),), as_of="2021-06-03")
    bench.review.save_verdict(given, seen=0)
    row = rows(bench.reports.verdicts_csv())[0]
    assert row["external_id"] == "p1"
    assert (row["textual_rating"], row["rating_value"], row["reviewer"]) == ("False", "1", "Ada")
    assert row["evidence_urls"] == "https://example.org/log"
    assert row["review_status"] == "final"


def test_the_second_to_save_is_told_what_the_first_said(bench: Workbench, ids: dict[str, int]) -> None:
    bench.review.save_verdict(verdict(ids["p1"]), seen=0)
    with pytest.raises(StaleView, match="Ada saved the verdict “False”"):
        bench.review.save_verdict(verdict(ids["p1"], reviewer="Ben", rating="Mixed"), seen=0)
    seen = bench.browse.claim(ids["p1"]).newest_verdict_id
    bench.review.save_verdict(verdict(ids["p1"], reviewer="Ben", rating="Mixed"), seen=seen)
    assert [v.rating for v in bench.browse.claim(ids["p1"]).verdicts] == ["False", "Mixed"]


def test_a_correction_keeps_the_earlier_version(bench: Workbench, ids: dict[str, int]) -> None:
    first = bench.review.save_verdict(verdict(ids["p1"]), seen=0)
    bench.review.save_verdict(verdict(ids["p1"], rating="Mixed", correction_note="a new log"), seen=first)
    versions = bench.browse.claim(ids["p1"]).verdicts
    assert [(v.version, v.rating) for v in versions] == [(1, "False"), (2, "Mixed")]
    act = bench.review.history()[0]
    assert (act.what, act.before, act.after, act.why) == ("verdict corrected", "False", "Mixed", "a new log")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"rating": "Half"}, "not on the rating scale"),
        ({"as_of": "yesterday"}, "is no date"),
        ({"evidence": (Evidence("javascript:alert(1)"),)}, "is no address"),
        ({"reviewer": "  "}, "reviewer's name"),
    ],
)
def test_a_bad_verdict_is_refused_and_nothing_stored(
    bench: Workbench, ids: dict[str, int], changes: dict[str, object], message: str
) -> None:
    with pytest.raises(InvalidValue, match=message):
        bench.review.save_verdict(verdict(ids["p1"], **changes), seen=0)
    assert bench.browse.claim(ids["p1"]).verdicts == ()


def test_a_verdict_on_nothing_is_refused(bench: Workbench, ids: dict[str, int]) -> None:
    with pytest.raises(NotFound, match="no claim 999"):
        bench.review.save_verdict(verdict(999), seen=0)


def test_a_decision_needs_a_reason(bench: Workbench, ids: dict[str, int]) -> None:
    with pytest.raises(InvalidValue, match="needs a reason"):
        bench.review.decide(ids["p1"], ids["p2"], PairChoice.CONFIRM, " ", "Ada", seen=0)


def test_the_second_to_decide_is_told_and_may_decide_again(bench: Workbench, ids: dict[str, int]) -> None:
    bench.review.decide(ids["p1"], ids["p2"], PairChoice.CONFIRM, "clear", "Ada", seen=0)
    with pytest.raises(StaleView, match="Ada decided this pair .*confirm"):
        bench.review.decide(ids["p2"], ids["p1"], PairChoice.NOT_A_CONFLICT, "no", "Ben", seen=0)
    seen = bench.review.seen_decision(ids["p2"], ids["p1"])
    bench.review.decide(ids["p2"], ids["p1"], PairChoice.NOT_A_CONFLICT, "no", "Ben", seen=seen)
    last = rows(bench.reports.history_csv())[-1]
    assert (last["from"], last["to"], last["who"]) == ("confirm", "not a conflict", "Ben")


def test_a_protected_claimant_is_masked_in_every_report(bench: Workbench, ids: dict[str, int]) -> None:
    bench.review.protect("Free Hill Brigade", True, "at risk", "Ada")
    bench.review.save_verdict(verdict(ids["p2"], explanation="Free Hill Brigade was there."), seen=0)
    reports = bench.reports
    for chunks in (reports.verdicts_csv(), reports.conflicts_csv(), reports.topics_csv(), reports.history_csv()):
        assert "Free Hill Brigade" not in "".join(chunks)
    assert "Free Hill Brigade" not in reports.claimreview_jsonld().text
    assert "protected source" in "".join(reports.verdicts_csv())
    bench.review.protect("Free Hill Brigade", False, "went public", "Ada")
    assert "Free Hill Brigade" in "".join(reports.verdicts_csv())


def test_every_human_act_is_in_the_history(bench: Workbench, ids: dict[str, int]) -> None:
    bench.review.save_verdict(verdict(ids["p1"]), seen=0)
    bench.review.decide(ids["p1"], ids["p2"], PairChoice.CONFIRM, "clear", "Ben", seen=0)
    bench.imports.undo(bench.imports.list()[0].id, "Cleo", "wrong desk")
    assert [(act.who, act.what) for act in reversed(bench.review.history())] == [
        ("Ada", "file imported"),
        ("Ada", "verdict"),
        ("Ben", "pair decided"),
        ("Cleo", "import undone"),
    ]


def test_undoing_an_import_keeps_the_verdicts_in_the_history(bench: Workbench, ids: dict[str, int]) -> None:
    bench.review.save_verdict(verdict(ids["p1"]), seen=0)
    bench.imports.undo(bench.imports.list()[0].id, "Cleo")
    assert rows(bench.reports.verdicts_csv()) == []
    assert any(row["what"] == "verdict" for row in rows(bench.reports.history_csv()))
