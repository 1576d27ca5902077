"""How well claims are grouped into topics, beside floors: python -m benchmarks.topics DATA

DATA is a folder of public data sets with grouping/ and disputes/. One setting for all sets. A claim without a topic
stands alone. Printed are B-cubed precision, recall and F (Bagga and Baldwin 1998), normalised mutual information in
per cent and the number of groups. Floors: average linkage of TF-IDF vectors at one cut for all sets, the one with the
best mean F on these very sets; k-means of our vectors, told the true number of groups.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from training.data import read_disputes

from factcheck.pipeline.embedding import load_embedder
from factcheck.pipeline.topics import group

Vectors = npt.NDArray[np.float32]
Labels = npt.NDArray[np.int64]
Score = npt.NDArray[np.float64]
MIXTURES, SEED = 60, 0
CUTS = (0.02, 0.04, 0.06, 0.08, 0.1, 0.15, 0.2)
MOST_LINKED = 3000
"""Sets larger than this are left out of the floor that compares every text with every other."""


@dataclass(frozen=True)
class Labelled:
    """Texts, their vectors and the true group of each."""

    texts: list[str]
    vectors: Vectors
    truth: Labels

    def only(self, rows: Labels) -> Labelled:
        return Labelled([self.texts[row] for row in rows], self.vectors[rows], self.truth[rows])


def main() -> None:
    parser = argparse.ArgumentParser(description="Quality of topics on labelled sets.")
    parser.add_argument("data", type=Path, help="folder of data sets with grouping/ and disputes/")
    given = parser.parse_args()
    sets = read(given.data)
    print(f"{'set':34}{'method':28}{'P':>6}{'R':>6}{'F':>6}{'NMI':>7}{'groups':>8}{'true':>6}")
    for name, parts in sets.items():
        row(name, "ours", parts, lambda part: group(part.vectors, part.texts))
        row("", "k-means, true number", parts, k_means)
    linked = {name: parts for name, parts in sets.items() if len(parts[0].texts) <= MOST_LINKED}
    cut = max(CUTS, key=lambda c: np.mean([scored(parts, lambda p: tf_idf(p, c))[2] for parts in linked.values()]))
    for name, parts in linked.items():
        row(name, f"TF-IDF, average linkage {cut}", parts, lambda part: tf_idf(part, cut))


def read(data: Path) -> dict[str, list[Labelled]]:
    """The labelled sets; mixtures of disputes are many small sets under one name."""
    grouping = data / "grouping"
    news = [line.split("\t", 1) for line in _open(grouping / "googlenews_t.tsv.gz")]
    events = [json.loads(line) for line in _open(grouping / "allsides_val.jsonl.gz")]
    claims = [json.loads(line) for line in _open(grouping / "claimdiff_claims_train.jsonl.gz")]
    disputes = read_disputes(data / "disputes" / "dev.jsonl", "all")
    told = [(c["text"], f"{at:05}") for at, entry in enumerate(disputes) for c in entry["claims"]]
    everything = labelled(told)
    return {
        "AllSides titles → events": [
            labelled([(article["title"], e["event"]) for e in events for article in e["articles"]])
        ],
        "ClaimDiff claims → topics": [labelled([(c["claim"], c["topic"]) for c in claims])],
        "Google News titles → stories": [labelled([(text, cluster) for cluster, text in news])],
        f"{MIXTURES} mixtures of 3 to 10 disputes": mixtures(everything, len(disputes)),
        "all disputes at once": [everything],
    }


def labelled(rows: Sequence[tuple[str, str]]) -> Labelled:
    texts = [text for text, _ in rows]
    truth = np.unique([label for _, label in rows], return_inverse=True)[1].astype(np.int64)
    return Labelled(texts, load_embedder().embed(texts), truth)


def mixtures(whole: Labelled, count: int) -> list[Labelled]:
    chooser = random.Random(SEED)
    chosen = [chooser.sample(range(count), min(chooser.randint(3, 10), count)) for _ in range(MIXTURES)]
    return [whole.only(np.flatnonzero(np.isin(whole.truth, numbers))) for numbers in chosen]


def row(name: str, method: str, parts: Sequence[Labelled], grouped: Callable[[Labelled], Labels]) -> None:
    precision, recall, f1, nmi, groups, true = scored(parts, grouped)
    scores = f"{precision:>6.3f}{recall:>6.3f}{f1:>6.3f}{nmi:>7.1f}{groups:>8.0f}{true:>6.0f}"
    print(f"{name:34}{method:28}{scores}", flush=True)


def scored(parts: Sequence[Labelled], grouped: Callable[[Labelled], Labels]) -> Score:
    """Means over `parts` of precision, recall, F, NMI × 100, number of groups and true number."""
    return np.asarray(np.mean([_score(grouped(part), part.truth) for part in parts], axis=0))


def _score(labels: Labels, truth: Labels) -> list[float]:
    from sklearn.metrics import normalized_mutual_info_score

    ours = np.unique(np.where(labels < 0, -1 - np.arange(len(labels)), labels), return_inverse=True)[1]
    both = np.zeros((ours.max() + 1, truth.max() + 1))
    np.add.at(both, (ours, truth), 1)
    precision = float((both**2 / both.sum(axis=1, keepdims=True)).sum() / len(truth))
    recall = float((both**2 / np.maximum(both.sum(axis=0, keepdims=True), 1)).sum() / len(truth))
    nmi = 100 * float(normalized_mutual_info_score(truth, ours))
    f1 = 2 * precision * recall / (precision + recall)
    return [precision, recall, f1, nmi, float(ours.max() + 1), float(len(np.unique(truth)))]


def k_means(part: Labelled) -> Labels:
    from sklearn.cluster import KMeans

    count = len(np.unique(part.truth))
    found = KMeans(count, n_init=1, random_state=SEED).fit_predict(part.vectors)
    return np.asarray(found, np.int64)


def tf_idf(part: Labelled, cut: float) -> Labels:
    from scipy.cluster.hierarchy import fcluster, linkage
    from sklearn.feature_extraction.text import TfidfVectorizer

    weights = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(part.texts)
    similar = np.clip((weights @ weights.T).toarray(), 0.0, 1.0)
    tree = linkage(1 - similar[np.triu_indices(len(similar), 1)], "average")
    return np.asarray(fcluster(tree, 1 - cut, "distance"), np.int64)


def _open(path: Path) -> list[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [line.rstrip("\n") for line in lines if line.strip()]


if __name__ == "__main__":
    main()
