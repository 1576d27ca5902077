"""Train the shipped model of check-worthiness: python -m training.checkworthy TRAIN DEV FOLDER --name NAME

TRAIN and DEV are .tsv.gz files with the columns Sentence_id, Text and class_label (Yes, No). Rows of TRAIN whose words
stand in DEV are left out; everything is chosen by cross-validation on the rest, and DEV only gets its F1 printed.
Two parts are joined by a logistic regression on what each says of sentences that it was not trained on: a linear model
on n-grams, and small networks on the sentence vector and plain cues. Seeded. Writes weights.npz and manifest.json.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import hashlib
import re
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.exceptions import ConvergenceWarning
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, f1_score
from sklearn.model_selection import StratifiedGroupKFold
from sklearn.neural_network import MLPClassifier

from factcheck.pipeline.checkworthiness import Weights, chances
from factcheck.pipeline.checkworthiness.features import dense, letter_counts, weigh, word_counts
from factcheck.pipeline.checkworthiness.weights import logits, save_weights
from factcheck.pipeline.embedding import BUILTIN_FP32, Embedder, load_embedder

FOLDS, SEED = 5, 0
LINEAR_C = 2.0
NETWORKS, HIDDEN, PASSES, BATCH, DECAY = 3, 48, 10, 256, 0.03
Floats = npt.NDArray[np.float64]
Truth = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Labelled:
    """`n` sentences, whether each is worth checking, and what the model sees of them (the slow part, made once)."""

    sentences: tuple[str, ...]
    truth: Truth
    counts: tuple[Any, Any]
    """Sparse matrices (n, buckets): of words, of letters."""
    dense: npt.NDArray[np.float32]
    """Vectors and cues (n, d)."""

    def only(self, rows: npt.NDArray[Any]) -> Labelled:
        kept = np.arange(len(self.sentences))[rows]
        words, letters = self.counts
        sentences = tuple(self.sentences[at] for at in kept)
        return Labelled(sentences, self.truth[kept], (words[kept], letters[kept]), self.dense[kept])


def main() -> None:
    given = _options()
    embedder = load_embedder(BUILTIN_FP32)
    train, dev = (labelled(path, embedder, given.vectors) for path in (given.train, given.dev))
    train = unseen(train, dev)
    print(f"{len(train.truth)} sentences to train on, {train.truth.mean():.1%} worth checking", flush=True)
    apart = across(train)
    mix = LogisticRegression(C=100.0).fit(apart, train.truth)
    joined = mix.predict_proba(apart)[:, 1]
    for title, values in (("n-grams", apart[:, 0]), ("vector and cues", apart[:, 1]), ("joined", joined)):
        f1, cut = best_cut(train.truth, values)
        ap = average_precision_score(train.truth, values)
        print(f"{title:20} cross-validated F1 {f1:.4f} at {cut:.3f}, AP {ap:.4f}", flush=True)
    weights = fit(train, np.array([*mix.coef_[0], mix.intercept_[0]]), best_cut(train.truth, joined)[1])
    save_weights(given.folder, given.name, weights)
    said = chances(weights, weigh(dev.counts, weights.idf), dev.dense)
    f1, ap = f1_score(dev.truth, said >= weights.threshold), average_precision_score(dev.truth, said)
    print(f"{given.dev.name}: F1 {f1:.4f}, AP {ap:.4f}")


def read(path: Path) -> tuple[tuple[str, ...], Truth]:
    """Sentences of a .tsv.gz file, and whether each is labelled Yes."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return tuple(row["Text"] for row in rows), np.array([row["class_label"] == "Yes" for row in rows])


def labelled(path: Path, embedder: Embedder, keep: Path | None = None) -> Labelled:
    """A file as the model sees it. To embed 22,500 sentences takes minutes: the folder `keep` keeps their vectors."""
    sentences, truth = read(path)
    vectors = kept_vectors(sentences, embedder, keep) if keep else embedder.embed(sentences)
    counts = word_counts(sentences), letter_counts(sentences)
    return Labelled(sentences, truth, counts, dense(sentences, vectors))


def kept_vectors(sentences: Sequence[str], embedder: Embedder, keep: Path) -> npt.NDArray[np.float32]:
    """Unit vectors (n, d), from a file that is named after the model and the sentences."""
    digest = hashlib.sha256("\0".join((embedder.name, *sentences)).encode()).hexdigest()[:16]
    place = keep / f"{digest}.npy"
    if not place.exists():
        keep.mkdir(parents=True, exist_ok=True)
        np.save(place, embedder.embed(sentences))
    return np.asarray(np.load(place), np.float32)


def bare(sentence: str) -> str:
    """Its words alone: two sentences that differ in case or signs are the same."""
    return " ".join(re.findall(r"\w+", sentence.casefold()))


def unseen(train: Labelled, dev: Labelled) -> Labelled:
    """The sentences of `train` whose words do not stand in `dev`."""
    known = {bare(sentence) for sentence in dev.sentences}
    return train.only(np.array([bare(sentence) not in known for sentence in train.sentences]))


def folds(sentences: Sequence[str], truth: Truth) -> Iterator[tuple[Any, Any]]:
    """Rows to fit on and rows to judge; sentences with the same words stay together."""
    numbers: dict[str, int] = {}
    groups = [numbers.setdefault(bare(sentence), len(numbers)) for sentence in sentences]
    yield from StratifiedGroupKFold(FOLDS, shuffle=True, random_state=SEED).split(groups, truth, groups)


def across(train: Labelled) -> Floats:
    """Log-odds (n, 2) by n-grams and by the networks, each from models that did not see the sentence."""
    found = np.zeros((len(train.truth), 2))
    for kept, judged in folds(train.sentences, train.truth):
        weights, part = fit(train.only(kept)), train.only(judged)
        found[judged] = np.stack(logits(weights, weigh(part.counts, weights.idf), part.dense), axis=1)
    return found


def fit(train: Labelled, mix: Floats | None = None, threshold: float = 0.5) -> Weights:
    """Both parts on all of `train`; without `mix` they count alike."""
    idf, linear, bias = fit_grams(train)
    networks = [fit_network(train, seed) for seed in range(NETWORKS)]
    return Weights(
        idf=idf,
        linear=linear,
        linear_bias=np.float32(bias),
        hidden=np.stack([n.coefs_[0] for n in networks]).astype(np.float32),
        hidden_bias=np.stack([n.intercepts_[0] for n in networks]).astype(np.float32),
        out=np.stack([n.coefs_[1][:, 0] for n in networks]).astype(np.float32),
        out_bias=np.stack([n.intercepts_[1][0] for n in networks]).astype(np.float32),
        mix=np.array((0.5, 0.5, 0.0) if mix is None else mix, np.float32),
        threshold=np.float32(threshold),
    )


def fit_grams(train: Labelled) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32], float]:
    """Inverse document frequencies (2, buckets), weights (2 · buckets,) and bias of a logistic regression."""
    # A bucket that no sentence fills weighs nothing; zeros need no room in the file.
    rows = [TfidfTransformer().fit(part).idf_ * (part.getnnz(axis=0) > 0) for part in train.counts]
    idf = np.stack(rows).astype(np.float32)
    model = LogisticRegression(C=LINEAR_C, solver="liblinear", dual=True, tol=1e-3, random_state=SEED)
    model.fit(weigh(train.counts, idf), train.truth)
    return idf, model.coef_[0].astype(np.float32), float(model.intercept_[0])


def fit_network(train: Labelled, seed: int) -> Any:
    network = MLPClassifier(
        (HIDDEN,),
        alpha=DECAY,
        max_iter=PASSES,
        batch_size=min(BATCH, len(train.truth)),
        n_iter_no_change=PASSES,
        random_state=seed,
    )
    with warnings.catch_warnings():
        # So few passes do not end where nothing changes any more: they are meant to be few.
        warnings.simplefilter("ignore", ConvergenceWarning)
        return network.fit(train.dense, train.truth)


def best_cut(truth: Truth, values: Floats) -> tuple[float, float]:
    """The highest F1, and from which value on a sentence is called worth checking to get it."""
    order = np.argsort(-values, kind="stable")
    f1 = 2 * np.cumsum(truth[order]) / (np.arange(1, len(truth) + 1) + truth.sum())
    return float(f1.max()), float(values[order][f1.argmax()])


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train", type=Path)
    parser.add_argument("dev", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--name", required=True)
    parser.add_argument("--vectors", type=Path, help="keep the sentence vectors in this folder")
    return parser.parse_args()


if __name__ == "__main__":
    main()
