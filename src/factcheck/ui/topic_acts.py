"""What people did to topics and nobody took back, newest first, each with its undo."""

from __future__ import annotations

import streamlit as st

from factcheck.model import TopicAct, TopicStep
from factcheck.ui import runtime
from factcheck.ui.literal import literal
from factcheck.workbench import Workbench

PER_PAGE = 10
WORDS = {
    TopicStep.RENAME: "Renamed",
    TopicStep.MERGE: "Merged",
    TopicStep.SPLIT: "Split off",
    TopicStep.MOVE: "Moved",
}


def show(bench: Workbench) -> None:
    acts = bench.topics.acts()
    if not acts:
        return
    st.subheader(f"Changed by people ({len(acts)})")
    st.caption("Every later analysis keeps these.")
    pages = -(-len(acts) // PER_PAGE)
    page = st.pagination(pages, key=f"topic_acts_{len(acts)}") if pages > 1 else 1
    for act in acts[(page - 1) * PER_PAGE : page * PER_PAGE]:
        left, right = st.columns([6, 1], vertical_alignment="center")
        left.markdown(told(act))
        right.button(
            "Undo", key=f"undo_topic_{bench.project}_{act.id}", width="stretch", on_click=_undo, args=(bench, act.id)
        )


def told(act: TopicAct) -> str:
    """The act in Markdown: what was done, then who and when, and why."""
    why = f" · {literal(act.why)}" if act.why else ""
    done = f"**{WORDS[act.step]}:** {literal(act.told)}"
    return f"{done}  \n{literal(act.reviewer)}, {act.created_at:%d %b %Y %H:%M} UTC{why}"


def _undo(bench: Workbench, act_id: int) -> None:
    if not runtime.reviewer():
        runtime.notify("error", runtime.NAMELESS)
    else:
        runtime.attempt(
            bench.topics.undo, act_id, runtime.reviewer(), done="Taken back. Both acts stay in the history."
        )
