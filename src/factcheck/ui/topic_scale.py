"""How alike claims must be to share a topic: a slider that says what it would give before anything is changed."""

from __future__ import annotations

import streamlit as st

from factcheck.ui import runtime
from factcheck.ui.freshness import state_of
from factcheck.ui.literal import counted
from factcheck.workbench import Workbench
from factcheck.workbench.topic_cut import COARSEST, FINEST
from factcheck.workbench.topic_sizes import Sizes, in_words

LARGEST = 3
"""So many of the largest topics are named by their size."""


def show(bench: Workbench) -> None:
    today = bench.topics.sizes()
    if not today.topics and bench.analysis.latest() is None:
        return
    with st.expander("Finer or coarser topics", icon=":material/tune:"):
        wanted = st.select_slider(
            "How alike must claims be?",
            list(range(FINEST, COARSEST + 1)),
            value=today.coarseness,
            format_func=in_words,
            key=f"coarseness_{bench.project}_{today.coarseness}",
            help="To the left claims must be more alike: more and smaller topics. What people did to topics stays.",
        )
        with runtime.faults_shown():
            found = today if wanted == today.coarseness else _preview(state_of(bench), bench, wanted)
            st.write(told(found, today))
        if found.unknown:
            st.caption(
                f"{counted(found.unknown, 'claim')} came since the last analysis and {_are(found.unknown)} not counted."
            )
        st.button(
            "Apply",
            key=f"apply_{bench.project}",
            disabled=wanted == today.coarseness,
            on_click=_apply,
            args=(bench, wanted),
            help="Analyses the project anew with this setting, which later analyses keep.",
        )


def told(found: Sizes, today: Sizes) -> str:
    """ "Would give 41 topics, 12 claims ungrouped (now 37 and 9). The largest: 30, 20 and 9 claims."."""
    if found is today:
        return f"Now {counted(today.topics, 'topic')}, {counted(today.ungrouped, 'claim')} ungrouped.{_largest(today)}"
    return (
        f"Would give {counted(found.topics, 'topic')}, {counted(found.ungrouped, 'claim')} ungrouped "
        f"(now {today.topics} and {today.ungrouped}).{_largest(found)}"
    )


def _largest(sizes: Sizes) -> str:
    first = [str(size) for size in sizes.sizes[:LARGEST]]
    if not first:
        return ""
    listed = f"{', '.join(first[:-1])} and {first[-1]}" if len(first) > 1 else first[0]
    return f" The largest: {listed} claims."


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


@st.cache_data(show_spinner="Grouping the claims …", max_entries=32)
def _preview(state: tuple[str, ...], _bench: Workbench, coarseness: int) -> Sizes:
    return _bench.topics.preview(coarseness)


def _apply(bench: Workbench, coarseness: int) -> None:
    if not runtime.reviewer():
        runtime.notify("error", runtime.NAMELESS)
    elif runtime.attempt(bench.topics.apply, coarseness, runtime.reviewer()):
        runtime.start_analysis(bench)
        runtime.notify("success", f"Topics will be {in_words(coarseness)}: the analysis has begun.")
