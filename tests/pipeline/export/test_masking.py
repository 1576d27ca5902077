"""A protected name leaves in no spelling, no link and no label."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest

from factcheck.model import Claim
from factcheck.pipeline.export.masking import PROTECTED, Mask, mask_for, protected_with_aliases

CLAIM = Claim(
    claim_text="The valve was left open.",
    claim_author_name="Jane Doe",
    source_name="Valley Post",
    source_url="https://post.example.org/valve/",
    source_archive_url="https://archive.example.org/77",
)


def mask(*names: str) -> Mask:
    return mask_for([], frozenset(names))


@pytest.mark.parametrize("written", ["Jane Doe", "JANE DOE", "jane doe", "Jane  Doe", "Jane\nDoe", "Jane-Doe"])
def test_a_name_is_hidden_whatever_its_case_and_spacing(written: str) -> None:
    assert mask("Jane Doe").text(f"What {written} saw") == f"What {PROTECTED} saw"


def test_a_name_inside_another_word_or_name_is_left_alone() -> None:
    assert mask("Ann Lee").text("Joann Leeson spoke") == "Joann Leeson spoke"


def test_the_possessive_and_the_quoted_name_are_hidden() -> None:
    assert mask("Jane Doe").text("“Jane Doe”, Jane Doe's note") == f"“{PROTECTED}”, {PROTECTED}'s note"


def test_the_longer_of_two_names_wins() -> None:
    assert mask("Jane", "Jane Doe").text("Jane Doe and Jane") == f"{PROTECTED} and {PROTECTED}"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_both_unicode_forms_of_a_name_are_hidden(form: str) -> None:
    written = unicodedata.normalize(form, "Zoë Čapek")
    assert mask("Zoë Čapek").text(f"by {written}.") == f"by {PROTECTED}."
    assert mask(written).text("by Zoë Čapek.") == f"by {PROTECTED}."


@pytest.mark.parametrize("written", ["Ирина Лебедева", "Ирины Лебедевой", "Ирине Лебедевой", "ИРИНУ ЛЕБЕДЕВУ"])
def test_the_case_endings_of_a_cyrillic_name_are_hidden(written: str) -> None:
    assert mask("Ирина Лебедева").text(f"По словам {written}, мост цел") == f"По словам {PROTECTED}, мост цел"


@pytest.mark.parametrize(("name", "text"), [("田中花子", "記者は田中花子に聞いた"), ("سلمى", "قالت وسلمى أمس")])
def test_a_name_is_hidden_in_scripts_that_run_words_together(name: str, text: str) -> None:
    assert mask(name).text(text) == text.replace(name, PROTECTED)


def test_masking_twice_changes_nothing_even_for_a_source_called_source() -> None:
    once = mask("Source", "Jane Doe").text("Jane Doe, a source")
    assert mask("Source", "Jane Doe").text(once) == once == f"{PROTECTED}, a {PROTECTED}"


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/interview-with-jane-doe",
        "https://example.org/?who=Jane%20Doe",
        "https://janedoe.example.org/",
        "https://example.org/wiki/Jane_Doe",
    ],
)
def test_a_link_with_the_name_in_it_is_hidden_as_a_whole(url: str) -> None:
    assert mask("Jane Doe").link(url) == PROTECTED


def test_the_links_of_a_protected_claimant_are_hidden_wherever_they_stand() -> None:
    hidden = mask_for([CLAIM], frozenset({"jane doe"}), ["https://mirror.example.org/a"])
    assert hidden.link("https://post.example.org/valve/") == PROTECTED
    assert hidden.link("http://post.example.org/valve") == PROTECTED
    assert hidden.link("https://archive.example.org/web/2025/https://mirror.example.org/a") == PROTECTED
    assert "post.example.org/valve" not in hidden.text("See https://post.example.org/valve/ for more")


@pytest.mark.parametrize(
    "claim",
    [
        replace(CLAIM, claim_author_name="", source_name="JANE DOE"),
        replace(CLAIM, claim_author_name="", attribution_chain=("Valley Post", "Jane Doe")),
        replace(CLAIM, claim_author_name="Jane Doe, a nurse"),
    ],
)
def test_a_protected_source_or_link_of_the_chain_hides_the_links_too(claim: Claim) -> None:
    assert mask_for([claim], frozenset({"Jane Doe"})).link(claim.source_url) == PROTECTED


def test_the_links_of_others_stay() -> None:
    other = replace(CLAIM, claim_author_name="Tom Roe")
    assert mask_for([other], frozenset({"Jane Doe"})).link(other.source_url) == other.source_url


def test_a_label_made_of_single_words_shows_no_part_of_the_name() -> None:
    assert mask("Jane Doe").label("doe, valve, plant") == f"{PROTECTED}, valve, plant"


def test_without_protected_names_everything_stays_byte_for_byte() -> None:
    decomposed = unicodedata.normalize("NFD", "Zoë")
    for nothing in (mask(), mask("", " ", "—")):
        assert nothing.text(decomposed) == decomposed
        assert nothing.label("jane") == "jane"
        assert nothing.link("https://example.org/jane") == "https://example.org/jane"


def test_every_name_of_a_claimant_is_protected_when_one_is_also_by_a_part_of_it() -> None:
    groups = [("Jane Doe", "the valve keeper"), ("the valve keeper's aide", "Ned"), ("Ann", "Ben")]
    found = protected_with_aliases(frozenset({"Doe"}), groups)
    assert found == {"Doe", "Jane Doe", "the valve keeper", "the valve keeper's aide", "Ned"}
    assert protected_with_aliases(frozenset(), groups) == frozenset()


def test_the_links_of_a_claim_are_hidden_when_the_claimant_it_is_joined_to_is_protected() -> None:
    joined = replace(CLAIM, joined="The Valve Keeper")
    assert mask_for([joined], frozenset({"The Valve Keeper"})).link(CLAIM.source_url) == PROTECTED
