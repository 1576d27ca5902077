"""A raw table → fields that can be told from what the columns hold, where their names do not say."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from statistics import mean, median

from factcheck.pipeline.importing.fields import is_error_column, simplify
from factcheck.pipeline.importing.mapping import propose_mapping
from factcheck.pipeline.importing.table import RawTable

_SAMPLE = 500
_LEAST_WORDS = 4.0
_LEAST_DISTINCT = 0.8
_CLEAR_LEAD = 1.5
_ARTICLE_LENGTH = 600
_NUMBERED = re.compile(r"column_[0-9]+")


_REVIEW_COLUMNS = frozenset({"ratingvalue", "alternatename", "alternativename", "reviewbody"})


def with_guesses(table: RawTable, settled: Mapping[str, str]) -> RawTable:
    """`table` with its guesses, each with a note that says so.

    Nothing is guessed when the user's own mapping, `settled`, names the column with the text.
    """
    table = replace(table, notes=(*table.notes, *_review_notes(table)))
    if {"claim_text", "article_text"} & set(settled.values()):
        return table
    unnamed = all(_NUMBERED.fullmatch(c) for c in table.columns if not is_error_column(c))
    guess = _sentence_column(table) if unnamed else _article_column(table)
    if guess is None:
        return table
    column, field, note = guess
    return replace(table, guesses={column: field}, notes=(*table.notes, note))


def _review_notes(table: RawTable) -> tuple[str, ...]:
    """A word on flat ClaimReview files, where author and date are those of the review."""
    names = {simplify(column): column for column in table.columns}
    if "claimreviewed" not in names or "author" not in names or not _REVIEW_COLUMNS & set(names):
        return ()
    return (
        f"The columns look like ClaimReview records, where {names['author']}, the date and the URL belong to "
        f"the fact-check, not to the claim: consider {names['author']}=reviewer in the mapping.",
    )


def _sentence_column(table: RawTable) -> tuple[str, str, str] | None:
    """The one column of a file without names that clearly holds the statements."""
    scores = sorted(((_words(table, at), at) for at in range(len(table.columns))), reverse=True)
    if not scores:
        return None
    (best, at), others = scores[0], scores[1:]
    if len(table.columns) > 1 and (best < _LEAST_WORDS or best < _CLEAR_LEAD * others[0][0]):
        return None
    column = table.columns[at]
    if len(table.columns) == 1:
        return column, "claim_text", "The file has one column; it was taken as claim_text."
    return column, "claim_text", f"{column} was guessed to be claim_text: it holds the longest sentences."


def _words(table: RawTable, at: int) -> float:
    """Mean words a cell in column `at`; 0 when the cells repeat too often to be statements."""
    cells = _cells(table, at)
    if not cells or len(set(cells)) < _LEAST_DISTINCT * len(cells):
        return 0.0
    return mean(len(cell.split()) for cell in cells)


def _article_column(table: RawTable) -> tuple[str, str, str] | None:
    """A column called "text" beside a title that holds whole articles, not claims."""
    mapping = propose_mapping(table.columns)
    column = next((c for c, field in mapping.items() if field == "claim_text"), "")
    fields = set(mapping.values())
    if simplify(column) != "text" or "article_title" not in fields or "article_text" in fields:
        return None
    cells = _cells(table, table.columns.index(column))
    if not cells or median(map(len, cells)) < _ARTICLE_LENGTH:
        return None
    note = f"{column} was guessed to be article_text: it stands beside a title and holds long texts."
    return column, "article_text", note


def _cells(table: RawTable, at: int) -> Sequence[str]:
    rows = (row.cells for row in table.rows[:_SAMPLE] if row.error is None)
    return [cells[at].strip() for cells in rows if cells[at].strip()]
