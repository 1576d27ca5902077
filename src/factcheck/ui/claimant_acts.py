"""What people said of claimants and nobody took back, newest first, each with its undo."""

from __future__ import annotations

import streamlit as st

from factcheck.model import ClaimantAct, ClaimantStep
from factcheck.ui import runtime
from factcheck.ui.literal import literal
from factcheck.workbench import Workbench

PER_PAGE = 10


def show(bench: Workbench) -> None:
    acts = bench.claimants.acts()
    if not acts:
        return
    st.subheader(f"Decided ({len(acts)})")
    pages = -(-len(acts) // PER_PAGE)
    page = st.pagination(pages, key=f"decided_{len(acts)}") if pages > 1 else 1
    for act in acts[(page - 1) * PER_PAGE : page * PER_PAGE]:
        left, right = st.columns([6, 1], vertical_alignment="center")
        left.markdown(f"{told(act)}  \n{literal(act.reviewer)}, {act.created_at:%d %b %Y %H:%M} UTC")
        right.button(
            "Undo", key=f"undo_{bench.project}_{act.id}", width="stretch", on_click=_undo, args=(bench, act.id)
        )


def told(act: ClaimantAct) -> str:
    """The act in one line of Markdown."""
    names = [f"**{literal(name, 80)}**" for name in act.names]
    if act.step is ClaimantStep.JOIN:
        return f"{' and '.join(names)} are one claimant, shown as {literal(act.value, 80)}"
    if act.step is ClaimantStep.REFUSE:
        return f"{' and '.join(names)} are not one claimant"
    if act.step is ClaimantStep.SHOW:
        return f"{names[0]} is shown as {literal(act.value, 80)}"
    return f"{names[0]} is of type: {act.value or 'not known'}"


def _undo(bench: Workbench, act_id: int) -> None:
    if not runtime.reviewer():
        runtime.notify("error", "Say who you are first: the field “Your name” in the sidebar. Nothing was changed.")
    else:
        runtime.attempt(
            bench.claimants.undo, act_id, runtime.reviewer(), done="Taken back. Both acts stay in the history."
        )
