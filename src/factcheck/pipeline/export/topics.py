"""Claims with their topics → topics.csv, one row a claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from factcheck.model import Claim, Topic
from factcheck.pipeline.export.cells import Cell, Row, csv_chunks, join_list
from factcheck.pipeline.export.columns import TOPIC_COLUMNS
from factcheck.pipeline.export.masking import Mask, mask_for
from factcheck.pipeline.export.records import ExportContext

_NO_TOPIC = Topic("", "", (), ())


def topics_csv(
    rows: Iterable[tuple[Topic | None, Claim]],
    context: ExportContext,
    *,
    bom: bool = True,
    origins: Mapping[int, str] | None = None,
) -> Iterator[str]:
    """topics.csv in chunks of text; an ungrouped claim comes with None and leaves the topic empty.

    `origins` maps claim ids to the independent origin that each statement goes back to.
    """
    known = origins or {}
    return csv_chunks(TOPIC_COLUMNS, (_row(*row, context, known) for row in rows), bom)


def _row(topic: Topic | None, claim: Claim, context: ExportContext, origins: Mapping[int, str]) -> tuple[Row, Mask]:
    mask, group = mask_for([claim], context.protected), topic or _NO_TOPIC
    row: dict[str, Cell] = {
        "topic_id": group.id,
        "topic_label": mask.label(group.label),
        "keywords": join_list(mask.label(word) for word in group.keywords),
        "claim_id": claim.id,
        "external_id": claim.external_id,
        "claim_text": claim.claim_text,
        "claim_author_name": claim.claim_author_name,
        "claim_date": claim.claim_date,
        "independent_origin_id": origins.get(claim.id, ""),
        "claimant": claim.claimant,
    }
    return row, mask
