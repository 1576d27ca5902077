"""Fit what is made of the model's scores: python -m training.calibrate FILE_OR_FOLDER …

Reads labelled disputes (of folders of our own the develop part), scores every pair within a dispute with the
shipped model both ways, and fits the two regressions of factcheck/pipeline/conflicts/evidence.py. Prints, by
cross-validation over disputes, what each cue is worth, the calibration error with a table for a reliability
diagram, and the constants to put there.
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
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, log_loss
from sklearn.model_selection import GroupKFold, cross_val_predict

from factcheck.model import Claim
from factcheck.pipeline.conflicts import both_ways
from factcheck.pipeline.conflicts.evidence import CUES, clash_cues, time_cues
from factcheck.pipeline.conflicts.timing import times
from factcheck.pipeline.embedding import load_embedder
from factcheck.pipeline.scoring import PairScorer, load_scorer
from factcheck.text.clashes import clashes
from factcheck.text.words import name_others
from training.data import CONTRADICTION, NEUTRAL, SUPERSEDED, read_disputes
from training.scores import calibration_error, reliability_bins

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Truth = npt.NDArray[np.bool_]
OTHERS = ("similarity", "figures", "opposite words", "who is blamed", "other names")
"""Cues that were tried and are not used, in the columns after CUES."""


@dataclass(frozen=True)
class Table:
    """Pairs of all disputes: `cues` (n, 10), `time` (n, 3), days between, place of the label in LABELS, dispute."""

    cues: Floats
    time: Floats
    days: Ints
    label: Ints
    dispute: Ints


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("places", nargs="+", type=Path)
    parser.add_argument("--model", default="builtin", help="as in FACTCHECK_NLI_MODEL")
    given = parser.parse_args()
    data = table([row for place in given.places for row in read_disputes(place, "develop")], load_scorer(given.model))
    compare(data)
    clash = np.isin(data.label, (CONTRADICTION, SUPERSEDED))
    used = data.cues[:, : len(CUES)]
    reliability(across(used, clash, data.dispute), clash)
    print(f"UNKNOWN = {used[:, 3].mean():.2f}")
    print("CLASH =", constants(LogisticRegression(max_iter=3000).fit(used, clash)))
    told = clash & (data.days > 0)
    print("OVERTAKEN =", constants(balanced().fit(data.time[told], data.label[told] == SUPERSEDED)))


def table(entries: Sequence[dict[str, Any]], scorer: PairScorer) -> Table:
    """Every pair within a dispute."""
    embedder = load_embedder()
    parts = [_one(entry, scorer, embedder, number) for number, entry in enumerate(entries)]
    return Table(*(np.concatenate(columns) for columns in zip(*parts, strict=True)))


def _one(entry: dict[str, Any], scorer: PairScorer, embedder: Any, number: int) -> tuple[npt.NDArray[Any], ...]:
    claims = [
        Claim(c["text"], claim_author_name=c["who"], claim_date=c["when"], id=at)
        for at, c in enumerate(entry["claims"], start=1)
    ]
    pairs = np.array(list(combinations(range(len(claims)), 2)), np.int64)
    vectors = embedder.embed([c.claim_text for c in claims])
    similarity = np.einsum("md,md->m", vectors[pairs[:, 0]], vectors[pairs[:, 1]])
    there, back = both_ways(scorer, claims, pairs)
    both = np.asarray((there + back) / 2, np.float32)
    when = times(claims, pairs)
    others = [other_cues(claims[i], claims[j]) for i, j in pairs.tolist()]
    cues = np.column_stack([clash_cues(pairs, both, when), similarity, others])
    return cues, time_cues(both, when), np.abs(when.days), labels(entry, pairs), np.full(len(pairs), number)


def other_cues(a: Claim, b: Claim) -> tuple[float, ...]:
    found = clashes(a.claim_text, b.claim_text)
    return found.number, found.opposite, found.blame, float(name_others(a.claim_text, b.claim_text))


def labels(entry: dict[str, Any], pairs: Ints) -> Ints:
    """The place in LABELS of each pair's label; what is not listed is neutral."""
    named = {frozenset(pair[:2]): CONTRADICTION for pair in entry["conflict"]}
    named |= {frozenset(pair): SUPERSEDED for pair in entry.get("superseded", [])}
    ids = [claim["id"] for claim in entry["claims"]]
    return np.array([named.get(frozenset((ids[i], ids[j])), NEUTRAL) for i, j in pairs.tolist()])


def compare(data: Table) -> None:
    """Average precision of conflict, superseded pairs set aside, for the model alone and with one cue after another."""
    kept = data.label != SUPERSEDED
    conflict = data.label[kept] == CONTRADICTION
    names = (*CUES, *OTHERS)
    used = list(range(len(CUES)))
    growing = [used[: size + 1] for size in used]
    for columns in (*growing, *([*used, at] for at in range(len(CUES), len(names))), list(range(len(names)))):
        found = across(data.cues[kept][:, columns], conflict, data.dispute[kept])
        print(
            f"AP {average_precision_score(conflict, found):.3f}  log loss {log_loss(conflict, found):.3f}  "
            f"ECE {calibration_error(found, conflict):.3f}  {' + '.join(names[at] for at in columns)}"
        )


def across(cues: Floats, truth: Truth, dispute: Ints) -> Floats:
    """The chance of each pair by a regression that was fitted without its fifth of the disputes."""
    fit = LogisticRegression(max_iter=3000)
    found = cross_val_predict(fit, cues, truth, groups=dispute, cv=GroupKFold(5), method="predict_proba")
    return np.asarray(found[:, 1], np.float64)


def balanced() -> LogisticRegression:
    """Superseded pairs are few: both errors weigh the same."""
    return LogisticRegression(max_iter=3000, class_weight="balanced")


def constants(fitted: LogisticRegression) -> str:
    weights = ", ".join(f"{weight:.2f}" for weight in fitted.coef_[0])
    return f"({fitted.intercept_[0]:.2f}, ({weights}))"


def reliability(chance: Floats, truth: Truth) -> None:
    print(f"ECE {calibration_error(chance, truth):.3f} of a clash, superseded pairs among them")
    for said, seen, count in reliability_bins(chance, truth):
        print(f"    said {said:.2f}  was {seen:.2f}  of {count} pairs")


if __name__ == "__main__":
    main()
