"""How well the shipped tagger finds who said what: python -m benchmarks.attribution FILE

FILE holds marked articles that were not trained on (the develop part of PolNeAR). Sentence level: exact F1, precision,
recall and Jaccard of sources, cues and contents as CofeNet counts them (arXiv 2209.09432). Article level: attributions
with the right source and at least 80 % of their content.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from training.attribution_data import read_articles
from training.attribution_scores import Count, gold_attributions, score

from factcheck import models
from factcheck.model import TaggedAttribution
from factcheck.pipeline.attribution.trained import TrainedTagger

PUBLISHED = {"source": (10.7, 81.1, 83.2), "cue": (22.8, 74.0, 75.3), "content": (5.6, 68.9, 72.9)}
"""Exact F1 on the test part in the paper: rules (CoreNLP), BERT, best."""
DRAWS, SEED = 1000, 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--model", type=Path, default=models.ATTRIBUTION)
    given = parser.parse_args()
    rows = read_articles(given.file)
    texts, gold = [row["text"] for row in rows], [gold_attributions(row) for row in rows]
    tagger = TrainedTagger(given.model)
    began = time.perf_counter()
    found = [tagger.tag(text) for text in texts]
    pace = 60 * len(texts) / (time.perf_counter() - began)
    report(tagger.name, texts, gold, found)
    print(f"{len(texts)} articles, the tagger alone: {pace:.0f} a minute")


def report(
    name: str,
    texts: Sequence[str],
    gold: Sequence[Sequence[TaggedAttribution]],
    found: Sequence[Sequence[TaggedAttribution]],
) -> None:
    """Print the table; intervals are 95 % bootstrap intervals of F1 over articles."""
    each = [score([text], [wanted], [given]) for text, wanted, given in zip(texts, gold, found, strict=True)]
    print(f"{name:<14}{'F1':>6}{'95 %':>14}{'prec.':>7}{'recall':>7}{'Jacc.':>7}   published: rules, BERT, best")
    for part in each[0]:
        whole = _sum([counts[part] for counts in each])
        low, high = _interval([counts[part] for counts in each])
        published = " ".join(f"{figure:5.1f}" for figure in PUBLISHED.get(part, ()))
        jaccard = f"{100 * whole.jaccard:7.1f}" if whole.overlaps else f"{'':7}"
        figures = f"{100 * whole.f1:6.1f} [{100 * low:5.1f},{100 * high:5.1f}]{100 * whole.precision:7.1f}"
        print(f"{part:<14}{figures}{100 * whole.recall:7.1f}{jaccard}   {published}")


def _sum(counts: Sequence[Count]) -> Count:
    whole = Count()
    for count in counts:
        whole.gold += count.gold
        whole.found += count.found
        whole.right += count.right
        whole.overlaps += count.overlaps
    return whole


def _interval(counts: Sequence[Count]) -> tuple[float, float]:
    dice = random.Random(SEED)
    drawn = [_sum(dice.choices(counts, k=len(counts))).f1 for _ in range(DRAWS)]
    return float(np.quantile(drawn, 0.025)), float(np.quantile(drawn, 0.975))


if __name__ == "__main__":
    main()
