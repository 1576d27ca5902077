"""The list of disputes: the statements shown are those that the question is put from."""

from __future__ import annotations

from factcheck.model import Claim, Conflict, ConflictKind, Dispute
from factcheck.ui.compare_list import leading
from factcheck.workbench.browse import DisputeView, PairView


def claim(number: int) -> Claim:
    return Claim(id=number, claim_text=f"Statement {number}.")


def pair(a: Claim, b: Claim, score: float) -> PairView:
    assert a.id is not None
    assert b.id is not None
    return PairView(
        Conflict(a.id, b.id, ConflictKind.CONTRADICTION, score, score, score, 0.5, 0.0, 0.0, ""), a, b, None
    )


def view(pairs: tuple[PairView, ...], *sides: tuple[Claim, ...]) -> DisputeView:
    return DisputeView(Dispute("d1", "", "Question?", 0.9, ()), None, sides, pairs, ())


def test_the_statements_of_the_surest_pair_stand_for_the_sides() -> None:
    one, two, three, four = (claim(number) for number in range(1, 5))
    shown = view((pair(two, four, 0.6), pair(one, three, 0.9)), (one, two), (three, four))
    assert [leading(shown, side).id for side in shown.sides] == [1, 3]


def test_a_third_side_is_stood_for_by_its_newest_statement() -> None:
    one, two, three, four = (claim(number) for number in range(1, 5))
    shown = view((pair(one, two, 0.9),), (one,), (two,), (three, four))
    assert leading(shown, shown.sides[2]).id == 4
