"""Claims chosen on a topic's page, and what to do with them: split off, move, or take out of the topic."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from factcheck.ui import runtime
from factcheck.ui.literal import counted
from factcheck.workbench import Workbench
from factcheck.workbench.browse import ClaimView

UNGROUPED = "ungrouped"
"""Stands in the address for the claims of no topic."""


def picker(bench: Workbench, place: str) -> Callable[[ClaimView], None]:
    """Draws the box to tick beside a claim; `place` is the topic's id or "ungrouped"."""
    chosen = picked(bench, place)

    def draw(view: ClaimView) -> None:
        key = f"pick_{bench.project}_{place}_{view.claim.id}"
        st.checkbox(
            f"Choose claim {view.claim.id}",
            value=view.claim.id in chosen,
            key=key,
            label_visibility="collapsed",
            on_change=_toggle,
            args=(_name(bench, place), view.claim.id, key),
        )

    return draw


def picked(bench: Workbench, place: str) -> set[int]:
    """Ids of the claims that are chosen here, on whatever page of the list they stand."""
    found: set[int] = st.session_state.setdefault(_name(bench, place), set())
    return found


def actions(bench: Workbench, place: str, members: set[int], topics: Mapping[str, str]) -> None:
    """What can be done with the chosen claims; drawn only when some are. `topics` maps ids to labels."""
    chosen = tuple(sorted(picked(bench, place) & members))
    if not chosen:
        st.caption("Choose claims by the box before each to move them or to make a topic of them.")
        return
    seen, labels = bench.topics.seen(), {key: label for key, label in topics.items() if key != place}
    key = f"{bench.project}_{place}"
    with st.container(border=True):
        st.markdown(f"**{counted(len(chosen), 'claim')} chosen**")
        a, b = st.columns([3, 1], vertical_alignment="bottom")
        a.text_input(
            "Name of a new topic", key=f"new_{key}", max_chars=200, placeholder="empty: after the words of the claims"
        )
        b.button("Split off", key=f"split_{key}", width="stretch", on_click=_split, args=(bench, place, chosen, seen))
        c, d = st.columns([3, 1], vertical_alignment="bottom")
        c.selectbox(
            "Another topic", list(labels), index=None, key=f"to_{key}", format_func=labels.get, placeholder="topic"
        )
        d.button("Move there", key=f"move_{key}", width="stretch", on_click=_move, args=(bench, place, chosen, seen))
        with st.container(horizontal=True):
            if place != UNGROUPED:
                st.button(
                    "Take out of the topic", key=f"out_{key}", on_click=move_to, args=(bench, place, chosen, "", seen)
                )
            st.button("Choose none", key=f"none_{key}", on_click=_forget, args=(bench, place))


def move_to(bench: Workbench, place: str, chosen: tuple[int, ...], to: str, seen: int) -> None:
    """Move claims, for a button; `to` "" takes them out of all topics."""
    if not runtime.reviewer():
        runtime.notify("error", runtime.NAMELESS)
    elif runtime.attempt(
        bench.topics.move, chosen, to, runtime.reviewer(), seen, done="Moved. Undo is below the topics."
    ):
        _forget(bench, place)


def _move(bench: Workbench, place: str, chosen: tuple[int, ...], seen: int) -> None:
    to = st.session_state.get(f"to_{bench.project}_{place}")
    if to:
        move_to(bench, place, chosen, to, seen)
    else:
        runtime.notify("error", "Choose the topic to move them to. Nothing was changed.")


def _split(bench: Workbench, place: str, chosen: tuple[int, ...], seen: int) -> None:
    name = st.session_state.get(f"new_{bench.project}_{place}") or ""
    if not runtime.reviewer():
        runtime.notify("error", runtime.NAMELESS)
    elif runtime.attempt(
        bench.topics.split,
        chosen,
        runtime.reviewer(),
        seen,
        name,
        done="A new topic was made. Undo is below the topics.",
    ):
        _forget(bench, place)


def _toggle(name: str, claim: int, key: str) -> None:
    chosen: set[int] = st.session_state.setdefault(name, set())
    if st.session_state.get(key):
        chosen.add(claim)
    else:
        chosen.discard(claim)


def _forget(bench: Workbench, place: str) -> None:
    for claim in picked(bench, place):
        st.session_state.pop(f"pick_{bench.project}_{place}_{claim}", None)
    st.session_state[_name(bench, place)] = set()


def _name(bench: Workbench, place: str) -> str:
    return f"picked_{bench.project}_{place}"
