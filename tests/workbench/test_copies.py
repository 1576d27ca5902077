"""Same claim, many outlets: what is told of its spread, and one verdict for all near-copies."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

import pytest

from factcheck.errors import InvalidValue, NotFound, StaleView
from factcheck.model import Claim, ClaimFilter, Evidence, Topic, Verdict
from factcheck.pipeline.origins import find_origins
from factcheck.store import derived, origins
from factcheck.workbench import Workbench
from tests.workbench.support import load_story

COPIES = """id,claim,speaker,date,outlet,url
a,The old dam above Larkov burst shortly before dawn and flooded the villages.,Ann Ferrant,2021-05-03,Valley Post,https://example.org/a
b,The old dam above Larkov burst shortly before dawn and flooded the villages.,Ann Ferrant,2021-05-02,Hill Gazette,https://example.org/b
c,"The old dam above Larkov burst shortly before dawn, and flooded the villages",Mayor Ann Ferrant,2021-05-03,Dorn Echo,https://example.org/c
d,The old dam above Larkov burst shortly before dawn and flooded the villages.,Joe Holt,2021-05-03,Dorn Echo,https://example.org/d
e,The museum of clocks in Dorn has a new director from abroad.,Town hall,2021-05-03,Dorn Echo,https://example.org/e
"""


def looked_through(bench: Workbench, text: str = COPIES) -> dict[str, int]:
    """The file with its origins worked out, and no model loaded."""
    ids = load_story(bench, text)
    with bench.desk.writing() as connection:
        found = find_origins(bench.browse.claims(ClaimFilter()))
        origins.replace(connection, bench.desk.project, found)
    return ids


@pytest.fixture
def ids(bench: Workbench) -> dict[str, int]:
    return looked_through(bench)


@pytest.fixture
def given(bench: Workbench, ids: dict[str, int]) -> int:
    """Ada's verdict on a."""
    evidence = (Evidence("https://example.org/log"),)
    verdict = Verdict(ids["a"], "Ada", "False", "The log says otherwise.", evidence, "2021-05-04")
    return bench.review.save_verdict(verdict, 0)


def rows(chunks: Iterable[str]) -> dict[str, dict[str, str]]:
    text = "".join(chunks).removeprefix("\ufeff")
    return {row["external_id"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}


def unjudged(bench: Workbench, claim_id: int) -> list[int]:
    return [copy.claim.id for copy in bench.copies.of(claim_id) if not copy.verdicts]


def test_three_outlets_go_back_to_two_origins(bench: Workbench, ids: dict[str, int]) -> None:
    spread = bench.copies.spread(ids.values())
    assert (spread.outlets, len(spread.origins), spread.unknown) == (3, 3, 0)
    widest = spread.origins[0]
    assert widest.outlets == ("Valley Post", "Hill Gazette", "Dorn Echo")
    assert widest.reasons == ("same wording",) * 3
    assert spread.origins[1].reasons == ("",)


def test_a_claim_that_came_after_the_analysis_stands_alone(bench: Workbench, ids: dict[str, int]) -> None:
    bench.imports.run(b"claim,outlet\nThe dam held.,Late Post\n", "late.csv", "Ada")
    spread = bench.copies.spread(range(1, 7))
    assert (spread.outlets, len(spread.origins), spread.unknown) == (4, 4, 1)
    assert bench.copies.of(6) == []


def test_the_report_counts_outlets_and_origins_and_lists_where_it_appeared(
    bench: Workbench, ids: dict[str, int]
) -> None:
    found = rows(bench.reports.verdicts_csv())
    a = found["a"]
    assert (a["outlets_count"], a["independent_origins_count"]) == ("3", "2")
    links = [f"https://example.org/{name}" for name in "bacd"]
    assert a["claim_appearances"].split("|") == links
    assert a["claim_first_appearance"] == links[0]
    assert (found["e"]["outlets_count"], found["e"]["independent_origins_count"]) == ("1", "1")


def test_the_link_of_a_copy_does_not_lead_to_a_protected_speaker(bench: Workbench, ids: dict[str, int]) -> None:
    bench.review.protect("Joe Holt", True, "asked for it", "Ada")
    a, d = (rows(bench.reports.verdicts_csv())[name] for name in "ad")
    shown = [f"https://example.org/{name}" for name in "bac"]
    assert a["claim_appearances"].split("|") == [*shown, "protected source"]
    assert set(d["claim_appearances"].split("|")) == {"protected source"}


def test_the_topics_file_names_the_origin_of_every_claim(bench: Workbench, ids: dict[str, int]) -> None:
    found = {name: row["independent_origin_id"] for name, row in rows(bench.reports.topics_csv()).items()}
    assert found["a"] == found["b"] == found["c"] == f"o{ids['a']}"
    assert len({found["a"], found["d"], found["e"]}) == 3


def test_topics_count_outlets_and_origins_and_own_up_to_what_is_not_analysed(
    bench: Workbench, ids: dict[str, int]
) -> None:
    bench.imports.run(b"claim\nThe dam held.\n", "late.csv", "Ada")
    topics = [Topic("t1", "Dam", (), tuple(ids.values())), Topic("t6", "Late", (), (6,))]
    with bench.desk.writing() as connection:
        derived.replace(connection, bench.desk.project, topics, [], [])
    assert bench.copies.counts_by_topic(["t1", "t6"]) == {"t1": (3, 3), "t6": (0, None)}


def test_a_near_copy_offers_its_verdict_and_nothing_happens_by_itself(
    bench: Workbench, ids: dict[str, int], given: int
) -> None:
    first, *others = bench.copies.of(ids["b"])
    assert (first.claim.id, first.standing[0].reviewer) == (ids["a"], "Ada")
    assert {copy.claim.id for copy in others} == {ids["c"], ids["d"]}
    assert bench.browse.claim(ids["b"]).verdicts == ()


def test_a_verdict_taken_over_is_ones_own_and_says_where_it_came_from(
    bench: Workbench, ids: dict[str, int], given: int
) -> None:
    bench.copies.take_over(ids["b"], given, "Ben", 0)
    (mine,) = bench.browse.claim(ids["b"]).verdicts
    assert (mine.reviewer, mine.rating, mine.taken_from) == ("Ben", "False", given)
    assert mine.evidence == (Evidence("https://example.org/log"),)
    assert mine.correction_note == f"Taken over from Ada's verdict on claim {ids['a']}."
    act = bench.review.history()[0]
    assert (act.who, act.what, act.why) == ("Ben", "verdict taken over", mine.correction_note)
    assert rows(bench.reports.verdicts_csv())["b"]["textual_rating"] == "False"


def test_only_a_near_copy_can_be_taken_over(bench: Workbench, ids: dict[str, int], given: int) -> None:
    with pytest.raises(InvalidValue, match="no near-copies"):
        bench.copies.take_over(ids["e"], given, "Ben", 0)
    with pytest.raises(NotFound, match="does not count any more"):
        bench.copies.take_over(ids["b"], 999, "Ben", 0)
    with pytest.raises(InvalidValue, match="reviewer's name"):
        bench.copies.take_over(ids["b"], given, " ", 0)


def test_who_takes_over_second_is_told_what_the_first_said(bench: Workbench, ids: dict[str, int], given: int) -> None:
    bench.review.save_verdict(Verdict(ids["b"], "Cleo", "Mixed"), 0)
    with pytest.raises(StaleView, match="Cleo saved the verdict “Mixed”"):
        bench.copies.take_over(ids["b"], given, "Ben", 0)
    assert [verdict.reviewer for verdict in bench.browse.claim(ids["b"]).verdicts] == ["Cleo"]


def test_one_verdict_goes_to_all_copies_without_one(bench: Workbench, ids: dict[str, int], given: int) -> None:
    assert bench.copies.apply(given, unjudged(bench, ids["a"]), "Ada") == 3
    assert unjudged(bench, ids["a"]) == []
    assert {verdict.claim_id for verdict in bench.copies.taken_from(given)} == {ids["b"], ids["c"], ids["d"]}
    assert bench.browse.claim(ids["e"]).verdicts == ()


def test_when_one_copy_was_judged_meanwhile_none_is_given_the_verdict(
    bench: Workbench, ids: dict[str, int], given: int
) -> None:
    seen = unjudged(bench, ids["a"])
    bench.review.save_verdict(Verdict(ids["d"], "Cleo", "Mixed"), 0)
    with pytest.raises(StaleView, match="Cleo"):
        bench.copies.apply(given, seen, "Ada")
    assert unjudged(bench, ids["a"]) == [ids["b"], ids["c"]]


def test_two_at_once_give_one_verdict_each_claim(bench: Workbench, ids: dict[str, int], given: int) -> None:
    seen = unjudged(bench, ids["a"])

    def apply(who: str) -> str:
        try:
            bench.copies.apply(given, seen, who)
        except StaleView:
            return "told"
        return "done"

    with ThreadPoolExecutor(2) as both:
        assert sorted(both.map(apply, ("Ada", "Ben"))) == ["done", "told"]
    assert [len(bench.browse.claim(claim_id).verdicts) for claim_id in seen] == [1, 1, 1]


def test_what_was_taken_over_can_be_taken_back_and_stays_in_the_history(
    bench: Workbench, ids: dict[str, int], given: int
) -> None:
    bench.copies.apply(given, unjudged(bench, ids["a"]), "Ada")
    assert bench.copies.take_back([verdict.id for verdict in bench.copies.taken_from(given)], "Ada") == 3
    assert len(unjudged(bench, ids["a"])) == 3
    assert bench.copies.taken_from(given) == []
    assert rows(bench.reports.verdicts_csv())["b"]["textual_rating"] == ""
    acts = bench.review.history()
    assert [act.what for act in acts[:6]] == ["verdict taken back"] * 3 + ["verdict taken over"] * 3
    assert (acts[0].before, acts[0].after) == ("False", "no verdict")


def test_after_a_take_back_the_claim_can_be_judged_again_by_one_at_a_time(
    bench: Workbench, ids: dict[str, int], given: int
) -> None:
    taken = bench.copies.take_over(ids["b"], given, "Ben", 0)
    bench.copies.take_back([taken], "Ben")
    with pytest.raises(StaleView):
        bench.review.save_verdict(Verdict(ids["b"], "Ben", "True"), taken)
    new = bench.review.save_verdict(Verdict(ids["b"], "Ben", "True"), 0)
    with pytest.raises(StaleView):
        bench.review.save_verdict(Verdict(ids["b"], "Cleo", "Mixed"), 0)
    assert [(v.id, v.version) for v in bench.browse.claim(ids["b"]).verdicts] == [(new, 2)]


def test_nobody_takes_back_anothers_an_own_or_an_overtaken_verdict(
    bench: Workbench, ids: dict[str, int], given: int
) -> None:
    taken = bench.copies.take_over(ids["b"], given, "Ben", 0)
    with pytest.raises(InvalidValue, match="that you took over"):
        bench.copies.take_back([taken], "Ada")
    with pytest.raises(InvalidValue, match="that you took over"):
        bench.copies.take_back([given], "Ada")
    bench.review.save_verdict(Verdict(ids["b"], "Cleo", "Mixed"), taken)
    with pytest.raises(StaleView, match="Cleo has judged claim"):
        bench.copies.take_back([taken], "Ben")


def test_a_second_take_back_is_told(bench: Workbench, ids: dict[str, int], given: int) -> None:
    taken = bench.copies.take_over(ids["b"], given, "Ben", 0)
    bench.copies.take_back([taken], "Ben")
    with pytest.raises(StaleView, match="taken back already"):
        bench.copies.take_back([taken], "Ben")


@pytest.mark.models
def test_an_analysis_works_the_origins_out(bench: Workbench) -> None:
    ids = load_story(bench, COPIES)
    bench.analysis.run()
    assert {copy.claim.id for copy in bench.copies.of(ids["a"])} == {ids["b"], ids["c"], ids["d"]}
    told: list[Claim] = [claim for origin in bench.copies.spread(ids.values()).origins for claim in origin.claims]
    assert len(told) == 5
