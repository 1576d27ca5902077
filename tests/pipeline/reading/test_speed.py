"""Hostile input whose reading time must not grow with the square of its length."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from factcheck.errors import UnreadableInput
from factcheck.pipeline.reading import read_article

UNITS = ["[", "*", "`a", "<", "[a](", "**a", "_a ", "~~a ", "\\*", "a | ", "![[", "<!--", "a", " ", "\n", "- ", "a-\n"]
UNITS += [
    "Share this\n",
    "Related\nlink\n",
    "Advertisement\n\n",
    "<meta ",
    "<html ",
    "datePublished'",
    "---\n",
    "1 May 2023\n",
]


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
@pytest.mark.parametrize("unit", UNITS)
def test_much_of_the_same_is_read_or_refused_in_a_moment(unit: str, suffix: str) -> None:
    data = f"The dam held, she said.\n{unit * 20_000}a".encode()
    start = time.process_time()
    with suppress(UnreadableInput):
        read_article(data, f"story{suffix}")
    assert time.process_time() - start < 5
