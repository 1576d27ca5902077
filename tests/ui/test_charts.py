from __future__ import annotations

from typing import Any

import plotly.graph_objects as go
import pytest

from factcheck.model import Claim, Conflict, ConflictKind, DatePrecision, PairChoice, PairDecision
from factcheck.ui import charts
from factcheck.workbench.browse import PairView


def said(number: int, who: str, day: str = "2031-06-01", text: str = "The bridge is closed.") -> Claim:
    precision = DatePrecision.DAY if day else DatePrecision.UNKNOWN
    return Claim(text, claim_author_name=who, claim_date=day, claim_date_precision=precision, id=number)


def pair(a: Claim, b: Claim, choice: PairChoice | None = None) -> PairView:
    conflict = Conflict(a.id, b.id, ConflictKind.NUMBER, 0.83, 0.8, 0.8, 0.7, 1.0, 0.0, 'numbers: "3" × "<i>5</i>"')
    return PairView(conflict, a, b, PairDecision(a.id, b.id, choice, "seen", "Ada") if choice else None)


def trace(figure: go.Figure, name: str) -> Any:
    return next(found for found in figure.data if found.name == name)


def ids(figure: go.Figure) -> set[str]:
    return {str(row[0]) for found in figure.data if found.customdata is not None for row in found.customdata}


A, B, C = said(1, "Ministry"), said(2, "Brigade", "2031-06-02"), said(3, "Governor", "")


def test_every_dot_and_every_arc_carries_its_id() -> None:
    assert ids(charts.timeline([A, B, C], [pair(A, B)])) == {"1", "2", "3", "c1-2"}


def test_claims_in_conflict_differ_by_shape_and_decided_conflicts_by_line() -> None:
    figure = charts.timeline([A, B, C], [pair(A, B), pair(B, C, PairChoice.CONFIRM)])
    assert trace(figure, "conflict, suggested").line.dash != trace(figure, "conflict, confirmed").line.dash
    quiet = charts.timeline([A, B, C], [pair(A, B)])
    assert trace(quiet, "claim").marker.symbol != trace(quiet, "claim in conflict").marker.symbol
    assert [row[0] for row in trace(quiet, "claim").customdata] == ["3"]


def test_an_arc_starts_and_ends_at_its_claims_and_bulges_in_between() -> None:
    figure = charts.timeline([A, B], [pair(A, B)])
    line, dots = trace(figure, "conflict, suggested"), trace(figure, "claim in conflict")
    assert (line.x[0], line.y[0]) == (dots.x[0], dots.y[0])
    assert (line.x[-2], line.y[-2]) == (dots.x[1], dots.y[1])
    assert line.x[-1] is None
    assert line.x[8] > (line.x[0] + line.x[-2]) / 2


def test_a_conflict_of_a_claimant_with_himself_is_drawn_above_his_lane() -> None:
    first, second = said(1, "Ministry"), said(2, "Ministry", "2031-06-02")
    line = trace(charts.timeline([first, second], [pair(first, second)]), "conflict, suggested")
    assert line.y[8] < line.y[0] == line.y[-2]


def test_conflicts_with_claims_that_are_not_drawn_are_left_out() -> None:
    figure = charts.timeline([A], [pair(A, B)])
    assert [found.name for found in figure.data] == ["claim"]


def test_hover_boxes_wrap_long_texts_and_show_html_as_text() -> None:
    long = said(1, "<b>Ministry</b>", text='He said "<script>" ' + "and so on " * 80)
    (hover,) = trace(charts.timeline([long], []), "claim").hovertext
    lines = hover.split("<br>")
    assert len(lines) > 5
    assert all(len(line) < 90 for line in lines)
    assert 'He said "&lt;script&gt;"' in hover
    assert "&lt;b&gt;Ministry" in hover


def test_the_mark_on_an_arc_tells_kind_score_and_reason() -> None:
    figure = charts.timeline([A, B], [pair(A, B)])
    (hover,) = next(found for found in figure.data if found.name is None).hovertext
    assert "number, suggested, score 0.83" in hover
    assert 'numbers: "3" × "&lt;i&gt;5&lt;/i&gt;"' in hover


def test_lanes_are_named_and_the_undated_have_a_label() -> None:
    figure = charts.timeline([A, B, said(3, "")], [])
    assert set(figure.layout.yaxis.ticktext) == {"Ministry", "Brigade", "Unknown claimant"}
    assert charts.timeline([A, C], []).layout.xaxis.ticktext == ("1 Jun<br>2031", "undated")


@pytest.mark.parametrize(
    ("day", "label"),
    [("2031", "2031"), ("2031-06", "Jun<br>2031"), ("2031-06-02", "2 Jun<br>2031"), ("", "undated")],
)
def test_a_tick_says_as_much_as_is_known(day: str, label: str) -> None:
    assert charts.day_label(day) == label


def test_the_labels_of_many_days_are_thinned_out_but_never_that_of_the_undated() -> None:
    claims = [said(day, "Ministry", f"2031-06-{day:02}") for day in range(1, 29)]
    labels = charts.timeline([*claims, said(99, "Ministry", "")], []).layout.xaxis.ticktext
    assert len(labels) <= charts.MOST_LABELS + 1
    assert labels[-1] == "undated"


def test_the_figure_survives_having_nothing_to_draw() -> None:
    assert len(charts.timeline([], []).data) == 0


def test_the_figure_is_told_in_words() -> None:
    told = charts.in_words([A, B, C], [pair(A, B)])
    assert told == "Timeline, 2031-06-01 to 2031-06-02: claims 3, claimants 3, conflicts between them 1."
