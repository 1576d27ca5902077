"""Pairs a second, ours beside sentence-transformers on the same weights: python -m benchmarks.scoring_speed FILE

FILE holds disputes, one a line; 512 pairs of claims within a dispute are scored. Peer: CrossEncoder, torch fp32,
batches of 32, on the fp32 weights restored from the shipped int8 ones (see training/restore.py). Both use all
cores, take turns three times in one process, and the best round of each counts. Printed besides: how far int8
moves the probabilities, how long a model takes to load, and how large it is.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from training.data import read_disputes
from training.restore import restore

from factcheck import models
from factcheck.pipeline.scoring import CONTRADICTION, SUPERSEDED
from factcheck.pipeline.scoring.seam import columns, in_order, softmax
from factcheck.pipeline.scoring.shipped import ShippedScorer
from factcheck.pipeline.scoring.timed import ended

PAIRS, ROUNDS, BATCH = 512, 3, 32


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("disputes", type=Path)
    given = parser.parse_args()
    os.environ["OMP_WAIT_POLICY"] = "PASSIVE"
    pairs = some_pairs(given.disputes)
    began = time.perf_counter()
    ours = ShippedScorer()
    load = time.perf_counter() - began
    with tempfile.TemporaryDirectory() as scratch:
        restore(models.NLI, Path(scratch))
        peer = cross_encoder(scratch)
        methods: dict[str, Callable[[], Any]] = {
            "shipped": lambda: ours.score(pairs),
            "CrossEncoder": lambda: peer(pairs),
        }
        best = {name: float("inf") for name in methods}
        results = {}
        for _ in range(ROUNDS):
            for name, method in methods.items():
                began = time.perf_counter()
                results[name] = method()
                best[name] = min(best[name], time.perf_counter() - began)
    for name, seconds in best.items():
        print(f"{name:14}{PAIRS / seconds:8.1f} pairs/s  {best['CrossEncoder'] / seconds:5.2f}×")
    moved = np.abs(clash(results["shipped"]) - clash(results["CrossEncoder"]))
    print(f"probability of a clash, int8 against fp32: mean difference {moved.mean():.4f}, largest {moved.max():.4f}")
    print(f"loading {load:.1f} s; {sum(p.stat().st_size for p in models.NLI.iterdir()) / 1e6:.0f} MB on disk")


def some_pairs(path: Path) -> list[tuple[str, str]]:
    found = [(a["text"], b["text"]) for row in read_disputes(path, "all") for a, b in combinations(row["claims"], 2)]
    return [found[at] for at in np.random.default_rng(0).choice(len(found), PAIRS, replace=False)]


def cross_encoder(folder: str) -> Callable[[list[tuple[str, str]]], Any]:
    from sentence_transformers import CrossEncoder
    from torch import nn

    model = CrossEncoder(folder, device="cpu")
    places = columns([model.config.id2label[at] for at in range(model.config.num_labels)], folder)

    def score(pairs: list[tuple[str, str]]) -> Any:
        texts = [(ended(a), ended(b)) for a, b in pairs]
        logits = model.predict(texts, batch_size=BATCH, activation_fn=nn.Identity(), show_progress_bar=False)
        return in_order(softmax(np.asarray(logits, np.float32)), places)

    return score


def clash(scores: Any) -> Any:
    return scores[:, CONTRADICTION] + scores[:, SUPERSEDED]


if __name__ == "__main__":
    main()
