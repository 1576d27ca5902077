"""Pairs of claims with their scores and decisions → conflicts.csv, one row a pair."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.model import Claim
from factcheck.pipeline.export.cells import Cell, Row, csv_chunks
from factcheck.pipeline.export.columns import CONFLICT_COLUMNS
from factcheck.pipeline.export.masking import Mask, mask_for
from factcheck.pipeline.export.records import ConflictRecord, ExportContext


def conflicts_csv(records: Iterable[ConflictRecord], context: ExportContext, *, bom: bool = True) -> Iterator[str]:
    """conflicts.csv in chunks of text, all kinds and states; `records` is read once and never held."""
    return csv_chunks(CONFLICT_COLUMNS, (_row(record, context) for record in records), bom)


def _row(record: ConflictRecord, context: ExportContext) -> tuple[Row, Mask]:
    mask = mask_for([record.a, record.b], context.protected)
    models = {"nli_model": context.nli_model, "embedding_model": context.embedding_model}
    sides = _side_cells("a", record.a, mask) | _side_cells("b", record.b, mask)
    return {**_pair_cells(record, mask), **sides, **_decision_cells(record), **models}, mask


def _pair_cells(record: ConflictRecord, mask: Mask) -> dict[str, Cell]:
    conflict, topic = record.conflict, record.topic
    return {
        "conflict_id": conflict.id,
        "topic_id": topic.id if topic else conflict.topic_id,
        "topic_label": mask.label(topic.label) if topic else "",
        "dispute_id": conflict.dispute_id,
        "kind": conflict.kind,
        "state": record.state,
        "score": float(conflict.score),
        "score_contradiction_ab": float(conflict.score_contradiction_ab),
        "score_contradiction_ba": float(conflict.score_contradiction_ba),
        "score_similarity": float(conflict.score_similarity),
        "score_number": float(conflict.score_number),
        "score_time": float(conflict.score_time),
        "reason": conflict.reason,
    }


def _side_cells(side: str, claim: Claim, mask: Mask) -> dict[str, Cell]:
    return {
        f"claim_{side}_id": claim.id,
        f"claim_{side}_external_id": claim.external_id,
        f"claim_{side}_text": claim.claim_text,
        f"claim_{side}_author_name": claim.claim_author_name,
        f"claim_{side}_date": claim.claim_date,
        f"claim_{side}_source_name": claim.source_name,
        f"claim_{side}_source_url": mask.link(claim.source_url),
        f"claim_{side}_claimant": claim.claimant,
    }


def _decision_cells(record: ConflictRecord) -> dict[str, Cell]:
    decision = record.decision
    return {
        "decided_by": decision.reviewer if decision else "",
        "decided_at": decision.created_at if decision else None,
        "decision_reason": decision.reason if decision else "",
    }
