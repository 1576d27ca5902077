"""What the gate lets through, and what that costs and saves: python -m benchmarks.gate FILE_OR_FOLDER …

Files or folders of disputes (of folders the check part). For each dispute by itself and for all of them as one project:
the share of candidate pairs that the gate lets through, and of the labelled conflicts among them; then pairs a second
of the gate, of the model, and of both together; then the whole chain with and without it. `--pairs N` times the gate
on N pairs; `--quick` leaves out what needs the model.
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


def report(title: str, parts: Sequence[Labelled], scorer: PairScorer | None) -> None:
    asked = total = through = reached = 0
    shown: dict[str, list[bool]] = {"every candidate": [], "gate": []}
    seconds = 0.0
    for part in parts:
        near, similarity = candidate_pairs(part.vectors, group(part.vectors), [c.claimant for c in part.claims])
        conflict = np.array(
            [ordered(part.claims[i].id, part.claims[j].id) in part.conflicts for i, j in near.tolist()], bool
        )
        worth = gated(part, near)
        asked, total = asked + int(worth.sum()), total + len(near)
        through, reached = through + int(conflict[worth].sum()), reached + int(conflict.sum())
        if scorer is not None:
            began = time.perf_counter()
            scores = both_ways(scorer, part.claims, near)
            seconds += time.perf_counter() - began
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
    if seconds:
        print(f"    every candidate scored in {seconds:.0f} s, {total / seconds:.0f} pairs/s")


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


if __name__ == "__main__":
    main()
