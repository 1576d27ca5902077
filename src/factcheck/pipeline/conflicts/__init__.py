"""Claims, candidate pairs and their scores → the pairs that clash, overtake one another, or agree."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from factcheck.model import CONTRADICTION, ENTAILMENT, SUPERSEDED, Claim, Conflict, ConflictKind
from factcheck.pipeline.conflicts.denials import one_denies
from factcheck.pipeline.conflicts.directions import Asked, ask, asked, both_ways
from factcheck.pipeline.conflicts.evidence import NAMES, evidence, long_apart
from factcheck.pipeline.conflicts.kinds import is_overtaken, kind_of_clash
from factcheck.pipeline.conflicts.timing import Timing, times, timing
from factcheck.pipeline.conflicts.wording import Marks, marks, reason, shared_number
from factcheck.text.clashes import Clashes, clashes

__all__ = ["Asked", "ask", "asked", "both_ways", "judge", "one_event"]

FloatArray = npt.NDArray[np.float32]
IntArray = npt.NDArray[np.int64]

CLASHES_FROM = 0.50
"""Pairs below this probability are no conflict."""
AGREES_FROM = 0.70
OVERTAKES_FROM = 0.60
"""A conflict filed as overtaken is out of sight; an overtaken statement shown as a conflict is soon dismissed."""


def judge(
    claims: Sequence[Claim], pairs: IntArray, similarity: FloatArray, ab: FloatArray, ba: FloatArray
) -> list[Conflict]:
    """The pairs (m, 2) of rows of `claims` that clash, are overtaken or agree; all others are left out.

    `similarity` (m,) is the cosine; `ab` and `ba` (m, 4) hold the probabilities of contradiction, entailment,
    neutral and superseded both ways, in the order of the pair's rows and the other way round. In every result
    the earlier claim is a. Sorted by score, then by claim ids.
    """
    seen = evidence(claims, pairs, ab, ba)
    found: list[Conflict] = []
    for at in np.flatnonzero((seen.clash >= CLASHES_FROM) | (seen.agree >= AGREES_FROM)).tolist():
        i, j = pairs[at].tolist()
        pair = _Pair(claims[i], claims[j], ab[at], ba[at], float(similarity[at]))
        if seen.clash[at] < max(CLASHES_FROM, seen.agree[at]):
            found += [pair.agreement(float(seen.agree[at]))] if seen.agree[at] >= AGREES_FROM else []
        else:
            overtaken = None if seen.overtaken is None else bool(seen.overtaken[at] >= OVERTAKES_FROM)
            found.append(pair.clash(float(seen.clash[at]), overtaken, seen.parts[at].tolist()))
    return sorted(found, key=lambda c: (-c.score, c.claim_a_id, c.claim_b_id))


def one_event(claims: Sequence[Claim], pairs: IntArray) -> FloatArray:
    """Log-odds (m,), 0 or less: how much the days between the claims of each pair speak against one event."""
    return long_apart(times(claims, pairs).days)


class _Pair:
    """Two claims, the earlier one first, with what is known of them as a pair."""

    def __init__(self, one: Claim, other: Claim, there: FloatArray, back: FloatArray, similarity: float) -> None:
        first, second = sorted((one, other), key=lambda claim: claim.id)
        if not timing(first, second).in_order or (timing(first, second).days or 0) < 0:
            first, second = second, first
        self.a, self.b = first, second
        self.turned = one_denies(one, other)
        column = [ENTAILMENT] if self.turned else [CONTRADICTION, SUPERSEDED]
        ways = [float(way[column].sum()) for way in ((there, back) if first is one else (back, there))]
        self.ways, self.similarity = ways, similarity
        self.time: Timing = timing(first, second)
        self.found: Clashes = clashes(first.claim_text, second.claim_text)

    def clash(self, score: float, overtaken: bool | None, parts: Sequence[float]) -> Conflict:
        """`overtaken` is None when the scorer knows nothing of time. A toll that rose is overtaken whatever it says."""
        kind = ConflictKind.CONTRADICTION if self.turned else kind_of_clash(self.found)
        later = overtaken or ((overtaken is None or kind is ConflictKind.NUMBER) and self._went_on(kind))
        shown = ConflictKind.SUPERSEDED if later and self.time.days else kind
        weighed = tuple((name, round(part, 2)) for name, part in zip(NAMES, parts, strict=True) if abs(part) >= 0.01)
        if self.turned:
            whole = ((0, len(self.a.claim_text)),), ((0, len(self.b.claim_text)),)
            return self._conflict(shown, score, whole, "one states what the other denies", weighed)
        return self._conflict(shown, score, marks(self.a.claim_text, self.b.claim_text, self.found, kind), "", weighed)

    def _went_on(self, kind: ConflictKind) -> bool:
        return is_overtaken(self.found, kind, self.time)

    def agreement(self, score: float) -> Conflict:
        note = "one denies what the other rules out" if self.turned else ""
        return self._conflict(ConflictKind.AGREEMENT, score, shared_number(self.found), note)

    def _conflict(
        self, kind: ConflictKind, score: float, marked: Marks, note: str, parts: tuple[tuple[str, float], ...] = ()
    ) -> Conflict:
        return Conflict(
            claim_a_id=self.a.id,
            claim_b_id=self.b.id,
            kind=kind,
            score=round(score, 4),
            score_contradiction_ab=round(self.ways[0], 4),
            score_contradiction_ba=round(self.ways[1], 4),
            score_similarity=round(self.similarity, 4),
            score_number=round(self.found.number, 4),
            score_time=round(self.time.score, 4),
            reason=reason(self.a, self.b, kind, self.time, marked, note),
            clash_a=marked[0],
            clash_b=marked[1],
            parts=parts,
        )
