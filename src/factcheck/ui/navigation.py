"""The pages in the order of the work, and how one leads to another."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

PAGES = Path(__file__).parent / "pages"
ICON = Path(__file__).parent / "icon.png"
"""A file of ours: the browser would fetch a named icon from an outside server."""

COMPARE = PAGES / "compare.py"
REVIEW = PAGES / "review.py"
TOPICS = PAGES / "topics.py"
CLAIMANTS = PAGES / "claimants.py"
ARTICLES = PAGES / "articles.py"
FILES = PAGES / "files.py"
REPORTS = PAGES / "reports.py"
HISTORY = PAGES / "history.py"


def pages() -> dict[str, list[st.Page]]:
    """Every page by section, as `st.navigation` wants them."""
    return {
        "Judge": [
            st.Page(COMPARE, title="Compare", icon=":material/compare_arrows:", default=True),
            st.Page(REVIEW, title="Verdicts", icon=":material/gavel:"),
            st.Page(TOPICS, title="Topics", icon=":material/category:"),
            st.Page(CLAIMANTS, title="Claimants", icon=":material/groups:"),
        ],
        "Bring in": [
            st.Page(ARTICLES, title="Articles", icon=":material/article:"),
            st.Page(FILES, title="Claim files", icon=":material/upload_file:"),
        ],
        "Hand out": [
            st.Page(REPORTS, title="Reports", icon=":material/download:"),
            st.Page(HISTORY, title="History", icon=":material/history:"),
        ],
    }


def go(page: Path, **where: str) -> None:
    """Leave for another page; `where` becomes its address, so that it can be shared."""
    st.switch_page(page, query_params={"project": st.session_state["project"], **where})


def link(page: Path, label: str, icon: str | None = None, **where: str) -> None:
    """A link to a page at an address of its own."""
    st.page_link(page, label=label, icon=icon, query_params={"project": st.session_state["project"], **where})
