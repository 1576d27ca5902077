"""Files, addresses and pasted text → drafts: one is read at once and opened, several are put into the queue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from factcheck.errors import FactcheckError, InvalidValue
from factcheck.model import Article, EntryState
from factcheck.text.media_types import SUFFIXES
from factcheck.text.normalise import shorten
from factcheck.ui import runtime
from factcheck.ui.draft_details import check_address
from factcheck.ui.draft_wording import read_day
from factcheck.workbench import Workbench

PASTED = ("paste_text", "paste_title", "paste_outlet", "paste_url", "paste_date")


def show(bench: Workbench) -> None:
    st.subheader("Bring in")
    files, address, pasted = st.tabs(["Files", "Addresses", "Pasted text"])
    with files:
        _files(bench)
    with address:
        _addresses(bench)
    with pasted:
        _pasted(bench)
    if not runtime.reviewer():
        st.caption("First type your name into “Your name” in the sidebar: it stands beside everything you bring in.")


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


def _addresses(bench: Workbench) -> None:
    st.text_area(
        "Addresses of articles, one a line",
        key="article_url",
        height=100,
        placeholder="https://…",
        persist_state="session",
    )
    _find("Find claims", "find_address", _bring_addresses, bench)


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
    if len(chosen) == 1:
        _open(bench, chosen[0].name, lambda: bench.articles.read_file(chosen[0].getvalue(), chosen[0].name))
    elif not _queue(bench, [(file.name, file.getvalue()) for file in chosen], []):
        return
    # A new uploader, so that the same files are not brought in twice.
    st.session_state["article_round"] = st.session_state.get("article_round", 0) + 1


def _bring_addresses(bench: Workbench) -> None:
    given = str(st.session_state.get("article_url") or "").split()
    if not _signed():
        return
    if not given:
        runtime.notify("error", "Type the address of an article first.")
        return
    if wrong := [url for url in given if not url.startswith(("http://", "https://"))]:
        fault = f"“{shorten(wrong[0], 80)}” is no web address. It begins with http:// or https://. Nothing was read."
        runtime.notify("error", fault)
        return
    one = len(given) == 1
    if _open(bench, given[0], lambda: bench.articles.read_url(given[0])) if one else _queue(bench, [], given):
        st.session_state["article_url"] = ""


def _bring_pasted(bench: Workbench) -> None:
    if not _signed():
        return
    typed = {name: str(st.session_state.get(name) or "").strip() for name in PASTED}
    if _open(bench, typed["paste_title"] or "Pasted text", lambda: _from_paste(bench, typed)):
        for name in PASTED:
            st.session_state[name] = ""


def _from_paste(bench: Workbench, typed: dict[str, str]) -> Article:
    if not typed["paste_text"]:
        raise InvalidValue("There is no text.", "Paste the article into the large field.")
    check_address(typed["paste_url"])
    published = read_day(typed["paste_date"], "The date of publication")[0]
    article = bench.articles.read_text(typed["paste_text"], typed["paste_title"])
    given = {"source_name": typed["paste_outlet"], "source_url": typed["paste_url"], "published": published}
    return replace(article, **{name: value for name, value in given.items() if value})


def _queue(bench: Workbench, files: list[tuple[str, bytes]], addresses: list[str]) -> bool:
    """Several are read beside the pages, so that a reviewer can begin with the first."""
    count = len(files) + len(addresses)
    done = f"{count} articles are being read. Begin with the first as soon as it is listed."
    return runtime.attempt(bench.reading.add, files, addresses, runtime.reviewer(), done=done)


def _open(bench: Workbench, name: str, read: Callable[[], Article]) -> bool:
    """One text in, and on to where it stands now; a fault is told by name."""
    try:
        with st.spinner("Reading, and finding claims …"):
            brought = bench.articles.bring(read(), runtime.reviewer())
    except FactcheckError as error:
        runtime.notify("error", f"{name}: {error}")
        return False
    title = f"“{shorten(brought.title, 80)}”"
    if brought.state is EntryState.OPEN:
        runtime.notify("info", f"{title} waits as a draft already; here it is.")
    elif brought.state is EntryState.STORED:
        runtime.notify("info", f"{title} is in the project already; here it is.")
    place = "article" if brought.state is EntryState.STORED else "draft"
    st.query_params.from_dict({"project": bench.project, place: str(brought.number)})
    return True


def _signed() -> bool:
    if runtime.reviewer():
        return True
    runtime.notify("error", "Say who you are first: the field “Your name” in the sidebar. Nothing was lost.")
    return False
