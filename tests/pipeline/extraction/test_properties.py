"""Whatever comes in: no exception, exact spans, in order, in reasonable time."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.pipeline.extraction import extract, load_parser

pytestmark = pytest.mark.models

PIECES = st.sampled_from(
    [
        "the mayor said that",
        "“",
        "”",
        '"',
        "'",
        "‘",
        "’",
        "«",
        "»",
        "The League",
        "denied",
        "accused",
        "of",
        "blamed",
        "for",
        "told Tass",
        "on Thursday",
        "we",
        "I",
        "they",
        "it",
        "had sunk",
        "the boats",
        "according to",
        ", ",
        ". ",
        ": ",
        "; ",
        "\n",
        "\n\n",
        "(",
        ")",
        "[",
        "]",
        "-",
        "—",
        "…",
        "was said to be",
        "claims to have",
        "which",
        "who",
        "not",
        "any",
        "reportedly",
        "22 May",
        "$40m.",
        "U.S.",
        "ship's",
        "Мэр",
        "市长",
        "é",
        "\xa0",
        "\u200b",
        "\xad",
        "🚢",
        "�",
        "\x00",
        "\r",
        "\u2028",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(PIECES, max_size=40).map(" ".join),
    st.lists(PIECES, max_size=40).map("".join),
    st.lists(PIECES, max_size=30).map(
        lambda pieces: "The mayor said that the boats were of the League. " + " ".join(pieces)
    ),
)
PUBLISHED = st.sampled_from(["", "2031-05-02", "2031-05", "2031", "yesterday", "2031-05-02T10:00:00+03:00"])


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS, published=PUBLISHED)
def test_any_text_gives_claims_with_exact_spans_in_order(text: str, published: str) -> None:
    found = extract(text, published, parser=load_parser())
    for claim in found:
        assert text[claim.start : claim.end] == claim.quote
        assert claim.quote.strip() == claim.quote
        assert claim.quote
        assert claim.claim_text.strip()
    assert found == sorted(found, key=lambda claim: claim.start)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said the " + "boats and the " * 1000,
        "the and of " * 3 + "(" * 5_000,
        "the and of " + "“" * 5_000,
        'the and of "a ' * 600,
        "said the of and\n" * 500,
        "the of said " + "x" * 50_000,
        "“The mayor said “the " * 200,
    ],
    ids=["one sentence", "brackets", "opening marks", "straight marks", "lines", "one word", "nested marks"],
)
def test_odd_and_long_texts_come_back(text: str) -> None:
    assert all(text[claim.start : claim.end] == claim.quote for claim in extract(text, parser=load_parser()))


def test_halves_of_surrogate_pairs_stay_in_the_quote() -> None:
    (claim,) = extract("The mayor said that the boats of the \udc9e League had sunk.", parser=load_parser())
    assert claim.quote == "the boats of the \udc9e League had sunk"
    claim.claim_text.encode("utf-8")
