"""The worked example: three stories loaded, analysed and partly judged, as a newcomer finds them."""

from __future__ import annotations

from factcheck.example import PROJECT_NAME, claim_file, example_articles, example_verdicts
from factcheck.model import Progress, silent
from factcheck.workbench import Workbench

READER = "Worked example"


def load_example(workbench: Workbench, only_if_empty: bool = False, progress: Progress = silent) -> bool:
    """Load the example into a project of its own; False when it, or with `only_if_empty` any work, is there."""
    if only_if_empty and _has_work(workbench):
        return False
    bench = workbench.in_project(PROJECT_NAME)
    if bench.browse.has_claims():
        return False
    stories = example_articles()
    for number, article in enumerate(stories):
        progress("Reading the example articles", number, len(stories))
        bench.articles.save(article, bench.articles.find_claims(article), READER)
    name, data = claim_file()
    bench.imports.run(data, name, READER, progress=progress)
    bench.analysis.run(progress)
    _judge(bench)
    return True


def _has_work(workbench: Workbench) -> bool:
    benches = (workbench.in_project(name) for name in workbench.projects())
    return any(bench.browse.has_claims() or bench.imports.list() or bench.articles.drafts() for bench in benches)


def _judge(bench: Workbench) -> None:
    by_external_id = bench.browse.external_ids()
    for verdict in example_verdicts():
        bench.review.save_verdict(verdict.on(by_external_id[verdict.external_id]), seen=0)
