"""The page Claimants: proposals with yes and no, the list, and what can be taken back."""

from __future__ import annotations

import pytest

from factcheck.model import ClaimantType
from factcheck.workbench import Workbench
from tests.ui.screens import Screen
from tests.workbench.support import load_story

VOICES = """id,claim,speaker,author_type
v1,The raid was beaten back.,Joe Ferrant,person
v2,The town is calm again.,President Ferrant,person
v3,The bridge stands.,the Kremlin,organisation
v4,The bridge fell.,Moscow,
"""


@pytest.fixture
def voices(bench: Workbench) -> Workbench:
    load_story(bench, VOICES)
    return bench


def page(**where: str) -> Screen:
    return Screen("Test desk").go("claimants", **where)


def test_a_project_without_claimants_says_how_it_begins(bench: Workbench) -> None:
    screen = page()
    assert "No claim of this project names who said it" in screen.words()
    assert {"Bring in articles", "Load a claim file"} <= screen.links().keys()


def test_proposals_come_first_with_their_reason_and_keys(voices: Workbench) -> None:
    screen = page()
    words = screen.words()
    assert "Proposed (2)" in words
    assert "named by the family name alone" in words
    shortcuts = {button.label: button.proto.shortcut for button in screen.app.button if button.proto.shortcut}
    assert {shortcuts["Yes, one claimant"].upper(), shortcuts["No, keep apart"].upper()} == {"Y", "N"}


def test_yes_joins_and_undo_takes_it_back(voices: Workbench) -> None:
    screen = page().click("Yes, one claimant")
    assert "Joined as Joe Ferrant" in screen.words()
    assert voices.claimants.list()[0].name == "Joe Ferrant"
    assert "printed as: Joe Ferrant (1), President Ferrant (1)" in screen.words()
    screen.click("Undo")
    assert "Taken back" in screen.words()
    assert len(voices.claimants.list()) == 4


def test_the_name_to_show_can_be_chosen(voices: Workbench) -> None:
    screen = page()
    screen.choose("Show as", "President Ferrant").click("Yes, one claimant")
    assert voices.claimants.list()[0].name == "President Ferrant"


def test_no_keeps_apart_for_good(voices: Workbench) -> None:
    screen = page().click("No, keep apart")
    assert "Proposed (1)" in screen.words()
    assert "are not one claimant" in screen.words()


def test_who_has_not_said_who_they_are_changes_nothing(voices: Workbench) -> None:
    screen = Screen("Test desk", reviewer="").go("claimants").click("Yes, one claimant")
    assert "Say who you are first" in screen.words()
    assert voices.claimants.acts() == []


def test_what_somebody_else_decided_meanwhile_is_told(voices: Workbench) -> None:
    screen = page()
    voices.claimants.refuse(["Joe Ferrant", "President Ferrant"], "Ben", 0)
    screen.click("Yes, one claimant")
    assert "Ben spoke of this claimant while you were looking" in screen.words()


def test_any_two_can_be_joined_by_hand(voices: Workbench) -> None:
    page(names="joe").choose("Is one with", "Moscow").click("Join")
    (joined,) = [view for view in voices.claimants.list() if view.is_joined]
    assert (joined.name, joined.aliases) == ("Joe Ferrant", (("Joe Ferrant", 1), ("Moscow", 1)))


def test_a_claimant_is_renamed(voices: Workbench) -> None:
    page(names="moscow").type("Show as", "Russian government").click("Rename")
    assert "Russian government" in [view.name for view in voices.claimants.list()]


def test_a_claimant_is_given_a_type(voices: Workbench) -> None:
    screen = page(names="moscow")
    (field,) = [field for field in screen.app.selectbox if field.key and field.key.startswith("type_")]
    field.set_value(ClaimantType.ORGANISATION)
    screen.click("Set type")
    types = {view.name: view.type for view in voices.claimants.list()}
    assert types["Moscow"] is ClaimantType.ORGANISATION


def test_a_name_is_shown_as_text(bench: Workbench) -> None:
    load_story(bench, "id,claim,speaker\ne1,It rained.,<img src=x> **bold**\n")
    assert "**<img src=x> **bold****" in page().words()


def test_the_list_is_narrowed_and_leads_to_the_claims(voices: Workbench) -> None:
    screen = page(names="krem")
    assert "1 of 4 claimants" in screen.words()
    assert "claimant=the+Kremlin" in screen.links()["Claims"] or "claimant=the%20Kremlin" in screen.links()["Claims"]
