"""Opposite words and denied words."""

from __future__ import annotations

from importlib.resources import files

import pytest

from factcheck.text.negation import negators
from factcheck.text.opposites import cues, opposites
from factcheck.text.words import words


def denied(text: str) -> set[str]:
    return {word.text for word, by in zip(words(text), negators(text), strict=True) if by >= 0 and word.is_content}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The gate was not open.", {"open"}),
        ("The gate wasn't open.", {"open"}),
        ("The ministry denied ordering the eviction.", {"ordering", "eviction"}),
        ("The gate was open, not shut.", {"shut"}),
        ("No villager was warned.", {"villager", "warned"}),
        ("The report of a leak is false.", {"report", "leak"}),
        ("It was rain rather than neglect.", {"neglect"}),
        ("Not only the gate was open.", set()),
        ("The gate was not locked but guarded.", {"locked"}),
        ("The gate was open.", set()),
    ],
)
def test_a_negation_reaches_to_the_end_of_its_phrase(text: str, expected: set[str]) -> None:
    assert denied(text) == expected


@pytest.mark.parametrize(
    ("a", "b", "marks"),
    [
        ("The gate was open.", "The gate stayed shut.", ("open", "shut")),
        (
            "The raid was repelled.",
            "The raiders are still very much involved in combat.",
            ("repelled", "involved in combat"),
        ),
        ("The gate was open.", "The gate was not open.", ("open", "not open")),
        ("He went of his own free will.", "He was taken by force.", ("own free will", "by force")),
    ],
)
def test_opposites_are_found_with_their_places(a: str, b: str, marks: tuple[str, str]) -> None:
    assert marks in {(a[slice(*clash.a)], b[slice(*clash.b)]) for clash in opposites(a, b)}
    assert marks[::-1] in {(b[slice(*clash.a)], a[slice(*clash.b)]) for clash in opposites(b, a)}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The gate was open.", "The gate was unlocked."),
        ("The gate was not open.", "The gate was shut."),
        ("The gate was never shut.", "The gate was open."),
        ("The gate was shut.", "The gate was not shut and not open."),
    ],
)
def test_the_same_said_in_other_words_is_no_opposite(a: str, b: str) -> None:
    assert [clash for clash in opposites(a, b) if not clash.denial and clash.strength > 0.5] == []


def test_a_state_that_passes_knows_its_direction() -> None:
    burning, out = "The fire is out of control.", "The fire has been put out."
    assert opposites(burning, out)[0].order == 1
    assert opposites(out, burning)[0].order == -1
    assert opposites("The water is safe.", "The water is dangerous.")[0].order == 0


def test_every_line_of_the_lexicon_has_two_sides_without_empty_phrases() -> None:
    lines = (files("factcheck.text") / "opposites.txt").read_text("utf-8").splitlines()
    axes = [line for line in lines if line.strip() and not line.startswith("#")]
    assert len(axes) > 80
    for line in axes:
        left, right = line.lstrip("~? ").split("|")
        assert all(phrase.strip() for phrase in (*left.split(","), *right.split(","))), line


def test_no_phrase_stands_on_both_sides_of_a_line() -> None:
    for line in (files("factcheck.text") / "opposites.txt").read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            left, right = line.lstrip("~? ").split("|")
            sides = [{tuple(w.stem for w in words(phrase)) for phrase in side.split(",")} for side in (left, right)]
            assert not sides[0] & sides[1], line


def test_a_longer_phrase_hides_the_shorter_one_inside_it() -> None:
    text = "The charges were dropped."
    axis = [cue for cue in cues(text) if text[cue.start : cue.end] == "charges were dropped"]
    assert axis
    assert not [c for c in cues(text) if c.axis == axis[0].axis and c != axis[0]]
