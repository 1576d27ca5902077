from __future__ import annotations

import pytest

from factcheck.errors import AlreadyRunning, ModelUnavailable
from factcheck.model import ConflictState, PairChoice
from factcheck.workbench import Workbench
from tests.workbench.support import STORY, load_story

pytestmark = pytest.mark.models


def conflicting(bench: Workbench) -> set[tuple[int, int]]:
    views = bench.browse.pairs()
    return {
        (min(v.a.id, v.b.id), max(v.a.id, v.b.id))
        for v in views
        if v.conflict.kind.is_conflict and v.state is not ConflictState.DISMISSED
    }


def test_statements_that_cannot_both_be_true_are_lined_up(bench: Workbench) -> None:
    ids = load_story(bench)
    run = bench.analysis.run()
    assert run.state == "done"
    assert "MiniLM" in run.embedding_model
    found = conflicting(bench)
    assert (ids["p1"], ids["p2"]) in found
    assert (ids["p4"], ids["p5"]) in found
    assert not any(ids["z1"] in pair for pair in found)
    assert (ids["p2"], ids["p6"]) not in found


def test_agreeing_claims_stand_on_the_same_side(bench: Workbench) -> None:
    ids = load_story(bench)
    bench.analysis.run()
    (view,) = [v for v in bench.browse.disputes() if any(c.id == ids["p2"] for side in v.sides for c in side)]
    sides = [{claim.id for claim in side} for side in view.sides]
    assert any({ids["p1"], ids["p3"]} <= side for side in sides)
    assert not any({ids["p1"], ids["p2"]} <= side for side in sides)


def test_two_stories_are_two_topics_and_the_odd_claim_is_ungrouped(bench: Workbench) -> None:
    ids = load_story(bench)
    bench.analysis.run()
    topic_of = {claim_id: topic.id for topic in bench.browse.topics() for claim_id in topic.claim_ids}
    assert topic_of[ids["p1"]] == topic_of[ids["p2"]]
    assert topic_of[ids["b1"]] == topic_of[ids["b2"]]
    assert topic_of[ids["p1"]] != topic_of[ids["b1"]]
    assert ids["z1"] not in topic_of
    assert bench.browse.summary().ungrouped >= 1


def test_a_second_analysis_gives_the_same_and_embeds_nothing(bench: Workbench) -> None:
    load_story(bench)
    bench.analysis.run()
    first = bench.browse.pairs(), bench.browse.topics(), bench.browse.disputes()
    stages: list[str] = []
    bench.analysis.run(lambda stage, done, total: stages.append(stage))
    assert (bench.browse.pairs(), bench.browse.topics(), bench.browse.disputes()) == first
    assert "Embedding claims" not in stages


def test_shuffled_rows_give_the_same_conflicts(bench: Workbench) -> None:
    head, *rows = STORY.strip().split("\n")
    other = bench.in_project("Shuffled desk")
    load_story(bench)
    load_story(other, "\n".join([head, *reversed(rows)]) + "\n")
    texts = []
    for desk in (bench, other):
        desk.analysis.run()
        texts.append({(v.conflict.kind, frozenset((v.a.claim_text, v.b.claim_text))) for v in desk.browse.pairs()})
    assert texts[0] == texts[1]


def test_a_dismissed_pair_does_not_come_back(bench: Workbench) -> None:
    ids = load_story(bench)
    bench.analysis.run()
    bench.review.decide(ids["p1"], ids["p2"], PairChoice.NOT_A_CONFLICT, "two raids", "Ada", seen=0)
    bench.analysis.run()
    assert (ids["p1"], ids["p2"]) not in conflicting(bench)
    (view,) = [v for v in bench.browse.pairs() if {v.a.id, v.b.id} == {ids["p1"], ids["p2"]}]
    assert view.state is ConflictState.DISMISSED
    assert view.conflict.dispute_id == ""


def test_a_confirmed_pair_stays_after_another_analysis(bench: Workbench) -> None:
    ids = load_story(bench)
    bench.analysis.run()
    bench.review.decide(ids["p1"], ids["p2"], PairChoice.CONFIRM, "both cannot hold", "Ada", seen=0)
    bench.analysis.run()
    (view,) = [v for v in bench.browse.pairs() if {v.a.id, v.b.id} == {ids["p1"], ids["p2"]}]
    assert view.state is ConflictState.CONFIRMED


def test_new_claims_make_the_analysis_out_of_date(bench: Workbench) -> None:
    assert not bench.analysis.is_current()
    load_story(bench)
    bench.analysis.run()
    assert bench.analysis.is_current()
    bench.imports.run(b"claim\nThe dam held.\n", "more.csv", "Ada")
    assert not bench.analysis.is_current()


def test_the_second_of_two_starting_at_once_is_told(bench: Workbench) -> None:
    load_story(bench)
    started = bench.analysis.start()
    with pytest.raises(AlreadyRunning):
        bench.analysis.run()
    assert bench.analysis.run(started=started).state == "done"


def test_no_claims_at_all_are_analysed_without_fuss(bench: Workbench) -> None:
    assert bench.analysis.run().state == "done"
    assert bench.browse.disputes() == []


def test_a_model_that_is_missing_fails_the_run_and_says_so(database_url: str, tmp_path: object) -> None:
    from factcheck import config

    settings = config.load({}, database_url=database_url, embedding_model=str(tmp_path))
    bench = Workbench.open(settings, "Desk")
    with pytest.raises(ModelUnavailable):
        bench.analysis.run()
    run = bench.analysis.latest()
    assert run is not None
    assert run.state == "failed"
    assert str(tmp_path) in run.error
