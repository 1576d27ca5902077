"""Small valid rows for the export tests; every test changes what it is about."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from factcheck.model import Claim, ClaimantType, Conflict, ConflictKind, Evidence, ReviewStatus, Topic, Verdict
from factcheck.pipeline.export import BOM, ClaimRecord, ExportContext

NOON = datetime(2025, 3, 14, 12, 0, tzinfo=UTC)

CONTEXT = ExportContext("mini", "pairs-1", NOON, "0.1.0", frozenset())

CLAIM = Claim(
    claim_text="The bridge was closed for three days.",
    claim_author_name="Ruth Amsel",
    claim_author_type=ClaimantType.PERSON,
    claim_date="2025-03-12",
    language="en",
    source_name="Valley Post",
    source_url="https://post.example.org/bridge",
    source_published="2025-03-12",
    source_archive_url="https://archive.example.org/1",
    external_id="br-1",
    id=7,
)

TOPIC = Topic("t1", "bridge, closed", ("bridge", "closed"), (7, 9))

CONFLICT = Conflict(
    7, 9, ConflictKind.NUMBER, 0.9, 0.8, 0.7, 0.6, 1.0, 0.5, "three days against one day", topic_id="t1"
)

RECORD = ClaimRecord(
    claim=CLAIM,
    topic=TOPIC,
    conflicts=(),
    superseded_by=None,
    verdicts=(),
    status=ReviewStatus.OPEN,
    appearances=("https://post.example.org/bridge",),
    outlets_count=1,
    independent_origins_count=1,
)


def verdict(reviewer: str = "Ada", rating: str = "False", hours: int = 0, **fields: Any) -> Verdict:
    """A complete verdict given `hours` after NOON."""
    given = Verdict(
        claim_id=7,
        reviewer=reviewer,
        rating=rating,
        explanation="The closure notice names one day only.",
        evidence=(Evidence("https://road.example.org/notice", "https://archive.example.org/2"),),
        as_of="2025-03-14",
        created_at=NOON + timedelta(hours=hours),
    )
    return replace(given, **fields)


def read(chunks: Iterable[str]) -> list[dict[str, str]]:
    """The rows of an export as a CSV reader sees them."""
    return list(csv.DictReader(io.StringIO("".join(chunks).removeprefix(BOM), newline="")))
