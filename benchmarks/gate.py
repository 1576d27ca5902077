"""What the gate lets through, and what that costs and saves: python -m benchmarks.gate FILE_OR_FOLDER …

Files or folders of disputes (of folders the check part). For each dispute by itself and for all of them as one project:
the share of candidate pairs that the gate lets through, and of the labelled conflicts among them, and the whole chain
with and without it (an overtaken pair that is shown as a conflict counts as wrong). Then pairs a second, side by side.
`--pairs N` times the gate on N pairs; `--quick` leaves out what needs the model.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from training.data import read_disputes

from benchmarks.conflicts import Labelled, ordered, read
from benchmarks.remembering import Remembering
from factcheck.model import NEUTRAL
from factcheck.pipeline.conflicts import both_ways, judge, one_event
from factcheck.pipeline.embedding import load_embedder
from factcheck.pipeline.gate import chances, worth_asking
from factcheck.pipeline.pairs import candidate_pairs
from factcheck.pipeline.scoring import PairScorer, load_scorer
from factcheck.pipeline.topics import group

Pairs = npt.NDArray[np.int64]
Truth = npt.NDArray[np.bool_]
SOME = 1_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("places", nargs="+", type=Path)
    parser.add_argument("--pairs", type=int, default=1_000_000)
    parser.add_argument("--quick", action="store_true")
    given = parser.parse_args()
    scorer = None if given.quick else Remembering(load_scorer())
    data = None
    for place in given.places:
        data = read(read_disputes(place, "all" if place.is_file() else "check"), load_embedder())
        alone = [data.only({number}) for number in sorted(set(data.dispute))]
        print(f"\n{place.name}: {len(alone)} disputes, {len(data.claims)} claims, {len(data.conflicts)} conflicts")
        report("each dispute by itself", alone, scorer)
        report("all as one project", [data], scorer)
    if data is not None:
        speed(data, given.pairs)
        if not given.quick:
            side_by_side(data)


def report(title: str, parts: Sequence[Labelled], scorer: PairScorer | None) -> None:
    asked = total = through = reached = 0
    shown: dict[str, list[bool]] = {"every candidate": [], "gate": []}
    for part in parts:
        near, similarity = candidate_pairs(part.vectors, group(part.vectors), [c.claimant for c in part.claims])
        conflict = np.array(
            [ordered(part.claims[i].id, part.claims[j].id) in part.conflicts for i, j in near.tolist()], bool
        )
        worth = gated(part, near)
        asked, total = asked + int(worth.sum()), total + len(near)
        through, reached = through + int(conflict[worth].sum()), reached + int(conflict.sum())
        if scorer is not None:
            scores = both_ways(scorer, part.claims, near)
            for name, kept in (("every candidate", np.ones(len(near), bool)), ("gate", worth)):
                shown[name] += chain(part, near, similarity, scores, kept)
    print(f"  {title}: {asked:,} of {total:,} candidates ({asked / max(total, 1):.3f}) let through, ", end="")
    print(f"with {through} of {reached} conflicts ({through / max(reached, 1):.3f})")
    conflicts = sum(len(part.conflicts) for part in parts)
    for name, right in shown.items():
        if right:
            precision, recall = float(np.mean(right)), sum(right) / conflicts
            f1 = 2 * precision * recall / max(precision + recall, 1e-9)
            print(f"    {name:16} F1 {f1:.3f}, precision {precision:.3f}, recall {recall:.3f}")


def gated(part: Labelled, near: Pairs) -> Truth:
    texts = [claim.claim_text for claim in part.claims]
    return worth_asking(texts, part.vectors, near, one_event(part.claims, near))


def chain(
    part: Labelled,
    near: Pairs,
    similarity: npt.NDArray[np.float32],
    scores: tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]],
    kept: Truth,
) -> list[bool]:
    """Of each pair that is shown as a conflict, whether it is one; pairs that are not kept count as neutral."""
    neutral = np.zeros(4, np.float32)
    neutral[NEUTRAL] = 1
    there, back = (np.where(kept[:, None], way, neutral) for way in scores)
    found = judge(part.claims, near, similarity, there, back)
    return [ordered(c.claim_a_id, c.claim_b_id) in part.conflicts for c in found if c.kind.is_conflict]


def speed(data: Labelled, pairs: int) -> None:
    """The gate alone on so many pairs: on one core when OMP_NUM_THREADS is 1."""
    chosen = np.random.default_rng(0).integers(0, len(data.claims), (pairs, 2))
    began, cpu = time.perf_counter(), time.process_time()
    chances([claim.claim_text for claim in data.claims], data.vectors, chosen)
    wall, used = time.perf_counter() - began, time.process_time() - cpu
    print(f"\ngate alone: {pairs:,} pairs in {wall:.1f} s ({used:.1f} s of processor), {pairs / wall:,.0f} pairs/s")


def side_by_side(data: Labelled) -> None:
    """Candidates a second of one project, with and without the gate, on SOME of them drawn at random."""
    near, _ = candidate_pairs(data.vectors, group(data.vectors), [c.claimant for c in data.claims])
    some = near[np.random.default_rng(0).choice(len(near), min(SOME, len(near)), replace=False)]
    scorer = load_scorer()
    seconds = {}
    for name, kept in (("every candidate", lambda: some), ("gate", lambda: some[gated(data, some)])):
        began = time.perf_counter()
        both_ways(scorer, data.claims, kept())
        seconds[name] = time.perf_counter() - began
    for name, taken in seconds.items():
        print(f"{name:16} {len(some) / taken:8.0f} candidates/s  {seconds['every candidate'] / taken:.1f}×")


if __name__ == "__main__":
    main()
