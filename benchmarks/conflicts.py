"""How well the derived chain finds conflicts, beside floors: python -m benchmarks.conflicts FOLDER

FOLDER holds disputes/dev.jsonl (or another --split): one dispute a line, with its claims (id, who, when,
text) and lists of labelled pairs: conflict, agree, superseded; every other pair is compatible.

Measured are the pairs that the whole chain (embedding, topics, pairs, scoring, judging) calls a conflict, and
the topics it forms: for each dispute by itself, for mixtures of three to ten disputes, and for all of them
at once. Average precision ranks pairs that are not returned last. Floors: similarity alone, at the cut that
suits the file best; a denial word on one side only; chance.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from training.data import read_disputes

from benchmarks.remembering import Remembering
from factcheck.model import Claim, Conflict
from factcheck.pipeline.conflicts import both_ways, judge
from factcheck.pipeline.embedding import Embedder, load_embedder
from factcheck.pipeline.pairs import candidate_pairs
from factcheck.pipeline.scoring import PairScorer, load_scorer
from factcheck.pipeline.topics import group

FloatArray = npt.NDArray[np.float32]
Pair = tuple[int, int]
DENIAL = re.compile(r"\b(?:not?|never|none|nobody|nothing|without|den(?:y|ies|ied)|false|untrue)\b|n['’]t\b", re.I)
MIXTURES, SEED, TOP = 60, 0, 50


@dataclass(frozen=True)
class Labelled:
    """Claims with their dispute, the labelled conflicts, and one vector a claim."""

    claims: list[Claim]
    dispute: list[int]
    conflicts: set[Pair]
    vectors: FloatArray

    @property
    def texts(self) -> list[str]:
        return [claim.claim_text for claim in self.claims]

    def only(self, disputes: set[int]) -> Labelled:
        rows = [row for row, number in enumerate(self.dispute) if number in disputes]
        ids = {self.claims[row].id for row in rows}
        return Labelled(
            [self.claims[row] for row in rows],
            [self.dispute[row] for row in rows],
            {pair for pair in self.conflicts if pair[0] in ids},
            self.vectors[rows],
        )


def main() -> None:
    parser = argparse.ArgumentParser(description="Quality of conflicts and topics on labelled disputes.")
    parser.add_argument("folder", type=Path, help="folder of data sets that holds disputes/SPLIT.jsonl")
    parser.add_argument("--split", default="dev", help="name of the file, without .jsonl (default: dev)")
    given = parser.parse_args()
    scorer = Remembering(load_scorer())
    embedder = load_embedder()
    data = read(read_disputes(given.folder / "disputes" / f"{given.split}.jsonl", "all"), embedder)
    count = len(set(data.dispute))
    print(
        f"{count} disputes, {len(data.claims)} claims, {len(data.conflicts)} conflicts; {embedder.name}; {scorer.name}"
    )
    chooser = random.Random(SEED)
    mixtures = [set(chooser.sample(range(count), min(chooser.randint(3, 10), count))) for _ in range(MIXTURES)]
    report("each dispute by itself", [data.only({number}) for number in range(count)], scorer)
    report(f"{MIXTURES} mixtures of 3 to 10 disputes", [data.only(chosen) for chosen in mixtures], scorer)
    report("all disputes at once", [data], scorer)


def read(entries: Sequence[dict[str, Any]], embedder: Embedder) -> Labelled:
    """Claims of the disputes with ids 1…n and their vectors."""
    claims: list[Claim] = []
    dispute: list[int] = []
    conflicts: set[Pair] = set()
    for number, entry in enumerate(entries):
        ids = {row["id"]: len(claims) + place for place, row in enumerate(entry["claims"], start=1)}
        for row in entry["claims"]:
            claims.append(Claim(row["text"], claim_author_name=row["who"], claim_date=row["when"], id=ids[row["id"]]))
            dispute.append(number)
        conflicts |= {ordered(ids[row[0]], ids[row[1]]) for row in entry["conflict"]}
    return Labelled(claims, dispute, conflicts, embedder.embed([c.claim_text for c in claims]))


def ordered(one: int, other: int) -> Pair:
    return min(one, other), max(one, other)


def report(title: str, parts: Sequence[Labelled], scorer: PairScorer) -> None:
    """One table: the chain and the floors over the pairs of all `parts` together."""
    truth: list[bool] = []
    chain: list[float] = []
    similarity: list[float] = []
    denial: list[float] = []
    agreement = []
    for part in parts:
        topics = group(part.vectors, part.texts)
        agreement.append(b_cubed(topics, part.dispute))
        scores = conflicts_of(part, topics, scorer)
        cosine = part.vectors @ part.vectors.T
        denies = [bool(DENIAL.search(c.claim_text)) for c in part.claims]
        for i, j in combinations(range(len(part.claims)), 2):
            pair = ordered(part.claims[i].id, part.claims[j].id)
            truth.append(pair in part.conflicts)
            chain.append(scores.get(pair, 0.0))
            similarity.append(float(cosine[i, j]))
            denial.append(float(denies[i] != denies[j]))
    print(f"\n{title}: {len(truth)} pairs, {sum(truth)} conflicts")
    print(f"{'':24}{'precision':>10}{'recall':>8}{'F1':>7}{'AP':>7}{f'P@{TOP}':>7}")
    labels = np.array(truth)
    line("chain", labels, np.array(chain), cut=1e-9)
    line("similarity, best cut", labels, np.array(similarity), cut=best_cut(labels, np.array(similarity)))
    line("denial word on one side", labels, np.array(denial), cut=0.5)
    print(f"{'chance':24}{labels.mean():>10.3f}{'':>8}{'':>7}{labels.mean():>7.3f}{labels.mean():>7.2f}")
    precision, recall, f1 = np.mean(agreement, axis=0)
    print(f"topics, B-cubed: precision {precision:.3f}, recall {recall:.3f}, F {f1:.3f}")


def conflicts_of(part: Labelled, topics: npt.NDArray[np.int64], scorer: PairScorer) -> dict[Pair, float]:
    """Pairs that the chain calls a conflict, with their scores."""
    found = judged(part, topics, scorer)
    return {ordered(c.claim_a_id, c.claim_b_id): c.score for c in found if c.kind.is_conflict}


def judged(part: Labelled, topics: npt.NDArray[np.int64], scorer: PairScorer) -> list[Conflict]:
    """What the chain makes of the claims of one project."""
    pairs, similarity = candidate_pairs(part.vectors, topics, [c.claim_author_name for c in part.claims])
    return judge(part.claims, pairs, similarity, *both_ways(scorer, part.claims, pairs))


def line(name: str, truth: npt.NDArray[np.bool_], scores: npt.NDArray[np.float64], cut: float) -> None:
    from sklearn.metrics import average_precision_score

    called = scores >= cut
    right = int((truth & called).sum())
    precision, recall = right / max(int(called.sum()), 1), right / max(int(truth.sum()), 1)
    f1 = 2 * right / max(int(called.sum() + truth.sum()), 1)
    top = truth[np.argsort(-scores, kind="stable")[:TOP]].mean()
    ranked = average_precision_score(truth, scores)
    print(f"{name:24}{precision:>10.3f}{recall:>8.3f}{f1:>7.3f}{ranked:>7.3f}{top:>7.2f}")


def best_cut(truth: npt.NDArray[np.bool_], scores: npt.NDArray[np.float64]) -> float:
    """The cut with the highest F1 on the very pairs it is measured on: kind to the floor."""
    order = np.argsort(-scores, kind="stable")
    right = np.cumsum(truth[order])
    f1 = 2 * right / (np.arange(1, len(order) + 1) + truth.sum())
    return float(scores[order[int(np.argmax(f1))]])


def b_cubed(topics: npt.NDArray[np.int64], truth: Sequence[int]) -> tuple[float, float, float]:
    """Precision, recall and F of Bagga and Baldwin (1998); claims without a topic stand alone."""
    alone = np.where(topics < 0, -1 - np.arange(len(topics)), topics)
    gold = np.array(truth)
    same_topic, same_dispute = alone[:, None] == alone[None, :], gold[:, None] == gold[None, :]
    both = (same_topic & same_dispute).sum(axis=1)
    precision, recall = float(np.mean(both / same_topic.sum(axis=1))), float(np.mean(both / same_dispute.sum(axis=1)))
    return precision, recall, 2 * precision * recall / (precision + recall)


if __name__ == "__main__":
    main()
