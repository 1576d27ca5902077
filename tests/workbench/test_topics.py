"""What people do to topics shows at once and survives every analysis."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from factcheck import config
from factcheck.errors import InvalidValue, NotFound, StaleView
from factcheck.model import ClaimFilter
from factcheck.workbench import Workbench
from tests.workbench.support import load_story

pytestmark = pytest.mark.models

MORE = """id,claim,speaker,date
n1,The raid on Larkov by the raiders was beaten off by government troops.,Mayor of Larkov,2021-06-03
n2,Government troops pushed the raiders out of Larkov.,Interior ministry,2021-06-03
n3,Bread prices in Dorn are rising because flour is dear.,Millers' union,2021-06-03
"""


@pytest.fixture(scope="module")
def analysed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the story, analysed: raid (p1–p6), bread (b1–b3), and z1 alone."""
    path = tmp_path_factory.mktemp("topics") / "story.sqlite3"
    bench = Workbench.open(config.load({}, database_url=f"sqlite:///{path}"), "Test desk")
    ids = load_story(bench)
    bench.analysis.run()
    assert [set(topic.claim_ids) for topic in bench.browse.topics()] == [
        {ids[name] for name in names.split()} for names in ("p1 p2 p3 p4 p5 p6", "b1 b2 b3")
    ]
    bench.close()
    return path


@pytest.fixture
def migrated_url(analysed: Path, tmp_path: Path) -> str:
    shutil.copy(analysed, tmp_path / "test.sqlite3")
    return f"sqlite:///{tmp_path / 'test.sqlite3'}"


@pytest.fixture
def story(bench: Workbench) -> dict[str, int]:
    return bench.browse.external_ids()


def topic(bench: Workbench, claim: int) -> str:
    """The id of the topic of a claim, "" when it has none."""
    return next((t.id for t in bench.browse.topics() if claim in t.claim_ids), "")


def label(bench: Workbench, topic_id: str) -> str:
    return next(t.label for t in bench.browse.topics() if t.id == topic_id)


def members(bench: Workbench) -> dict[str, tuple[int, ...]]:
    return {t.id: t.claim_ids for t in bench.browse.topics()}


def test_a_new_name_shows_at_once_and_stays(bench: Workbench, story: dict[str, int]) -> None:
    raid = topic(bench, story["p1"])
    old = label(bench, raid)
    act = bench.topics.rename(raid, "  The Larkov   raid ", "Ada", bench.topics.seen())
    assert label(bench, raid) == "The Larkov raid"
    bench.imports.run(MORE.encode(), "more.csv", "Ada")
    bench.analysis.run()
    assert topic(bench, bench.browse.external_ids()["n1"]) == raid
    assert label(bench, raid) == "The Larkov raid"
    bench.topics.undo(act, "Ben")
    assert label(bench, raid) != "The Larkov raid"
    lines = [
        (a.who, a.what, a.subject, a.before, a.after) for a in bench.review.history() if a.what.startswith("topic")
    ]
    assert lines == [
        ("Ben", "topic renamed: taken back", f"{old} → The Larkov raid", "", ""),
        ("Ada", "topic renamed", f"“{old}”", old, "The Larkov raid"),
    ]


def test_merged_topics_stay_one_with_added_claims_and_part_again_on_undo(
    bench: Workbench, story: dict[str, int]
) -> None:
    raid, bread = topic(bench, story["p1"]), topic(bench, story["b1"])
    before = members(bench)
    act = bench.topics.merge([raid, bread], "Ada", bench.topics.seen(), name="Everything")
    assert members(bench) == {raid: tuple(sorted(before[raid] + before[bread]))}
    assert bench.topics.today(bread) == raid
    assert not bench.analysis.is_current()
    bench.imports.run(MORE.encode(), "more.csv", "Ada")
    bench.analysis.run()
    ids = bench.browse.external_ids()
    assert {topic(bench, ids[name]) for name in ("b1", "n1", "n3")} == {raid}
    assert label(bench, raid) == "Everything"
    bench.topics.undo(act, "Ada")
    assert topic(bench, ids["n3"]) == topic(bench, ids["b1"]) == bread
    assert set(members(bench)) == {raid, bread}


def test_a_split_holds_with_claims_removed_and_at_every_other_setting(bench: Workbench, story: dict[str, int]) -> None:
    raid = topic(bench, story["p1"])
    bench.topics.split([story["p4"], story["p5"]], "Ada", bench.topics.seen(), name="The car")
    car = topic(bench, story["p4"])
    assert (car, label(bench, car)) == ("t3", "The car")
    assert members(bench)[raid] == tuple(story[name] for name in ("p1", "p2", "p3", "p6"))
    bench.imports.run(MORE.encode(), "more.csv", "Ada")
    for coarseness in (10, -10, 0):
        bench.topics.apply(coarseness, "Ada")
        bench.analysis.run()
        found = {name: topic(bench, claim) for name, claim in bench.browse.external_ids().items()}
        assert found["p4"] == found["p5"] == car
        assert car not in {found[name] for name in ("p1", "p2", "p3", "p6")}
        assert label(bench, car) == "The car"
    bench.imports.undo(bench.imports.list()[0].id, "Ada", "wrong file")
    bench.analysis.run()
    assert topic(bench, story["p4"]) == topic(bench, story["p5"]) == car
    assert topic(bench, story["p1"]) == topic(bench, story["p2"]) != car


def test_a_split_without_a_name_is_called_after_its_words(bench: Workbench, story: dict[str, int]) -> None:
    bench.topics.split([story["p4"], story["p5"]], "Ada", bench.topics.seen())
    name = label(bench, topic(bench, story["p4"]))
    assert "women" in name.lower()
    bench.analysis.run()
    assert label(bench, topic(bench, story["p4"])) == name


def test_moved_claims_stay_where_they_were_put(bench: Workbench, story: dict[str, int]) -> None:
    bread = topic(bench, story["b1"])
    bench.topics.move([story["z1"], story["p6"]], bread, "Ada", bench.topics.seen(), why="all about money")
    bench.topics.move([story["p3"]], "", "Ada", bench.topics.seen())
    now = members(bench)
    assert [topic(bench, story[name]) for name in ("z1", "p6", "p3")] == [bread, bread, ""]
    bench.analysis.run()
    assert members(bench) == now
    bench.topics.apply(6, "Ada")
    bench.analysis.run()
    assert [topic(bench, story[name]) for name in ("z1", "p6", "p3")] == [bread, bread, ""]
    told = [(act.told, act.why) for act in bench.topics.acts()]
    assert told[1][1] == "all about money"
    assert "no topic" in told[0][0]


def test_conflicts_and_disputes_follow_their_claims(bench: Workbench, story: dict[str, int]) -> None:
    raid, bread = topic(bench, story["p1"]), topic(bench, story["b1"])
    ids = [view.dispute.id for view in bench.browse.disputes()]
    bench.topics.split([story["p1"], story["p2"], story["p3"]], "Ada", bench.topics.seen(), name="Who won?")
    won = topic(bench, story["p1"])
    for _ in range(2):
        assert [view.dispute.topic_id for view in bench.browse.disputes()] == [bread, won]
        assert [view.dispute.id for view in bench.browse.disputes()] == ids
        pairs = {(view.a.id, view.b.id): view.conflict.topic_id for view in bench.browse.pairs()}
        assert pairs[story["p4"], story["p5"]] == raid
        assert pairs[story["p1"], story["p2"]] == won
        bench.analysis.run()


def test_the_second_of_two_people_is_told_and_nothing_is_lost(bench: Workbench, story: dict[str, int]) -> None:
    raid, bread = topic(bench, story["p1"]), topic(bench, story["b1"])
    seen = bench.topics.seen()
    first = bench.topics.move([story["p6"]], bread, "Ada", seen)
    with pytest.raises(StaleView, match="Ada changed this while you were looking"):
        bench.topics.rename(raid, "Raid", "Ben", seen)
    with pytest.raises(StaleView):
        bench.topics.split([story["p6"], story["z1"]], "Ben", seen)
    assert bench.topics.move([story["p6"]], bread, "Ada", seen) == first
    assert bench.topics.rename(raid, "Raid", "Ben", bench.topics.seen())


def test_people_who_work_on_different_topics_do_not_hinder_each_other(bench: Workbench, story: dict[str, int]) -> None:
    raid, bread = topic(bench, story["p1"]), topic(bench, story["b1"])
    seen = bench.topics.seen()
    bench.topics.rename(raid, "Raid", "Ada", seen)
    bench.topics.rename(bread, "Bread", "Ben", seen)
    assert {t.label for t in bench.browse.topics()} == {"Raid", "Bread"}


def test_an_act_is_taken_back_once_and_not_while_another_builds_on_it(bench: Workbench, story: dict[str, int]) -> None:
    raid = topic(bench, story["p1"])
    before = members(bench)
    split = bench.topics.split([story["p4"], story["p5"]], "Ada", bench.topics.seen(), name="The car")
    rename = bench.topics.rename(topic(bench, story["p4"]), "Who shot?", "Ben", bench.topics.seen())
    with pytest.raises(InvalidValue, match="Ben built on this"):
        bench.topics.undo(split, "Ada")
    bench.topics.undo(rename, "Ada")
    again = bench.topics.undo(split, "Ada")
    assert bench.topics.undo(split, "Ada") == again
    with pytest.raises(StaleView, match="Ada has taken this back already"):
        bench.topics.undo(split, "Cem")
    assert members(bench) == before
    assert not bench.topics.acts()
    bench.topics.split([story["p4"], story["p5"]], "Ada", bench.topics.seen())
    assert topic(bench, story["p4"]) == "t4"
    assert topic(bench, story["p1"]) == raid


def test_a_split_that_is_undone_after_an_analysis_gives_the_old_topic_back(
    bench: Workbench, story: dict[str, int]
) -> None:
    before = members(bench)
    four = [story[name] for name in ("p1", "p2", "p3", "p6")]
    split = bench.topics.split(four, "Ada", bench.topics.seen(), name="Fighting")
    bench.analysis.run()
    assert topic(bench, story["p1"]) != topic(bench, story["p4"])
    bench.topics.undo(split, "Ada")
    assert members(bench) == before


def test_what_cannot_be_is_refused_with_a_reason(bench: Workbench, story: dict[str, int]) -> None:
    raid, bread = topic(bench, story["p1"]), topic(bench, story["b1"])
    seen = bench.topics.seen()
    with pytest.raises(NotFound, match="no topic t99"):
        bench.topics.rename("t99", "x", "Ada", seen)
    with pytest.raises(InvalidValue, match="needs a name"):
        bench.topics.rename(raid, "  ", "Ada", seen)
    with pytest.raises(InvalidValue, match="is another topic"):
        bench.topics.rename(raid, label(bench, bread), "Ada", seen)
    with pytest.raises(InvalidValue, match="two topics"):
        bench.topics.merge([raid, raid], "Ada", seen)
    with pytest.raises(InvalidValue, match="all the claims of"):
        bench.topics.split([story[name] for name in ("b1", "b2", "b3")], "Ada", seen)
    with pytest.raises(NotFound, match="no claim 999"):
        bench.topics.move([999], raid, "Ada", seen)
    with pytest.raises(InvalidValue, match="No claim was chosen"):
        bench.topics.move([], raid, "Ada", seen)
    with pytest.raises(InvalidValue, match="reviewer's name"):
        bench.topics.move([story["z1"]], raid, " ", seen)
    with pytest.raises(InvalidValue, match="not on the scale"):
        bench.topics.preview(11)
    assert not bench.topics.acts()


def test_an_act_made_while_an_analysis_runs_is_in_its_result(bench: Workbench, story: dict[str, int]) -> None:
    raid, bread = topic(bench, story["p1"]), topic(bench, story["b1"])

    def meanwhile(stage: str, done: int, total: int) -> None:
        if stage == "Finding pairs" and not bench.topics.acts():
            bench.topics.move([story["p6"]], bread, "Ada", bench.topics.seen())

    bench.analysis.run(meanwhile)
    assert topic(bench, story["p6"]) == bread
    assert topic(bench, story["p1"]) == raid


def test_a_preview_says_what_a_setting_gives_and_writes_nothing(bench: Workbench, story: dict[str, int]) -> None:
    bench.topics.move([story["z1"]], topic(bench, story["b1"]), "Ada", bench.topics.seen())
    today = bench.topics.sizes()
    assert (today.topics, today.sizes, today.ungrouped) == (2, (6, 4), 0)
    shown = {coarseness: bench.topics.preview(coarseness) for coarseness in (-10, 0, 10)}
    assert shown[0] == today
    assert shown[-10].topics + shown[-10].ungrouped >= shown[10].topics + shown[10].ungrouped
    assert bench.topics.sizes() == today
    bench.topics.apply(-10, "Ada")
    assert not bench.analysis.is_current()
    bench.analysis.run()
    now = bench.topics.sizes()
    assert (now.coarseness, now.sizes, now.ungrouped) == (-10, shown[-10].sizes, shown[-10].ungrouped)
    (line,) = [act for act in bench.review.history() if act.what == "topics made finer"]
    assert (line.before, line.after) == ("usual", "10 finer")


def test_claims_that_were_never_analysed_are_counted_apart(bench: Workbench, story: dict[str, int]) -> None:
    bench.imports.run(MORE.encode(), "more.csv", "Ada")
    assert bench.topics.preview(0).unknown == 3


def test_a_hint_names_the_nearest_topic_as_it_stands_today(bench: Workbench, story: dict[str, int]) -> None:
    bread = topic(bench, story["b1"])
    bench.imports.run(b"claim\nFlour mills stood still in May.\n", "mills.csv", "Ada")
    bench.topics.apply(-10, "Ada")
    bench.analysis.run()
    (mills,) = [claim.id for claim in bench.browse.claims(ClaimFilter(topic_id="")) if "mills" in claim.claim_text]
    nearest, likeness = bench.topics.hints([mills, story["z1"]])[mills]
    assert nearest.id == bread
    assert 0.2 < likeness < 0.6
    bench.topics.rename(bread, "Bread", "Ada", bench.topics.seen())
    assert bench.topics.hints([mills])[mills][0].label == "Bread"


def test_new_claims_can_be_placed_before_they_are_analysed(bench: Workbench, story: dict[str, int]) -> None:
    raid = topic(bench, story["p1"])
    bench.imports.run(MORE.encode(), "more.csv", "Ada")
    ids = bench.browse.external_ids()
    bench.topics.move([ids["n3"]], raid, "Ada", bench.topics.seen())
    assert topic(bench, ids["n3"]) == raid
    bench.analysis.run()
    assert topic(bench, ids["n3"]) == raid
