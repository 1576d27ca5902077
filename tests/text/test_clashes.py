"""All signs together, on any text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.text.clashes import clashes
from factcheck.text.words import listed

BITS = sorted(
    listed(
        "the not never no killed 40 two people by soldiers open shut at least of , . and half 5% “ raid was shelling "
        "because Arn a million 2019 £3bn ½ ٣ \ud800 denied false"
    )
)
WORDS = st.lists(st.sampled_from(BITS), max_size=14).map(" ".join)


@settings(max_examples=200, deadline=None)
@given(WORDS, WORDS)
def test_the_order_of_the_texts_changes_nothing_but_the_sides(a: str, b: str) -> None:
    forth, back = clashes(a, b), clashes(b, a)
    assert forth.any == back.any
    assert forth.opposite == back.opposite
    assert forth.number == pytest.approx(back.number)
    assert forth.blame == pytest.approx(back.blame)
    assert forth.alike == pytest.approx(back.alike)


@settings(max_examples=100, deadline=None)
@given(WORDS)
def test_no_text_clashes_with_itself_in_numbers_or_opposites(text: str) -> None:
    found = clashes(text, text)
    assert found.number == 0
    assert found.opposite == 0


def test_an_endless_text_is_read_in_no_time() -> None:
    text = "The gate was open and 40 people were not killed by shelling. " * 5_000
    start = time.perf_counter()
    clashes(text, text + "x")
    assert time.perf_counter() - start < 5
