"""Files, addresses and pasted text → drafts, with what became of each said by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from factcheck.errors import FactcheckError, InvalidValue
from factcheck.model import Article
from factcheck.text.media_types import SUFFIXES
from factcheck.text.normalise import comparable
from factcheck.ui import navigation, runtime
from factcheck.ui.draft_details import check_address
from factcheck.ui.draft_wording import read_day
from factcheck.ui.literal import literal
from factcheck.workbench import Workbench

Outcome = tuple[str, str, int, str]
"""Name, what became of it ("draft", "open", "stored" or "fault"), the id it has, a message."""

PASTED = ("paste_text", "paste_title", "paste_outlet", "paste_url", "paste_date")


def show(bench: Workbench) -> None:
    st.subheader("Bring in")
    files, address, pasted = st.tabs(["Files", "Address", "Pasted text"])
    with files:
        _files(bench)
    with address:
        _address(bench)
    with pasted:
        _pasted(bench)
    if not runtime.reviewer():
        st.caption("First type your name into “Your name” in the sidebar: it stands beside everything you bring in.")
    _outcomes()


def _files(bench: Workbench) -> None:
    key = f"article_files_{st.session_state.get('article_round', 0)}"
    chosen = st.file_uploader(
        "Articles as .txt, .md, .html, .pdf or .docx; several at once",
        type=[suffix.lstrip(".") for suffix in SUFFIXES],
        accept_multiple_files=True,
        key=key,
        max_upload_size=bench.desk.settings.max_file_mb,
    )
    several = f" in {len(chosen)} files" if len(chosen) > 1 else ""
    _find(f"Find claims{several}", "find_files", _bring_files, bench, key, disabled=not chosen)


def _address(bench: Workbench) -> None:
    st.text_input("Address of the article", key="article_url", placeholder="https://…", persist_state="session")
    _find("Find claims", "find_address", _bring_address, bench)


def _pasted(bench: Workbench) -> None:
    st.text_area(
        "Text of the article",
        key="paste_text",
        height=180,
        placeholder="Paste the whole article here",
        persist_state="session",
    )
    left, right = st.columns(2)
    left.text_input("Title", key="paste_title", persist_state="session")
    right.text_input("Outlet", key="paste_outlet", placeholder="Who published it", persist_state="session")
    left, right = st.columns(2)
    left.text_input("Address", key="paste_url", placeholder="https://…", persist_state="session")
    right.text_input("Published", key="paste_date", placeholder="2024-05-31", persist_state="session")
    _find("Find claims", "find_pasted", _bring_pasted, bench)


def _find(label: str, key: str, action: Callable[..., None], *args: Any, disabled: bool = False) -> None:
    st.button(label, key=key, type="primary", icon=":material/search:", disabled=disabled, on_click=action, args=args)


def _bring_files(bench: Workbench, key: str) -> None:
    if not _signed():
        return
    chosen = st.session_state.get(key) or []
    bar = st.progress(0.0)
    _begin()
    for number, file in enumerate(chosen):
        bar.progress(
            number / len(chosen), text=f"{number + 1} of {len(chosen)}: finding claims in {literal(file.name)}"
        )
        _bring(bench, file.name, lambda file=file: bench.articles.read_file(file.getvalue(), file.name))
    bar.empty()
    # A new uploader, so that the same files are not brought in twice; what failed is named in the list.
    st.session_state["article_round"] = st.session_state.get("article_round", 0) + 1
    _open_the_only_one(bench)


def _bring_address(bench: Workbench) -> None:
    url = str(st.session_state.get("article_url") or "").strip()
    if not _signed():
        return
    if not url:
        runtime.notify("error", "Type the address of an article first.")
        return
    _begin()
    with st.spinner("Reading the page and finding claims …"):
        brought = _bring(bench, url, lambda: _from_address(bench, url))
    if brought:
        st.session_state["article_url"] = ""
    _open_the_only_one(bench)


def _bring_pasted(bench: Workbench) -> None:
    if not _signed():
        return
    typed = {name: str(st.session_state.get(name) or "").strip() for name in PASTED}
    _begin()
    with st.spinner("Finding claims …"):
        brought = _bring(bench, typed["paste_title"] or "Pasted text", lambda: _from_paste(bench, typed))
    if brought:
        for name in PASTED:
            st.session_state[name] = ""
    _open_the_only_one(bench)


def _from_address(bench: Workbench, url: str) -> Article:
    check_address(url)
    return bench.articles.read_url(url)


def _from_paste(bench: Workbench, typed: dict[str, str]) -> Article:
    if not typed["paste_text"]:
        raise InvalidValue("There is no text.", "Paste the article into the large field.")
    check_address(typed["paste_url"])
    published = read_day(typed["paste_date"], "The date of publication")[0]
    article = bench.articles.read_text(typed["paste_text"], typed["paste_title"])
    given = {"source_name": typed["paste_outlet"], "source_url": typed["paste_url"], "published": published}
    return replace(article, **{name: value for name, value in given.items() if value})


def _bring(bench: Workbench, name: str, read: Callable[[], Article]) -> bool:
    """One text in; whatever happens to it is told by name."""
    try:
        outcome = _drafted(bench, name, read())
    except FactcheckError as error:
        outcome = (name, "fault", 0, str(error))
    st.session_state["brought"].append(outcome)
    return outcome[1] != "fault"


def _drafted(bench: Workbench, name: str, article: Article) -> Outcome:
    known = bench.articles.stored(article)
    if known:
        return name, "stored", known.id, known.name
    words = comparable(article.text)
    for draft in bench.articles.drafts():
        if comparable(draft.article.text) == words:
            return name, "open", draft.id, draft.article.name
    return name, "draft", bench.articles.start_draft(article, runtime.reviewer()), article.name


def _signed() -> bool:
    if runtime.reviewer():
        return True
    runtime.notify("error", "Say who you are first: the field “Your name” in the sidebar. Nothing was lost.")
    return False


def _begin() -> None:
    st.session_state["brought"] = []


def _open_the_only_one(bench: Workbench) -> None:
    brought: list[Outcome] = st.session_state["brought"]
    if len(brought) != 1:
        return
    _, what, number, title = brought[0]
    if what in ("draft", "open"):
        st.session_state["brought"] = []
        st.query_params.from_dict({"project": bench.project, "draft": str(number)})
    if what == "open":
        runtime.notify("info", f"“{literal(title, 80)}” waits as a draft already; here it is.")


def _outcomes() -> None:
    brought: list[Outcome] = st.session_state.get("brought", [])
    if not brought:
        return
    with st.container(border=True):
        faults = sum(what == "fault" for _, what, _, _ in brought)
        st.markdown(f"**{len(brought) - faults} of {len(brought)} read**" if len(brought) > 1 else "**Just now**")
        for outcome in brought:
            _outcome(*outcome)
        st.button("Clear this list", key="clear_brought", on_click=_begin)


def _outcome(name: str, what: str, number: int, message: str) -> None:
    said = literal(name, 80)
    if what == "fault":
        st.error(f"**{said}**: {literal(message)}")
        return
    told = {"stored": "is in the project already", "open": "waits as a draft already", "draft": "is a new draft"}
    place = {"article": str(number)} if what == "stored" else {"draft": str(number)}
    icon = ":material/article:" if what == "stored" else ":material/edit_note:"
    with st.container(horizontal=True, vertical_alignment="center"):
        navigation.link(navigation.ARTICLES, literal(message, 90), icon, **place)
        st.caption(f"{said} {told[what]}")
