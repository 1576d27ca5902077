"""A project → a key that changes with every act of a person and every analysis, to keep costly counts by."""

from __future__ import annotations

from factcheck.workbench import Workbench


def state_of(bench: Workbench) -> tuple[str, ...]:
    """Equal keys mean that nothing a page shows has changed, whoever else works on the database."""
    run = bench.analysis.latest()
    newest = bench.review.history(limit=1)
    return (
        bench.desk.settings.database_url,
        bench.project,
        f"{run.id} {run.state}" if run else "",
        f"{newest[0].at.isoformat()} {newest[0].what} {newest[0].subject}" if newest else "",
    )
