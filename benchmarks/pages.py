"""Server time of every page and its usual interactions on a large project.

    python -m benchmarks.pages FILE [--rounds 8] [--only WORDS]

FILE is a database made by `python -m benchmarks.big_project`. The app runs in this process on the real database
(Streamlit's AppTest): a rerun is timed whole, from the press to the last element. Every other round comes after
somebody else has done something, so that nothing can hide in a cache. Slowest first, in milliseconds; on a busy
machine the time that this process itself spent says more than the clock on the wall.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from streamlit.testing.v1 import AppTest

from benchmarks.big_project import PROJECT, REVIEWERS
from factcheck import config
from factcheck.model import Act, ClaimFilter, Topic
from factcheck.store import history
from factcheck.ui import navigation
from factcheck.workbench import Workbench


@dataclass(frozen=True)
class Step:
    """One thing a reader does: where they go, and what stands in the widgets (session key → value)."""

    name: str
    page: Path
    where: dict[str, str] = field(default_factory=dict)
    widgets: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Timed:
    """What a step took round by round, in milliseconds of this process and of the clock on the wall."""

    name: str
    spent: tuple[float, ...]
    waited: tuple[float, ...]

    def __str__(self) -> str:
        return f"{self.name:36} {_two(self.spent)}   {_two(self.waited)}"


def _two(times: Sequence[float]) -> str:
    """The median and the 95th percentile."""
    return "".join(f"{np.percentile(times, share):8.0f}" for share in (50, 95))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--rounds", type=int, default=8)
    parser.add_argument("--only", default="", help="steps whose name holds these words")
    given = parser.parse_args()
    logging.disable(logging.WARNING)
    os.environ["FACTCHECK_DATABASE_URL"] = url = f"sqlite:///{given.file.absolute()}"
    bench = Workbench.open(config.load({}, database_url=url), PROJECT)
    found = []
    for step in (step for step in steps(bench) if given.only in step.name):
        found.append(timed(bench, step, given.rounds))
        print(found[-1], file=sys.stderr, flush=True)
    print(f"{bench.browse.count(ClaimFilter())} claims, {given.rounds} rounds each, milliseconds")
    print(f"{'':36}   CPU p50     p95  wall p50    p95")
    for row in sorted(found, key=lambda row: -max(row.spent)):
        print(row)
    spent, waited = (tuple(t for row in found for t in getattr(row, kind)) for kind in ("spent", "waited"))
    print(Timed("all of them", spent, waited))


def steps(bench: Workbench) -> list[Step]:
    """Every page, opened and worked with as a reader would; ids and names are taken from the project."""
    topics = bench.browse.topics()
    largest, usual = topics[0], topics[len(topics) // 3]
    claims = bench.browse.claims(ClaimFilter(ids=usual.claim_ids))
    who, outlet = claims[0].claimant, claims[0].source_name
    disputes = [_dispute(bench, topic) for topic in (largest, usual)]
    article = bench.articles.list()[0]
    page = navigation
    return [
        Step("compare: open", page.COMPARE),
        Step("compare: to decide", page.COMPARE, {"state": "To decide"}),
        Step("compare: decided", page.COMPARE, {"state": "Decided"}),
        Step("compare: one topic", page.COMPARE, {"topic": usual.id}),
        Step("compare: a dispute", page.COMPARE, {"dispute": disputes[1]}),
        Step("compare: the largest topic's dispute", page.COMPARE, {"dispute": disputes[0]}),
        Step("verdicts: open", page.REVIEW),
        Step("verdicts: judged", page.REVIEW, {"which": "Judged"}),
        Step("verdicts: all", page.REVIEW, {"which": "All"}),
        Step("verdicts: search", page.REVIEW, {"which": "All"}, {"review_search": "reservoir"}),
        Step("verdicts: claimant", page.REVIEW, {"which": "All"}, {"by_claimant": who}),
        Step("verdicts: outlet", page.REVIEW, {}, {"by_source": outlet}),
        Step("verdicts: a claim", page.REVIEW, {"claim": str(claims[0].id)}),
        Step("topics: open", page.TOPICS),
        Step("topics: search", page.TOPICS, {"search": "reservoir"}),
        Step("topics: claimant", page.TOPICS, {"claimant": who}),
        Step("topics: outlet", page.TOPICS, {"outlet": outlet}),
        Step("topics: a topic", page.TOPICS, {"topic": usual.id}),
        Step("topics: the largest", page.TOPICS, {"topic": largest.id}),
        Step("topics: ungrouped", page.TOPICS, {"topic": "ungrouped"}),
        Step("claimants: open", page.CLAIMANTS),
        Step("claimants: search", page.CLAIMANTS, {"names": "District 12"}),
        Step("articles: open", page.ARTICLES),
        Step("articles: search", page.ARTICLES, {}, {"article_search": "courier"}),
        Step("articles: an article", page.ARTICLES, {"article": str(article.id)}),
        Step("claim files: open", page.FILES),
        Step("reports: files", page.REPORTS),
        Step("reports: preview", page.REPORTS, {"part": "Preview"}),
        Step("reports: protected names", page.REPORTS, {"part": "Protected names"}),
        Step("history: open", page.HISTORY),
        Step("history: who", page.HISTORY, {"who": REVIEWERS[1]}),
        Step("history: search", page.HISTORY, {"words": "claim 77"}),
    ]


def _dispute(bench: Workbench, topic: Topic) -> str:
    return bench.browse.disputes(topic.id)[0].dispute.id


def timed(bench: Workbench, step: Step, rounds: int) -> Timed:
    """The step on its own in a fresh tab: opened once, then run again `rounds` times."""
    app = AppTest.from_file(str(config.checkout() / "app.py"), default_timeout=600)
    app.session_state["reviewer"] = REVIEWERS[0]
    app.query_params["project"] = PROJECT
    app.switch_page(str(step.page))
    for name, value in step.where.items():
        app.query_params[name] = value
    for key, chosen in step.widgets.items():
        app.session_state[key] = chosen
    _run(app, step)
    moves = pages_of(app)
    spent, waited = [], []
    for number in range(rounds):
        if number % 2:
            _somebody_acts(bench)
        for key in moves:
            app.session_state[key] = 1 + number % 3
        clocks = time.process_time(), time.perf_counter()
        _run(app, step)
        spent.append(1000 * (time.process_time() - clocks[0]))
        waited.append(1000 * (time.perf_counter() - clocks[1]))
    return Timed(step.name, tuple(spent), tuple(waited))


def pages_of(app: AppTest) -> list[str]:
    """Keys of the pagers on the page that have three pages and more: each round turns the page."""
    found = [element.proto for element in app.get("pagination")]
    return [proto.id.split("-", 2)[2] for proto in found if proto.num_pages > 2]


def _run(app: AppTest, step: Step) -> None:
    app.run()
    if app.exception:
        raise RuntimeError(f"{step.name}: {app.exception[0].message}")


def _somebody_acts(bench: Workbench) -> None:
    act = Act(datetime.now(UTC), REVIEWERS[3], "benchmark", "a rerun", "", "", "")
    with bench.desk.writing() as connection:
        history.record(connection, bench.desk.project, act)


if __name__ == "__main__":
    main()
