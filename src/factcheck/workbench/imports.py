"""Claim files in: preview, dry run, import in one transaction, undo."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from enum import StrEnum

from factcheck.errors import NotFound, UnreadableInput
from factcheck.model import (
    Article,
    AttributedClaim,
    Batch,
    Claim,
    ImportCounts,
    Progress,
    RowError,
    silent,
)
from factcheck.pipeline.importing import (
    MappedRow,
    RawTable,
    ReadOptions,
    duplicate_key,
    map_rows,
    mapping_of,
    needs_date_order,
    read_table,
    unmapped_columns,
    write_rejects,
)
from factcheck.store import articles, batches, claims, projects
from factcheck.store.engine import Connection
from factcheck.text.normalise import sha256_of
from factcheck.workbench.articles import claim_of
from factcheck.workbench.desk import Desk, signed

__all__ = ["DuplicatePolicy", "ImportReport", "Imports", "MappedRow", "Preview", "ReadOptions"]

_IN_THIS_FILE = 0
"""Stands for the id of a claim that the same import is about to add."""


class DuplicatePolicy(StrEnum):
    """What to do with a row that the project already holds.

    SKIP adds nothing, but takes over what changed in a row with a known external_id. UPDATE takes
    over what changed in any duplicate. KEEP stores the row beside the one that is there.
    """

    SKIP = "skip"
    UPDATE = "update"
    KEEP = "keep"


@dataclass(frozen=True)
class Preview:
    """How a file would be read: raw rows next to what they become."""

    table: RawTable
    mapping: Mapping[str, str]
    unmapped: tuple[str, ...]
    needs_date_order: bool
    sample: tuple[MappedRow, ...]


@dataclass(frozen=True)
class ImportReport:
    """What an import did, or would do when `batch_id` is 0."""

    name: str
    counts: ImportCounts
    mapping: Mapping[str, str]
    unmapped: tuple[str, ...]
    table: RawTable
    errors: tuple[RowError, ...]
    articles: int = 0
    batch_id: int = 0

    def rejects_csv(self) -> Iterator[str]:
        """The rejected rows as a CSV to fix and load again."""
        return write_rejects(self.table, self.errors)

    def errors_by_code(self) -> dict[str, int]:
        return dict(Counter(error.code for error in self.errors).most_common())


@dataclass
class _Plan:
    """What is to be written, worked out before the first row is stored."""

    added: list[tuple[Claim, str]] = field(default_factory=list)
    updated: list[tuple[int, Claim, str]] = field(default_factory=list)
    articles: list[tuple[Article, Sequence[AttributedClaim]]] = field(default_factory=list)
    duplicate: int = 0

    def counts(self, read: int, rejected: int) -> ImportCounts:
        return ImportCounts(read, len(self.added) + len(self.articles), len(self.updated), self.duplicate, rejected)


class Imports:
    """Claim files: every row accounted for, a batch is one transaction and can be undone."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def preview(self, data: bytes, name: str, options: ReadOptions | None = None, rows: int = 10) -> Preview:
        """How the file would be read and mapped. Raises UnreadableInput or InvalidValue, stores nothing."""
        chosen = options or ReadOptions()
        table = self._read(data, name, chosen)
        mapping = mapping_of(table, chosen)
        ambiguous = needs_date_order(table, mapping) and chosen.day_first is None
        head = replace(table, rows=table.rows[:rows])
        # Which of day and month comes first does not matter for showing where the columns go.
        shown = replace(chosen, day_first=True) if ambiguous else chosen
        mappable = {"claim_text", "article_text"} & set(mapping.values())
        sample = tuple(map_rows(head, mapping, shown, _today())) if mappable else ()
        return Preview(table, mapping, unmapped_columns(table.columns, mapping), ambiguous, sample)

    def run(
        self,
        data: bytes,
        name: str,
        who: str,
        options: ReadOptions | None = None,
        policy: DuplicatePolicy = DuplicatePolicy.SKIP,
        dry_run: bool = False,
        progress: Progress = silent,
    ) -> ImportReport:
        """Import a claim file as one batch; with `dry_run`, only say what would happen.

        Raises UnreadableInput, AmbiguousMapping or InvalidValue before anything is stored.
        """
        chosen, signature = options or ReadOptions(), signed(who)
        progress("Reading rows", 0, 0)
        table = self._read(data, name, chosen)
        mapping = mapping_of(table, chosen)
        mapped = list(map_rows(table, mapping, chosen, _today()))
        found = _extract(mapped, progress)
        digest = hashlib.sha256(data).hexdigest()
        errors = tuple(row.error for row in mapped if row.error)
        with self._desk.reading() if dry_run else self._desk.writing() as connection:
            plan = self._plan(connection, mapped, found, policy)
            counts = plan.counts(len(mapped), len(errors))
            batch = 0 if dry_run else self._write(connection, plan, name, digest, counts, signature, progress)
        return ImportReport(
            name, counts, mapping, unmapped_columns(table.columns, mapping), table, errors, len(plan.articles), batch
        )

    def list(self, limit: int | None = None, offset: int = 0) -> list[Batch]:
        """The project's imports, newest first."""
        with self._desk.reading() as connection:
            return batches.listed(connection, self._desk.project, limit, offset)

    def count(self) -> tuple[int, int]:
        """(imports, those of them that were undone)."""
        with self._desk.reading() as connection:
            return batches.count(connection, self._desk.project)

    def is_standing(self, batch_id: int) -> bool:
        """Whether there is such an import and nobody undid it."""
        with self._desk.reading() as connection:
            batch = batches.get(connection, self._desk.project, batch_id)
        return batch is not None and batch.undone_at is None

    def undo(self, batch_id: int, who: str, why: str = "") -> None:
        """Take a whole import back; verdicts given on its claims stay in the history. Raises NotFound."""
        desk = self._desk
        with desk.writing() as connection:
            batch = batches.get(connection, desk.project, batch_id)
            if batch is None or not batches.mark_undone(connection, batch_id):
                raise NotFound(f"There is no import {batch_id} left to undo.", "See the list of imports.")
            restored = claims.restore(connection, batch_id)
            withdrawn = claims.withdraw(connection, batch_id)
            articles.withdraw(connection, batch_id)
            projects.claims_changed(connection, desk.project)
            before = f"{batch.name}: {withdrawn} claims, {restored} updates"
            desk.record(connection, who, "import undone", f"import {batch_id}", before=before, why=why)

    def _read(self, data: bytes, name: str, options: ReadOptions) -> RawTable:
        limit = self._desk.settings.max_file_mb
        if len(data) > limit * 1_000_000:
            raise UnreadableInput(
                f"{name} is {len(data) / 1e6:.0f} MB; at most {limit} MB are read.",
                "Split the file, or raise FACTCHECK_MAX_FILE_MB.",
            )
        return read_table(data, name, options)

    def _plan(
        self,
        connection: Connection,
        mapped: Sequence[MappedRow],
        found: Mapping[int, Sequence[AttributedClaim]],
        policy: DuplicatePolicy,
    ) -> _Plan:
        project = self._desk.project
        keyed = [(row.claim, duplicate_key(row.claim)) for row in mapped if row.claim]
        by_key = claims.known_keys(connection, project, (key for _, key in keyed))
        by_external = claims.known_external_ids(connection, project, (c.external_id for c, _ in keyed))
        stored = claims.by_ids(connection, project, {*by_key.values(), *by_external.values()})
        plan = _Plan()
        for claim, key in keyed:
            known = by_external.get(claim.external_id, by_key.get(key))
            if known is None or policy is DuplicatePolicy.KEEP:
                plan.added.append((claim, key))
                # A later row of this file that says the same is a duplicate of this one.
                by_key.setdefault(key, _IN_THIS_FILE)
                if claim.external_id:
                    by_external.setdefault(claim.external_id, _IN_THIS_FILE)
            elif known != _IN_THIS_FILE and _takes_over(policy, claim, stored[known]):
                plan.updated.append((known, claim, key))
            else:
                plan.duplicate += 1
        self._plan_articles(connection, mapped, found, plan)
        return plan

    def _plan_articles(
        self,
        connection: Connection,
        mapped: Sequence[MappedRow],
        found: Mapping[int, Sequence[AttributedClaim]],
        plan: _Plan,
    ) -> None:
        seen: set[str] = set()
        for row in mapped:
            if row.article is None:
                continue
            digest = sha256_of(row.article.text)
            known = articles.same_text(connection, self._desk.project, row.article.text)
            if known or digest in seen:
                plan.duplicate += 1
            else:
                seen.add(digest)
                plan.articles.append((row.article, found[row.row]))

    def _write(
        self,
        connection: Connection,
        plan: _Plan,
        name: str,
        digest: str,
        counts: ImportCounts,
        who: str,
        progress: Progress,
    ) -> int:
        desk = self._desk
        batch = batches.add(connection, desk.project, name, digest, counts, who)
        progress("Saving", 0, counts.added + counts.updated)
        claims.add(connection, desk.project, batch, plan.added)
        for claim_id, claim, key in plan.updated:
            claims.update(connection, desk.project, batch, claim_id, claim, key)
        for article, attributed in plan.articles:
            article_id = articles.add(connection, desk.project, batch, article)
            new = [claim_of(article, claim, article_id) for claim in attributed]
            claims.add(connection, desk.project, batch, [(claim, duplicate_key(claim)) for claim in new])
        if counts.added or counts.updated:
            projects.claims_changed(connection, desk.project)
        desk.record(connection, who, "file imported", f"import {batch}", after=f"{name}: {_in_words(counts)}")
        progress("Saving", counts.added + counts.updated, counts.added + counts.updated)
        return batch


def _takes_over(policy: DuplicatePolicy, claim: Claim, stored: Claim) -> bool:
    if not claim.external_id and policy is not DuplicatePolicy.UPDATE:
        return False
    return replace(claim, id=stored.id, batch_id=stored.batch_id) != stored


def _extract(mapped: Sequence[MappedRow], progress: Progress) -> dict[int, list[AttributedClaim]]:
    from factcheck.pipeline.extraction import extract

    waiting = [(row.row, row.article) for row in mapped if row.article]
    found: dict[int, list[AttributedClaim]] = {}
    for done, (number, article) in enumerate(waiting):
        progress("Finding claims in articles", done, len(waiting))
        found[number] = extract(article.text, article.published)
    return found


def _in_words(counts: ImportCounts) -> str:
    return (
        f"{counts.read} rows read: {counts.added} added, {counts.updated} updated, "
        f"{counts.duplicate} duplicates, {counts.rejected} rejected"
    )


def _today() -> date:
    return datetime.now(UTC).date()
