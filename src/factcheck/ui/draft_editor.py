"""One draft: its details, its text with the claims marked, and the way to save or discard it."""

from __future__ import annotations

import streamlit as st

from factcheck.errors import FactcheckError, InvalidValue
from factcheck.model import Draft
from factcheck.text.normalise import shorten
from factcheck.ui import article_queue, draft_change, draft_claims, draft_details, draft_language, navigation, runtime
from factcheck.ui.literal import counted, literal
from factcheck.workbench import Workbench


def show(bench: Workbench, draft: Draft) -> None:
    st.session_state.pop("left_draft", None)
    with st.container(horizontal=True, vertical_alignment="center"):
        navigation.link(navigation.ARTICLES, "All articles", ":material/arrow_back:")
        st.caption(article_queue.progress(bench))
    st.subheader(literal(draft.article.name, 120), anchor=False)
    count = counted(len(draft.claims), "claim")
    st.caption(
        f"Draft {draft.id}, begun by {literal(draft.created_by)} on {draft.created_at:%d %b %Y} · {count}. "
        "Every change is kept at once; nothing is in the project before you save."
    )
    runtime.show_notice()
    _actions(bench, draft)
    draft_language.show(bench, draft)
    draft_details.show(bench, draft)
    draft_claims.show(bench, draft)


def _actions(bench: Workbench, draft: Draft) -> None:
    unfinished = draft_claims.open_or_unfinished(draft)
    claims = counted(len(draft.claims), "claim") if draft.claims else "without claims"
    with st.container(horizontal=True):
        st.button(
            f"Save article and {claims}" if draft.claims else f"Save article {claims}",
            key=f"save_draft_{draft.id}",
            type="primary",
            icon=":material/save:",
            disabled=bool(unfinished),
            help=f"First finish or cancel what you began to type: {unfinished}." if unfinished else None,
            on_click=_save,
            args=(bench, draft),
        )
        draft_details.again(bench, draft, "top")
        if bench.articles.reading(draft.article).is_english:
            st.button(
                "Outlet’s own statements",
                key=f"own_voice_{draft.id}",
                icon=":material/newspaper:",
                help="Sentences that quote nobody become claims of the outlet itself. Undo takes them out again.",
                on_click=draft_change.add_own_statements,
                args=(bench, draft),
            )
        with st.popover("Discard draft", icon=":material/delete:", key=f"discard_popover_{draft.id}"):
            st.write("The text and its claims are thrown away. This cannot be undone.")
            st.button("Discard it", key=f"discard_{draft.id}", on_click=_discard, args=(bench, draft))
    if not runtime.reviewer():
        st.caption("To save, first type your name into “Your name” in the sidebar.")


def _save(bench: Workbench, draft: Draft) -> None:
    if not runtime.reviewer():
        runtime.notify("error", "Say who you are first: the field “Your name” in the sidebar. Nothing was saved.")
        return
    if fault := draft_details.fault(draft):
        runtime.notify("error", f"{fault} Nothing was saved: correct it under “About this article”.")
        return
    draft_details.keep_all(bench, draft)
    try:
        if begun := draft_claims.open_or_unfinished(bench.articles.draft(draft.id)):
            raise InvalidValue(f"Something is typed halfway: {begun}.", "Finish or cancel it, then save.")
        now = draft_change.newest(bench, draft)
        saved = bench.articles.save_draft(now.id, now.version, runtime.reviewer())
    except FactcheckError as error:
        runtime.notify("error", str(error))
        return
    name = shorten(now.article.name, 80)
    if saved.already:
        runtime.notify("info", f"“{name}” was in the project already: nothing was added, and the draft is closed.")
    else:
        runtime.notify(
            "success",
            f"Saved “{name}” with {counted(saved.claims, 'claim')}. Next: bring in what others say of the same "
            "events, then press “Analyse” in the sidebar.",
        )
    _leave(bench, draft, article=str(saved.article_id))


def _discard(bench: Workbench, draft: Draft) -> None:
    done = f"Discarded the draft “{shorten(draft.article.name, 80)}”."
    if runtime.attempt(bench.articles.drop_draft, draft.id, done=done):
        _leave(bench, draft)


def _leave(bench: Workbench, draft: Draft, **where: str) -> None:
    for name in ("draft_action", "draft_at", "undoable", "date_changed", "own_change"):
        st.session_state.pop(name, None)
    st.session_state["left_draft"] = draft.id
    st.query_params.from_dict({"project": bench.project, **where})
