"""The disputes of this project: well-formed, apart by part, and read as they are labelled."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from training.data import (
    CONTRADICTION,
    ENTAILMENT,
    NEUTRAL,
    SUPERSEDED,
    dispute_pairs,
    one_pass,
    part_of,
    read_disputes,
)

FOLDER = Path(__file__).parents[2] / "training" / "disputes"
EVERY = read_disputes(FOLDER, "all")
KINDS = {"contradiction", "number", "responsibility"}

TOLL: dict[str, Any] = {
    "id": "x",
    "claims": [
        {"id": "b", "who": "Mayor", "when": "2031-05-04", "text": "The toll stands at 31."},
        {"id": "a", "who": "Police", "when": "2031-05-01", "text": "Twelve people died."},
        {"id": "c", "who": "Doctor", "when": "2031-05-01", "text": "A dozen were killed."},
        {"id": "d", "who": "Priest", "when": "2031-05-01", "text": "Nobody was hurt."},
    ],
    "conflict": [["a", "d", "number"], ["c", "d", "number"], ["b", "d", "number"]],
    "agree": [["a", "c"]],
    "superseded": [["a", "b"]],
}


def test_there_are_many_and_no_id_twice() -> None:
    assert len(EVERY) >= 600
    assert [i for i, n in Counter(d["id"] for d in EVERY).items() if n > 1] == []


@pytest.mark.parametrize("dispute", EVERY, ids=lambda d: d["id"])
def test_every_dispute_is_well_formed(dispute: dict[str, Any]) -> None:
    claims = {c["id"]: c for c in dispute["claims"]}
    assert 5 <= len(claims) == len(dispute["claims"]) <= 12
    for claim in claims.values():
        date.fromisoformat(claim["when"])
        assert 4 <= len(claim["text"].split()) <= 45
    listed = [tuple(sorted(p[:2])) for name in ("conflict", "agree", "superseded") for p in dispute.get(name, [])]
    assert len(listed) == len(set(listed))
    assert set(listed) <= set(combinations(sorted(claims), 2))
    assert {p[2] for p in dispute["conflict"]} <= KINDS
    for earlier, later in dispute.get("superseded", []):
        assert claims[earlier]["when"] < claims[later]["when"]


def test_the_parts_are_apart_and_large_enough() -> None:
    parts = {name: {d["id"] for d in read_disputes(FOLDER, name)} for name in ("train", "develop", "check")}
    assert sum(map(len, parts.values())) == len(EVERY)
    assert not parts["train"] & parts["check"]
    assert not parts["train"] & parts["develop"]
    assert min(len(parts["develop"]), len(parts["check"])) >= 60
    assert part_of("war-001") == part_of("war-001")


def test_no_claim_of_the_check_part_is_seen_in_training() -> None:
    seen = {c["text"].lower() for d in EVERY if part_of(d["id"]) == "train" for c in d["claims"]}
    assert [
        c["text"] for d in EVERY if part_of(d["id"]) == "check" for c in d["claims"] if c["text"].lower() in seen
    ] == []


def test_pairs_have_their_label_the_earlier_first() -> None:
    found = {(p.first, p.second): (p.label, p.days) for p in dispute_pairs(TOLL)}
    assert found["Twelve people died.", "The toll stands at 31."] == (SUPERSEDED, 3)
    assert found["Twelve people died.", "A dozen were killed."] == (ENTAILMENT, 0)
    assert found["A dozen were killed.", "The toll stands at 31."] == (NEUTRAL, 3)
    assert sum(label == CONTRADICTION for label, _ in found.values()) == 3


def test_without_different_dates_nothing_is_superseded() -> None:
    pairs = [dispute_pairs(TOLL)]
    for seed in range(40):
        for example in one_pass(pairs, seed):
            timed = example.second.startswith(("3 days later", "3 days earlier"))
            assert example.label != SUPERSEDED or timed


def test_a_pass_is_the_same_for_the_same_seed() -> None:
    pairs = [dispute_pairs(d) for d in EVERY[:5]]
    assert one_pass(pairs, 1) == one_pass(pairs, 1)
    assert one_pass(pairs, 1) != one_pass(pairs, 2)
