"""Who or what is held answerable."""

from __future__ import annotations

import pytest

from factcheck.text.blame import blame_clashes, blamed


def agents(text: str) -> list[tuple[str, bool]]:
    return [(text[slice(*found.span)], found.cleared) for found in blamed(text)]


@pytest.mark.parametrize(
    ("text", "agent", "cleared"),
    [
        ("Two people were killed by Norlish shelling.", "Norlish shelling", False),
        ("Sudran soldiers shelled the village.", "Sudran soldiers", False),
        ("The dam burst because of heavy rain.", "heavy rain", False),
        ("Neglected maintenance caused the dam to burst.", "Neglected maintenance", False),
        ("Sudra is to blame for the poisoning.", "Sudra", False),
        ("Sudra had nothing to do with the poisoning.", "Sudra", True),
        ("Sudra did not poison the editor.", "Sudra", True),
        ("The fire was not caused by a cigarette.", "cigarette", True),
        ("The deaths are the result of the carelessness of Sudra's army.", "carelessness of Sudra's army", False),
    ],
)
def test_the_party_or_cause_is_found(text: str, agent: str, cleared: bool) -> None:
    assert (agent, cleared) in agents(text)


@pytest.mark.parametrize(
    "text", ["The bridge is shut.", "", "By Friday the bridge was shut.", "The village was shelled."]
)
def test_nobody_is_blamed_without_a_word_for_it(text: str) -> None:
    assert agents(text) == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Two villagers were killed by Norlish shelling.", "Sudran soldiers fired on a civilian car in error."),
        ("The dam burst because of heavy rain.", "Neglected maintenance caused the dam to burst."),
        ("Sudra is responsible for the poisoning of the editor.", "Sudra did not poison the editor."),
    ],
)
def test_rival_accounts_of_one_harm_clash_both_ways(a: str, b: str) -> None:
    assert blame_clashes(a, b)
    assert blame_clashes(b, a)[0].strength == blame_clashes(a, b)[0].strength


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Norlish shelling killed two villagers.", "Two people were killed by shelling from Norland."),
        ("Border troops killed 40 raiders.", "Norlish shelling killed two villagers."),
        ("Soldiers shot at the crowd.", "Troops opened fire on the crowd."),
        ("Sudra had no part in the raid.", "Sudra was not involved in the raid."),
        ("Heavy rain delayed the trains.", "Norlish shelling killed two villagers."),
    ],
)
def test_one_party_other_victims_or_another_harm_do_not_clash(a: str, b: str) -> None:
    assert blame_clashes(a, b) == []
