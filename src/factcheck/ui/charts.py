"""Claims and pairs → figures, readable in grey and without a mouse as far as a picture can be."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

import plotly.graph_objects as go

from factcheck.model import Claim, ConflictState
from factcheck.text.normalise import shorten
from factcheck.ui import cards
from factcheck.ui.lanes import DOT, UNDATED, Column, Layout, lay_out
from factcheck.workbench.browse import PairView

STRONG, PLAIN, GUIDE = "#c2410c", "#5b7083", "rgba(128,128,128,.35)"
MOST_LABELS = 9
_MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_STEPS = 16

Point = tuple[float, float]


def timeline(claims: Sequence[Claim], pairs: Iterable[PairView]) -> go.Figure:
    """One lane a claimant, a dot a claim, an arc a conflict; `pairs` are the conflicts, those of other claims left out.

    Every dot has its claim's id in `customdata[0]`, the mark on every arc its conflict's id.
    Shape and line style tell what the colour tells.
    """
    layout = lay_out(claims)
    drawn = _within(pairs, layout)
    clashing = {claim_id for pair in drawn for claim_id in (pair.a.id, pair.b.id)}
    figure = go.Figure()
    for state, dash in ((ConflictState.SUGGESTED, "dot"), (ConflictState.CONFIRMED, "solid")):
        _add_arcs(figure, layout, [pair for pair in drawn if pair.state is state], f"conflict, {state}", dash)
    quiet = [claim for claim in claims if claim.id not in clashing]
    _add_dots(figure, layout, quiet, "claim", {"symbol": "circle-open", "color": PLAIN, "size": 11})
    loud = [claim for claim in claims if claim.id in clashing]
    _add_dots(figure, layout, loud, "claim in conflict", {"symbol": "diamond", "color": STRONG, "size": 12})
    _frame(figure, layout)
    return figure


def in_words(claims: Sequence[Claim], pairs: Iterable[PairView]) -> str:
    """The timeline in a sentence, for those who do not see it."""
    layout = lay_out(claims)
    conflicts = len(_within(pairs, layout))
    days = [column.day for column in layout.columns if column.day != UNDATED]
    time = f", {days[0]} to {days[-1]}" if days else ""
    return f"Timeline{time}: claims {len(claims)}, claimants {len(layout.lanes)}, conflicts between them {conflicts}."


def wrapped(text: str, width: int = 60, limit: int = 400) -> str:
    """`text` for a hover box: escaped, in lines of about `width` characters, cut after `limit`."""
    return "<br>".join(_plain(line) for line in textwrap.wrap(shorten(text, limit), width))


def _plain(text: str) -> str:
    """`text` with HTML disarmed; Plotly shows quotation marks only as they are."""
    return escape(text, quote=False)


def _within(pairs: Iterable[PairView], layout: Layout) -> list[PairView]:
    return [pair for pair in pairs if {pair.a.id, pair.b.id} <= layout.dots.keys()]


def _add_dots(figure: go.Figure, layout: Layout, claims: Sequence[Claim], name: str, marker: dict[str, Any]) -> None:
    if not claims:
        return
    figure.add_scatter(
        x=[layout.dots[claim.id][0] for claim in claims],
        y=[layout.dots[claim.id][1] for claim in claims],
        mode="markers",
        name=name,
        marker={**marker, "line": {"width": 2, "color": marker["color"]}},
        customdata=[[str(claim.id)] for claim in claims],
        hovertext=[_hover(claim) for claim in claims],
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"size": 18}},
        unselected={"marker": {"opacity": 0.6}},
    )


def _hover(claim: Claim) -> str:
    who = _plain(shorten(claim.claimant or "Unknown claimant", 60))
    where = " · ".join(filter(None, (cards.when(claim), shorten(claim.source_name, 60))))
    return f"<b>{who}</b><br>{wrapped(claim.claim_text)}<br>{_plain(where)}"


def _add_arcs(figure: go.Figure, layout: Layout, pairs: Sequence[PairView], name: str, dash: str) -> None:
    """The lines as one trace, and a mark in the middle of each that can be pointed at."""
    if not pairs:
        return
    reach = 0.06 * (layout.columns[-1].x + 1)
    arcs = [_arc(layout.dots[pair.a.id], layout.dots[pair.b.id], reach) for pair in pairs]
    points = [point for arc in arcs for point in (*arc, (None, None))]
    line = {"color": STRONG, "width": 1.5, "dash": dash}
    figure.add_scatter(
        x=[x for x, _ in points], y=[y for _, y in points], mode="lines", line=line, name=name, hoverinfo="skip"
    )
    figure.add_scatter(
        x=[arc[_STEPS // 2][0] for arc in arcs],
        y=[arc[_STEPS // 2][1] for arc in arcs],
        mode="markers",
        marker={"symbol": "circle", "size": 5, "color": STRONG},
        customdata=[[pair.conflict.id] for pair in pairs],
        hovertext=[_reason(pair) for pair in pairs],
        hovertemplate="%{hovertext}<extra></extra>",
        showlegend=False,
    )


def _reason(pair: PairView) -> str:
    kind = f"{pair.conflict.kind}, {pair.state}, score {pair.conflict.score:.2f}"
    return f"<b>{kind}</b><br>{wrapped(pair.conflict.reason)}"


def _arc(start: Point, end: Point, reach: float) -> list[Point]:
    """A quadratic Bézier curve, bulging to the right, or upwards between two dots of one row."""
    level = abs(start[1] - end[1]) < 0.5
    bend_x = (start[0] + end[0]) / 2 + (0 if level else 2 * reach)
    bend_y = (start[1] + end[1]) / 2 - (1.2 if level else 0)
    return [
        (
            (1 - t) ** 2 * start[0] + 2 * (1 - t) * t * bend_x + t**2 * end[0],
            (1 - t) ** 2 * start[1] + 2 * (1 - t) * t * bend_y + t**2 * end[1],
        )
        for t in (step / _STEPS for step in range(_STEPS + 1))
    ]


def _frame(figure: go.Figure, layout: Layout) -> None:
    labelled = _labelled(layout.columns)
    last = layout.columns[-1].x if layout.columns else 0.0
    figure.update_layout(
        height=round(layout.height * DOT) + 120,
        margin={"l": 10, "r": 10, "t": 40, "b": 10},
        legend={"orientation": "h", "y": 1, "yanchor": "bottom", "x": 0},
        hoverlabel={"align": "left"},
        dragmode=False,
        xaxis={
            "tickvals": [column.x for column in labelled],
            "ticktext": [day_label(column.day) for column in labelled],
            "range": [-0.6, last + 0.6 + 0.06 * (last + 1)],
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
        },
        yaxis={
            "tickvals": [lane.middle for lane in layout.lanes],
            "ticktext": [_plain(shorten(lane.claimant or "Unknown claimant", 30)) for lane in layout.lanes],
            "range": [layout.height + 0.6, -0.4],
            "automargin": True,
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
        },
    )
    _guides(figure, layout)


def _labelled(columns: Sequence[Column]) -> list[Column]:
    """So many columns that their labels do not run into one another; the undated always."""
    dated = [column for column in columns if column.day != UNDATED]
    step = max(1, -(-len(dated) // MOST_LABELS))
    return [*dated[::step], *(column for column in columns if column.day == UNDATED)]


def day_label(day: str) -> str:
    """ "2031", "2031-06" or "2031-06-02" as a tick reads: "2031", "Jun<br>2031" or "2 Jun<br>2031"."""
    if day == UNDATED:
        return "undated"
    year, month, number = [*day.split("-"), "", ""][:3]
    if not month:
        return year
    words = f"{int(number)} {_MONTHS[int(month)]}" if number else _MONTHS[int(month)]
    return f"{words}<br>{year}"


def _guides(figure: go.Figure, layout: Layout) -> None:
    """Lines between the lanes, a line before the undated, and how many days a shortened gap stands for."""
    for lane in layout.lanes[:-1]:
        figure.add_hline(y=lane.bottom, line={"color": GUIDE, "width": 1})
    for before, column in zip(layout.columns, layout.columns[1:], strict=False):
        middle = (before.x + column.x) / 2
        if column.day == UNDATED:
            figure.add_vline(x=middle, line={"color": GUIDE, "width": 2})
        elif column.days_before:
            figure.add_vline(x=middle, line={"color": GUIDE, "width": 1, "dash": "dot"})
            figure.add_annotation(
                x=middle, y=layout.height + 0.2, text=f"{column.days_before} days", showarrow=False, font={"size": 10}
            )
