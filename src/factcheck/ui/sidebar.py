"""Beside every page: which project, who reviews, and how the analysis stands."""

from __future__ import annotations

import streamlit as st

from factcheck.model import Analysis
from factcheck.ui import identity, runtime
from factcheck.workbench import Workbench

STAGES = (
    "Loading models",
    "Embedding claims",
    "Grouping into topics",
    "Finding pairs",
    "Comparing statements",
    "Saving",
)


def show() -> None:
    identity.recall()
    bench = runtime.workbench()
    with st.sidebar:
        _project(bench)
        identity.ask()
        _analysis(bench)


def _project(bench: Workbench) -> None:
    names = bench.projects()
    st.selectbox(
        "Project",
        names,
        index=names.index(bench.project),
        key="project_choice",
        on_change=_switch,
        accept_new_options=True,
        help="One desk's working set. Type a new name to begin another.",
    )


def _switch() -> None:
    chosen = (st.session_state["project_choice"] or "").strip()
    if chosen:
        st.session_state["project"] = chosen
        st.query_params.from_dict({"project": chosen})


def _analysis(bench: Workbench) -> None:
    run = bench.analysis.latest()
    if run and run.state == "running":
        st.session_state["watched"] = run.id
        _progress(bench)
        return
    if run and run.state == "failed":
        st.error(f"The last analysis failed. {run.error}")
    current = bench.analysis.is_current()
    if current and run:
        st.caption(f"Analysed {run.finished_at:%d %b %Y, %H:%M} UTC. Nothing has changed since.")
    elif bench.browse.has_claims():
        st.caption("Claims have changed since the last analysis." if run else "Not analysed yet.")
    st.button(
        "Analyse",
        key="analyse",
        type="secondary" if current else "primary",
        width="stretch",
        help="Groups the claims by topic and lines up the statements that cannot both be true.",
        on_click=runtime.start_analysis,
        args=(bench,),
    )


@st.fragment(run_every=1.0)
def _progress(bench: Workbench) -> None:
    run = bench.analysis.latest()
    if run is None or run.state != "running" or run.id != st.session_state.get("watched"):
        # The page shows the old analysis; let it see the new one.
        st.rerun()
    else:
        st.progress(_share(run), text=_words(run))
        st.caption("You can go on working; the result appears by itself.")


def _share(run: Analysis) -> float:
    step = next((at for at, stage in enumerate(STAGES) if run.stage.startswith(stage)), 0)
    within = min(1.0, run.done / run.total) if run.total else 0.0
    return min(1.0, (step + within) / len(STAGES))


def _words(run: Analysis) -> str:
    return f"{run.stage or 'Starting'}: {run.done} of {run.total}" if run.total > 1 else f"{run.stage or 'Starting'} …"
