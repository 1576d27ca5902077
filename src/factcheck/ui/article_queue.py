"""The queue of articles that are read beside the pages: how far it is, and what became of each."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from factcheck.model import EntryState, QueueEntry
from factcheck.ui import navigation, runtime
from factcheck.ui.literal import literal
from factcheck.workbench import Workbench

LONG = 8
"""A longer queue scrolls by itself, so that the drafts below stay in sight."""

TOLD = {
    EntryState.WAITING: "waits",
    EntryState.READING: "is being read …",
    EntryState.DRAFT: "is a new draft",
    EntryState.OPEN: "waits as a draft already",
    EntryState.STORED: "is in the project",
}


def show(bench: Workbench) -> None:
    """The queue with its progress, until it is cleared; reading goes on by itself."""
    entries = bench.reading.entries()
    if not entries:
        return
    running = _running(entries)
    if running:
        runtime.keep_reading(bench)
    with st.container(border=True):
        st.fragment(_queue, run_every=1.0 if running else None)(bench, _over(entries))


def progress(bench: Workbench) -> str:
    """ "3 of 10 read", "" without a queue that is still running; reading goes on by itself."""
    entries = bench.reading.entries()
    if not _running(entries):
        return ""
    runtime.keep_reading(bench)
    return _told(entries)


def _queue(bench: Workbench, over: int) -> None:
    """`over` were read when the page was drawn; when there are more, the list of drafts is to be drawn again."""
    entries = bench.reading.entries()
    if _over(entries) != over:
        st.rerun()
    st.markdown(f"**{_told(entries)}**")
    if _running(entries):
        runtime.keep_reading(bench)
        st.progress(over / len(entries))
        st.caption("You need not wait: begin with a draft, the others are read meanwhile.")
    with st.container(height=300 if len(entries) > LONG else "content", border=False, gap="small"):
        # What went wrong stands where nobody has to scroll for it.
        for entry in sorted(entries, key=lambda entry: entry.state is not EntryState.FAILED):
            _entry(bench, entry)
    with st.container(horizontal=True):
        st.button("Clear this list", key="clear_queue", on_click=bench.reading.clear)
        if any(entry.state is EntryState.WAITING for entry in entries):
            st.button("Stop after this one", key="stop_queue", on_click=bench.reading.stop)


def _entry(bench: Workbench, entry: QueueEntry) -> None:
    name = literal(entry.name, 80)
    if entry.state is EntryState.FAILED:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.error(f"**{name}**: {literal(entry.message)}")
            st.button("Try again", key=f"again_{entry.id}", on_click=bench.reading.try_again, args=(entry.id,))
    elif not entry.state.is_over:
        st.caption(f"{name} {TOLD[entry.state]}")
    else:
        place = "article" if entry.state is EntryState.STORED else "draft"
        icon = ":material/article:" if place == "article" else ":material/edit_note:"
        with st.container(horizontal=True, vertical_alignment="center"):
            navigation.link(navigation.ARTICLES, literal(entry.message, 90), icon, **{place: str(entry.number)})
            st.caption(f"{name} {TOLD[entry.state]}")


def _told(entries: Sequence[QueueEntry]) -> str:
    failed = sum(entry.state is EntryState.FAILED for entry in entries)
    note = f" · {failed} could not be" if failed else ""
    return f"{_over(entries) - failed} of {len(entries)} read{note}"


def _running(entries: Sequence[QueueEntry]) -> bool:
    return any(not entry.state.is_over for entry in entries)


def _over(entries: Sequence[QueueEntry]) -> int:
    return sum(entry.state.is_over for entry in entries)
