"""Claims → pairs → the gate → what was scored before → the model → conflicts; no pair is ever scored twice."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from factcheck.model import NEUTRAL, Claim, Conflict, Progress
from factcheck.neighbours import Near
from factcheck.pipeline import conflicts, gate, pairs
from factcheck.pipeline.embedding import BUILTIN
from factcheck.pipeline.scoring import PairScorer
from factcheck.store import pair_scores
from factcheck.text.language import ENGLISH
from factcheck.workbench.desk import Desk

FloatArray = npt.NDArray[np.float32]
IntArray = npt.NDArray[np.int64]

CHUNK = 256
"""Pairs that are scored and kept at a time: what a killed run loses at most."""
FEW = 40
"""In a project of at most so many claims the model is asked about every candidate."""


def compare(
    desk: Desk,
    known: Sequence[Claim],
    vectors: FloatArray,
    topics: IntArray,
    near: Near,
    scorer: PairScorer,
    progress: Progress,
) -> list[Conflict]:
    """The pairs of claims that clash, are overtaken or agree.

    `vectors` (n, d), `topics` (n,) and the neighbours `near` (n, k) have a row a claim.
    """
    progress("Finding pairs", 0, 1)
    found, similarity = pairs.candidate_pairs(vectors, topics, [claim.claimant for claim in known], near=near)
    worth = np.flatnonzero(_worth_asking(desk, known, vectors, found))
    there, back = _neutral(len(found)), _neutral(len(found))
    there[worth], back[worth] = _scored(desk, known, found[worth], len(found), scorer, progress)
    return conflicts.judge(known, found, similarity, there, back)


def _worth_asking(desk: Desk, known: Sequence[Claim], vectors: FloatArray, near: IntArray) -> npt.NDArray[np.bool_]:
    """Which pairs (m,) the model is asked about. The gate knows English, and the vectors of the built-in embedder."""
    if len(known) <= FEW or desk.settings.gate == 0 or desk.settings.embedding_model != BUILTIN:
        return np.ones(len(near), bool)
    foreign = np.array([claim.language not in ("", ENGLISH) for claim in known], bool)
    texts, one_event = [claim.claim_text for claim in known], conflicts.one_event(known, near)
    worth = gate.worth_asking(texts, vectors, near, one_event, desk.settings.gate)
    return np.asarray(worth | foreign[near].any(axis=1), bool)


def _scored(
    desk: Desk, known: Sequence[Claim], near: IntArray, of: int, scorer: PairScorer, progress: Progress
) -> tuple[FloatArray, FloatArray]:
    """Scores (m, 4) both ways of the pairs `near`, from the cache where it has them; kept as they come."""
    wanted = conflicts.asked(known, near)
    keys = [
        pair_scores.key(scorer.name, *texts, context)
        for texts, context in zip(wanted.texts, wanted.contexts, strict=True)
    ]
    with desk.reading() as connection:
        scores = pair_scores.known(connection, desk.project, keys)
    missing = _like_lengths_together(wanted, {key: at for at, key in enumerate(keys) if key not in scores})
    stage = f"Comparing statements ({len(near):,} of {of:,} pairs need the model)"
    for start in range(0, len(missing), CHUNK):
        progress(stage, start, len(missing))
        chunk = missing[start : start + CHUNK]
        answers = np.hstack(conflicts.ask(scorer, wanted.only(chunk)))
        fresh = {keys[at]: row.astype("<f4").tobytes() for at, row in zip(chunk, answers, strict=True)}
        with desk.writing() as connection:
            pair_scores.keep(connection, desk.project, fresh)
        scores |= fresh
    with desk.writing() as connection:
        pair_scores.prune(connection, desk.project, scores)
    both = np.frombuffer(b"".join(scores[key] for key in keys), "<f4").reshape(-1, 8)
    return wanted.as_rows(both[:, :4], both[:, 4:])


def _like_lengths_together(wanted: conflicts.Asked, places: dict[bytes, int]) -> list[int]:
    """In an order that pads little, and that does not depend on the order of claims."""

    def order(at: int) -> tuple[int, tuple[str, str], int, bool]:
        texts, context = wanted.texts[at], wanted.contexts[at]
        return sum(map(len, texts)), texts, context.days or 0, context.same_speaker

    return sorted(places.values(), key=order)


def _neutral(count: int) -> FloatArray:
    found = np.zeros((count, 4), np.float32)
    found[:, NEUTRAL] = 1
    return found
