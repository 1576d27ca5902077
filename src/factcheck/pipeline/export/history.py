"""Everything people did → history.csv, one row an act."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.model import Act
from factcheck.pipeline.export.cells import Row, csv_chunks
from factcheck.pipeline.export.columns import HISTORY_COLUMNS
from factcheck.pipeline.export.masking import mask_for
from factcheck.pipeline.export.records import ExportContext


def history_csv(acts: Iterable[Act], context: ExportContext, *, bom: bool = True) -> Iterator[str]:
    """history.csv in chunks of text; `acts` is read once and never held."""
    mask = mask_for([], context.protected)
    return csv_chunks(HISTORY_COLUMNS, ((_row(act), mask) for act in acts), bom)


def _row(act: Act) -> Row:
    return {
        "what": act.what,
        "subject": act.subject,
        "who": act.who,
        "when": act.at,
        "from": act.before,
        "to": act.after,
        "why": act.why,
    }
