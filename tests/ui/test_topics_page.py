"""The page Topics: numbers, topics, one topic with its timeline, the ungrouped, and the search."""

from __future__ import annotations

import pytest

from factcheck.model import PairChoice, Verdict
from factcheck.workbench import Workbench
from tests.ui.screens import Screen
from tests.ui.support import analysed, load_story


@pytest.fixture
def story(bench: Workbench) -> dict[str, int]:
    return analysed(bench)


def topics(**where: str) -> Screen:
    return Screen("Test desk").go("topics", **where)


def numbers(screen: Screen) -> dict[str, str]:
    return {metric.label: metric.value for metric in screen.app.metric}


def claims(screen: Screen) -> list[str]:
    return [html for html in screen.html() if html.startswith('<div class="fc-line"')]


def clicked(screen: Screen, key: str) -> Screen:
    """The page after a click on what bears this id in the chart."""
    (name,) = [name for name in screen.app.session_state if str(name).startswith("timeline_")]
    point = {"customdata": [key], "point_index": 0, "x": 0, "y": 0}
    screen.app.session_state[name] = {"selection": {"points": [point], "point_indices": [0], "box": [], "lasso": []}}
    return screen.run()


def test_an_empty_project_says_what_to_do_next(bench: Workbench) -> None:
    screen = topics()
    assert "This project holds no claims yet" in screen.words()
    assert {"Bring in articles", "Load a claim file"} <= screen.links().keys()
    assert "Search in the claims" not in [field.label for field in screen.app.text_input]


def test_before_an_analysis_it_says_to_press_analyse_and_shows_the_ungrouped(bench: Workbench) -> None:
    load_story(bench)
    screen = topics()
    assert "10 claims waiting. Press “Analyse”" in screen.words()
    assert "Ungrouped: 10 claims" in screen.links()


def test_the_cards_count_what_there_is(bench: Workbench, story: dict[str, int]) -> None:
    bench.review.save_verdict(Verdict(story["p1"], "Ada", "False"), 0)
    bench.review.decide(story["p4"], story["p5"], PairChoice.NOT_A_CONFLICT, "Different cars", "Ada", 0)
    expected = {"Claims": "10", "Topics": "2", "Ungrouped": "1", "Disputes": "2", "Open pairs": "2", "Judged": "1"}
    assert numbers(topics()) == expected


def test_the_cards_follow_when_somebody_else_works_on(bench: Workbench, story: dict[str, int]) -> None:
    screen = topics()
    assert numbers(screen)["Judged"] == "0"
    bench.review.save_verdict(Verdict(story["p1"], "Ben", "True"), 0)
    assert numbers(screen.run())["Judged"] == "1"
    bench.imports.undo(bench.imports.list()[0].id, "Ben", "wrong file")
    assert numbers(screen.run())["Claims"] == "0"


def test_the_table_tells_claims_claimants_outlets_and_disputes_of_each_topic(story: dict[str, int]) -> None:
    table = topics().app.dataframe[0].value
    assert table["outlets"].to_list() == [2, 1]
    assert table.drop(columns=["outlets", "origins"]).to_dict("records") == [
        {"topic": "Larkov: raid, troops", "keywords": "raid, troops", "claims": 6, "claimants": 4, "disputes": 2},
        {"topic": "Bread, Dorn", "keywords": "bread", "claims": 3, "claimants": 2, "disputes": 1},
    ]


def test_selecting_a_row_opens_that_topic(story: dict[str, int]) -> None:
    screen = topics()
    screen.app.session_state["topics_t1_t7"] = {"selection": {"rows": [1], "columns": [], "cells": []}}
    screen.run()
    assert screen.app.query_params["topic"] == "t7"
    assert "Bread, Dorn" in screen.words()


def test_a_topic_shows_its_claims_with_the_way_to_compare_and_to_verdicts(story: dict[str, int]) -> None:
    screen = topics(topic="t1")
    assert len(claims(screen)) == 6
    assert any("The raiders are still fighting" in line and "1 conflict" in line for line in claims(screen))
    links = screen.links()
    assert "topic=t1" in links["Compare what cannot both be true (2)"]
    verdicts = [link.proto.query_string for link in screen.app.get("page_link") if link.proto.label == "Verdict"]
    assert [query.split("claim=")[1] for query in verdicts] == [str(story[f"p{n}"]) for n in range(1, 7)]


def test_a_topic_has_its_timeline_told_in_words(story: dict[str, int]) -> None:
    (chart,) = topics(topic="t1").app.get("plotly_chart")
    assert "claims 6, claimants 4, conflicts between them 2" in chart.proto.alt


def test_a_claim_clicked_on_in_the_timeline_can_be_read_and_judged(story: dict[str, int]) -> None:
    screen = clicked(topics(topic="t1"), str(story["p5"]))
    assert any("opened fire on the car" in html and "fc-card" in html for html in screen.html())
    assert f"claim={story['p5']}" in screen.links()["Give a verdict"]


def test_a_conflict_clicked_on_in_the_timeline_leads_to_both_sides(story: dict[str, int]) -> None:
    screen = clicked(topics(topic="t1"), f"c{story['p4']}-{story['p5']}")
    assert sum("fc-card" in html for html in screen.html()) == 2
    assert "dispute=d2" in screen.links()["Side by side"]


def test_a_dismissed_conflict_leaves_the_timeline(bench: Workbench, story: dict[str, int]) -> None:
    bench.review.decide(story["p4"], story["p5"], PairChoice.NOT_A_CONFLICT, "Different cars", "Ada", 0)
    screen = topics(topic="t1")
    (chart,) = screen.app.get("plotly_chart")
    assert "conflicts between them 1" in chart.proto.alt
    assert "Compare what cannot both be true (1)" in screen.links()


def test_the_ungrouped_are_a_list_of_their_own(story: dict[str, int]) -> None:
    screen = topics(topic="ungrouped")
    (line,) = claims(screen)
    assert "museum of clocks" in line
    assert "All topics" in screen.links()


def test_a_topic_that_a_new_analysis_dissolved_is_told_and_the_list_shown(story: dict[str, int]) -> None:
    screen = topics(topic="t99")
    assert "This topic is gone" in screen.words()
    assert screen.app.dataframe


def test_the_search_goes_through_all_claims_and_names_their_topic(story: dict[str, int]) -> None:
    screen = topics(search="DORN")
    assert len(claims(screen)) == 3
    assert all("topic: Bread, Dorn" in line for line in claims(screen))
    assert not screen.app.dataframe


def test_claimant_and_outlet_narrow_the_search(story: dict[str, int]) -> None:
    assert len(claims(topics(claimant="Free Hill Brigade"))) == 3
    assert len(claims(topics(claimant="Free Hill Brigade", search="women", outlet="Border Post"))) == 1
    assert "No claim fits" in topics(search="no such words").words()


def test_the_search_also_narrows_one_topic(story: dict[str, int]) -> None:
    assert len(claims(topics(topic="t1", search="raid on"))) == 3


def test_long_lists_come_in_pages_of_25(bench: Workbench) -> None:
    rows = "".join(f"Statement number {number} stands here.\n" for number in range(60))
    bench.imports.run(f"claim\n{rows}".encode(), "many.csv", "Ada")
    screen = topics(topic="ungrouped")
    assert len(claims(screen)) == 25
    screen.app.pagination[0].set_value(3).run()
    assert ["number 50" in claims(screen)[0], len(claims(screen))] == [True, 10]


def test_text_from_outside_is_shown_as_text_and_never_run(bench: Workbench) -> None:
    row = '"<img src=x onerror=alert(1)> **bold**","<b>Me</b>",javascript:alert(1),"<i>Out</i>"\n'
    bench.imports.run(f"claim,speaker,url,outlet\n{row}".encode(), "evil.csv", "Ada")
    shown = "".join(claims(topics(topic="ungrouped")))
    assert "<img" not in shown
    assert "<b>" not in shown
    assert "href" not in shown


def test_an_address_with_a_claimant_that_is_not_there_shows_the_whole_list(story: dict[str, int]) -> None:
    assert topics(claimant="Nobody known").app.dataframe
