"""Train the gate before the model of contradiction: python -m training.gate FILE_OR_FOLDER … FOLDER --name NAME

Reads labelled disputes (of folders of our own the train part; their develop part chooses the cut), embeds them with
the built-in embedder, and trains a small network to tell the pairs that clash, agree or overtake one another from the
compatible ones of the same dispute, and from the candidates across disputes, which are about different things; a
project of TOGETHER disputes has most of its candidates there. The cut lets RECALL of the conflicts among the
candidates of the develop part through. Seeded. Writes weights.npz and manifest.json.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from factcheck.pipeline.embedding import load_embedder
from factcheck.pipeline.gate import Weights, chances
from factcheck.pipeline.gate.cues import NAMES, in_pairs, read
from factcheck.pipeline.gate.weights import save_weights
from factcheck.pipeline.pairs import candidate_pairs
from factcheck.pipeline.topics import group
from training.data import read_disputes

RECALL = 0.99
CONFLICTS = ("contradiction", "number", "responsibility")
TOGETHER = 170
HIDDEN, PASSES, BATCH, RATE, DECAY, DROPPED, SEED = 48, 4, 1024, 2e-3, 0.1, 0.3, 0
PRODUCT, DISTANCE, COSINE = 300.0, 20.0, 5.0
"""Bring what two vectors have in common to the size of the cues."""
KINDS = {"contradiction": 3.0, "number": 3.0, "responsibility": 3.0, "superseded": 2.0, "agree": 1.0}
"""Weight of a pair that must get through, by its label; others weigh 1."""
Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Pairs:
    """Claims of one project with their vectors (n, d); pairs (m, 2) of rows, each one's label, which are candidates.

    A label is that of the dispute's lists, "compatible" for the others, "across" for pairs from two disputes.
    """

    texts: list[str]
    vectors: Floats
    pairs: Ints
    label: npt.NDArray[np.str_]
    candidate: npt.NDArray[np.bool_]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("places", nargs="+", type=Path, help="files or folders of disputes, then the folder to write")
    parser.add_argument("--name", required=True)
    parser.add_argument("--vectors", type=Path, help="an .npz with texts and vectors, to embed nothing twice")
    given = parser.parse_args()
    *places, folder = given.places
    kept = known_vectors(given.vectors)
    disputes = [row for place in places for row in read_disputes(place, "train")]
    order = np.random.default_rng(SEED).permutation(len(disputes))
    projects = [order[start : start + TOGETHER] for start in range(0, len(order), TOGETHER)]
    weights = fit([gather([disputes[at] for at in project], kept) for project in projects])
    own = [row for place in places if place.is_dir() for row in read_disputes(place, "develop")]
    weights = with_cut(weights, gather(own, kept))
    save_weights(folder, given.name, weights)


def known_vectors(path: Path | None) -> dict[str, Floats]:
    if path is None:
        return {}
    with np.load(path, allow_pickle=True) as found:
        return dict(zip(found["texts"].tolist(), found["vectors"], strict=True))


def gather(disputes: Sequence[dict[str, Any]], kept: dict[str, Floats]) -> Pairs:
    """All pairs within a dispute, and the candidates across disputes as if they were one project."""
    texts: list[str] = []
    speakers: list[str] = []
    number: list[int] = []
    named: dict[tuple[int, int], str] = {}
    for at, dispute in enumerate(disputes):
        ids = {claim["id"]: len(texts) + place for place, claim in enumerate(dispute["claims"])}
        texts += [claim["text"] for claim in dispute["claims"]]
        speakers += [claim["who"] for claim in dispute["claims"]]
        number += [at] * len(ids)
        listed = [
            *dispute["conflict"],
            *([a, b, kind] for kind in ("agree", "superseded") for a, b in dispute.get(kind, [])),
        ]
        named |= {(min(ids[a], ids[b]), max(ids[a], ids[b])): kind for a, b, kind in listed}
    if fresh := sorted(set(texts) - kept.keys()):
        kept |= dict(zip(fresh, load_embedder().embed(fresh), strict=True))
    vectors = np.stack([kept[text] for text in texts]).astype(np.float32)
    dispute = np.array(number)
    near, _ = candidate_pairs(vectors, group(vectors), speakers)
    within = [pair for at in range(len(disputes)) for pair in combinations(np.flatnonzero(dispute == at).tolist(), 2)]
    pairs = np.unique(np.vstack([near, np.array(within)]), axis=0)
    across = dispute[pairs[:, 0]] != dispute[pairs[:, 1]]
    label = [named.get((i, j), "compatible") for i, j in pairs.tolist()]
    candidate = np.isin(pairs @ [len(texts), 1], near @ [len(texts), 1])
    return Pairs(texts, vectors, pairs, np.where(across, "across", label), candidate)


def fit(projects: Sequence[Pairs]) -> Weights:
    """A network of one hidden layer, by Adam on the weighted cross-entropy."""
    import torch

    torch.manual_seed(SEED)
    inputs = torch.from_numpy(np.vstack([seen(project) for project in projects]))
    label = np.concatenate([project.label for project in projects])
    truth = torch.from_numpy(np.isin(label, list(KINDS)).astype(np.float32))
    weight = torch.tensor([KINDS.get(name, 1.0) for name in label.tolist()])
    first, second = torch.nn.Linear(inputs.shape[1], HIDDEN), torch.nn.Linear(HIDDEN, 1)
    steps = len(inputs) // BATCH
    optimiser = torch.optim.AdamW([*first.parameters(), *second.parameters()], RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=PASSES * steps)
    for _ in range(PASSES):
        total = 0.0
        for some in torch.randperm(len(inputs))[: steps * BATCH].reshape(steps, BATCH):
            odds = second(torch.relu(first(torch.nn.functional.dropout(inputs[some], DROPPED))))[:, 0]
            loss = torch.nn.functional.binary_cross_entropy_with_logits(odds, truth[some], weight[some])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += float(loss.detach())
        print(f"loss {total / steps:.4f}", flush=True)
    size = projects[0].vectors.shape[1]
    product, distance, cues, cosine = np.split(first.weight.detach().numpy().T, [size, 2 * size, 2 * size + len(NAMES)])
    bias, out, out_bias = (part.detach().numpy() for part in (first.bias, second.weight[0], second.bias[0]))
    return Weights(product * PRODUCT + cosine * COSINE, distance * DISTANCE, cues, bias, out, out_bias, np.float32(0))


def seen(data: Pairs) -> Floats:
    """What the network is trained on (m, 2 d + c + 1); the cosine is a sum of products, and goes into their weights."""
    first, second = data.pairs.T
    one, other = data.vectors[first], data.vectors[second]
    product = one * other
    cosine = product.sum(axis=1, keepdims=True)
    cues = in_pairs(read(data.texts), first, second)
    return np.hstack([product * PRODUCT, np.abs(one - other) * DISTANCE, cues, cosine * COSINE]).astype(np.float32)


def with_cut(weights: Weights, develop: Pairs) -> Weights:
    """With the highest cut that lets RECALL of the conflicts through; prints what others would let through."""
    rounded = {name: part.astype(np.float16).astype(np.float32) for name, part in vars(weights).items()}
    found = chances(develop.texts, develop.vectors, develop.pairs, Weights(**rounded))
    conflict = np.isin(develop.label, CONFLICTS) & develop.candidate
    for recall in (0.8, 0.85, 0.9, 0.95, 0.97, 0.98, 0.99):
        through = found >= _cut(found[conflict], recall)
        shares = [
            f"{name} {through[develop.candidate & (develop.label == name)].mean():.3f}"
            for name in np.unique(develop.label)
        ]
        print(
            f"{recall}, cut {_cut(found[conflict], recall):.4f}: {through[develop.candidate].mean():.3f} of all; "
            + ", ".join(shares)
        )
    return Weights(**{**vars(weights), "least": np.float32(_cut(found[conflict], RECALL))})


def _cut(found: Floats, recall: float) -> float:
    # What 16 bits keep of the number, and a little less.
    return float(np.float16(np.quantile(found, 1 - recall, method="lower") - 0.001))


if __name__ == "__main__":
    main()
