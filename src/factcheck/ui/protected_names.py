"""Claimants and sources whose names stay in the database."""

from __future__ import annotations

import streamlit as st

from factcheck.ui import runtime
from factcheck.ui.claim_filters import MOST_OFFERED
from factcheck.ui.literal import literal
from factcheck.workbench import Workbench

NAME, REASON = "protect_name", "protect_reason"


def show(bench: Workbench) -> None:
    st.write(
        "A protected claimant or source is written as “protected source” in every file, also inside texts, "
        "and links that would lead to it are left out. On these pages the name stays readable."
    )
    protected = sorted(bench.review.protected(), key=str.casefold)
    for name in protected:
        _protected(bench, name)
    if not protected:
        st.caption("Nobody is protected.")
    _form(bench, protected)


def _protected(bench: Workbench, name: str) -> None:
    with st.container(border=True):
        left, right = st.columns([4, 1], vertical_alignment="center")
        left.markdown(f"**{literal(name)}**")
        with right.popover("Stop protecting", width="stretch", key=f"unprotect_popover_{bench.project}_{name}"):
            st.write("The name will stand in every file written from now on.")
            reason = f"unprotect_reason_{bench.project}_{name}"
            st.text_input("Reason", key=reason, max_chars=500, placeholder="For the history")
            st.button(
                "Write the name again",
                key=f"unprotect_{bench.project}_{name}",
                on_click=_unprotect,
                args=(bench, name, reason),
            )


def _form(bench: Workbench, protected: list[str]) -> None:
    known = sorted(
        {*bench.browse.claimants(MOST_OFFERED), *bench.browse.sources(MOST_OFFERED)} - set(protected), key=str.casefold
    )
    left, right = st.columns(2)
    left.selectbox(
        "Name to protect",
        known,
        index=None,
        key=NAME,
        accept_new_options=True,
        placeholder="Choose a claimant or source, or type a name",
    )
    right.text_input("Reason", key=REASON, max_chars=500, placeholder="For the history; do not repeat the name in it")
    st.button("Protect", key="protect", icon=":material/shield:", on_click=_protect, args=(bench,))


def _protect(bench: Workbench) -> None:
    name = str(st.session_state.get(NAME) or "").strip()
    if not name:
        runtime.notify("error", "Choose or type the name to protect. Nothing was changed.")
    elif _change(bench, name, True, REASON):
        st.session_state[NAME] = None


def _unprotect(bench: Workbench, name: str, reason_key: str) -> None:
    _change(bench, name, False, reason_key)


def _change(bench: Workbench, name: str, protected: bool, reason_key: str) -> bool:
    why = str(st.session_state.get(reason_key) or "").strip()
    if not runtime.reviewer():
        runtime.notify("error", "Say who you are first: the field “Your name” in the sidebar. Nothing was changed.")
    elif not why:
        runtime.notify("error", "This needs a reason; it is kept in the history. Nothing was changed.")
    elif runtime.attempt(bench.review.protect, name, protected, why, runtime.reviewer(), done=_done(name, protected)):
        st.session_state[reason_key] = ""
        return True
    return False


def _done(name: str, protected: bool) -> str:
    return f"{name} is {'now protected' if protected else 'no longer protected'}."
