"""Claims marked in a text: nothing of the text is lost, nothing in it becomes markup."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from factcheck.ui.article_marks import HUES, Mark, article_html, claimants, cut, hue, legend

TEXT = "The mayor said <b>nothing</b> was lost & the road is open."


def mark(number: int, start: int, end: int, title: str = "Mayor: nothing was lost") -> Mark:
    return Mark(number, start, end, title)


def shown(html: str) -> str:
    """What a reader sees of the article, without the numbers."""
    body = re.sub(r'<a class="fc-number.*?</a>', "", html.partition("</style>")[2])
    return unescape(re.sub(r"<[^>]*>", "", body)).strip("\n")


def test_text_is_shown_as_it_is_and_not_as_markup() -> None:
    html = article_html(TEXT, [mark(1, 4, 30)])
    assert shown(html) == TEXT
    assert "<b>" not in html


def test_a_mark_names_its_claim_in_a_tooltip_that_cannot_break_out() -> None:
    html = article_html(TEXT, [mark(1, 0, 9, 'A "Bold" <i>man</i>')])
    assert 'title="1  A &quot;Bold&quot; &lt;i&gt;man&lt;/i&gt;"' in html


def test_overlapping_claims_are_both_numbered_and_their_common_words_told_apart() -> None:
    segments = cut(30, [mark(1, 0, 20), mark(2, 10, 30)])
    assert [(s.start, s.end, [m.number for m in s.covering]) for s in segments] == [
        (0, 10, [1]),
        (10, 20, [1, 2]),
        (20, 30, [2]),
    ]
    html = article_html(TEXT, [mark(1, 0, 20), mark(2, 10, 30)])
    assert html.count('href="#fc-claim-1"') == 1
    assert html.count('href="#fc-claim-2"') == 1
    assert html.count('class="fc-shared ') == 1


def test_two_claims_in_the_same_words_keep_both_numbers() -> None:
    html = article_html(TEXT, [mark(1, 4, 9), mark(2, 4, 9)])
    assert re.findall(r">(\d)</a>", html) == ["1", "2"]


def test_the_claim_being_worked_on_stands_out() -> None:
    html = article_html(TEXT, [mark(1, 0, 5), mark(2, 8, 12)], current=2)
    assert html.count('class="fc-current ') == 1


def test_a_span_outside_the_text_is_left_out() -> None:
    assert shown(article_html("Short.", [mark(1, 3, 90)])) == "Short."


def test_a_press_on_words_of_two_claims_means_the_shorter_one() -> None:
    html = article_html(TEXT, [mark(1, 0, 30), mark(2, 4, 9)])
    assert re.findall(r'<mark [^>]*data-claim="(\d)"', html) == ["1", "2", "1"]


def test_one_claimant_has_one_colour_however_the_name_is_written() -> None:
    assert claimants(["Ada Quill", "The mayor", "ada  quill", ""]) == [0, 1, 0, 2]
    assert hue(1) != hue(1 + len(HUES)), "when the colours begin anew the line is another"


def test_the_legend_counts_the_claims_of_each_and_cannot_break_out() -> None:
    html = legend(["<b>Mayor</b>", "", "<b>Mayor</b>"])
    assert "&lt;b&gt;Mayor&lt;/b&gt; · 2" in html
    assert "Unknown claimant · 1" in html
    assert legend([]) == ""


@given(
    st.text(max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6),
)
def test_whatever_the_spans_every_character_is_shown_once(text: str, spans: list[tuple[int, int]]) -> None:
    segments = cut(len(text), [mark(number, *span) for number, span in enumerate(spans, start=1)])
    assert "".join(text[s.start : s.end] for s in segments) == text
