"""An article's text and the places of its claims → HTML with every claim numbered, underlined and named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

ANCHOR = "fc-claim-"
"""Begins the name of a claim's card; its number in the text leads there."""

PANE = 660
"""Height in pixels of the two panes in which text and claims scroll side by side."""

STYLE = """
<style>
.fc-article {white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.65; font-size: 1.02rem; max-width: 46rem;}
.fc-article mark {background: rgba(31,95,191,.13); color: inherit; padding: .05rem 0; text-decoration: underline;
  text-decoration-thickness: 2px; text-decoration-color: #1f5fbf; text-underline-offset: 4px;}
.fc-article mark.fc-shared {background: rgba(31,95,191,.24); text-decoration-style: double;}
.fc-article mark.fc-current {background: rgba(255,196,0,.38); text-decoration-color: #9a6700;
  text-decoration-thickness: 3px;}
/* Not a block of its own, so that a line never ends between a number and its claim. */
.fc-number {padding: .05rem .38rem; margin: 0 .15rem; border: 1px solid currentColor; border-radius: 999px;
  font-size: .74rem; font-weight: 700;
  user-select: none; text-decoration: none; color: inherit;}
</style>
"""


@dataclass(frozen=True)
class Mark:
    """Where a claim stands in the text, the number it is shown by and what its tooltip says."""

    number: int
    start: int
    end: int
    title: str


@dataclass(frozen=True)
class Segment:
    """A stretch of text that the same claims cover; `opening` are those that begin with it."""

    start: int
    end: int
    covering: tuple[Mark, ...]
    opening: tuple[Mark, ...]


def tooltip(claimant: str, text: str) -> str:
    """What a mark says when the pointer rests on it."""
    return f"{claimant or 'Unknown claimant'}: {text}"


def cut(length: int, marks: Sequence[Mark]) -> list[Segment]:
    """The text of `length` characters, without gaps, cut wherever a mark begins or ends."""
    inside = [mark for mark in marks if 0 <= mark.start < mark.end <= length]
    edges = sorted({0, length, *(mark.start for mark in inside), *(mark.end for mark in inside)})
    return [
        Segment(
            start,
            end,
            tuple(mark for mark in inside if mark.start <= start and end <= mark.end),
            tuple(mark for mark in inside if mark.start == start),
        )
        for start, end in pairwise(edges)
    ]


def article_html(text: str, marks: Sequence[Mark], current: int = 0) -> str:
    """`text` escaped, with its marks; the claim numbered `current` stands out."""
    parts = [_segment(text, segment, current) for segment in cut(len(text), marks)]
    return f'{STYLE}<div class="fc-article" dir="auto">{"".join(parts)}</div>'


def _segment(text: str, segment: Segment, current: int) -> str:
    words = f'<span data-at="{segment.start}">{escape(text[segment.start : segment.end])}</span>'
    if not segment.covering:
        return words
    badges = "".join(
        f'<a class="fc-number" href="#{ANCHOR}{mark.number}">{mark.number}</a>' for mark in segment.opening
    )
    title = escape("\n".join(f"{mark.number}  {mark.title}" for mark in segment.covering), quote=True)
    return f'{badges}<mark class="{_style(segment, current)}" title="{title}">{words}</mark>'


def _style(segment: Segment, current: int) -> str:
    if current in (mark.number for mark in segment.covering):
        return "fc-current"
    return "fc-shared" if len(segment.covering) > 1 else "fc-one"
