"""conflicts.csv puts both sides of every pair in one row."""

from __future__ import annotations

from dataclasses import replace

from factcheck.model import ConflictKind, ConflictState, PairChoice, PairDecision
from factcheck.pipeline.export import CONFLICT_COLUMNS, ConflictRecord, conflicts_csv
from tests.pipeline.export.rows import CLAIM, CONFLICT, CONTEXT, NOON, TOPIC, read

OTHER = replace(
    CLAIM,
    id=9,
    claim_text="The bridge was closed for one day.",
    claim_author_name="Roads Office",
    source_name="Hill Gazette",
    source_url="https://gazette.example.org/b",
    external_id="+9",
)
PAIR = ConflictRecord(CONFLICT, CLAIM, OTHER, TOPIC, ConflictState.SUGGESTED, None)


def test_a_pair_is_written_with_both_claims_and_all_its_scores() -> None:
    (cells,) = read(conflicts_csv([PAIR], CONTEXT))
    assert tuple(cells) == CONFLICT_COLUMNS
    assert (cells["conflict_id"], cells["kind"], cells["state"]) == ("c7-9", "number", "suggested")
    assert (cells["score"], cells["score_number"], cells["score_time"]) == ("0.9000", "1.0000", "0.5000")
    assert (cells["claim_a_id"], cells["claim_b_id"]) == ("7", "9")
    assert cells["claim_b_text"] == "The bridge was closed for one day."
    assert cells["claim_b_external_id"] == "'+9"
    assert (cells["topic_label"], cells["decided_by"], cells["decided_at"]) == ("bridge, closed", "", "")


def test_a_decision_is_written_with_who_when_and_why() -> None:
    decision = PairDecision(7, 9, PairChoice.DIFFERENT_SCOPE, "One lane, not both", "Ada", created_at=NOON)
    (cells,) = read(conflicts_csv([replace(PAIR, state=ConflictState.DISMISSED, decision=decision)], CONTEXT))
    assert (cells["state"], cells["decided_by"]) == ("dismissed", "Ada")
    assert (cells["decided_at"], cells["decision_reason"]) == ("2025-03-14T12:00:00+00:00", "One lane, not both")


def test_pairs_that_are_no_conflict_are_written_too() -> None:
    agreed = replace(PAIR, conflict=replace(CONFLICT, kind=ConflictKind.AGREEMENT), topic=None)
    (cells,) = read(conflicts_csv([agreed], CONTEXT))
    assert (cells["kind"], cells["topic_id"], cells["topic_label"]) == ("agreement", "t1", "")


def test_a_protected_claimant_is_hidden_on_either_side() -> None:
    told = replace(PAIR, conflict=replace(CONFLICT, reason="Ruth Amsel says three"))
    for pair in (told, replace(told, a=OTHER, b=CLAIM)):
        text = "".join(conflicts_csv([pair], replace(CONTEXT, protected=frozenset({"RUTH AMSEL"}))))
        assert "Amsel" not in text
        assert CLAIM.source_url not in text
        assert OTHER.source_url in text
