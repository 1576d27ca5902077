"""What is kept between reruns: by which key, and the conflicts of a project in numbers."""

from __future__ import annotations

import streamlit as st

from factcheck.workbench import Workbench
from factcheck.workbench.browse import Clashes, Lineup

MOST_KEPT = 4
"""Projects whose conflicts are kept in memory: about 25 bytes a conflict."""


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


def lineup(bench: Workbench) -> Lineup:
    """Which disputes stand now; read from the database only when claims, analysis or decisions have changed."""
    *found_in, decision = bench.browse.stamp()
    place = (bench.desk.settings.database_url, bench.project)
    return _lineup((*place, *found_in), decision, bench)


@st.cache_resource(show_spinner=False, max_entries=MOST_KEPT)
def _clashes(key: tuple[str | int, ...], _bench: Workbench) -> Clashes:
    return _bench.browse.clashes()


@st.cache_resource(show_spinner=False, max_entries=MOST_KEPT)
def _lineup(key: tuple[str | int, ...], decision: int, _bench: Workbench) -> Lineup:
    """Shared between all readers, who only read it."""
    return _bench.browse.lineup(_clashes(key, _bench))
