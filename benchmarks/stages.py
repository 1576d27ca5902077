"""Time and memory of one project of N claims, stage by stage: python -m benchmarks.stages TEXTS.json OUT.json

TEXTS holds `claims`, a list of rows with the columns of a claim file, and `later`, a list of further rows that are
added after the first analysis. In a process of its own, so that the peak of memory is of this run alone. Writes
seconds of every stage, counts, and the peak of memory in MB.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import resource
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from factcheck.config import load
from factcheck.workbench import Workbench

COLUMNS = ("claim_text", "claim_author_name", "claim_date", "source_name")
WHO = "benchmark"


class Clock:
    """Seconds between the first signs of one stage and of the next."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._stage, self._since = "", time.perf_counter()

    def __call__(self, stage: str, done: int, total: int) -> None:
        if stage != self._stage:
            self.stop()
            self._stage = stage

    def stop(self) -> None:
        now = time.perf_counter()
        if self._stage:
            self.seconds[self._stage] = self.seconds.get(self._stage, 0.0) + now - self._since
        self._since = now


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    job = json.loads(given.texts.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        found = measure(job["claims"], job["later"], Path(folder))
    given.out.write_text(json.dumps(found, indent=1), encoding="utf-8")


def measure(rows: Sequence[Mapping[str, str]], later: Sequence[Mapping[str, str]], folder: Path) -> dict[str, Any]:
    """Seconds of every step with `rows` in an empty project, then with `later` on top."""
    settings = load({}, database_url=f"sqlite:///{folder / 'bench.sqlite3'}", max_file_mb="1000")
    bench = Workbench.open(settings)
    found: dict[str, Any] = {"claims": len(rows)}
    found["import"] = seconds(lambda: bench.imports.run(claim_file(rows), "claims.csv", WHO))
    found["stages"] = analysis(bench)
    found["verdicts.csv"] = seconds(lambda: sum(map(len, bench.reports.verdicts_csv())))
    summary = bench.browse.summary()
    found |= {"topics": summary.topics, "disputes": summary.disputes, "ungrouped": summary.ungrouped}
    found["peak MB"] = peak_mb()
    if later:
        bench.imports.run(claim_file(later), "later.csv", WHO)
        found["later"] = {"claims": len(later), "stages": analysis(bench)}
    bench.close()
    return found


def analysis(bench: Workbench) -> dict[str, float]:
    clock = Clock()
    bench.analysis.run(clock)
    clock.stop()
    return clock.seconds


def seconds(work: Callable[[], Any]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def claim_file(rows: Sequence[Mapping[str, str]]) -> bytes:
    """The rows as a CSV in UTF-8."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
