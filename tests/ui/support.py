"""A small story, imported as a user would and with an analysis in place, without loading a model."""

from __future__ import annotations

from factcheck.model import Conflict, ConflictKind, Dispute, Position, Topic
from factcheck.store import analyses, derived
from factcheck.workbench import Workbench
from tests.workbench.support import STORY, load_story

__all__ = ["STORY", "analysed", "load_story"]

RAID = ("p1", "p2", "p3", "p4", "p5", "p6")
BREAD = ("b1", "b2", "b3")


def analysed(bench: Workbench) -> dict[str, int]:
    """Three disputes in two topics, one claim left over; gives external id → claim id."""
    ids = load_story(bench)
    raid, bread = (tuple(ids[name] for name in names) for names in (RAID, BREAD))
    topics = [
        Topic("t1", "Larkov: raid, troops", ("raid", "troops"), raid),
        Topic("t7", "Bread, Dorn", ("bread",), bread),
    ]
    pairs = [
        _conflict(ids["p1"], ids["p2"], ConflictKind.CONTRADICTION, 0.9, "t1", "d1"),
        _conflict(ids["p4"], ids["p5"], ConflictKind.RESPONSIBILITY, 0.8, "t1", "d2"),
        _conflict(ids["b1"], ids["b2"], ConflictKind.CONTRADICTION, 0.7, "t7", "d3"),
        _conflict(ids["p1"], ids["p3"], ConflictKind.AGREEMENT, 0.6, "t1", ""),
    ]
    disputes = [
        Dispute(pair.dispute_id, pair.topic_id, f"Question {pair.dispute_id}", pair.score, _positions(pair))
        for pair in pairs
        if pair.dispute_id
    ]
    run = bench.analysis.start()
    with bench.desk.writing() as connection:
        analyses.finish(connection, run.id, "sentences-1", "rules-1")
        derived.replace(connection, bench.desk.project, topics, pairs, disputes)
    return ids


def _conflict(a: int, b: int, kind: ConflictKind, score: float, topic: str, dispute: str) -> Conflict:
    reason = 'who did it: "soldiers" × "<b>shelling</b>"'
    return Conflict(a, b, kind, score, score, score, 0.7, 0.0, 0.0, reason, (), (), topic, dispute)


def _positions(pair: Conflict) -> tuple[Position, ...]:
    return Position(0, (pair.claim_a_id,)), Position(1, (pair.claim_b_id,))
