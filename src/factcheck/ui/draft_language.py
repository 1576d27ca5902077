"""In which language a draft is read and by what, said plainly, with the ways to change it."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from factcheck.model import Draft
from factcheck.text.language import known_languages, language_name
from factcheck.ui import draft_change, runtime
from factcheck.ui.literal import literal
from factcheck.workbench import Workbench

_LOST = "All claims of this draft are replaced by what is found now. Your corrections to them are lost."


def show(bench: Workbench, draft: Draft) -> None:
    """What was read how; for other languages than English the offer to take quotations, or no claims."""
    reading = bench.articles.reading(draft.article, quotations=bool(draft.claims))
    if reading.is_english:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(reading.told())
            _correct(bench, draft, reading.language)
        return
    st.info(literal(reading.told()))
    with st.container(horizontal=True, vertical_alignment="center"):
        if draft.claims:
            with st.popover("No claims", icon=":material/block:", key=f"none_{draft.id}"):
                st.write("All claims of this draft are taken out, your corrections to them too.")
                _button(bench, draft, "Take them out", quotations=False)
        else:
            _button(bench, draft, _offer(bench, draft), quotations=True)
        _correct(bench, draft, reading.language)
    if not reading.model:
        st.caption("A model that reads this language finds speakers too: name one in FACTCHECK_ATTRIBUTION_MODEL.")


def _offer(bench: Workbench, draft: Draft) -> str:
    model = bench.articles.reading(draft.article).model
    return "Find claims with the model" if model else "Take the quotations as claims"


def _button(bench: Workbench, draft: Draft, label: str, *, quotations: bool) -> None:
    st.button(
        label,
        key=f"quotations_{quotations}_{draft.id}",
        icon=":material/format_quote:" if quotations else ":material/block:",
        on_click=draft_change.find_again,
        args=(bench, draft, quotations),
    )


def _correct(bench: Workbench, draft: Draft, language: str) -> None:
    with st.popover("Wrong language?", icon=":material/translate:", key=f"language_popover_{draft.id}"):
        tags = known_languages()
        st.selectbox(
            "This text is in",
            tags,
            index=tags.index(language) if language in tags else None,
            format_func=language_name,
            placeholder="Choose its language",
            key=_key(draft),
        )
        st.write(_LOST)
        st.button("Find claims in this language", key=f"reread_{draft.id}", on_click=_reread, args=(bench, draft))


def _key(draft: Draft) -> str:
    return f"language_{draft.id}"


def _reread(bench: Workbench, draft: Draft) -> None:
    """Keep the language that was chosen, and find the claims again in it."""
    chosen = st.session_state.get(_key(draft))
    if not chosen:
        runtime.notify("error", "Choose the language of this text first.")
        return
    now = draft_change.newest(bench, draft)
    draft_change.find_again(bench, replace(now, article=replace(now.article, language=chosen)))
