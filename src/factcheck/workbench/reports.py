"""Reports out: the project's state → CSV and JSON-LD text, streamed."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from factcheck import __version__
from factcheck.model import Claim, Conflict, ConflictKind, ConflictState, Origin, PairChoice, Topic
from factcheck.pipeline.export import (
    ClaimRecord,
    ConflictRecord,
    ExportContext,
    claimreview_jsonld,
    conflicts_csv,
    history_csv,
    mask_for,
    protected_with_aliases,
    review_status,
    topics_csv,
    verdicts_csv,
)
from factcheck.store import analyses, claimants, claims, derived, history, lineups, origins, reviews
from factcheck.store.engine import Connection
from factcheck.store.joins import united
from factcheck.workbench.browse import Browse
from factcheck.workbench.copies import spread_of
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
class _Carried:
    """Where one claim and its near-copies appeared; `hidden` are the links that lead to a protected name."""

    links: tuple[str, ...]
    outlets: int
    origins: int
    hidden: tuple[str, ...]


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
            found = origins.every(connection, self._desk.project)
        goes_back_to = {claim_id: origin.origin_id for claim_id, origin in found.items()}
        return topics_csv(self._topic_rows(), self._context(), bom=bom, origins=goes_back_to)

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
        """The header and the first rows of verdicts.csv."""
        with self._desk.reading() as connection:
            known = claims.after(connection, self._desk.project, 0, rows)
            choices = _choices(connection, self._desk.project)
        if not known:
            return "".join(verdicts_csv([], self._context(), bom=False))
        return "".join(verdicts_csv(self._records(known, choices), self._context(), bom=False))

    def claim_records(self) -> Iterator[ClaimRecord]:
        """Every active claim with all that its row needs, in the order they came; read a thousand at a time."""
        with self._desk.reading() as connection:
            choices = _choices(connection, self._desk.project)
        last = 0
        while True:
            with self._desk.reading() as connection:
                known = claims.after(connection, self._desk.project, last, CHUNK)
            if not known:
                return
            yield from self._records(known, choices)
            last = known[-1].id

    def _records(self, known: Sequence[Claim], choices: Choices) -> Iterator[ClaimRecord]:
        project, ids = self._desk.project, [claim.id for claim in known]
        with self._desk.reading() as connection:
            verdicts = reviews.verdicts_of(connection, project, ids)
            topics = derived.topics_of(connection, project, ids)
            pairs = _pairs_by_claim(lineups.pairs_between(connection, project, ids[0], ids[-1]), choices)
            later = {p.claim_b_id for found in pairs.values() for p in found if p.kind is ConflictKind.SUPERSEDED}
            dates = claims.dates(connection, sorted(later))
            found = origins.with_copies(connection, project, ids)
            others = claims.by_ids(connection, project, found.keys() - set(ids))
        carried = self._carried([*known, *others.values()], found)
        for claim in known:
            given = tuple(verdicts.get(claim.id, ()))
            mine = pairs.get(claim.id, [])
            copies = carried[_same(claim, found)]
            yield ClaimRecord(
                claim=claim,
                topic=topics.get(claim.id),
                conflicts=tuple(pair for pair in mine if pair.kind.is_conflict),
                superseded_by=_superseded_by(claim, mine, dates),
                verdicts=given,
                status=review_status(given),
                appearances=copies.links,
                outlets_count=copies.outlets,
                independent_origins_count=copies.origins,
                hidden_links=copies.hidden,
            )

    def _carried(self, every: Iterable[Claim], found: Mapping[int, Origin]) -> dict[str, _Carried]:
        """Name of a group of near-copies → where its claims appeared, earliest first, whoever says it."""
        copies: dict[str, list[Claim]] = defaultdict(list)
        for claim in every:
            copies[_same(claim, found)].append(claim)
        protected = self._context().protected
        return {name: _carried(sorted(same, key=_first_seen), found, protected) for name, same in copies.items()}

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


def _carried(same: Sequence[Claim], found: Mapping[int, Origin], protected: frozenset[str]) -> _Carried:
    spread = spread_of(same, found)
    links = tuple(dict.fromkeys(claim.source_url for claim in same if claim.source_url))
    return _Carried(links, spread.outlets, len(spread.origins), mask_for(same, protected).links)


def _same(claim: Claim, found: Mapping[int, Origin]) -> str:
    """The name of its group of near-copies; a claim that was not analysed has none."""
    return found[claim.id].same_id if claim.id in found else f"s{claim.id}"


def _first_seen(claim: Claim) -> tuple[str, int]:
    return claim.source_published or claim.claim_date or "9999", claim.id
