"""Conflicts → the same conflicts with the words marked that the scorer hangs on, and their reason put with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from factcheck.model import Claim, Conflict, ConflictKind, PairContext, Progress, silent
from factcheck.pipeline.conflicts.denials import one_denies
from factcheck.pipeline.conflicts.directions import Scorer
from factcheck.pipeline.conflicts.evidence import CONTRADICTION, SUPERSEDED, odds
from factcheck.pipeline.conflicts.occlusion import telling_phrases, without_each_word
from factcheck.pipeline.conflicts.timing import timing
from factcheck.pipeline.conflicts.wording import Marks, reason
from factcheck.text.normalise import comparable

MOST = 200
"""Conflicts of an analysis whose words are sought this way, the surest first: each takes some 30 scores."""


def mark_words(
    conflicts: Sequence[Conflict], claims: Sequence[Claim], scorer: Scorer, progress: Progress = silent
) -> list[Conflict]:
    """The conflicts in the same order; those that hang on no word, or on one that both texts have, keep their marks."""
    by_id = {claim.id: claim for claim in claims}
    chosen = [c for c in conflicts if _is_explained(c, by_id)][:MOST]
    pairs = [(by_id[c.claim_a_id], by_id[c.claim_b_id]) for c in chosen]
    asked = [(a.claim_text, b.claim_text, timing(a, b).context) for a, b in pairs]
    marked: dict[str, Conflict] = {}
    for conflict, (a, b), found in zip(chosen, pairs, clashing_words(scorer, asked, progress), strict=True):
        if all(found) and not _alike(a, b, found):
            why = reason(a, b, conflict.kind, timing(a, b), found)
            marked[conflict.id] = replace(conflict, clash_a=found[0], clash_b=found[1], reason=why)
    return [marked.get(conflict.id, conflict) for conflict in conflicts]


def clashing_words(
    scorer: Scorer, pairs: Sequence[tuple[str, str, PairContext]], progress: Progress = silent
) -> list[Marks]:
    """For each pair the spans in both texts that its clash hangs on; () for a text in which it hangs on no word."""
    tried = [(without_each_word(a), without_each_word(b)) for a, b, _ in pairs]
    asked = [
        (texts, context)
        for (a, b, context), (of_a, of_b) in zip(pairs, tried, strict=True)
        for texts in ((a, b), *((one.text, b) for one in of_a), *((a, one.text) for one in of_b))
    ]
    scores = scorer.score(
        [texts for texts, _ in asked],
        [context for _, context in asked],
        lambda _, done, total: progress("Looking for the words that clash", done, total),
    )
    clash = odds(np.asarray(scores[:, CONTRADICTION] + scores[:, SUPERSEDED], np.float32))
    found: list[Marks] = []
    start = 0
    for (a, b, _), (of_a, of_b) in zip(pairs, tried, strict=True):
        lost = (clash[start] - clash[start + 1 : start + 1 + len(of_a) + len(of_b)]).tolist()
        found.append((telling_phrases(a, of_a, lost[: len(of_a)]), telling_phrases(b, of_b, lost[len(of_a) :])))
        start += 1 + len(of_a) + len(of_b)
    return found


def _alike(a: Claim, b: Claim, found: Marks) -> bool:
    """Whether the same words are marked in both: "solvent" and "Solvent" tell nobody what clashes."""
    one, other = (
        [comparable(claim.claim_text[start:end]) for start, end in spans]
        for claim, spans in zip((a, b), found, strict=True)
    )
    return one == other


def _is_explained(conflict: Conflict, by_id: Mapping[int, Claim]) -> bool:
    """Clashes of texts; where one speaker denies the other's very claim there is no word to look for."""
    clash = conflict.kind.is_conflict or conflict.kind is ConflictKind.SUPERSEDED
    return clash and not one_denies(by_id[conflict.claim_a_id], by_id[conflict.claim_b_id])
