"""The reviewer's name: asked once, remembered by the browser, signed under every verdict."""

from __future__ import annotations

from urllib.parse import quote, unquote

import streamlit as st

COOKIE = "factcheck_reviewer"

_REMEMBER = """
export default function ({ data }) {
  document.cookie = data.cookie + "; path=/; max-age=31536000; SameSite=Strict";
}
"""


def recall() -> None:
    """Take the name from the browser at the start of a visit."""
    if "reviewer" not in st.session_state:
        st.session_state["reviewer"] = unquote(st.context.cookies.get(COOKIE, ""))


def ask() -> None:
    """The field for the name, in the sidebar; what is typed is remembered for a year."""
    st.text_input(
        "Your name",
        key="reviewer_field",
        value=st.session_state["reviewer"],
        max_chars=200,
        placeholder="Signed under every verdict",
        help="Stands beside every verdict and decision in the history. This browser remembers it.",
        on_change=_take,
    )
    if st.session_state["reviewer"]:
        _remember(st.session_state["reviewer"])


def _take() -> None:
    st.session_state["reviewer"] = st.session_state["reviewer_field"].strip()


def _remember(name: str) -> None:
    keeper = st.components.v2.component("remember_reviewer", html="<span></span>", js=_REMEMBER)
    keeper(data={"cookie": f"{COOKIE}={quote(name)}"}, key="remember_reviewer")
