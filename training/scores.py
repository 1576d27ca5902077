"""Scores of a pair model on labelled files: accuracy for NLI, average precision for disputes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.metrics import average_precision_score

from factcheck.model import PairContext
from factcheck.pipeline.scoring.timed import timed
from training.data import CONTRADICTION, LABELS, SUPERSEDED, dispute_pairs

Floats = npt.NDArray[np.float64]
Probabilities = Callable[[Sequence[tuple[str, str]]], Any]


def nli_accuracy(rows: Sequence[dict[str, Any]], probabilities: Probabilities) -> dict[str, float]:
    """Share of rows whose likeliest label is right; where no row is neutral, of the two others."""
    found = np.asarray(probabilities([(row["premise"], row["hypothesis"]) for row in rows]))[:, :3].copy()
    gold = np.array([LABELS.index(row["label"]) for row in rows])
    if not (gold == 1).any():
        found[:, 1] = -1
    return {"accuracy": round(float((found.argmax(1) == gold).mean()), 4), "n": len(rows)}


def dispute_scores(rows: Sequence[dict[str, Any]], probabilities: Probabilities) -> dict[str, float]:
    """Pairs within a dispute, mean of both directions: average precision, and superseded told from conflict."""
    pairs = [pair for row in rows for pair in dispute_pairs(row)]
    plain = _both(pairs, probabilities, dated=False)
    dated = _both(pairs, probabilities, dated=True)
    label = np.array([pair.label for pair in pairs])
    apart = label != SUPERSEDED
    either = np.isin(label, (CONTRADICTION, SUPERSEDED))
    told = dated[:, SUPERSEDED] > dated[:, CONTRADICTION]
    halves = [(told[label == SUPERSEDED]).mean(), (~told[label == CONTRADICTION]).mean()]
    agree, conflict = label == 0, label[apart] == CONTRADICTION
    return {
        "ap": round(float(average_precision_score(conflict, plain[apart, CONTRADICTION])), 4),
        "ap_dated": round(float(average_precision_score(conflict, dated[apart, CONTRADICTION])), 4),
        "ap_clash": round(float(average_precision_score(either, dated[:, 2] + dated[:, 3])), 4),
        "superseded_balanced": round(float(np.mean(halves)), 4),
        "agree_as_conflict": round(float((dated[agree, 2] > 0.5).mean()), 4),
        "n": len(pairs),
    }


def _both(pairs: Sequence[Any], probabilities: Probabilities, dated: bool) -> Any:
    shown = [p.context if dated else PairContext() for p in pairs]
    there = probabilities([(p.first, timed(p.second, context)) for p, context in zip(pairs, shown, strict=True)])
    back = probabilities(
        [(p.second, timed(p.first, context.turned())) for p, context in zip(pairs, shown, strict=True)]
    )
    return (np.asarray(there) + np.asarray(back)) / 2


def reliability_bins(chance: Floats, truth: npt.NDArray[np.bool_], bins: int = 10) -> list[tuple[float, float, int]]:
    """Mean of what was said, share that was true, and number of pairs, for each bin of equal width that holds any."""
    place = np.minimum((chance * bins).astype(int), bins - 1)
    parts = [place == at for at in range(bins) if (place == at).any()]
    return [(float(chance[part].mean()), float(truth[part].mean()), int(part.sum())) for part in parts]


def calibration_error(chance: Floats, truth: npt.NDArray[np.bool_], bins: int = 10) -> float:
    """Expected calibration error (Naeini et al. 2015) over bins of equal width."""
    found = reliability_bins(chance, truth, bins)
    return sum(count * abs(said - seen) for said, seen, count in found) / len(chance)
