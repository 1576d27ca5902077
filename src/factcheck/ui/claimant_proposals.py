"""Names that may be one claimant: yes or no, the first by key."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from factcheck.ui import runtime
from factcheck.ui.literal import counted, literal
from factcheck.workbench import Workbench
from factcheck.workbench.claimants import Board, Proposal

PER_PAGE = 10


def show(bench: Workbench, board: Board) -> None:
    st.subheader(f"Proposed ({len(board.proposals)})")
    if not board.proposals:
        st.caption("No two names look like one claimant that nobody has decided on.")
        return
    st.caption("The surest first. A “No” is kept: the same names are not proposed again. Both can be taken back below.")
    pages = -(-len(board.proposals) // PER_PAGE)
    page = st.pagination(pages, key=f"proposals_{len(board.proposals)}") if pages > 1 else 1
    start = (page - 1) * PER_PAGE
    claims = {view.name: view.claims for view in board.claimants}
    for number, proposal in enumerate(board.proposals[start : start + PER_PAGE]):
        _proposal(bench, board, proposal, claims, with_keys=number == 0)


def _proposal(bench: Workbench, board: Board, proposal: Proposal, claims: Mapping[str, int], with_keys: bool) -> None:
    key = f"{bench.project}_{'_'.join(proposal.names)}"
    with st.container(border=True):
        told = " × ".join(f"**{literal(name, 80)}** ({counted(claims[name], 'claim')})" for name in proposal.names)
        st.markdown(told)
        st.caption(f"{literal(proposal.reason)} · score {proposal.score:.2f}")
        left, yes, no = st.columns([4, 2, 2], vertical_alignment="bottom")
        left.selectbox("Show as", proposal.names, key=f"shown_{key}", accept_new_options=True)
        yes.button(
            "Yes, one claimant",
            key=f"yes_{key}",
            shortcut="Y" if with_keys else None,
            type="primary" if with_keys else "secondary",
            width="stretch",
            on_click=_join,
            args=(bench, proposal, board.seen, f"shown_{key}"),
        )
        no.button(
            "No, keep apart",
            key=f"no_{key}",
            shortcut="N" if with_keys else None,
            width="stretch",
            on_click=_refuse,
            args=(bench, proposal, board.seen),
        )


def _join(bench: Workbench, proposal: Proposal, seen: int, shown_key: str) -> None:
    if _nobody():
        return
    shown = st.session_state.get(shown_key) or proposal.names[0]
    done = f"Joined as {shown}. The analysis is out of date until it is run again."
    runtime.attempt(
        bench.claimants.join, proposal.names, runtime.reviewer(), seen, shown, f"proposed: {proposal.reason}", done=done
    )


def _refuse(bench: Workbench, proposal: Proposal, seen: int) -> None:
    if not _nobody():
        done = f"Kept apart: {', '.join(proposal.names)}."
        runtime.attempt(bench.claimants.refuse, proposal.names, runtime.reviewer(), seen, done=done)


def _nobody() -> bool:
    """Whether nobody signs; says so."""
    if runtime.reviewer():
        return False
    runtime.notify("error", "Say who you are first: the field “Your name” in the sidebar. Nothing was changed.")
    return True
