"""An analysis beside peers, and how both grow: python -m benchmarks.bench [DATA] --claims 1000 10000 --peers PYTHON

DATA is a folder of public data sets (`benchmarks/big_texts.py`); without it, invented statements are taken. Each size
is analysed in a process of its own (`benchmarks/stages.py`), then 30 claims are added and it is analysed again. PYTHON
is the interpreter of an environment with benchmarks/peers/requirements.txt; without it, nothing is compared.

The peers' path is sentence-transformers' encode, BERTopic, and a CrossEncoder (fp32) on as many pairs as ours had
candidates, with the weights that we ship; of those, PAIRS are scored and the rest is reckoned from them, since all of
them would take hours. Everything is run once, one after another, on THREADS threads: read the ratios, not the seconds.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from training.restore import restore

from benchmarks.big_texts import invented, texts
from factcheck import models
from factcheck.pipeline.embedding import published

LATER, PAIRS, THREADS, SEED = 30, 128, 2, 0
MOST_FOR_PEERS = 10_000
OUTLETS, DAYS = 40, 28
ASKED = re.compile(r"\(([\d,]+) of ([\d,]+) pairs")
Found = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="?")
    parser.add_argument("--claims", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--peers", help="the Python of the peers' environment")
    given = parser.parse_args()
    runs = []
    with tempfile.TemporaryDirectory() as scratch:
        for count in sorted(given.claims):
            rows = some_rows(given.data, count + LATER)
            runs.append(ours(rows, Path(scratch)))
            show(runs[-1])
            if given.peers and count <= MOST_FOR_PEERS:
                compare(runs[-1], peers(given.peers, [row["claim_text"] for row in rows[:count]], Path(scratch)))
    growth(runs)


def some_rows(data: Path | None, wanted: int) -> list[dict[str, str]]:
    """Rows of a claim file, by some hundreds of voices in DAYS days, the same ones every time."""
    chance = random.Random(SEED)
    return [
        {
            "claim_text": text,
            "claim_author_name": f"Voice {chance.randrange(max(10, wanted // 20))}",
            "claim_date": f"2024-02-{1 + chance.randrange(DAYS):02d}",
            "source_name": f"Outlet {chance.randrange(OUTLETS)}",
        }
        for text in (texts(data, wanted) if data else invented(wanted))
    ]


def ours(rows: Sequence[dict[str, str]], scratch: Path) -> Found:
    """What `benchmarks/stages.py` measures with these rows, the last LATER of them added afterwards."""
    job, out = scratch / "job.json", scratch / "out.json"
    job.write_text(json.dumps({"claims": rows[:-LATER], "later": rows[-LATER:]}), encoding="utf-8")
    environment = {**os.environ, "OMP_NUM_THREADS": str(THREADS), "OMP_WAIT_POLICY": "PASSIVE"}
    subprocess.run([sys.executable, "-m", "benchmarks.stages", job, out], check=True, env=environment)
    found: Found = json.loads(out.read_text(encoding="utf-8"))
    return found


def peers(python: str, claims: Sequence[str], scratch: Path) -> Found:
    """Seconds of the peers' steps on the same texts."""
    chance = random.Random(SEED)
    weights = scratch / "weights"
    if not weights.exists():
        restore(models.NLI, weights)
    job = {
        "texts": list(claims),
        "pairs": [chance.sample(claims, 2) for _ in range(PAIRS)],
        "model": str(weights),
        "embedder": str(published.folder_of_weights()),
        "threads": THREADS,
    }
    path = scratch / "peers.json"
    path.write_text(json.dumps(job), encoding="utf-8")
    run = Path(__file__).parent / "peers" / "run.py"
    done = subprocess.run([python, run, path], check=True, capture_output=True, text=True)
    found: Found = json.loads(done.stdout.splitlines()[-1])
    return found


def show(run: Found) -> None:
    print(
        f"\n{run['claims']:,} claims: {run['topics']} topics, {run['ungrouped']} ungrouped, {run['disputes']} disputes"
    )
    for name, value in (("import", run["import"]), *run["stages"].items(), ("verdicts.csv", run["verdicts.csv"])):
        print(f"  {name:60}{value:9.2f} s")
    again = sum(run["later"]["stages"].values())
    print(f"  {f'{LATER} claims more, analysed again':60}{again:9.2f} s")
    print(f"  {'peak memory':60}{run['peak MB']:9.0f} MB", flush=True)


def compare(run: Found, peer: Found) -> None:
    """Ratios: how many times as long the peers take."""
    total = sum(run["stages"].values())
    asked = [ASKED.search(stage) for stage in run["stages"]]
    candidates = max((int(match[2].replace(",", "")) for match in asked if match), default=0)
    scoring = candidates * peer["cross_encoder"] / peer["pairs"]
    theirs = peer["encode"] + peer["bertopic_again"] + scoring
    print(
        f"  peers: encode {peer['encode']:.1f} s, BERTopic {peer['bertopic_again']:.1f} s (first time "
        f"{peer['bertopic_first']:.1f} s, outliers {peer['bertopic_outliers']:.0%}), CrossEncoder on {candidates:,} "
        f"candidate pairs {scoring:.0f} s (from {peer['pairs']} pairs), peak {peer['peak_mb']:.0f} MB"
    )
    print(f"  embedding: {peer['encode'] / run['stages']['Embedding claims']:.2f}× as fast as encode")
    print(f"  cold, to topics and scored conflicts: {theirs / total:.2f}× as fast as the peers", flush=True)


def growth(runs: Sequence[Found]) -> None:
    """Exponent of a line fitted to the logarithms of time (without loading and embedding) and number of claims."""
    if len(runs) < 2:
        return
    left_out = ("Loading models", "Embedding claims")
    sizes = [math.log(run["claims"]) for run in runs]
    times = [math.log(sum(t for name, t in run["stages"].items() if name not in left_out)) for run in runs]
    print(f"\ngrowth without embedding: claims to the power of {np.polyfit(sizes, times, 1)[0]:.2f}")


if __name__ == "__main__":
    main()
