"""An article's text and the places of its claims → HTML with every claim numbered, coloured by claimant and named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from factcheck.text.normalise import comparable

ANCHOR = "fc-claim-"
"""Begins the name of a claim's card; its number in the text leads there."""

PANE = 660
"""Height in pixels of the two panes in which text and claims scroll side by side."""

HUES = (
    "31,95,191",
    "188,76,0",
    "26,127,55",
    "163,38,120",
    "0,121,133",
    "122,79,181",
    "140,94,0",
    "179,38,30",
    "80,90,105",
    "102,122,0",
)
"""One colour for each claimant; after the last they begin anew, with a dashed line."""

FEW = 6
"""With more claimants than this the legend begins folded."""

_COLOURS = "\n".join(f".fc-hue-{number} {{--fc: {rgb};}}" for number, rgb in enumerate(HUES))

STYLE = f"""
<style>
{_COLOURS}
.fc-again {{--fc-line: dashed;}}
.fc-article {{white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.65; font-size: 1.02rem; max-width: 46rem;}}
.fc-article mark {{background: rgba(var(--fc),.14); color: inherit; padding: .05rem 0; text-decoration: underline;
  text-decoration-thickness: 2px; text-decoration-color: rgb(var(--fc)); text-underline-offset: 4px;
  text-decoration-style: var(--fc-line, solid);}}
.fc-article mark.fc-shared {{background: rgba(var(--fc),.26); text-decoration-style: double;}}
.fc-article mark.fc-current {{background: rgba(255,196,0,.42); text-decoration-thickness: 4px;}}
[data-claim] {{cursor: pointer;}}
[data-claim]:focus-visible {{outline: 2px solid rgb(31,95,191); outline-offset: 2px;}}
/* Not a block of its own, so that a line never ends between a number and its claim. */
.fc-number {{padding: .05rem .38rem; margin: 0 .15rem; border: 1px solid rgb(var(--fc, 128,128,128));
  border-radius: 999px; font-size: .74rem; font-weight: 700; user-select: none;
  text-decoration: none !important; color: inherit !important;}}
details:has(.fc-legend) {{margin-bottom: .8rem; font-size: .88rem;}}
.fc-legend {{display: flex; flex-wrap: wrap; gap: .3rem .9rem; font-size: .84rem; margin-top: .4rem;
  user-select: none;}}
.fc-legend span::before {{content: ""; display: inline-block; width: 1.1rem; margin-right: .35rem;
  border-bottom: 3px var(--fc-line, solid) rgb(var(--fc)); vertical-align: middle;}}
</style>
"""


@dataclass(frozen=True)
class Mark:
    """Where a claim stands in the text, the number it is shown by, what its tooltip says, its claimant's number."""

    number: int
    start: int
    end: int
    title: str
    claimant: int = 0


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


def claimants(names: Sequence[str]) -> list[int]:
    """For each name the number of its claimant, counted from 0 in the order they come up."""
    seen: dict[str, int] = {}
    return [seen.setdefault(comparable(name), len(seen)) for name in names]


def hue(claimant: int) -> str:
    """The style classes that give a claimant its colour."""
    return f"fc-hue-{claimant % len(HUES)}{' fc-again' if claimant >= len(HUES) else ''}"


def legend(names: Sequence[str]) -> str:
    """Which colour is whose, and how many claims each makes, as HTML."""
    numbers = claimants(names)
    first = {number: name for name, number in reversed(list(zip(names, numbers, strict=True)))}
    parts = [
        f'<span class="{hue(number)}">{escape(first[number] or "Unknown claimant")} · {numbers.count(number)}</span>'
        for number in sorted(first)
    ]
    if not parts:
        return ""
    unfolded = " open" if len(parts) <= FEW else ""
    said = "1 claimant" if len(parts) == 1 else f"{len(parts)} claimants"
    body = f'<div class="fc-legend">{"".join(parts)}</div>'
    return f"<details{unfolded}><summary>{said}, each in a colour of its own</summary>{body}</details>"


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
    words = escape(text[segment.start : segment.end])
    if not segment.covering:
        return words
    # Where claims overlap, a press means the one with the fewest words.
    inner = min(segment.covering, key=lambda mark: mark.end - mark.start)
    badges = "".join(
        f'<a class="fc-number {hue(mark.claimant)}" href="#{ANCHOR}{mark.number}" data-claim="{mark.number}">'
        f"{mark.number}</a>"
        for mark in segment.opening
    )
    title = escape("\n".join(f"{mark.number}  {mark.title}" for mark in segment.covering), quote=True)
    style = f"{_style(segment, current)} {hue(inner.claimant)}"
    return f'{badges}<mark class="{style}" title="{title}" data-claim="{inner.number}">{words}</mark>'


def _style(segment: Segment, current: int) -> str:
    if current in (mark.number for mark in segment.covering):
        return "fc-current"
    return "fc-shared" if len(segment.covering) > 1 else "fc-one"
