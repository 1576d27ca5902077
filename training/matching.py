"""Fit the weights of claim matching: python -m training.matching DATA RUN

DATA holds train_queries.jsonl.gz (tweet, gold) and snopes_claims.jsonl.gz (vclaim_id, vclaim, title); RUN keeps the
vectors. Prints the two rankers to put into src/factcheck/pipeline/matching/ranking.py, their MAP@5 by
cross-validation over the judged claims, and how sure the best candidates are with and without a right answer.
Each query is seen twice: against the claims alone, and against title and claim. Seeded.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from factcheck.pipeline.embedding import load_embedder
from factcheck.pipeline.matching import MatchIndex, post_vectors, read_post
from factcheck.pipeline.matching.features import BY_MEANING, BY_WORDS
from factcheck.pipeline.matching.index import POOL
from factcheck.pipeline.matching.ranking import Ranker

FOLDS, SEED = 5, 0
STEPS, RATE, DECAY = 400, 0.03, 1e-3
JUDGED_BY = 6
"""The best candidates of a query, on which the chance of a pair is fitted."""
RELATIVE = ("relevance of the best", "rank by words", "cosine below the best", "rank by meaning")
"""Features that depend on the other candidates, which say nothing of a pair by itself."""
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Question:
    """One query's candidates (c, f), which of them is right (-1: none), and the judged claim it repeats."""

    features: Floats
    right: int
    gold: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("run", type=Path)
    given = parser.parse_args()
    asked = list(rows(given.data / "train_queries.jsonl.gz"))
    judged = list(rows(given.data / "snopes_claims.jsonl.gz"))
    questions = [
        question
        for texts in ([row["vclaim"] for row in judged], [f"{row['title']} {row['vclaim']}" for row in judged])
        for question in read(asked, [row["vclaim_id"] for row in judged], texts, given.run)
    ]
    for name, width in (("BOTH", len(BY_WORDS + BY_MEANING)), ("WORDS", len(BY_WORDS))):
        part = [Question(q.features[:, :width], q.right, q.gold) for q in questions]
        print(f"{name}: MAP@5 {cross_validated(part):.4f} by cross-validation over {len(part)} questions")
        ranker = fit(part)
        print(written(name, ranker))
        show_sureness(part, ranker)


def rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def read(asked: Sequence[dict[str, Any]], names: Sequence[str], texts: Sequence[str], run: Path) -> list[Question]:
    index = MatchIndex()
    index.add(texts, vectors(texts, run))
    posts = [read_post(row["tweet"]) for row in asked]
    forms = sorted({form for post in posts for form in post.forms})
    known = dict(zip(forms, vectors(forms, run), strict=True))
    found = []
    for row, post in zip(asked, posts, strict=True):
        (part, _) = index.candidates(post, post_vectors([post], known)[0], POOL)
        right = np.flatnonzero([names[place] == row["gold"] for place in part.places.tolist()])
        found.append(Question(part.features, int(right[0]) if len(right) else -1, row["gold"]))
    return found


def vectors(texts: Sequence[str], run: Path) -> Floats:
    """Unit vectors (n, d), kept in RUN."""
    digest = hashlib.sha256("\0".join(texts).encode()).hexdigest()[:12]
    path = run / f"vectors-{digest}.npy"
    if not path.exists():
        run.mkdir(parents=True, exist_ok=True)
        np.save(path, load_embedder().embed(texts))
    return np.asarray(np.load(path), np.float32)


def cross_validated(questions: Sequence[Question]) -> float:
    """Mean over the folds; a judged claim is in one fold only."""
    folds = GroupKFold(FOLDS, shuffle=True, random_state=SEED).split(questions, groups=[q.gold for q in questions])
    return float(
        np.mean([map5([questions[i] for i in test], fit([questions[i] for i in train])) for train, test in folds])
    )


def map5(questions: Sequence[Question], ranker: Ranker) -> float:
    scores = []
    for question in questions:
        order = np.argsort(-ranker.order_by(question.features), kind="stable")[:5]
        at = np.flatnonzero(order == question.right)
        scores.append(1 / (1 + at[0]) if len(at) else 0.0)
    return float(np.mean(scores))


def fit(questions: Sequence[Question]) -> Ranker:
    """Order by the softmax over a query's candidates (ListNet, Cao et al. 2007); chances by logistic regression."""
    known = [question for question in questions if question.right >= 0]
    stacked = np.concatenate([question.features for question in known])
    mean, spread = stacked.mean(axis=0), stacked.std(axis=0) + 1e-6
    order = _ordering([(q.features - mean) / spread for q in known], [q.right for q in known]) / spread
    sure, bias = _sureness(questions, order, spread)
    return Ranker(tuple(order.tolist()), tuple(sure.tolist()), bias)


def _ordering(candidates: Sequence[Floats], right: Sequence[int]) -> Floats:
    torch.manual_seed(SEED)
    longest = max(map(len, candidates))
    padded = torch.zeros(len(candidates), longest, candidates[0].shape[1])
    there = torch.zeros(len(candidates), longest, dtype=torch.bool)
    for at, rows_of in enumerate(candidates):
        padded[at, : len(rows_of)] = torch.from_numpy(rows_of)
        there[at, : len(rows_of)] = True
    weights = torch.zeros(padded.shape[2], requires_grad=True)
    adam = torch.optim.Adam([weights], lr=RATE, weight_decay=DECAY)
    for _ in range(STEPS):
        scores = (padded @ weights).masked_fill(~there, -1e9)
        adam.zero_grad()
        torch.nn.functional.cross_entropy(scores, torch.tensor(right)).backward()  # type: ignore[no-untyped-call]
        adam.step()
    return weights.detach().numpy()


def _sureness(questions: Sequence[Question], order: Floats, spread: Floats) -> tuple[Floats, float]:
    best, same = [], []
    for question in questions:
        top = np.argsort(-(question.features @ order), kind="stable")[:JUDGED_BY]
        best.append(question.features[top])
        same.append(top == question.right)
    names = (BY_WORDS + BY_MEANING)[: len(spread)]
    absolute = np.array([name not in RELATIVE for name in names], np.float32)
    scale = absolute / spread
    model = LogisticRegression(C=1.0, max_iter=2000).fit(np.concatenate(best) * scale, np.concatenate(same))
    return (model.coef_[0] * scale).astype(np.float32), float(model.intercept_[0])


def written(name: str, ranker: Ranker) -> str:
    order, sure = ([round(float(w), 4) for w in weights] for weights in (ranker.order, ranker.sure))
    return f"{name} = Ranker(\n    order={tuple(order)},\n    sure={tuple(sure)},\n    bias={ranker.bias:.4f},\n)"


def show_sureness(questions: Sequence[Question], ranker: Ranker) -> None:
    """For floors of the chance: how many queries are shown something, and how often the best shown is right.

    Once as the data are, once with the right claim taken away: then whatever is shown is wrong.
    """
    best, right, rest = [], [], []
    for question in questions:
        order, chances = ranker.order_by(question.features), ranker.chances(question.features)
        first = int(np.argmax(order))
        best.append(chances[first])
        right.append(first == question.right)
        others = np.arange(len(order)) != question.right
        rest.append(chances[others][np.argmax(order[others])])
    for floor in (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        shown = np.array(best) >= floor
        print(
            f"  floor {floor:.2f}: shown {shown.mean():.3f}, right {np.array(right)[shown].mean():.3f}; "
            f"without the right claim shown {(np.array(rest) >= floor).mean():.3f}"
        )


if __name__ == "__main__":
    main()
