"""Conflicts lined up into disputes with their positions."""

from __future__ import annotations

from factcheck.model import Claim, Conflict, ConflictKind
from factcheck.pipeline.disputes import line_up
from tests.pipeline.support import claim

CLAIMS = [claim(number, f"Statement number {number} about the sluice gate.") for number in range(1, 10)]
TOPICS = dict.fromkeys(range(1, 10), "t1")


def pair(a: int, b: int, kind: ConflictKind = ConflictKind.CONTRADICTION, score: float = 0.8) -> Conflict:
    return Conflict(a, b, kind, score, 0, 0, 0, 0, 0, "")


def agree(a: int, b: int, score: float = 0.9) -> Conflict:
    return pair(a, b, ConflictKind.AGREEMENT, score)


def sides_of(*conflicts: Conflict) -> list[list[tuple[int, ...]]]:
    disputes, _ = line_up(CLAIMS, conflicts, TOPICS)
    return [[position.claim_ids for position in dispute.positions] for dispute in disputes]


def test_two_clashing_claims_are_a_dispute_with_two_sides() -> None:
    disputes, filled = line_up(CLAIMS, [pair(2, 5)], TOPICS)
    assert [(d.id, d.topic_id, d.score) for d in disputes] == [("d2", "t1", 0.8)]
    assert [(p.side, p.claim_ids) for p in disputes[0].positions] == [(1, (2,)), (2, (5,))]
    assert [(c.dispute_id, c.topic_id) for c in filled] == [("d2", "t1")]


def test_claims_that_clash_with_the_same_claim_share_a_side() -> None:
    assert sides_of(pair(1, 2), pair(2, 3)) == [[(1, 3), (2,)]]


def test_agreeing_claims_share_a_side_also_when_one_of_them_clashes_with_nobody() -> None:
    assert sides_of(pair(1, 2), agree(2, 4)) == [[(1,), (2, 4)]]


def test_three_claims_that_all_clash_take_three_positions() -> None:
    assert sides_of(pair(1, 2), pair(2, 3), pair(1, 3)) == [[(1,), (2,), (3,)]]


def test_clashing_claims_never_share_a_side_even_if_others_say_they_agree() -> None:
    assert sides_of(pair(1, 2), agree(1, 3), agree(3, 2, score=0.5)) == [[(1, 3), (2,)]]


def test_a_claim_that_is_in_no_pair_stands_on_no_side() -> None:
    [dispute] = sides_of(pair(1, 2))
    assert {i for side in dispute for i in side} == {1, 2}


def test_overtaken_claims_take_no_side_and_get_no_dispute() -> None:
    disputes, filled = line_up(CLAIMS, [pair(1, 2, ConflictKind.SUPERSEDED)], TOPICS)
    assert disputes == []
    assert [c.dispute_id for c in filled] == [""]


def test_agreement_alone_is_no_dispute() -> None:
    disputes, filled = line_up(CLAIMS, [agree(1, 2)], TOPICS)
    assert disputes == []
    assert [c.dispute_id for c in filled] == [""]


def test_conflicts_joined_by_agreeing_claims_are_one_question() -> None:
    assert sides_of(pair(1, 2), pair(3, 4), agree(1, 3)) == [[(1, 3), (2, 4)]]


def test_unconnected_conflicts_are_two_disputes_the_surest_first() -> None:
    disputes, _ = line_up(CLAIMS, [pair(1, 2, score=0.5), pair(3, 4, score=0.9)], TOPICS)
    assert [d.id for d in disputes] == ["d3", "d1"]


def test_a_clash_of_figures_is_another_question_than_a_clash_of_accounts() -> None:
    disputes, filled = line_up(CLAIMS, [pair(1, 2), pair(1, 3, ConflictKind.NUMBER)], TOPICS)
    assert len(disputes) == 2
    assert len({d.id for d in disputes}) == 2
    assert {c.dispute_id for c in filled} == {d.id for d in disputes}


def test_agreement_in_a_number_takes_no_side_on_who_did_it() -> None:
    same_toll = Conflict(2, 4, ConflictKind.AGREEMENT, 0.9, 0, 0, 0, 0, 0, "", clash_a=((0, 3),), clash_b=((0, 3),))
    assert sides_of(pair(1, 2, ConflictKind.RESPONSIBILITY), same_toll) == [[(1,), (2,)]]
    assert sides_of(pair(1, 2, ConflictKind.NUMBER), same_toll) == [[(1,), (2, 4)]]


def test_conflicts_come_back_in_the_order_they_were_given() -> None:
    given = [pair(3, 4, score=0.5), agree(1, 5), pair(1, 2)]
    _, filled = line_up(CLAIMS, given, TOPICS)
    assert [(c.claim_a_id, c.claim_b_id) for c in filled] == [(3, 4), (1, 5), (1, 2)]


def test_the_order_of_conflicts_changes_nothing() -> None:
    given = [pair(1, 2), pair(2, 3), agree(3, 6), pair(4, 5), pair(1, 5), agree(2, 7), pair(6, 8)]
    assert sides_of(*given) == sides_of(*reversed(given))


def test_a_chain_of_many_conflicts_keeps_to_two_sides() -> None:
    assert sides_of(*(pair(n, n + 1) for n in range(1, 9))) == [[(1, 3, 5, 7, 9), (2, 4, 6, 8)]]


def test_the_label_puts_the_question_in_few_words() -> None:
    a, b = "The rebel raid on Orvel was repelled.", "The rebel raid on Orvel is still going on."
    spans = {"clash_a": ((28, 36),), "clash_b": ((27, 41),)}
    clash = Conflict(1, 2, ConflictKind.CONTRADICTION, 0.8, 0, 0, 0, 0, 0, "", **spans)
    claims: list[Claim] = [claim(1, a), claim(2, b)]
    [dispute], _ = line_up(claims, [clash], {})
    assert dispute.label == 'Rebel raid: "repelled" or "still going on"?'
    assert dispute.topic_id == ""


def test_a_question_of_responsibility_asks_who_did_it() -> None:
    a, b = "Rain burst the dam.", "Neglect burst the dam."
    clash = Conflict(1, 2, ConflictKind.RESPONSIBILITY, 0.8, 0, 0, 0, 0, 0, "", clash_a=((0, 4),), clash_b=((0, 7),))
    [dispute], _ = line_up([claim(1, a), claim(2, b)], [clash], {})
    assert dispute.label == 'Who or what did it: "Rain" or "Neglect"?'


def test_a_label_without_marked_words_falls_back_on_the_first_claim() -> None:
    [dispute], _ = line_up([claim(1, "A" * 200), claim(2, "B")], [pair(1, 2)], {})
    assert dispute.label.startswith("AAA")
    assert len(dispute.label) <= 80
