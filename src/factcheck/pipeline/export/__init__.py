"""Rows → CSV and JSON-LD text: verdicts, conflicts, topics, history and ClaimReview."""

from __future__ import annotations

from factcheck.pipeline.export.cells import BOM, join_list, restore, split_list
from factcheck.pipeline.export.claimreview import claimreview_jsonld
from factcheck.pipeline.export.columns import CONFLICT_COLUMNS, HISTORY_COLUMNS, TOPIC_COLUMNS, VERDICT_COLUMNS
from factcheck.pipeline.export.completeness import completeness
from factcheck.pipeline.export.conflicts import conflicts_csv
from factcheck.pipeline.export.history import history_csv
from factcheck.pipeline.export.masking import PROTECTED, Mask, mask_for, protected_with_aliases
from factcheck.pipeline.export.rating import normalized_rating
from factcheck.pipeline.export.records import ClaimRecord, ConflictRecord, ExportContext
from factcheck.pipeline.export.standing import current_verdict, review_status
from factcheck.pipeline.export.topics import topics_csv
from factcheck.pipeline.export.validation import validate_claimreview
from factcheck.pipeline.export.verdicts import verdicts_csv

__all__ = [
    "BOM",
    "CONFLICT_COLUMNS",
    "HISTORY_COLUMNS",
    "PROTECTED",
    "TOPIC_COLUMNS",
    "VERDICT_COLUMNS",
    "ClaimRecord",
    "ConflictRecord",
    "ExportContext",
    "Mask",
    "claimreview_jsonld",
    "completeness",
    "conflicts_csv",
    "current_verdict",
    "history_csv",
    "join_list",
    "mask_for",
    "normalized_rating",
    "protected_with_aliases",
    "restore",
    "review_status",
    "split_list",
    "topics_csv",
    "validate_claimreview",
    "verdicts_csv",
]
