"""Claims, candidate pairs and their scores → the pairs that clash, overtake one another, or agree."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from factcheck.model import Claim, Conflict, ConflictKind, Modality
from factcheck.pipeline.conflicts.kinds import is_overtaken, kind_of_clash
from factcheck.pipeline.conflicts.timing import Timing, timing
from factcheck.pipeline.conflicts.wording import Marks, marks, reason, shared_number
from factcheck.text.clashes import Clashes, clashes
from factcheck.text.words import name_others, stems, words

__all__ = ["judge"]

FloatArray = npt.NDArray[np.float32]
IntArray = npt.NDArray[np.int64]

CLASHES_FROM = 0.35
"""Pairs below this score are no conflict; of the hand-labelled pairs above it, two in three are one."""
AGREES_FROM = 0.50
# Log-odds that similarity adds: two texts that are far apart neither clash nor agree.
MIDDLING, PER_SIMILARITY = 0.45, 4.8
ALIKE, PER_LIKENESS = 0.60, 6.0
RIVALS, SURELY_RIVALS = 0.42, 0.8
"""The similarity that two accounts with clearly different culprits are given at least."""
OWN_WORDS = -2.5
"""A speaker rarely contradicts himself on one day, or on unknown days."""
OTHER_NAMES = -0.8
"""Two texts that name different places and people may tell of different events."""
LONG_APART, PER_DOUBLING, LONGEST = 30, -0.7, -4.0
"""Days from which two claims may tell of different events, and what each doubling takes off."""
_DENIALS = stems("deny denial reject refute not never no false fake")


def judge(
    claims: Sequence[Claim], pairs: IntArray, similarity: FloatArray, ab: FloatArray, ba: FloatArray
) -> list[Conflict]:
    """The pairs (m, 2) of rows of `claims` that clash, are overtaken or agree; all others are left out.

    `similarity` (m,) is the cosine; `ab` and `ba` (m, 3) hold the probabilities of contradiction,
    entailment and neutral both ways. Clashes score the odds of a contradiction times the odds that both
    speak of one thing. In every result the earlier claim is a. Sorted by score, then by claim ids.
    """
    found: list[Conflict] = []
    turned = [_one_denies(claims[i], claims[j]) for i, j in pairs.tolist()]
    contradiction, entailment = _directed(ab, ba, np.array(turned, bool))
    clash = _odds(np.mean(contradiction, axis=0)) + PER_SIMILARITY * (similarity - MIDDLING)
    agree = _odds(np.max(entailment, axis=0)) + PER_LIKENESS * (similarity - ALIKE)
    worth = _chance(clash + PER_SIMILARITY * np.maximum(RIVALS - similarity, 0)) >= CLASHES_FROM
    for at in np.flatnonzero(worth | (_chance(agree) >= AGREES_FROM)).tolist():
        i, j = pairs[at].tolist()
        pair = _Pair(claims[i], claims[j], contradiction[:, at], float(similarity[at]), turned[at])
        conflict = pair.judged(float(clash[at]), float(agree[at]))
        if conflict is not None:
            found.append(conflict)
    return sorted(found, key=lambda c: (-c.score, c.claim_a_id, c.claim_b_id))


class _Pair:
    """Two claims, the earlier one first, with what is known of them as a pair."""

    def __init__(self, one: Claim, other: Claim, scores: FloatArray, similarity: float, turned: bool) -> None:
        first, second = sorted((one, other), key=lambda claim: claim.id)
        if not timing(first, second).in_order or (timing(first, second).days or 0) < 0:
            first, second = second, first
        self.a, self.b = first, second
        self.scores = scores if first is one else scores[::-1]
        self.similarity, self.turned = similarity, turned
        self.time: Timing = timing(first, second)
        self.found: Clashes = clashes(first.claim_text, second.claim_text)

    def judged(self, clash: float, agree: float) -> Conflict | None:
        kind = ConflictKind.CONTRADICTION if self.turned else kind_of_clash(self.found)
        overtaken = is_overtaken(self.found, kind, self.time)
        score = _sigmoid(
            clash
            + self._other_wording()
            + self._one_event(kind)
            + (OWN_WORDS if self.time.same_speaker and not overtaken else 0)
        )
        if score >= CLASHES_FROM and score >= _sigmoid(agree):
            return self._clash(ConflictKind.SUPERSEDED if overtaken else kind, kind, score)
        return self._agreement(_sigmoid(agree)) if _sigmoid(agree) >= AGREES_FROM else None

    def _other_wording(self) -> float:
        """What low similarity took off too much: rival accounts of one harm share few words."""
        return PER_SIMILARITY * max(0.0, RIVALS - self.similarity) if self.found.blame >= SURELY_RIVALS else 0.0

    def _one_event(self, kind: ConflictKind) -> float:
        """Log-odds, 0 or less, that both claims are about one event, by their names and dates."""
        blame = kind is ConflictKind.RESPONSIBILITY
        odds = OTHER_NAMES if not blame and name_others(self.a.claim_text, self.b.claim_text) else 0.0
        apart = abs(self.time.days or 0) / LONG_APART
        return odds + (max(PER_DOUBLING * math.log2(apart), LONGEST) if apart > 1 else 0.0)

    def _clash(self, kind: ConflictKind, clash_kind: ConflictKind, score: float) -> Conflict:
        if self.turned:
            whole = ((0, len(self.a.claim_text)),), ((0, len(self.b.claim_text)),)
            return self._conflict(kind, score, whole, "one states what the other denies")
        marked = marks(self.a.claim_text, self.b.claim_text, self.found, clash_kind)
        return self._conflict(kind, score, marked)

    def _agreement(self, score: float) -> Conflict | None:
        if self.found.any and not self.turned and not self._both_deny:
            return None
        note = "one denies what the other rules out" if self.turned else ""
        return self._conflict(ConflictKind.AGREEMENT, score, shared_number(self.found), note)

    @property
    def _both_deny(self) -> bool:
        return _denies(self.a) and _denies(self.b)

    def _conflict(self, kind: ConflictKind, score: float, marked: Marks, note: str = "") -> Conflict:
        return Conflict(
            claim_a_id=self.a.id,
            claim_b_id=self.b.id,
            kind=kind,
            score=round(score, 4),
            score_contradiction_ab=round(float(self.scores[0]), 4),
            score_contradiction_ba=round(float(self.scores[1]), 4),
            score_similarity=round(self.similarity, 4),
            score_number=round(self.found.number, 4),
            score_time=round(self.time.score, 4),
            reason=reason(self.a, self.b, kind, self.time, marked, note),
            clash_a=marked[0],
            clash_b=marked[1],
        )


def _denies(claim: Claim) -> bool:
    """Whether the claim's text is what its speaker denies; a text with its own "not" says so itself."""
    return claim.modality is Modality.DENIED and not any(w.stem in _DENIALS for w in words(claim.claim_text))


def _one_denies(a: Claim, b: Claim) -> bool:
    return _denies(a) != _denies(b)


def _directed(ab: FloatArray, ba: FloatArray, turned: npt.NDArray[np.bool_]) -> tuple[FloatArray, FloatArray]:
    """Contradiction and entailment (2, m), both ways; exchanged where one claim denies its text."""
    both = np.stack([ab, ba]).reshape(2, -1, 3)
    contradiction = np.where(turned, both[:, :, 1], both[:, :, 0])
    entailment = np.where(turned, both[:, :, 0], both[:, :, 1])
    return contradiction, entailment


def _odds(chance: FloatArray) -> FloatArray:
    clipped = np.clip(chance, 1e-6, 1 - 1e-6)
    return np.asarray(np.log(clipped / (1 - clipped)), np.float32)


def _chance(odds: FloatArray) -> FloatArray:
    return np.asarray(1 / (1 + np.exp(-odds)), np.float32)


def _sigmoid(odds: float) -> float:
    return float(1 / (1 + np.exp(-odds)))
