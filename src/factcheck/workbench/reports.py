"""Reports out: the project's state → CSV and JSON-LD text, streamed."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from factcheck import __version__
from factcheck.model import Claim, ConflictKind, ConflictState, Origin, Topic
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
from factcheck.store import analyses, claimants, claims, derived, history, origins, reviews
from factcheck.store.joins import united
from factcheck.workbench.browse import Browse, PairView
from factcheck.workbench.copies import spread_of
from factcheck.workbench.desk import Desk


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

    def claim_records(self) -> Iterator[ClaimRecord]:
        """Every active claim with all that its row needs, in the order they came."""
        with self._desk.reading() as connection:
            project = self._desk.project
            every = list(claims.every(connection, project))
            verdicts = reviews.verdicts_of(connection, project)
            topics = derived.list_topics(connection, project)
            found = origins.every(connection, project)
        by_claim = _pairs_by_claim(Browse(self._desk).pairs())
        topic_of = {claim_id: topic for topic in topics for claim_id in topic.claim_ids}
        protected = self._context().protected
        carried = {name: _carried(same, found, protected) for name, same in _copies(every, found).items()}
        for claim in every:
            given = tuple(verdicts.get(claim.id, ()))
            mine = by_claim.get(claim.id, [])
            copies = carried[_same(claim, found)]
            yield ClaimRecord(
                claim=claim,
                topic=topic_of.get(claim.id),
                conflicts=tuple(v.conflict for v in mine if v.conflict.kind.is_conflict),
                superseded_by=_superseded_by(claim, mine),
                verdicts=given,
                status=review_status(given),
                appearances=copies.links,
                outlets_count=copies.outlets,
                independent_origins_count=copies.origins,
                hidden_links=copies.hidden,
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


def _pairs_by_claim(views: Iterable[PairView]) -> dict[int, list[PairView]]:
    """claim id → its pairs, without those that a person dismissed."""
    found: dict[int, list[PairView]] = defaultdict(list)
    for view in views:
        if view.state is not ConflictState.DISMISSED:
            found[view.conflict.claim_a_id].append(view)
            found[view.conflict.claim_b_id].append(view)
    return found


def _superseded_by(claim: Claim, views: Iterable[PairView]) -> int | None:
    """The latest claim that overtook this one."""
    later = [view.b for view in views if view.conflict.kind is ConflictKind.SUPERSEDED and view.a.id == claim.id]
    return max(later, key=lambda other: (other.claim_date, other.id)).id if later else None


def _copies(every: Iterable[Claim], found: Mapping[int, Origin]) -> dict[str, list[Claim]]:
    """The same claim wherever it appeared, earliest first, whoever says it."""
    copies: dict[str, list[Claim]] = defaultdict(list)
    for claim in every:
        copies[_same(claim, found)].append(claim)
    return {name: sorted(same, key=_first_seen) for name, same in copies.items()}


def _carried(same: Sequence[Claim], found: Mapping[int, Origin], protected: frozenset[str]) -> _Carried:
    spread = spread_of(same, found)
    links = tuple(dict.fromkeys(claim.source_url for claim in same if claim.source_url))
    return _Carried(links, spread.outlets, len(spread.origins), mask_for(same, protected).links)


def _same(claim: Claim, found: Mapping[int, Origin]) -> str:
    """The name of its group of near-copies; a claim that was not analysed has none."""
    return found[claim.id].same_id if claim.id in found else f"s{claim.id}"


def _first_seen(claim: Claim) -> tuple[str, int]:
    return claim.source_published or claim.claim_date or "9999", claim.id
