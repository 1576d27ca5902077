"""What is known of a draft's article: title, outlet, address and dates, to put right; every change is kept at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from factcheck.errors import FactcheckError, InvalidValue
from factcheck.model import Draft
from factcheck.ui import draft_change, half_typed, runtime
from factcheck.ui.draft_wording import read_day
from factcheck.ui.literal import literal
from factcheck.workbench import Workbench


def _words(typed: str) -> str:
    return typed.strip()


def _address(typed: str) -> str:
    check_address(typed.strip())
    return typed.strip()


def _day(typed: str) -> str:
    return read_day(typed, "The date of publication")[0]


FIELDS: dict[str, tuple[str, str, Callable[[str], str]]] = {
    "title": ("Title", "", _words),
    "source_name": ("Outlet", "Who published it", _words),
    "published": ("Published", "2024-05-31, 2024-05 or 2024", _day),
    "source_url": ("Address", "https://…", _address),
    "archive_url": ("Archived copy", "https://…", _address),
    "author": ("Author", "", _words),
}
"""Field of an article → its label, an example, and what makes a kept value of what is typed."""

WANTED = ("title", "source_name", "published", "source_url")


def check_address(typed: str) -> None:
    """Raises InvalidValue for what is no web address; nothing typed is fine."""
    if typed and not typed.startswith(("http://", "https://")):
        raise InvalidValue(f"“{typed}” is no web address.", "It begins with http:// or https://.")


def show(bench: Workbench, draft: Draft) -> None:
    unknown = [FIELDS[name][0].lower() for name in WANTED if not getattr(draft.article, name)]
    with st.expander("About this article", icon=":material/info:"):
        for row in (WANTED[:3], ("source_url", "archive_url", "author")):
            for column, name in zip(st.columns(3), row, strict=True):
                with column:
                    _field(bench, draft, name)
        half_typed.watch(f"details_{draft.id}_", tuple(FIELDS), lambda typed: _keep_typed(bench, draft, typed))
    if unknown:
        st.caption(f"Still unknown: {', '.join(unknown)}. Type it under “About this article”.")
    if st.session_state.get("date_changed") == draft.id:
        st.warning(
            "The date has changed. Days such as “yesterday” were counted from the old one: "
            "find the claims again, or correct their dates by hand."
        )
        again(bench, draft, "date")


def again(bench: Workbench, draft: Draft, place: str) -> None:
    """The button that looks for the claims anew, after a warning."""
    with st.popover("Find claims again", icon=":material/refresh:", key=f"again_{place}_{draft.id}"):
        st.write("All claims of this draft are replaced by what is found now. Your corrections to them are lost.")
        st.button(
            "Replace the claims",
            key=f"replace_{place}_{draft.id}",
            on_click=draft_change.find_again,
            args=(bench, draft),
        )


def keep_all(bench: Workbench, draft: Draft) -> None:
    """Keep what was typed right before a press; the field's own turn may come after the button's."""
    for name in FIELDS:
        if _key(draft, name) in st.session_state:
            _keep(bench, draft, name)


def fault(draft: Draft) -> str:
    """What is wrong with a detail that was typed and could not be kept, "" when all is well."""
    for name, (_, _, read) in FIELDS.items():
        try:
            read(_typed(draft, name))
        except InvalidValue as error:
            return str(error)
    return ""


def _field(bench: Workbench, draft: Draft, name: str) -> None:
    label, example, read = FIELDS[name]
    kept = getattr(draft.article, name)
    st.session_state.setdefault(_key(draft, name), kept)
    st.text_input(label, key=_key(draft, name), placeholder=example, on_change=_keep, args=(bench, draft, name))
    try:
        if read(_typed(draft, name)) != kept:
            st.caption(f"Kept in the draft: “{literal(kept, 80)}”")
    except InvalidValue as error:
        st.error(literal(str(error)))


def _key(draft: Draft, name: str) -> str:
    return f"details_{draft.id}_{name}"


def _typed(draft: Draft, name: str) -> str:
    return str(st.session_state.get(_key(draft, name), getattr(draft.article, name)) or "")


def _keep(bench: Workbench, draft: Draft, name: str) -> None:
    """Keep one detail; one that will not do stays in its field, with the reason beneath it."""
    if _store(bench, draft, name, _typed(draft, name)):
        st.session_state[_key(draft, name)] = FIELDS[name][2](_typed(draft, name))


def _keep_typed(bench: Workbench, draft: Draft, typed: dict[str, str]) -> None:
    """Keep details while they are being typed; the date only when its field is left, for half of one is another."""
    for name, text in typed.items():
        if name != "published":
            _store(bench, draft, name, text)


def _store(bench: Workbench, draft: Draft, name: str, text: str) -> bool:
    try:
        value = FIELDS[name][2](text)
    except InvalidValue:
        return False
    try:
        now = draft_change.newest(bench, draft)
        if value == getattr(now.article, name) or st.session_state.get("left_draft") == draft.id:
            return False
        bench.articles.change_draft(replace(now, article=replace(now.article, **{name: value})))
    except FactcheckError as error:
        runtime.notify("error", str(error))
        return False
    draft_change.remember_own(draft, now.version + 1)
    if name == "published" and draft.claims:
        st.session_state["date_changed"] = draft.id
    return True
