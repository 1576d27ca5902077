"""Reports out: the project's state → CSV and JSON-LD text, streamed."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import blake2b

from factcheck import __version__
from factcheck.model import Claim, Conflict, ConflictKind, ConflictState, PairChoice, Topic
from factcheck.pipeline.export import (
    ClaimRecord,
    ConflictRecord,
    ExportContext,
    claimreview_jsonld,
    conflicts_csv,
    history_csv,
    protected_with_aliases,
    review_status,
    topics_csv,
    verdicts_csv,
)
from factcheck.store import analyses, claimants, claims, derived, history, lineups, reviews
from factcheck.store.claims import Printed
from factcheck.store.engine import Connection
from factcheck.store.joins import united
from factcheck.text.normalise import comparable
from factcheck.workbench.browse import Browse
from factcheck.workbench.desk import Desk

Choices = Mapping[tuple[int, int], PairChoice]
"""(smaller claim id, larger claim id) → what was decided."""

CHUNK = 1000
"""Claims read at once."""


@dataclass(frozen=True)
class JsonLd:
    """Finished verdicts as ClaimReview; `skipped` counts the claims without one."""

    text: str
    items: int
    skipped: int


@dataclass(frozen=True)
class ReportCounts:
    """How many rows each file will have; `unfinished` claims are left out of the ClaimReview file."""

    claims: int
    pairs: int
    acts: int
    finished: int
    unfinished: int


class Reports:
    """What leaves the database; protected names are masked in all of it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def verdicts_csv(self, *, bom: bool = True) -> Iterator[str]:
        """One row a claim."""
        return verdicts_csv(self.claim_records(), self._context(), bom=bom)

    def conflicts_csv(self, *, bom: bool = True) -> Iterator[str]:
        """One row a pair, all kinds and states, the surest first."""
        return conflicts_csv(self._conflict_records(), self._context(), bom=bom)

    def topics_csv(self, *, bom: bool = True) -> Iterator[str]:
        """One row a claim, by topic; ungrouped claims last."""
        with self._desk.reading() as connection:
            copies = _copies(claims.printed(connection, self._desk.project))
        origins = {claim.id: f"o{min(c.id for c in same)}" for same in copies.values() for claim in same}
        return topics_csv(self._topic_rows(), self._context(), bom=bom, origins=origins)

    def history_csv(self, *, bom: bool = True) -> Iterator[str]:
        """One row for every human act, oldest first."""
        with self._desk.reading() as connection:
            acts = history.listed(connection, self._desk.project)
            said = [act.names for act in claimants.listed(connection, self._desk.project)]
        context = self._context()
        # A name that anybody ever set beside a protected one would lead to it.
        ever = protected_with_aliases(context.protected, set(united(said).values()))
        return history_csv(reversed(acts), replace(context, protected=ever), bom=bom)

    def claimreview_jsonld(self) -> JsonLd:
        """Finished verdicts as ClaimReview JSON-LD, validated."""
        items, skipped = claimreview_jsonld(self.claim_records(), self._context())
        return JsonLd(json.dumps(items, ensure_ascii=False, indent=2) + "\n", len(items), skipped)

    def counts(self) -> ReportCounts:
        """How many rows each file will have, without building any."""
        project = self._desk.project
        with self._desk.reading() as connection:
            total = claims.count(connection, project)
            finished = reviews.finished_count(connection, project)
            pairs, acts = lineups.pair_count(connection, project), history.count(connection, project)
        return ReportCounts(total, pairs, acts, finished, total - finished)

    def first_verdict_rows(self, rows: int) -> str:
        """The header and the first rows of verdicts.csv; counts of outlets are left at the claim's own."""
        with self._desk.reading() as connection:
            known = claims.after(connection, self._desk.project, 0, rows)
            choices = _choices(connection, self._desk.project)
        if not known:
            return "".join(verdicts_csv([], self._context(), bom=False))
        copies = _copies(map(_as_printed, known))
        return "".join(verdicts_csv(self._records(known, copies, choices), self._context(), bom=False))

    def claim_records(self) -> Iterator[ClaimRecord]:
        """Every active claim with all that its row needs, in the order they came; read a thousand at a time."""
        with self._desk.reading() as connection:
            copies = _copies(claims.printed(connection, self._desk.project))
            choices = _choices(connection, self._desk.project)
        last = 0
        while True:
            with self._desk.reading() as connection:
                known = claims.after(connection, self._desk.project, last, CHUNK)
            if not known:
                return
            yield from self._records(known, copies, choices)
            last = known[-1].id

    def _records(
        self, known: Sequence[Claim], copies: Mapping[bytes, Sequence[Printed]], choices: Choices
    ) -> Iterator[ClaimRecord]:
        project, ids = self._desk.project, [claim.id for claim in known]
        with self._desk.reading() as connection:
            verdicts = reviews.verdicts_of(connection, project, ids)
            topics = derived.topics_of(connection, project, ids)
            pairs = _pairs_by_claim(lineups.pairs_between(connection, project, ids[0], ids[-1]), choices)
            later = {p.claim_b_id for found in pairs.values() for p in found if p.kind is ConflictKind.SUPERSEDED}
            dates = claims.dates(connection, sorted(later))
        for claim in known:
            given = tuple(verdicts.get(claim.id, ()))
            mine = pairs.get(claim.id, [])
            # Imported since the copies were told: it is one by itself.
            same = copies.get(_words(claim.claim_text, claim.claimant)) or [_as_printed(claim)]
            yield ClaimRecord(
                claim=claim,
                topic=topics.get(claim.id),
                conflicts=tuple(pair for pair in mine if pair.kind.is_conflict),
                superseded_by=_superseded_by(claim, mine, dates),
                verdicts=given,
                status=review_status(given),
                appearances=tuple(dict.fromkeys(c.source_url for c in same if c.source_url)),
                outlets_count=len({c.source_name for c in same if c.source_name}),
                # The same words by the same claimant go back to one origin, however many carry them.
                independent_origins_count=1,
            )

    def _context(self) -> ExportContext:
        with self._desk.reading() as connection:
            done = analyses.latest(connection, self._desk.project, "done")
            protected = protected_with_aliases(
                reviews.protected_names(connection, self._desk.project),
                claimants.standing(connection, self._desk.project).groups,
            )
        return ExportContext(
            embedding_model=done.embedding_model if done else "",
            nli_model=done.nli_model if done else "",
            exported_at=datetime.now(UTC),
            app_version=__version__,
            protected=protected,
        )

    def _conflict_records(self) -> Iterator[ConflictRecord]:
        browse = Browse(self._desk)
        topics = {topic.id: topic for topic in browse.topics()}
        for view in browse.pairs():
            topic = topics.get(view.conflict.topic_id)
            yield ConflictRecord(view.conflict, view.a, view.b, topic, view.state, view.decision)

    def _topic_rows(self) -> Iterator[tuple[Topic | None, Claim]]:
        with self._desk.reading() as connection:
            topics = derived.list_topics(connection, self._desk.project)
            every = {claim.id: claim for claim in claims.every(connection, self._desk.project)}
        for topic in topics:
            for claim_id in topic.claim_ids:
                yield topic, every.pop(claim_id)
        for claim in every.values():
            yield None, claim


def _choices(connection: Connection, project: int) -> Choices:
    return {(first, second): choice for first, second, choice in lineups.choices(connection, project)}


def _pairs_by_claim(
    pairs: Iterable[tuple[int, int, ConflictKind, float]], choices: Choices
) -> dict[int, list[Conflict]]:
    """claim id → its pairs as people decided them, without the dismissed; ids, kind and score only."""
    found: dict[int, list[Conflict]] = defaultdict(list)
    for a, b, kind, score in pairs:
        choice = choices.get((min(a, b), max(a, b)))
        if choice and choice.state is ConflictState.DISMISSED:
            continue
        overtaken = choice is PairChoice.SUPERSEDED
        shown = Conflict(a, b, ConflictKind.SUPERSEDED if overtaken else kind, score, 0, 0, 0, 0, 0, "")
        found[a].append(shown)
        found[b].append(shown)
    return found


def _superseded_by(claim: Claim, pairs: Iterable[Conflict], dates: Mapping[int, str]) -> int | None:
    """The latest claim that overtook this one."""
    later = [p.claim_b_id for p in pairs if p.kind is ConflictKind.SUPERSEDED and p.claim_a_id == claim.id]
    return max(later, key=lambda other: (dates[other], other)) if later else None


def _copies(every: Iterable[Printed]) -> dict[bytes, list[Printed]]:
    """The same words by the same claimant, wherever they appeared, earliest first."""
    seen: dict[bytes, list[Printed]] = {}
    for claim in every:
        words = _words(claim.claim_text, claim.claim_author_name)
        # The texts are not needed any more.
        seen.setdefault(words, []).append(claim._replace(claim_text="", claim_author_name=""))
    return {words: sorted(same, key=_first_seen) for words, same in seen.items()}


def _first_seen(claim: Printed) -> tuple[str, int]:
    return claim.source_published or claim.claim_date or "9999", claim.id


def _words(text: str, claimant: str) -> bytes:
    words = f"{comparable(text)}\n{comparable(claimant)}"
    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _as_printed(claim: Claim) -> Printed:
    return Printed(
        claim.id,
        claim.claim_text,
        claim.claimant,
        claim.source_name,
        claim.source_url,
        claim.source_published,
        claim.claim_date,
    )
