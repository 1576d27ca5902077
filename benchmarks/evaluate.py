"""Every score of the model of contradiction in one table, beside its floors: python -m benchmarks.evaluate DATA

DATA is a folder of public data sets with nli/ and disputes/. Besides, the check part of training/disputes is
scored: no model and no constant was ever chosen on it. Average precision (AP) ranks the pairs within a dispute,
superseded ones set aside; intervals are 95 % bootstrap intervals over disputes. Floors: a denial word on one side
only; similarity of the sentence vectors; chance. NLI files: share of right labels.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.metrics import average_precision_score
from training.data import lines, read_disputes
from training.scores import calibration_error

from benchmarks import reliability
from benchmarks.conflicts import DENIAL, Labelled, judged, ordered, read
from benchmarks.remembering import Remembering
from factcheck.model import Claim, ConflictKind
from factcheck.pipeline.conflicts import both_ways
from factcheck.pipeline.conflicts.evidence import evidence
from factcheck.pipeline.embedding import load_embedder
from factcheck.pipeline.pairs import candidate_pairs
from factcheck.pipeline.scoring import CONTRADICTION, NEUTRAL, SUPERSEDED, PairScorer, load_scorer
from factcheck.pipeline.topics import group

OWN = Path(__file__).parents[1] / "training" / "disputes"
NLI = ("dev_mnli", "dev_snli", "dev_lingnli", "dev_vitaminc", "diag_negation_mnli", "diag_nan_nli")
LABELS = ("contradiction", "entailment", "neutral")
DRAWS, SEED = 1000, 0
CONFLICTS = ("contradiction", "number", "responsibility")
Floats = npt.NDArray[np.float64]
Truth = npt.NDArray[np.bool_]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--model", default="builtin", help="as in FACTCHECK_NLI_MODEL")
    parser.add_argument("--diagram", type=Path, help="write the reliability diagram of the check part to this .svg")
    parser.add_argument("--quick", action="store_true", help="disputes only")
    given = parser.parse_args()
    scorer = Remembering(load_scorer(given.model))
    print(f"model: {scorer.name}")
    for name, entries in (
        ("disputes/dev", read_disputes(given.data / "disputes" / "dev.jsonl", "all")),
        ("own, check part", read_disputes(OWN, "check")),
    ):
        chance, clashes = disputes(name, entries, scorer)
        if given.diagram and "check" in name:
            reliability.write(given.diagram, f"{scorer.name}, {name}", chance, clashes)
    if not given.quick:
        emergent(given.data / "nli" / "dev_emergent_headline_pairs.jsonl.gz", scorer)
        for name in NLI:
            nli(given.data / "nli" / f"{name}.jsonl.gz", scorer)


def disputes(name: str, entries: Sequence[dict[str, Any]], scorer: PairScorer) -> tuple[Floats, Truth]:
    """Ranking of pairs within a dispute; then what the whole chain makes of the claims.

    Gives the probability of a clash of each pair, and whether it is one (superseded pairs are).
    """
    data = read(entries, load_embedder())
    kind = _kinds(data, entries)
    rows = [(i, j) for i, j in combinations(range(len(data.claims)), 2) if data.dispute[i] == data.dispute[j]]
    pairs = np.array(rows, np.int64)
    label = np.array([kind.get(ordered(data.claims[i].id, data.claims[j].id), "compatible") for i, j in rows])
    part = np.array([data.dispute[i] for i, _ in rows])
    similarity = np.einsum("md,md->m", data.vectors[pairs[:, 0]], data.vectors[pairs[:, 1]])
    scores = both_ways(scorer, data.claims, pairs)
    plain = (scores[0] + scores[1])[:, CONTRADICTION] / 2
    clash = evidence(data.claims, pairs, *scores).clash.astype(float)
    denial = np.array([bool(DENIAL.search(c.claim_text)) for c in data.claims])
    kept = label != "superseded"
    truth = np.isin(label, CONFLICTS)[kept]
    print(f"\n{name}: {len(entries)} disputes, {kept.sum()} pairs without superseded ones, {truth.sum()} conflicts")
    ranked: list[tuple[str, Floats]] = [
        ("AP of conflict, model and evidence", clash[kept]),
        ("AP, model alone", plain[kept].astype(float)),
        ("AP, floor: similarity", similarity[kept].astype(float)),
        ("AP, floor: denial word", (denial[pairs[kept, 0]] != denial[pairs[kept, 1]]).astype(float)),
    ]
    for title, values in ranked:
        low, high = interval(lambda at, values=values: ap(truth[at], values[at]), part[kept])
        row(title, ap(truth, values), f"{low:.3f} to {high:.3f}")
    row("AP, floor: chance", float(truth.mean()))
    for single in CONFLICTS:
        among = kept & ((label == single) | ~np.isin(label, CONFLICTS))
        row(f"AP, {single} among compatible", ap(label[among] == single, clash[among]))
    clashes = np.isin(label, (*CONFLICTS, "superseded"))
    row("calibration error (ECE, 10 bins)", calibration_error(clash, clashes))
    chain(data, kind, scorer)
    return clash, clashes


def chain(data: Labelled, kind: dict[Any, str], scorer: PairScorer) -> None:
    """From claims to conflicts: each dispute a project, and all disputes in one."""
    conflicts = {pair for pair, name in kind.items() if name in CONFLICTS}
    aside = {pair for pair, name in kind.items() if name == "superseded"}
    single = [data.only({number}) for number in sorted(set(data.dispute))]
    for title, parts in (("each dispute by itself", single), ("all at once", [data])):
        found: dict[Any, ConflictKind] = {}
        reached = 0
        for part in parts:
            topics = group(part.vectors, part.texts)
            near, _ = candidate_pairs(part.vectors, topics, [c.claim_author_name for c in part.claims])
            reached += sum(ordered(part.claims[i].id, part.claims[j].id) in conflicts for i, j in near.tolist())
            found |= {ordered(c.claim_a_id, c.claim_b_id): c.kind for c in judged(part, topics, scorer)}
        called = {pair for pair, name in found.items() if name.is_conflict} - aside
        right = len(called & conflicts)
        precision, recall = right / max(len(called), 1), right / len(conflicts)
        row(
            f"F1 of the chain, {title}",
            2 * precision * recall / max(precision + recall, 1e-9),
            f"precision {precision:.3f}, recall {recall:.3f}; candidates reach {reached / len(conflicts):.3f}",
        )
        overtaken(found, kind, conflicts, aside)


def overtaken(found: dict[Any, ConflictKind], kind: dict[Any, str], conflicts: set[Any], aside: set[Any]) -> None:
    """Superseded told from conflict, among the pairs that the chain shows as either; agreements shown as conflicts."""
    gold = [
        (pair in aside, found[pair] is ConflictKind.SUPERSEDED)
        for pair in conflicts | aside
        if pair in found and found[pair] is not ConflictKind.AGREEMENT
    ]
    of_aside = [says for is_it, says in gold if is_it]
    of_conflicts = [not says for is_it, says in gold if not is_it]
    row(
        "  superseded told from conflict, balanced",
        float(np.mean([np.mean(of_aside), np.mean(of_conflicts)])),
        f"right of superseded {np.mean(of_aside):.3f} ({len(of_aside)} of {len(aside)} shown), "
        f"of conflicts {np.mean(of_conflicts):.3f}",
    )
    agree = [pair for pair, name in kind.items() if name == "agree"]
    shown = sum(pair in found and found[pair].is_conflict for pair in agree)
    row("  agreements shown as conflicts", shown / max(len(agree), 1), f"{shown} of {len(agree)}")
    called = sum(pair in found and found[pair] is ConflictKind.AGREEMENT for pair in agree)
    claimed = sum(name is ConflictKind.AGREEMENT for name in found.values())
    row("  agreements found", called / max(len(agree), 1), f"precision {called / max(claimed, 1):.3f}")
    same = [kind[pair] == found[pair].value for pair in conflicts if pair in found and found[pair].is_conflict]
    row("  kind of conflict right", float(np.mean(same)), f"of {len(same)}")


def emergent(path: Path, scorer: PairScorer) -> None:
    """Headlines of one rumour: mean AP of contradiction over rumours that have both kinds of pair."""
    rows = list(lines(path))
    texts = [(r["premise"], r["hypothesis"]) for r in rows]
    there, back = scorer.score(texts), scorer.score([(b, a) for a, b in texts])
    plain = (there + back)[:, [CONTRADICTION, SUPERSEDED]].sum(axis=1)
    claims, pairs = _headlines(rows)
    truth = np.array([r["label"] == "contradiction" for r in rows])
    groups = np.array([r["group"] for r in rows])
    vectors = load_embedder().embed([text for pair in texts for text in pair])
    similarity = np.einsum("md,md->m", vectors[::2], vectors[1::2])
    mixed = [g for g in sorted(set(groups)) if 0 < truth[groups == g].mean() < 1]
    draw = np.random.default_rng(SEED).random(len(rows))
    print(f"\nemergent headline pairs: {len(rows)} pairs, {len(mixed)} rumours with both kinds")
    denial = [[bool(DENIAL.search(text)) for text in pair] for pair in texts]
    for title, values in (
        ("mean AP of conflict, model and evidence", evidence(claims, pairs, there, back).clash),
        ("mean AP of conflict, model alone", plain),
        ("floor: similarity", similarity),
        ("floor: denial word", np.array([float(one != other) for one, other in denial])),
        ("floor: random order", draw),
    ):
        parts = [ap(truth[groups == g], values[groups == g]) for g in mixed]
        error = 1.96 * np.std(parts) / np.sqrt(len(parts))
        row(title, float(np.mean(parts)), f"± {error:.3f}")


def _headlines(rows: Sequence[dict[str, Any]]) -> tuple[list[Claim], npt.NDArray[np.int64]]:
    """Each headline of a rumour once, and the pairs as rows of them."""
    place: dict[tuple[str, str], int] = {}
    pairs = [[place.setdefault((r["group"], r[side]), len(place)) for side in ("premise", "hypothesis")] for r in rows]
    return [Claim(text, id=at) for (_, text), at in place.items()], np.array(pairs, np.int64)


def nli(path: Path, scorer: PairScorer) -> None:
    """Share of right labels; superseded counts as contradiction."""
    rows = list(lines(path))
    began = time.monotonic()
    scores = scorer.score([(r["premise"], r["hypothesis"]) for r in rows])
    seconds = time.monotonic() - began
    scores[:, CONTRADICTION] += scores[:, SUPERSEDED]
    gold = np.array([LABELS.index(r["label"]) for r in rows])
    said = scores[:, : NEUTRAL + 1].argmax(axis=1)
    right = said == gold
    error = 1.96 * np.sqrt(right.mean() * (1 - right.mean()) / len(rows))
    common = np.bincount(gold).max() / len(rows)
    row(
        f"{path.name.removesuffix('.jsonl.gz')} accuracy",
        float(right.mean()),
        f"± {error:.3f}, commonest label {common:.3f}, {len(rows) / seconds:.0f} pairs/s",
    )


def ap(truth: npt.NDArray[np.bool_], values: Floats) -> float:
    return float(average_precision_score(truth, values)) if truth.any() else float("nan")


def interval(score: Callable[[npt.NDArray[np.int64]], float], part: npt.NDArray[np.int64]) -> tuple[float, float]:
    """Percentiles 2.5 and 97.5 of a score over disputes drawn with replacement."""
    draw = np.random.default_rng(SEED)
    places = [np.flatnonzero(part == number) for number in np.unique(part)]
    found = [
        score(np.concatenate([places[at] for at in draw.integers(0, len(places), len(places))])) for _ in range(DRAWS)
    ]
    return float(np.percentile(found, 2.5)), float(np.percentile(found, 97.5))


def _kinds(data: Labelled, entries: Sequence[dict[str, Any]]) -> dict[Any, str]:
    """The label of each listed pair of claim ids."""
    found: dict[Any, str] = {}
    start = 0
    for entry in entries:
        ids = {c["id"]: start + at for at, c in enumerate(entry["claims"], start=1)}
        start += len(ids)
        found |= {ordered(ids[a], ids[b]): kind for a, b, kind in entry["conflict"]}
        for name in ("agree", "superseded"):
            found |= {ordered(ids[a], ids[b]): name for a, b in entry.get(name, [])}
    return found


def row(title: str, value: float, note: str = "") -> None:
    print(f"{title:44}{value:7.3f}  {note}", flush=True)


if __name__ == "__main__":
    main()
