from __future__ import annotations

import time
from collections.abc import Sequence

import numpy as np
import pytest

from factcheck.errors import NotFound
from factcheck.model import Progress, Verdict, silent
from factcheck.pipeline.embedding import FloatArray
from factcheck.store import rulings
from factcheck.workbench import Workbench, kept_index, past_rulings
from factcheck.workbench.past_rulings import Likeness, NearRuling, apart
from tests.workbench.support import load_story

AGAIN = """id,claim,speaker,outlet,rating,reviewer
q1,The raid on Larkov was repelled within a few hours.,Harbour radio,Harbour radio,,
q2,Bread in Dorn costs no more than last year.,Town hall,Dorn Echo,Pants on fire,Other Desk
"""


class Flat:
    """Gives every text the same vector: only words can tell them apart."""

    name, dimension = "flat", 4

    def __init__(self) -> None:
        self.seen: list[str] = []

    def embed(self, texts: Sequence[str], progress: Progress = silent) -> FloatArray:
        self.seen += texts
        return np.full((len(texts), 4), 0.5, np.float32)


@pytest.fixture
def ids(bench: Workbench) -> dict[str, int]:
    load_story(bench)
    bench.imports.run(AGAIN.encode(), "again.csv", "Ada")
    return bench.browse.external_ids()


@pytest.fixture(autouse=True)
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(past_rulings, "_loaded", lambda _name: None)


def judge(bench: Workbench, claim: int, rating: str = "False", by: str = "Ada") -> int:
    seen = bench.browse.claim(claim).newest_verdict_id
    return bench.review.save_verdict(Verdict(claim, by, rating, "The log."), seen)


def found_near(bench: Workbench, claim: int) -> list[NearRuling]:
    found = bench.past_rulings.near(claim)
    assert found is not None
    return found


def near(bench: Workbench, claim: int) -> list[int]:
    return [found.claim.id for found in found_near(bench, claim)]


def test_before_anything_is_judged_there_is_nothing(bench: Workbench, ids: dict[str, int]) -> None:
    assert bench.past_rulings.near(ids["q1"]) == []


def test_a_verdict_on_nearly_the_same_claim_is_found_and_never_the_claim_itself(
    bench: Workbench, ids: dict[str, int]
) -> None:
    for name in ("p3", "q1", "p4", "z1"):
        judge(bench, ids[name])
    (found,) = found_near(bench, ids["q1"])
    assert (found.claim.id, found.likeness) == (ids["p3"], Likeness.NEARLY_THE_SAME)
    (ruling,) = found.rulings
    assert (ruling.rating, ruling.reviewer, ruling.explanation, ruling.elsewhere) == ("False", "Ada", "The log.", False)
    assert near(bench, ids["z1"]) == []


def test_a_ruling_that_came_with_the_file_counts_too(bench: Workbench, ids: dict[str, int]) -> None:
    (found,) = found_near(bench, ids["b2"])
    assert found.claim.id == ids["q2"]
    assert [(r.rating, r.reviewer, r.elsewhere) for r in found.rulings] == [("Pants on fire", "Other Desk", True)]


def test_each_reviewers_newest_ruling_is_given_the_newest_first(bench: Workbench, ids: dict[str, int]) -> None:
    judge(bench, ids["p3"], "Mixed")
    judge(bench, ids["p3"], "True", "Ben")
    judge(bench, ids["p3"], "False")
    (found,) = found_near(bench, ids["q1"])
    assert [(r.rating, r.reviewer) for r in found.rulings] == [("False", "Ada"), ("True", "Ben")]


def test_the_index_follows_verdicts_and_undone_imports(bench: Workbench, ids: dict[str, int]) -> None:
    assert near(bench, ids["q1"]) == []
    judge(bench, ids["p3"])
    assert near(bench, ids["q1"]) == [ids["p3"]]
    judge(bench, ids["q1"])
    assert near(bench, ids["p3"]) == [ids["q1"]]
    bench.imports.undo(next(batch.id for batch in bench.imports.list() if "again" in batch.name), "Ada")
    assert near(bench, ids["p3"]) == []


def test_a_new_verdict_adds_to_the_index_and_reads_no_other(
    bench: Workbench, ids: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    judge(bench, ids["p3"])
    near(bench, ids["q1"])
    monkeypatch.setattr(rulings, "judged", lambda *_: pytest.fail("read every judged claim again"))
    judge(bench, ids["p1"])
    assert ids["p3"] in near(bench, ids["q1"])
    assert near(bench.in_project(bench.project), ids["q1"])


def test_projects_do_not_see_each_other(bench: Workbench, ids: dict[str, int]) -> None:
    judge(bench, ids["p3"])
    other = bench.in_project("Other desk")
    there = load_story(other)
    assert near(other, there["p3"]) == []
    with pytest.raises(NotFound, match="no claim"):
        other.past_rulings.near(ids["q1"])


def test_with_the_model_loaded_a_few_are_embedded_while_a_reader_waits(
    bench: Workbench, ids: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    flat = Flat()
    monkeypatch.setattr(past_rulings, "_loaded", lambda _name: flat)
    judge(bench, ids["p3"])
    assert near(bench, ids["q1"])[0] == ids["p3"]
    before = len(flat.seen)
    near(bench, ids["q1"])
    # Judged claims are embedded once; the claim that is asked for has no cached vector here.
    assert flat.seen[before:] == ["The raid on Larkov was repelled within a few hours."]


def test_thousands_of_judged_claims_are_read_in_beside_the_pages(
    bench: Workbench, ids: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_index, "SOON", 1)
    judge(bench, ids["p3"])
    assert bench.past_rulings.near(ids["q1"]) is None
    latest = time.monotonic() + 30
    while bench.past_rulings.near(ids["q1"]) is None and time.monotonic() < latest:
        time.sleep(0.02)
    assert near(bench, ids["q1"]) == [ids["p3"]]


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("True", "False", True),
        ("True", "Mostly true", False),
        ("Mixed", "false", True),
        ("True", "Unverifiable", True),
        ("Unverifiable", "Unverifiable", False),
        ("True", "Pants on fire", False),
    ],
)
def test_ratings_apart(one: str, other: str, differ: bool) -> None:
    assert apart(one, other) is differ


def test_a_departing_rating_is_noticed_only_beside_nearly_the_same_claim(bench: Workbench, ids: dict[str, int]) -> None:
    judge(bench, ids["p3"], "False")
    (found,) = found_near(bench, ids["q1"])
    assert found.departs("True")
    assert not found.departs("Mostly false")
    assert not found.departs("")


@pytest.mark.models
def test_any_text_is_matched_with_the_model(bench: Workbench, ids: dict[str, int]) -> None:
    judge(bench, ids["p3"])
    found = bench.past_rulings.near_text("In Larkov the raiders were beaten back within hours")
    assert [view.claim.id for view in found] == [ids["p3"]]
