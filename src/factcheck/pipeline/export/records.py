"""Claims, pairs and topics with all that their rows need → the values the export works from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from factcheck.model import (
    SCALE,
    Claim,
    Conflict,
    ConflictState,
    PairDecision,
    Rating,
    ReviewStatus,
    Topic,
    Verdict,
)


@dataclass(frozen=True)
class ClaimRecord:
    """All that one row of verdicts.csv needs.

    `conflicts` are those of the claim that are conflicts and were not dismissed; `verdicts` holds
    every version of every reviewer, oldest first; `appearances` are URLs, earliest first; `url` is
    where the finished fact-check was published, "" when it was not; `hidden_links` are those of near-copies that would
    lead to a protected name.
    """

    claim: Claim
    topic: Topic | None
    conflicts: tuple[Conflict, ...]
    superseded_by: int | None
    verdicts: tuple[Verdict, ...]
    status: ReviewStatus
    appearances: tuple[str, ...]
    outlets_count: int
    independent_origins_count: int
    url: str = ""
    hidden_links: tuple[str, ...] = ()


@dataclass(frozen=True)
class ConflictRecord:
    """One row of conflicts.csv: `a` and `b` are the claims `claim_a_id` and `claim_b_id` name."""

    conflict: Conflict
    a: Claim
    b: Claim
    topic: Topic | None
    state: ConflictState
    decision: PairDecision | None


@dataclass(frozen=True)
class ExportContext:
    """What is true of a whole export.

    `protected` names claimants and sources (aliases too) that must not leave the database;
    `scale` is the rating scale the verdicts were given on.
    """

    embedding_model: str
    nli_model: str
    exported_at: datetime
    app_version: str
    protected: frozenset[str] = frozenset()
    scale: tuple[Rating, ...] = SCALE
