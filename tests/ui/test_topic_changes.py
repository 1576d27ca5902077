"""The page Topics: rename, merge, split off, move and undo, the slider, and the way out of the ungrouped."""

from __future__ import annotations

import pytest

from factcheck.model import TopicHint
from factcheck.store import topic_groups
from factcheck.workbench import Workbench
from tests.ui.screens import Screen
from tests.ui.support import analysed


@pytest.fixture
def story(bench: Workbench) -> dict[str, int]:
    return analysed(bench)


def topics(reviewer: str = "Ada Fox", **where: str) -> Screen:
    return Screen("Test desk", reviewer).go("topics", **where)


def members(bench: Workbench) -> dict[str, tuple[str, int]]:
    return {topic.id: (topic.label, len(topic.claim_ids)) for topic in bench.browse.topics()}


def picked(screen: Screen, *claims: int) -> Screen:
    for claim in claims:
        screen.choose(f"Choose claim {claim}", True)
    return screen


def test_a_topic_is_renamed_in_place_and_the_act_is_listed_with_its_undo(
    bench: Workbench, story: dict[str, int]
) -> None:
    screen = topics(topic="t1").type("Name", "The Larkov raid").click("Rename")
    assert "The Larkov raid" in screen.app.title[0].value
    screen = topics()
    assert "Changed by people (1)" in screen.words()
    assert "Larkov: raid, troops → The Larkov raid" in screen.words()
    screen.click("Undo")
    assert members(bench)["t1"] == ("Larkov: raid, troops", 6)
    assert "Changed by people" not in screen.words()


def test_two_topics_are_merged_and_the_old_address_leads_to_the_new_one(
    bench: Workbench, story: dict[str, int]
) -> None:
    topics(topic="t1").choose("Is one with", "t7").click("Merge")
    assert members(bench) == {"t1": ("Larkov: raid, troops", 9)}
    assert "Larkov: raid, troops" in topics(topic="t7").app.title[0].value.replace("\\", "")


def test_chosen_claims_are_split_off(bench: Workbench, story: dict[str, int]) -> None:
    screen = picked(topics(topic="t1"), story["p4"], story["p5"])
    assert "2 claims chosen" in screen.words()
    screen.type("Name of a new topic", "The car").click("Split off")
    assert members(bench)["t8"] == ("The car", 2)
    assert "claims chosen" not in screen.words()
    assert "A new topic was made" in screen.words()


def test_chosen_claims_are_moved_or_taken_out(bench: Workbench, story: dict[str, int]) -> None:
    picked(topics(topic="t1"), story["p6"]).choose("Another topic", "t7").click("Move there")
    assert members(bench) == {"t1": ("Larkov: raid, troops", 5), "t7": ("Bread, Dorn", 4)}
    picked(topics(topic="t7"), story["p6"]).click("Take out of the topic")
    assert members(bench)["t7"] == ("Bread, Dorn", 3)
    assert bench.browse.summary().ungrouped == 2


def test_nothing_happens_without_a_name_or_a_choice(bench: Workbench, story: dict[str, int]) -> None:
    before = members(bench)
    assert "Say who you are first" in topics("", topic="t1").type("Name", "Raid").click("Rename").words()
    assert "Choose the topic to merge with" in topics(topic="t1").click("Merge").words()
    screen = picked(topics(topic="t1"), story["p6"]).click("Move there")
    assert "Choose the topic to move them to" in screen.words()
    assert "1 claim chosen" in screen.words()
    assert "claim chosen" not in screen.click("Choose none").words()
    assert members(bench) == before


def test_the_second_of_two_people_is_told(bench: Workbench, story: dict[str, int]) -> None:
    screen = topics(topic="t1")
    bench.topics.rename("t1", "Raid", "Ben", 0)
    assert "Ben changed this while you were looking" in screen.type("Name", "Attack").click("Rename").words()
    assert members(bench)["t1"][0] == "Raid"


def test_an_ungrouped_claim_is_moved_to_its_nearest_topic_with_one_press(
    bench: Workbench, story: dict[str, int]
) -> None:
    with bench.desk.writing() as connection:
        machine = list(topic_groups.machine(connection, bench.desk.project).values())
        hint = TopicHint(story["z1"], story["b2"], 0.41)
        topic_groups.put_machine(connection, bench.desk.project, machine, [hint])
    screen = topics(topic="ungrouped")
    assert "Nearest topic: Bread, Dorn (likeness 0.41)" in screen.words()
    screen.click("Move it there")
    assert members(bench)["t7"] == ("Bread, Dorn", 4)
    assert "Every claim has a topic" in screen.words()


def test_ungrouped_claims_become_a_topic(bench: Workbench, story: dict[str, int]) -> None:
    screen = picked(topics(topic="ungrouped"), story["z1"])
    assert "Take out of the topic" not in screen.buttons()
    screen.type("Name of a new topic", "Clocks").click("Split off")
    assert members(bench)["t8"] == ("Clocks", 1)


@pytest.mark.models
def test_the_slider_says_what_a_setting_would_give_before_it_is_applied(
    bench: Workbench, story: dict[str, int]
) -> None:
    bench.analysis.run()
    screen = topics()
    assert "Now 2 topics, 1 claim ungrouped. The largest: 6 and 3 claims." in screen.words()
    assert next(button for button in screen.app.button if button.label == "Apply").disabled
    screen.app.select_slider[0].set_value(-10)
    screen.run()
    found = bench.topics.preview(-10)
    assert f"Would give {found.topics} topics, {found.ungrouped} claim" in screen.words()
    assert "(now 2 and 1)" in screen.words()
    assert bench.topics.sizes().coarseness == 0
    screen.click("Apply")
    assert bench.topics.sizes().coarseness == -10


def test_before_an_analysis_there_is_nothing_to_tune(bench: Workbench) -> None:
    bench.imports.run(b"claim\nThe dam held.\n", "one.csv", "Ada")
    assert not topics().app.select_slider
