from __future__ import annotations

import pytest

from factcheck.example import PROJECT_NAME
from factcheck.model import ClaimFilter, ConflictKind
from factcheck.workbench import Workbench
from factcheck.workbench.example import load_example

pytestmark = pytest.mark.models


def test_the_worked_example_shows_what_the_workbench_is_for(bench: Workbench) -> None:
    assert load_example(bench, only_if_empty=True)
    example = bench.in_project(PROJECT_NAME)
    kinds = {view.conflict.kind for view in example.browse.pairs()}
    assert set(ConflictKind) <= kinds
    lined_up = [
        {claim.claim_author_name for side in view.sides for claim in side} for view in example.browse.disputes()
    ]
    assert any({"Russian Defence Ministry", "Freedom of Russia Legion"} <= names for names in lined_up)
    assert example.reports.claimreview_jsonld().items == 3
    before = example.browse.count(ClaimFilter())
    assert not load_example(bench)
    assert example.browse.count(ClaimFilter()) == before


def test_work_of_ones_own_keeps_the_example_away(bench: Workbench) -> None:
    bench.imports.run(b"claim\nThe dam held.\n", "dam.csv", "Ada")
    assert not load_example(bench, only_if_empty=True)
    assert PROJECT_NAME not in bench.projects()
