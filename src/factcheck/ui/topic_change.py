"""One topic: call it otherwise, or make it one with another."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from factcheck.model import Topic
from factcheck.ui import runtime
from factcheck.ui.literal import literal
from factcheck.workbench import Workbench


def show(bench: Workbench, topic: Topic, topics: Mapping[str, str]) -> None:
    """The topic's name as its heading, and beside it what changes it; `topics` maps the others' ids to labels."""
    left, right = st.columns([6, 1], vertical_alignment="center")
    left.title(literal(topic.label))
    key, seen = f"{bench.project}_{topic.id}", bench.topics.seen()
    labels = {other: label for other, label in topics.items() if other != topic.id}
    with right.popover("Change", width="stretch", key=f"change_topic_{key}"):
        st.text_input("Name", value=topic.label, key=f"name_{key}_{topic.label}", max_chars=200)
        st.button("Rename", key=f"rename_{key}", on_click=_rename, args=(bench, topic, seen))
        st.selectbox(
            "Is one with",
            list(labels),
            index=None,
            key=f"with_{key}",
            format_func=labels.get,
            placeholder="another topic",
        )
        st.button("Merge", key=f"merge_{key}", on_click=_merge, args=(bench, topic, seen))


def _rename(bench: Workbench, topic: Topic, seen: int) -> None:
    name = st.session_state.get(f"name_{bench.project}_{topic.id}_{topic.label}") or ""
    if not runtime.reviewer():
        runtime.notify("error", runtime.NAMELESS)
    else:
        runtime.attempt(bench.topics.rename, topic.id, name, runtime.reviewer(), seen, done="Renamed.")


def _merge(bench: Workbench, topic: Topic, seen: int) -> None:
    other = st.session_state.get(f"with_{bench.project}_{topic.id}")
    if not runtime.reviewer():
        runtime.notify("error", runtime.NAMELESS)
    elif not other:
        runtime.notify("error", "Choose the topic to merge with. Nothing was changed.")
    else:
        done = f"Merged as “{topic.label}”. Undo is below the topics."
        runtime.attempt(bench.topics.merge, (topic.id, other), runtime.reviewer(), seen, done=done)
