"""One claimant: join it to another, show it under another name, say of what type it is."""

from __future__ import annotations

import streamlit as st

from factcheck.model import ClaimantType
from factcheck.ui import runtime
from factcheck.workbench import Workbench
from factcheck.workbench.claimants import Board, ClaimantView

CHOICES = {
    ClaimantType.PERSON: "person",
    ClaimantType.ORGANISATION: "organisation",
    ClaimantType.GROUP: "unnamed group",
}

MOST_OFFERED = 200


def show(bench: Workbench, board: Board, view: ClaimantView) -> None:
    key = f"{bench.project}_{view.name}"
    # Those of the most claims; any other name can be typed, and is refused if nobody bears it.
    offered = (other.name for other in board.claimants[: MOST_OFFERED + 1] if other.name != view.name)
    others = sorted(offered, key=str.casefold)
    kinds = list(CHOICES)
    st.selectbox(
        "Is one with",
        others,
        index=None,
        key=f"with_{key}",
        placeholder="another claimant",
        accept_new_options=len(others) >= MOST_OFFERED,
    )
    _button("Join", bench, board, view, key)
    st.text_input("Show as", value=view.name, key=f"name_{key}", max_chars=500)
    _button("Rename", bench, board, view, key)
    known = kinds.index(view.type) if view.type in kinds else None
    st.selectbox("Type", kinds, index=known, key=f"type_{key}", format_func=CHOICES.get, placeholder="choose")
    _button("Set type", bench, board, view, key)


def _button(label: str, bench: Workbench, board: Board, view: ClaimantView, key: str) -> None:
    st.button(label, key=f"{label}_{key}", on_click=_change, args=(label, bench, view.name, key, board.seen))


def _change(label: str, bench: Workbench, name: str, key: str, seen: int) -> None:
    who = runtime.reviewer()
    other, shown, kind = (st.session_state.get(f"{field}_{key}") for field in ("with", "name", "type"))
    if not who:
        runtime.notify("error", "Say who you are first: the field “Your name” in the sidebar. Nothing was changed.")
    elif label == "Join" and other:
        runtime.attempt(bench.claimants.join, (name, other), who, seen, name, done=f"Joined as {name}.")
    elif label == "Rename":
        runtime.attempt(bench.claimants.rename, name, shown or "", who, seen, done=f"Now shown as {shown}.")
    elif label == "Set type" and kind:
        runtime.attempt(bench.claimants.set_type, name, ClaimantType(kind), who, seen, done=f"Now: {CHOICES[kind]}.")
    else:
        runtime.notify("error", "Choose first. Nothing was changed.")
