"""Place, date and agency in front of a report."""

from __future__ import annotations

import pytest

from factcheck.pipeline.extraction.datelines import skip_dateline


def rest(text: str) -> str:
    start, end = skip_dateline(text, (0, len(text)))
    return text[start:end]


@pytest.mark.parametrize(
    "dateline",
    [
        "SUNDVIK, April 2 (NTB) - ",
        "SUNDVIK (Reuters) — ",
        "Sundvik, Nov. 17 (NTB) – ",
        "(ANSA) - Rome, January 24 - ",
        "SUNDVIK, Norway - ",
        "SUNDVIK, June 2 - ",
    ],
)
def test_a_dateline_is_left_out(dateline: str) -> None:
    assert rest(f"{dateline}The dam broke at noon.") == "The dam broke at noon."


@pytest.mark.parametrize(
    "text",
    [
        "The dam - the oldest of the valley - broke at noon.",
        "NATO said on Monday that the dam was safe.",
        "The board (which met on Monday) said the dam was safe.",
        "“We saw it (the dam) - and ran,” she said.",
    ],
)
def test_a_dash_or_a_bracket_alone_makes_no_dateline(text: str) -> None:
    assert rest(text) == text
