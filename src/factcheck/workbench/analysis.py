"""The machine's part: embed, group, pair, score, line up; replaced as a whole, in one transaction."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from factcheck import neighbours
from factcheck.errors import AlreadyRunning, FactcheckError
from factcheck.model import (
    Analysis,
    Claim,
    ClaimFilter,
    Conflict,
    ConflictState,
    Dispute,
    PairDecision,
    Progress,
    Topic,
    silent,
)
from factcheck.pipeline import disputes
from factcheck.pipeline.embedding import Embedder, load_embedder
from factcheck.pipeline.origins import find_origins
from factcheck.pipeline.scoring import PairScorer, load_scorer
from factcheck.store import analyses, articles, claims, derived, origins, projects, reviews, topic_acts, topic_groups
from factcheck.text.normalise import sha256_of
from factcheck.workbench import topic_state
from factcheck.workbench.check_worthiness import worth_of
from factcheck.workbench.comparing import compare
from factcheck.workbench.desk import Desk

FloatArray = npt.NDArray[np.float32]
BEAT_SECONDS = 0.5
EMBED_CHUNK = 512
_EVERYTHING = ClaimFilter()


class Analyses:
    """One analysis at a time in a project; its progress is visible to every page and process."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def latest(self) -> Analysis | None:
        """The newest run, whatever its state."""
        with self._desk.reading() as connection:
            return analyses.latest(connection, self._desk.project)

    def is_current(self) -> bool:
        """Whether the last finished analysis has seen all of today's claims."""
        with self._desk.reading() as connection:
            done = analyses.latest(connection, self._desk.project, "done")
            return done is not None and done.revision == projects.revision(connection, self._desk.project)

    def start(self) -> Analysis:
        """Reserve the project for one run. Raises AlreadyRunning."""
        with self._desk.writing() as connection:
            return analyses.start(connection, self._desk.project)

    def run(self, progress: Progress = silent, started: Analysis | None = None) -> Analysis:
        """Analyse all claims of the project. Raises AlreadyRunning or ModelUnavailable."""
        run = started or self.start()
        try:
            self._work(run, _Heart(self._desk, run.id, progress))
        except BaseException as error:
            self._fail(run, error)
            raise
        with self._desk.reading() as connection:
            return analyses.get(connection, run.id)

    def _work(self, run: Analysis, progress: Progress) -> None:
        progress("Loading models", 0, 1)
        settings = self._desk.settings
        embedder, scorer = load_embedder(settings.embedding_model), load_scorer(settings.nli_model)
        with self._desk.reading() as connection:
            known = claims.page(connection, self._desk.project, _EVERYTHING)
            decided = reviews.standing_decisions(connection, self._desk.project)
            before = derived.list_conflicts(connection, self._desk.project)
            topics_before = topic_state.read(connection, self._desk.project)
            coarseness = topic_groups.coarseness(connection, self._desk.project)
            texts = articles.listed(connection, self._desk.project)
        vectors = self._vectors(known, embedder, progress)
        worth = worth_of(known, vectors, embedder)
        progress("Grouping into topics", 0, 1)
        near = neighbours.nearest(vectors)
        grouping = topic_state.regroup(known, vectors, near, coarseness, topics_before)
        found = compare(self._desk, known, vectors, grouping.numbers, near, scorer, progress)
        found = _keep_confirmed(found, before, decided, {claim.id for claim in known})
        lined_up, found = _line_up(known, found, decided, grouping.topics)
        progress("Finding copies", 0, 1)
        goes_back_to = find_origins(known, texts)
        progress("Saving", 0, 1)
        with self._desk.writing() as connection:
            if not analyses.finish(connection, run.id, embedder.name, scorer.name, _left_out(known, scorer)):
                raise AlreadyRunning("Another analysis took this one's place.", "Its result is shown.")
            derived.replace(
                connection, self._desk.project, grouping.topics, found, lined_up, grouping.machine, grouping.hints
            )
            origins.replace(connection, self._desk.project, goes_back_to)
            if topic_acts.newest(connection, self._desk.project) != topics_before.newest_act:
                # Somebody changed topics meanwhile; the new grouping has not seen that yet.
                topic_state.refresh(connection, self._desk.project, grouping.topics)
            claims.note_worth(connection, self._desk.project, worth)
        progress("Done", 1, 1)

    def _vectors(self, known: Sequence[Claim], embedder: Embedder, progress: Progress) -> FloatArray:
        """One unit vector a claim, (n, d); texts embedded before are not embedded again."""
        by_hash = {sha256_of(claim.claim_text): claim.claim_text for claim in known}
        with self._desk.reading() as connection:
            cached = derived.cached_vectors(connection, self._desk.project, embedder.name, by_hash)
        missing = [digest for digest in by_hash if digest not in cached]
        for start in range(0, len(missing), EMBED_CHUNK):
            progress("Embedding claims", start, len(missing))
            chunk = missing[start : start + EMBED_CHUNK]
            fresh = dict(zip(chunk, embedder.embed([by_hash[digest] for digest in chunk]), strict=True))
            with self._desk.writing() as connection:
                derived.cache_vectors(connection, self._desk.project, embedder.name, fresh)
            cached |= fresh
        rows = [cached[sha256_of(claim.claim_text)] for claim in known]
        return np.stack(rows) if rows else np.zeros((0, embedder.dimension), np.float32)

    def _fail(self, run: Analysis, error: BaseException) -> None:
        words = str(error) if isinstance(error, FactcheckError) else f"{type(error).__name__}: {error}"
        with self._desk.writing() as connection:
            analyses.fail(connection, run.id, words)


class _Heart:
    """Passes progress on, and notes it in the database often enough to be seen alive."""

    def __init__(self, desk: Desk, run: int, progress: Progress) -> None:
        self._desk, self._run, self._progress = desk, run, progress
        self._stage, self._last = "", 0.0

    def __call__(self, stage: str, done: int, total: int) -> None:
        self._progress(stage, done, total)
        now = time.monotonic()
        if stage == self._stage and now - self._last < BEAT_SECONDS:
            return
        self._stage, self._last = stage, now
        with self._desk.writing() as connection:
            analyses.beat(connection, self._run, stage, done, total)


def _left_out(known: Sequence[Claim], scorer: PairScorer) -> str:
    """What the scorer did not read, in words; "" when it read everything."""
    counts = Counter(scorer.misreads(text) for text in {claim.claim_text for claim in known})
    told = []
    if counts["no English"]:
        told.append(
            f"{counts['no English']} statements are not in English and were compared with nothing: name a model that "
            "reads their language in FACTCHECK_NLI_MODEL."
        )
    if counts["long"]:
        told.append(f"{counts['long']} statements are very long; only their beginning was compared.")
    return " ".join(told)


def _keep_confirmed(
    found: list[Conflict],
    before: Sequence[Conflict],
    decided: Mapping[tuple[int, int], PairDecision],
    present: set[int],
) -> list[Conflict]:
    """A pair that a person confirmed stays, also when the machine does not suggest it again."""
    again = {conflict.id for conflict in found}
    kept = [
        conflict
        for conflict in before
        if conflict.id not in again
        and {conflict.claim_a_id, conflict.claim_b_id} <= present
        and (decision := decided.get(_pair(conflict))) is not None
        and decision.choice.state is ConflictState.CONFIRMED
    ]
    return [*found, *kept]


def _line_up(
    known: Sequence[Claim],
    found: list[Conflict],
    decided: Mapping[tuple[int, int], PairDecision],
    found_topics: Sequence[Topic],
) -> tuple[list[Dispute], list[Conflict]]:
    """Disputes from the conflicts that nobody dismissed; the dismissed stay on record, without a dispute."""
    topic_of = {claim_id: topic.id for topic in found_topics for claim_id in topic.claim_ids}
    placed = [replace(conflict, topic_id=topic_of.get(conflict.claim_a_id, "")) for conflict in found]
    dismissed = [c for c in placed if _dismissed(decided.get(_pair(c)))]
    open_ones = [c for c in placed if not _dismissed(decided.get(_pair(c)))]
    lined_up, with_dispute = disputes.line_up(known, open_ones, topic_of)
    return lined_up, [*with_dispute, *(replace(c, dispute_id="") for c in dismissed)]


def _pair(conflict: Conflict) -> tuple[int, int]:
    first, second = sorted((conflict.claim_a_id, conflict.claim_b_id))
    return first, second


def _dismissed(decision: PairDecision | None) -> bool:
    return decision is not None and decision.choice.state is ConflictState.DISMISSED
