"""From claims to conflicts by way of the gate and the kept scores, with a scorer that counts what it is asked."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from factcheck import config
from factcheck.model import Claim, Conflict, PairContext, Progress, silent
from factcheck.neighbours import nearest
from factcheck.pipeline import gate
from factcheck.store.engine import Database
from factcheck.workbench import comparing
from factcheck.workbench.desk import Desk

COUNT = 60


class Counting:
    """Texts whose numbers add up to a multiple of five clash."""

    name = "counting"

    def __init__(self, dies_after: int = 10**9) -> None:
        self.asked: list[tuple[str, str]] = []
        self._left = dies_after

    def score(
        self, pairs: Sequence[tuple[str, str]], contexts: Sequence[PairContext] = (), progress: Progress = silent
    ) -> np.ndarray:
        self._left -= len(pairs)
        if self._left < 0:
            raise KeyboardInterrupt
        self.asked += pairs
        sums = [sum(int(text.split()[1]) for text in pair) for pair in pairs]
        return np.array([(0.95, 0, 0.05, 0) if s % 5 == 0 else (0, 0, 1, 0) for s in sums], np.float32).reshape(-1, 4)

    def misreads(self, text: str) -> str:
        return ""


@pytest.fixture
def desk(database: Database, project: int) -> Desk:
    return Desk(database, config.load({}, gate="off"), project, "Test desk")


CLAIMS = [
    Claim(f"Report {number} on the town of Larkov says one thing.", claim_author_name=f"Voice {number}", id=number + 1)
    for number in range(COUNT)
]
VECTORS = np.tile(np.eye(1, 384, dtype=np.float32), (COUNT, 1))


def compared(
    desk: Desk, scorer: Counting, claims: Sequence[Claim] = CLAIMS, progress: Progress = silent
) -> list[Conflict]:
    count = len(claims)
    near = nearest(VECTORS[:count])
    return comparing.compare(desk, claims, VECTORS[:count], np.full(count, -1, np.int64), near, scorer, progress)


def test_what_was_scored_once_is_never_scored_again_and_judged_the_same(desk: Desk) -> None:
    first, second = Counting(), Counting()
    found = compared(desk, first)
    assert found
    assert len(first.asked) > 256
    assert compared(desk, second) == found
    assert second.asked == []


def test_a_run_that_was_killed_goes_on_where_it_stopped(desk: Desk) -> None:
    killed, after, whole = Counting(dies_after=400), Counting(), Counting()
    with pytest.raises(KeyboardInterrupt):
        compared(desk, killed)
    assert killed.asked
    found = compared(desk, after)
    assert not set(after.asked) & set(killed.asked[:256])
    other = Desk(desk.database, desk.settings, desk.project, desk.project_name)
    whole.name = "counting all over"
    assert compared(other, whole) == found
    assert set(after.asked) < set(whole.asked)


def test_a_new_claim_costs_its_own_pairs_only(desk: Desk) -> None:
    compared(desk, Counting(), CLAIMS[:30])
    later = Counting()
    compared(desk, later, CLAIMS[:31])
    assert later.asked
    assert all(any(CLAIMS[30].claim_text in text for text in pair) for pair in later.asked)


def test_the_same_words_in_many_claims_are_asked_about_once(desk: Desk) -> None:
    copies = [Claim(CLAIMS[1 + at % 2].claim_text, claim_author_name=f"Outlet {at}", id=at + 1) for at in range(20)]
    scorer = Counting()
    compared(desk, scorer, copies)
    assert len(scorer.asked) == len(set(scorer.asked)) == 3


def test_another_date_is_another_question(desk: Desk) -> None:
    compared(desk, Counting(), CLAIMS[:3])
    dated = [
        Claim(c.claim_text, claim_author_name=c.claim_author_name, claim_date="2031-05-01", id=c.id) for c in CLAIMS[:3]
    ]
    again = Counting()
    compared(desk, again, dated)
    assert again.asked


def test_progress_tells_how_many_pairs_need_the_model(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "worth_asking", lambda texts, vectors, pairs, known, least: pairs[:, 0] == 0)
    stages: list[str] = []
    on = Desk(desk.database, config.load({}), desk.project, desk.project_name)
    scorer = Counting()
    compared(on, scorer, progress=lambda stage, done, total: stages.append(stage))
    (told,) = {stage for stage in stages if "Comparing" in stage}
    kept = len({frozenset(pair) for pair in scorer.asked})
    assert told.startswith(f"Comparing statements ({kept:,} of ")
    assert told.endswith("pairs need the model)")


def test_pairs_in_other_languages_and_small_projects_pass_the_gate(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "worth_asking", lambda texts, vectors, pairs, known, least: np.zeros(len(pairs), bool))
    on = Desk(desk.database, config.load({}), desk.project, desk.project_name)
    nothing, foreign, few, other = Counting(), Counting(), Counting(), Counting()
    assert compared(on, nothing) == []
    assert nothing.asked == []
    spoken = [Claim(c.claim_text, claim_author_name=c.claim_author_name, language="de", id=c.id) for c in CLAIMS]
    compared(on, foreign, spoken)
    assert foreign.asked
    few.name = "asked about few"
    compared(on, few, CLAIMS[: comparing.FEW])
    assert few.asked
    named = Desk(desk.database, config.load({}, embedding_model="some/model"), desk.project, desk.project_name)
    other.name = "for another embedder"
    compared(named, other)
    assert other.asked
