"""The large project of the benchmarks, small: what the pages count and page there is what a full reading gives."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks.big_project import build
from benchmarks.big_texts import invented, restated, texts

from factcheck.model import ClaimFilter, PairChoice
from factcheck.workbench import Workbench


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbench]:
    bench = build(f"sqlite:///{tmp_path_factory.mktemp('large') / 'large.sqlite3'}", invented(400))
    yield bench
    bench.close()


def test_texts_are_taken_from_every_set_in_turn_and_then_said_again(tmp_path: Path) -> None:
    (tmp_path / "claims_liar.tsv").write_text(
        '1.json\ttrue\tThe "old mill is sold.\tland\n2.json\tfalse\tRain fell.\tsky\n'
    )
    with gzip.open(tmp_path / "snopes_claims.jsonl.gz", "wt") as file:
        file.write(json.dumps({"vclaim": "A dog ran the post office."}) + "\n")
    (tmp_path / "claims_babe_semicolon_bom.csv").write_text("text;outlet\nThe bridge; is open;A\n", "utf-8-sig")
    found = texts(tmp_path, 8)
    assert found[:4] == ['The "old mill is sold.', "A dog ran the post office.", "The bridge", "Rain fell."]
    assert len(set(found)) == 8
    assert found[4] == 'Report 1: The "old mill is sold.'


def test_a_folder_without_data_sets_is_told(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="none of the data sets"):
        texts(tmp_path, 3)


def test_restatements_never_repeat_a_text() -> None:
    assert len(set(restated(["one", "two"], 50))) == 50


def test_disputes_are_those_of_a_full_reading(large: Workbench) -> None:
    standing = large.browse.lineup().disputes
    pairs = [pair for pair in large.browse.pairs() if pair.conflict.dispute_id]
    clashing = {p.conflict.dispute_id for p in pairs if p.decision is None or p.decision.choice is PairChoice.CONFIRM}
    undecided = sum(pair.decision is None for pair in pairs)
    assert {dispute.id for dispute in standing} == clashing
    assert sum(dispute.open for dispute in standing) == undecided == large.browse.summary().open_pairs
    views = large.browse.disputes()
    assert [view.dispute.id for view in views] == [dispute.id for dispute in standing]
    assert [(view.open, len(view.pairs)) for view in views] == [(dispute.open, dispute.pairs) for dispute in standing]


def test_claims_to_judge_come_by_their_surest_conflict(large: Workbench) -> None:
    order: dict[int, None] = {}
    for pair in large.browse.pairs():
        stands = pair.decision is None or pair.decision.choice is PairChoice.CONFIRM
        if pair.conflict.kind.is_conflict and stands:
            order |= dict.fromkeys((pair.a.id, pair.b.id))
    every = [claim.id for claim in large.browse.claims(ClaimFilter())]
    assert large.browse.review_order(ClaimFilter(), in_dispute=True) == list(order)
    rest = [claim_id for claim_id in every if claim_id not in order]
    assert large.browse.review_order(ClaimFilter()) == [*order, *rest]


def test_topics_page_by_page_are_those_of_a_full_reading(large: Workbench) -> None:
    whole = [(topic.id, topic.label, len(topic.claim_ids)) for topic in large.browse.topics()]
    paged = [line for start in range(0, len(whole), 7) for line in large.browse.topic_page(7, start)]
    assert [(line.id, line.label, line.claims) for line in paged] == whole
    first = large.browse.topics()[0]
    assert large.browse.topic(first.id) == first
    speakers = {claim.claimant for claim in large.browse.claims(ClaimFilter(topic_id=first.id))}
    assert paged[0].claimants == len(speakers)


def test_an_undone_import_takes_its_claims_out_of_every_count(large: Workbench) -> None:
    batch = large.imports.list()[0]
    large.imports.undo(batch.id, "Ada Fox", "for the test")
    gone = {claim.id for claim in large.browse.claims(ClaimFilter())}
    summary = large.browse.summary()
    assert summary.claims == len(gone) == 400 - batch.counts.added
    assert summary.ungrouped == large.browse.count(ClaimFilter(topic_id=""))
    assert summary.topics == len(large.browse.topics())
    assert set(large.browse.review_order(ClaimFilter(), in_dispute=True)) <= gone
    assert sum(view.open for view in large.browse.disputes()) == summary.open_pairs
