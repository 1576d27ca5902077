"""Sentences a second, ours beside sentence-transformers: python -m benchmarks.embedding_speed [FOLDER]

FOLDER holds disputes, one a line (default: those of training/disputes); the first so many claims with distinct texts
are embedded. Peer: SentenceTransformer on the published fp32 weights, `encode` with its defaults. Both take turns in
one process. The ratio is that of each round: both meet the same machine there. Time on the processors is printed
besides, in which the peer's threads that spin while they wait are counted; `--threads 1` shows what the graph alone
brings, without them. Then: how near int8 comes to fp32 (cosine; how many of the ten nearest texts are the same), and,
with `--memory`, how much memory each takes.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from training.data import read_disputes

from factcheck import models
from factcheck.pipeline.embedding import load_embedder
from factcheck.pipeline.embedding.published import folder_of_weights

TEXTS, ROUNDS, NEAREST = 2000, 3, 10
OWN = Path("training/disputes")
MEMORY = """
import re, sys
from pathlib import Path
from factcheck.pipeline.embedding import load_embedder
texts = sys.stdin.read().splitlines()
load_embedder(sys.argv[1]).embed(texts)
print(int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024)
"""


class Time(NamedTuple):
    """Seconds of one run: on the clock, and on the processors."""

    clock: float
    work: float


def main() -> None:
    given = _options()
    texts = some_texts(given.disputes, given.texts)
    print(f"{len(texts)} claims, {sum(map(len, texts)) / len(texts):.0f} characters each; {ROUNDS} rounds")
    if given.threads:
        limit(given.threads)
    ours, peer = load_embedder(), sentence_transformer()
    found = {"shipped": ours.embed(texts[:64]), "sentence-transformers": peer(texts[:64])}
    side_by_side(found, {"shipped": ours.embed, "sentence-transformers": peer}, texts)
    fidelity(*found.values())
    if given.memory:
        for name in ("builtin", "builtin-fp32"):
            print(f"peak memory of a process that embeds them, {name}: {peak(name, texts):.0f} MB")
    size = sum(path.stat().st_size for path in models.EMBEDDING.iterdir())
    print(f"{ours.name}: {size / 1e6:.0f} MB on disk")


def some_texts(folder: Path, most: int) -> list[str]:
    """Distinct texts, spread evenly over the disputes."""
    every = list(dict.fromkeys(row["text"] for entry in read_disputes(folder, "all") for row in entry["claims"]))
    return every[:: max(1, len(every) // most)][:most]


def sentence_transformer() -> Callable[[Sequence[str]], Any]:
    """`encode` of the published model, as somebody writes it who sets nothing."""
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(folder_of_weights()), device="cpu", local_files_only=True)
    return lambda texts: model.encode(list(texts))


def limit(threads: int) -> None:
    """Let both use so many threads only."""
    import torch

    torch.set_num_threads(threads)
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:threads])


def side_by_side(
    found: dict[str, Any], methods: dict[str, Callable[[Sequence[str]], Any]], texts: Sequence[str]
) -> None:
    """Run the methods by turns, print their speed, and put what they gave into `found`."""
    times: dict[str, list[Time]] = {name: [] for name in methods}
    for _ in range(ROUNDS):
        for name, method in methods.items():
            clock, work = time.perf_counter(), time.process_time()
            found[name] = method(texts)
            times[name].append(Time(time.perf_counter() - clock, time.process_time() - work))
    print("\nsentences a second, best round, and of a second of processor time")
    for name, rounds in times.items():
        clock, work = (len(texts) / min(part) for part in zip(*rounds, strict=True))
        print(f"{name:24}{clock:8.0f}{work:8.0f}")
    for what in Time._fields:
        ratios = [getattr(b, what) / getattr(a, what) for a, b in zip(*times.values(), strict=True)]
        print(f"ratio by {what:6} median {statistics.median(ratios):.2f}  ({', '.join(f'{r:.2f}' for r in ratios)})")


def fidelity(ours: Any, theirs: Any) -> None:
    cosines = (ours * theirs).sum(axis=1)
    near, wanted = nearest(ours), nearest(theirs)
    overlap = np.mean([len(set(a) & set(b)) / NEAREST for a, b in zip(near, wanted, strict=True)])
    print(f"\ncosine int8 with fp32: mean {cosines.mean():.4f}, least {cosines.min():.4f}")
    print(f"the {NEAREST} nearest of each text: {overlap:.1%} are the same; the nearest one: ", end="")
    print(f"{np.mean(near[:, 0] == wanted[:, 0]):.1%}")


def nearest(vectors: Any) -> Any:
    """Rows (n, NEAREST) of each vector's nearest others, the nearest first."""
    cosine = vectors @ vectors.T
    np.fill_diagonal(cosine, -2)
    return np.argsort(-cosine, axis=1, kind="stable")[:, :NEAREST]


def peak(name: str, texts: Sequence[str]) -> float:
    """Most megabytes that a fresh process held which loads an embedder and embeds the texts; Linux only.

    Not the resource module's figure: that begins with the size of the process that started this one.
    """
    given = "\n".join(text.replace("\n", " ") for text in texts)
    command = [sys.executable, "-c", MEMORY, name]
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=True)
    return float(done.stdout.split()[-1])


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("disputes", type=Path, nargs="?", default=OWN)
    parser.add_argument("--texts", type=int, default=TEXTS, help="so many claims (default: %(default)s)")
    parser.add_argument("--threads", type=int, help="so many for both (default: as each sets itself)")
    parser.add_argument("--memory", action="store_true", help="measure memory too, in processes of their own")
    return parser.parse_args()


if __name__ == "__main__":
    main()
