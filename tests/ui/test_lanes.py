from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.model import Claim, DatePrecision
from factcheck.ui.lanes import DOT, LONGEST_GAP, UNDATED, WIDTH, day_of, lay_out

PRECISION = {4: DatePrecision.YEAR, 7: DatePrecision.MONTH, 10: DatePrecision.DAY}


def said(number: int, who: str, day: str = "") -> Claim:
    precision = PRECISION.get(len(day), DatePrecision.MINUTE if day else DatePrecision.UNKNOWN)
    return Claim(
        f"Statement {number}.", claim_author_name=who, claim_date=day, claim_date_precision=precision, id=number
    )


def test_whoever_spoke_first_is_on_top_and_who_never_gave_a_date_at_the_bottom() -> None:
    layout = lay_out([said(1, "Nobody dated"), said(2, "Late", "2031-06-03"), said(3, "Early", "2031-06-01")])
    assert [lane.claimant for lane in layout.lanes] == ["Early", "Late", "Nobody dated"]


def test_undated_claims_have_the_last_column_to_themselves() -> None:
    layout = lay_out([said(1, "A", "2031-06-01"), said(2, "A"), said(3, "B", "2031-06-02")])
    assert [column.day for column in layout.columns] == ["2031-06-01", "2031-06-02", UNDATED]
    assert layout.dots[2][0] > max(layout.dots[1][0], layout.dots[3][0]) + 1


@pytest.mark.parametrize("day", ["", "soon", "2031-13-01", "2031-6-1", "20310601", "0"])
def test_what_is_no_date_counts_as_undated(day: str) -> None:
    assert day_of(Claim("x", claim_date=day, claim_date_precision=DatePrecision.DAY)) == UNDATED


def test_a_date_of_unknown_precision_is_not_believed() -> None:
    assert day_of(Claim("x", claim_date="2031-06-01")) == UNDATED


def test_a_month_and_a_day_in_it_are_two_columns() -> None:
    layout = lay_out([said(1, "A", "2031-06"), said(2, "A", "2031-06-01"), said(3, "A", "2031")])
    assert [column.day for column in layout.columns] == ["2031", "2031-06", "2031-06-01"]


def test_the_time_of_day_orders_claims_within_their_day() -> None:
    layout = lay_out([said(1, "A", "2031-06-01T18:00"), said(2, "A", "2031-06-01T06:30+03:00")])
    assert len(layout.columns) == 1
    assert layout.dots[2][0] < layout.dots[1][0]


def test_a_long_silence_is_shortened_and_told() -> None:
    layout = lay_out([said(1, "A", "2001-06-01"), said(2, "A", "2031-06-01"), said(3, "A", "2031-06-02")])
    first, second, third = layout.columns
    assert second.x - first.x == LONGEST_GAP
    assert (second.days_before, third.days_before) == (10957, 0)


def test_no_two_dots_ever_lie_on_each_other() -> None:
    days = ["2031-06-01", "2031-06-02", "2031-06-09", ""]
    claims = [said(number, f"Speaker {number % 3}", days[number % 4]) for number in range(1, 120)]
    layout = lay_out(claims)
    pixels = WIDTH / (layout.columns[-1].x + 1)
    places = sorted(layout.dots.values())
    assert len(places) == len(claims)
    for number, (x, y) in enumerate(places):
        for other_x, other_y in places[number + 1 :]:
            assert abs(x - other_x) * pixels >= DOT * 0.6 or abs(y - other_y) >= 0.6


def test_every_dot_lies_in_its_lane() -> None:
    claims = [said(number, f"Speaker {number % 2}", "2031-06-01") for number in range(1, 30)]
    layout = lay_out(claims)
    lanes = {lane.claimant: lane for lane in layout.lanes}
    for claim in claims:
        lane = lanes[claim.claim_author_name]
        assert lane.top < layout.dots[claim.id][1] < lane.bottom


def test_no_claims_give_an_empty_layout() -> None:
    layout = lay_out([])
    assert (layout.columns, layout.lanes, layout.dots, layout.height) == ((), (), {}, 0.0)


def test_names_that_were_joined_share_a_lane() -> None:
    one, other = (replace(said(number, who), joined="Town hall") for number, who in ((1, "The mayor"), (2, "City")))
    assert [lane.claimant for lane in lay_out([one, other, said(3, "Guild")]).lanes] == ["Guild", "Town hall"]
