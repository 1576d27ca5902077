"""The derived chain as a whole, from texts to disputes, with the real sentence model."""

from __future__ import annotations

from itertools import combinations

import pytest

from factcheck.model import Claim, Conflict, ConflictKind
from factcheck.pipeline.disputes import line_up
from factcheck.pipeline.embedding import load_embedder
from factcheck.pipeline.topics import group
from tests.pipeline.support import analysed, claim
from tests.pipeline.test_topics import DAM, ODD

STORY = [
    claim(1, "Border troops repelled the raid on Orvel, killing 40 of the raiders.", "Defence ministry", "2031-05-01"),
    claim(2, "The raiders are still very much involved in combat.", "Free Valley Brigade", "2031-05-02"),
    claim(3, "Groups of raiders are still fighting inside Orvel district.", "Local newspaper", "2031-05-02"),
    claim(4, "Two people were killed and two injured by Norlish shelling.", "Governor of Orvel", "2031-05-02"),
    claim(
        5,
        "The two were killed by Sudran soldiers, who took their car for one of ours.",
        "Free Valley Brigade",
        "2031-05-02",
    ),
    claim(6, "At least two civilians were killed on the road.", "Free Valley Brigade", "2031-05-02"),
    claim(7, "There was fighting further east in Orvel, near the village of Lesk.", "War blog", "2031-05-02"),
    claim(8, "The fighting further east round Lesk was a diversionary attack.", "Brigade's envoy", "2031-05-02"),
    claim(9, "Several people were injured in the port.", "Port police", "2031-05-02"),
    claim(10, "The raid on Orvel was better prepared than the one in April.", "Brigade's envoy", "2031-05-02"),
]

pytestmark = pytest.mark.models


@pytest.fixture(scope="module")
def found() -> dict[tuple[int, int], Conflict]:
    vectors = load_embedder("builtin").embed([c.claim_text for c in STORY])
    conflicts = analysed(STORY, vectors, group(vectors, [c.claim_text for c in STORY]))
    return {(min(c.claim_a_id, c.claim_b_id), max(c.claim_a_id, c.claim_b_id)): c for c in conflicts}


@pytest.mark.parametrize(
    ("pair", "kind"),
    [
        ((1, 2), ConflictKind.CONTRADICTION),
        ((1, 3), ConflictKind.CONTRADICTION),
        ((4, 5), ConflictKind.RESPONSIBILITY),
    ],
)
def test_statements_that_clash_are_found(
    found: dict[tuple[int, int], Conflict], pair: tuple[int, int], kind: ConflictKind
) -> None:
    assert found[pair].kind is kind


def test_nothing_else_is_called_a_conflict(found: dict[tuple[int, int], Conflict]) -> None:
    assert {pair for pair, c in found.items() if c.kind.is_conflict} == {(1, 2), (1, 3), (4, 5)}


def test_the_sides_are_lined_up_and_the_question_is_put(found: dict[tuple[int, int], Conflict]) -> None:
    disputes, _ = line_up(STORY, list(found.values()), {})
    sides = {d.id: [p.claim_ids for p in d.positions] for d in disputes}
    assert sides["d1"] == [(1,), (2, 3)]
    assert 4 in sides["d4"][0]
    assert sides["d4"][1:] == [(5,)]


def test_an_unrelated_story_and_odd_claims_add_no_conflict_across() -> None:
    others = [
        Claim(claim_text=text, claim_author_name=f"Voice {n}", id=n) for n, text in enumerate(DAM + ODD, start=20)
    ]
    claims = [*STORY, *others]
    vectors = load_embedder("builtin").embed([c.claim_text for c in claims])
    conflicts = analysed(claims, vectors, group(vectors, [c.claim_text for c in claims]))
    across = [c for c in conflicts if (c.claim_a_id < 20) != (c.claim_b_id < 20)]
    assert across == []
    clashing = {frozenset((c.claim_a_id, c.claim_b_id)) for c in conflicts if c.kind.is_conflict}
    dam = {frozenset((a.id, b.id)) for a, b in combinations(others, 2)} & clashing
    assert {frozenset((22, 23)), frozenset((26, 27))} <= dam
