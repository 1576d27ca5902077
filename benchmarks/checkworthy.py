"""Check-worthiness beside the TF-IDF floor of the same run: python -m benchmarks.checkworthy FOLDER

FOLDER holds train.tsv.gz and dev.tsv.gz. Scored is dev: F1 of "Yes" with its 95 % bootstrap interval, and average
precision, which is what an order is worth. Floor: logistic regression on TF-IDF of words and pairs of words, trained
here on train without the sentences of dev. Each is cut at one half, and where F1 is best on train by cross-validation.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, f1_score
from sklearn.model_selection import cross_val_predict
from sklearn.pipeline import make_pipeline
from training.checkworthy import bare, best_cut, folds, read

from factcheck.pipeline.checkworthiness import check_worthiness, load_weights
from factcheck.pipeline.embedding import load_embedder

DRAWS, SEED = 1000, 0
Values = npt.NDArray[np.float64]
Truth = npt.NDArray[np.bool_]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    sentences, truth = read(folder / "dev.tsv.gz")
    embedder, weights = load_embedder(), load_weights()
    began = time.monotonic()
    said = check_worthiness(sentences, embedder.embed(sentences), weights).astype(float)
    speed = len(sentences) / (time.monotonic() - began)
    print(f"\ncheck-worthiness: {len(sentences)} sentences, {truth.sum()} worth checking, {speed:.0f} sentences/s")
    show("shipped", truth, said, float(weights.threshold))
    show("TF-IDF (floor)", truth, *floor(folder / "train.tsv.gz", sentences))
    show("all (floor)", truth, np.ones(len(truth)), 0.5)


def floor(path: Path, sentences: tuple[str, ...]) -> tuple[Values, float]:
    """What the floor says of the sentences, and its cut."""
    known = {bare(sentence) for sentence in sentences}
    texts, truth = read(path)
    kept = [at for at, text in enumerate(texts) if bare(text) not in known]
    texts, truth = tuple(texts[at] for at in kept), truth[kept]
    words = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True)
    model = make_pipeline(words, LogisticRegression(C=4.0, solver="liblinear", random_state=SEED))
    apart = cross_val_predict(model, texts, truth, cv=list(folds(texts, truth)), method="predict_proba")[:, 1]
    return model.fit(texts, truth).predict_proba(sentences)[:, 1], best_cut(truth, apart)[1]


def show(title: str, truth: Truth, values: Values, cut: float) -> None:
    low, high = interval(truth, values >= cut)
    print(
        f"{title:16} F1 {f1_score(truth, values >= cut):.3f} ({low:.3f} to {high:.3f}) cut at {cut:.2f}, "
        f"{f1_score(truth, values >= 0.5):.3f} at .50; AP {average_precision_score(truth, values):.3f}",
        flush=True,
    )


def interval(truth: Truth, said: Truth) -> tuple[float, float]:
    """Percentiles 2.5 and 97.5 of F1 over sentences drawn with replacement."""
    draw = np.random.default_rng(SEED)
    rows = draw.integers(0, len(truth), (DRAWS, len(truth)))
    right = (truth & said)[rows].sum(axis=1)
    found = 2 * right / np.maximum(truth[rows].sum(axis=1) + said[rows].sum(axis=1), 1)
    return float(np.percentile(found, 2.5)), float(np.percentile(found, 97.5))


if __name__ == "__main__":
    main()
