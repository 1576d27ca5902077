"""Claims with their verdicts → verdicts.csv, one row a claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from factcheck.model import Claim, Conflict, Verdict
from factcheck.pipeline.export.cells import Cell, Row, csv_chunks, join_links, join_list
from factcheck.pipeline.export.columns import VERDICT_COLUMNS
from factcheck.pipeline.export.completeness import completeness
from factcheck.pipeline.export.masking import Mask, mask_for
from factcheck.pipeline.export.rating import normalized_rating, rating_numbers, without_rating
from factcheck.pipeline.export.records import ClaimRecord, ExportContext
from factcheck.pipeline.export.standing import (
    agreement,
    current_verdict,
    second_verdict,
    settling_verdict,
    versions_of,
)
from factcheck.text.normalise import shorten

CLAIM_REVIEWED_LIMIT = 74
"""Characters; Google's guideline for claimReviewed asks for fewer than 75."""


def verdicts_csv(records: Iterable[ClaimRecord], context: ExportContext, *, bom: bool = True) -> Iterator[str]:
    """verdicts.csv in chunks of text; `records` is read once and never held."""
    return csv_chunks(VERDICT_COLUMNS, (_row(record, context) for record in records), bom)


def claim_mask(record: ClaimRecord, context: ExportContext) -> Mask:
    """What to hide wherever `record` is written."""
    mask = mask_for([record.claim], context.protected, record.appearances)
    hidden = {*mask.links, *record.hidden_links}
    return replace(mask, links=tuple(sorted(hidden, key=lambda url: (-len(url), url))))


def claim_reviewed(claim: Claim, context: ExportContext, mask: Mask) -> str:
    """The claim on one line, under 75 characters, with no rating in it.

    Masked before it is cut: half a protected name would not be recognised.
    """
    return shorten(without_rating(mask.text(claim.claim_text), context.scale), CLAIM_REVIEWED_LIMIT)


def appearances(record: ClaimRecord) -> tuple[str, ...]:
    """Where the claim appeared, earliest first: at least its own page, where that is known."""
    own = record.claim.source_url
    return record.appearances or ((own,) if own else ())


def _row(record: ClaimRecord, context: ExportContext) -> tuple[Row, Mask]:
    mask = claim_mask(record, context)
    row: dict[str, Cell] = dict.fromkeys(VERDICT_COLUMNS)
    row |= _claim_cells(record.claim, context, mask) | _appearance_cells(record, mask)
    row |= _group_cells(record, mask)
    verdict = current_verdict(record.verdicts)
    if verdict:
        row |= _verdict_cells(verdict, context, mask)
        row |= _second_cells(record.verdicts) | _version_cells(record.verdicts, verdict)
    row |= {"review_status": record.status, "url": mask.link(record.url)}
    row |= {"missing": join_list(completeness(record))} | _context_cells(context)
    return row, mask


def _claim_cells(claim: Claim, context: ExportContext, mask: Mask) -> dict[str, Cell]:
    return {
        "claim_id": claim.id,
        "external_id": claim.external_id,
        "claim_reviewed": claim_reviewed(claim, context, mask),
        "claim_text": claim.claim_text,
        "claim_language": claim.language,
        "claim_author_name": claim.claim_author_name,
        "claim_author_type": claim.claim_author_type,
        "attribution_chain": join_list(claim.attribution_chain),
        "claim_date": claim.claim_date,
        "claim_date_precision": claim.claim_date_precision,
        "claim_location": claim.claim_location,
        "source_name": claim.source_name,
        "source_url": mask.link(claim.source_url),
        "source_published": claim.source_published,
        "source_archive_url": mask.link(claim.source_archive_url),
        "claimant": claim.claimant,
        "claimant_type": claim.claimant_type,
    }


def _appearance_cells(record: ClaimRecord, mask: Mask) -> dict[str, Cell]:
    shown = [mask.link(url) for url in appearances(record)]
    return {
        "claim_first_appearance": shown[0] if shown else "",
        "claim_appearances": join_links(shown),
        "outlets_count": record.outlets_count,
        "independent_origins_count": record.independent_origins_count,
    }


def _group_cells(record: ClaimRecord, mask: Mask) -> dict[str, Cell]:
    topic, conflicts = record.topic, record.conflicts
    return {
        "topic_id": topic.id if topic else "",
        "topic_label": mask.label(topic.label) if topic else "",
        "conflict_ids": join_list(conflict.id for conflict in conflicts),
        "conflicts_with": join_list(str(_other(conflict, record.claim.id)) for conflict in conflicts),
        "conflict_kinds": join_list(conflict.kind.value for conflict in conflicts),
        "superseded_by": record.superseded_by,
    }


def _other(conflict: Conflict, claim_id: int) -> int:
    return conflict.claim_b_id if conflict.claim_a_id == claim_id else conflict.claim_a_id


def _verdict_cells(verdict: Verdict, context: ExportContext, mask: Mask) -> dict[str, Cell]:
    numbers = rating_numbers(verdict.rating, context.scale)
    return {
        "textual_rating": verdict.rating,
        "rating_value": numbers.value,
        "best_rating": numbers.best,
        "worst_rating": numbers.worst,
        "normalized_rating": normalized_rating(verdict.rating, context.scale),
        "verdict_flags": join_list(flag.value for flag in verdict.flags),
        "rating_explanation": verdict.explanation,
        "confidence": verdict.confidence,
        "verdict_as_of": verdict.as_of,
        "evidence_urls": join_links(mask.link(item.url) for item in verdict.evidence),
        "evidence_archive_urls": join_links(mask.link(item.archive_url) for item in verdict.evidence),
        "evidence_count": len(verdict.evidence),
        "reviewer": verdict.reviewer,
    }


def _second_cells(verdicts: tuple[Verdict, ...]) -> dict[str, Cell]:
    second, settling = second_verdict(verdicts), settling_verdict(verdicts)
    return {
        "second_reviewer": second.reviewer if second else "",
        "second_rating": second.rating if second else "",
        "agreement": agreement(verdicts),
        "adjudicated_by": settling.reviewer if settling else "",
        "adjudicated_at": settling.created_at if settling else None,
    }


def _version_cells(verdicts: tuple[Verdict, ...], current: Verdict) -> dict[str, Cell]:
    first, *later = versions_of(verdicts, current.reviewer)
    return {
        "reviewed_at": first.created_at,
        "version": current.version,
        "supersedes_version": [first, *later][-2].version if later else None,
        "correction_note": current.correction_note,
        "modified_at": current.created_at if later else None,
    }


def _context_cells(context: ExportContext) -> dict[str, Cell]:
    return {
        "embedding_model": context.embedding_model,
        "nli_model": context.nli_model,
        "exported_at": context.exported_at,
        "app_version": context.app_version,
    }
