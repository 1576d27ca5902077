"""Words, their stems, and how alike two texts are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.words import alike, content_stems, name_others, names, stem, words


@given(st.text())
def test_every_word_stands_where_it_says(text: str) -> None:
    for word in words(text):
        assert text[word.start : word.end] == word.text


@pytest.mark.parametrize(
    "forms",
    [
        "kill kills killed killing",
        "repel repelled repelling repels",
        "deny denies denied denying",
        "close closes closed closing",
        "injure injured injuring",
        "shoot shot shooting",
        "minister minister's ministers",
        "gunman gunmen",
        "stop stopped stopping",
        "deliberate deliberately",
    ],
)
def test_forms_of_one_word_share_a_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(("one", "other"), [("plan", "plane"), ("sing", "sink"), ("news", "new"), ("bus", "bu")])
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_names_are_capitals_inside_the_sentence() -> None:
    assert names("Soldiers of the Free Brigade left Arn on Monday.") == {stem("Free"), stem("Brigade"), stem("Arn")}


def test_subject_matter_leaves_out_function_words_days_and_number_words() -> None:
    assert content_stems("On Monday, two of the 40 bridges were shut.") == {stem("bridge"), stem("shut")}


def test_alike_runs_from_nothing_shared_to_the_same_words() -> None:
    assert alike("The bridge is shut.", "Bread is dear.") == 0
    assert alike("The bridge is shut.", "Shut is the bridge!") == 1
    assert 0 < alike("The old bridge is shut.", "The new bridge is open.") < 1
    assert alike("", "") == 0


def test_texts_that_name_other_places_name_others() -> None:
    assert name_others("Shelling killed two in Arn.", "Shelling killed nine in Kolm.")
    assert not name_others("Shelling killed two in Arn.", "Arn was shelled, said people in Kolm.")
    assert not name_others("Shelling killed two.", "Shelling killed nine in Kolm.")
