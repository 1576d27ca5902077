"""Past imports: what each brought, who did it, and the way to take it back."""

from __future__ import annotations

import streamlit as st

from factcheck.model import Batch
from factcheck.ui import runtime
from factcheck.ui.literal import literal
from factcheck.workbench import Workbench

PER_PAGE = 10


def show(bench: Workbench) -> None:
    every, _ = bench.imports.count()
    st.subheader(f"Past imports ({every})")
    if not every:
        st.info("Nothing yet. Choose a file above; articles that you save are listed here too.")
        return
    st.caption("Claim files and saved articles, newest first. Each can be undone as a whole.")
    pages = -(-every // PER_PAGE)
    page = st.pagination(pages, key=f"imports_{every}") if pages > 1 else 1
    for batch in bench.imports.list(PER_PAGE, (page - 1) * PER_PAGE):
        _batch(bench, batch)


def _batch(bench: Workbench, batch: Batch) -> None:
    counts = batch.counts
    with st.container(border=True):
        left, right = st.columns([4, 1.3], vertical_alignment="center")
        left.markdown(f"**{literal(batch.name, 90)}**")
        left.caption(
            f"{counts.read} read = {counts.added} added + {counts.updated} updated + {counts.duplicate} duplicate + "
            f"{counts.rejected} rejected · {literal(batch.created_by)}, {batch.created_at:%d %b %Y %H:%M} UTC"
        )
        if batch.undone_at:
            right.caption(f"Undone {batch.undone_at:%d %b %Y}")
            return
        with right.popover("Undo import", icon=":material/undo:", key=f"undo_popover_{batch.id}"):
            st.write(
                "Its claims leave the project, and what it updated goes back to what it was. "
                "Verdicts on them stay in the history."
            )
            why = f"undo_why_{batch.id}"
            st.text_input("Reason", key=why, placeholder="For the history", max_chars=500)
            st.button("Undo this import", key=f"undo_{batch.id}", on_click=_undo, args=(bench, batch.id, batch.name))


def _undo(bench: Workbench, batch_id: int, name: str) -> None:
    why = str(st.session_state.get(f"undo_why_{batch_id}") or "").strip()
    if not runtime.reviewer():
        runtime.notify("error", "Say who you are first: the field “Your name” in the sidebar. Nothing was undone.")
    elif not why:
        runtime.notify("error", "An undo needs a reason; it is kept in the history. Nothing was undone.")
    else:
        done = f"Undone: “{literal(name, 80)}”. Press “Analyse” in the sidebar to bring the topics up to date."
        runtime.attempt(bench.imports.undo, batch_id, runtime.reviewer(), why, done=done)
