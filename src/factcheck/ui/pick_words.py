"""Words selected with the mouse in the article → the quote field of the open form."""

from __future__ import annotations

import streamlit as st

_HTML = '<button type="button">Take the words selected in the article</button> <span role="status"></span>'

_CSS = """
button {font: inherit; font-size: .9rem; color: inherit; background: transparent; padding: .3rem .7rem; cursor: pointer;
  border: 1px dashed rgba(128,128,128,.7); border-radius: .5rem;}
button:hover, button:focus-visible {border-color: var(--st-primary-color); color: var(--st-primary-color);}
span {font-size: .85rem;}
"""

_TAKE = """
export default function ({ parentElement, setTriggerValue }) {
  const button = parentElement.querySelector("button"), answer = parentElement.querySelector("span");
  const element = node => (node.nodeType === 3 ? node.parentElement : node);
  // A press would otherwise clear the selection before the click.
  button.onmousedown = event => event.preventDefault();
  button.onclick = () => {
    const chosen = document.getSelection();
    const range = chosen && chosen.rangeCount ? chosen.getRangeAt(0) : null;
    const words = range ? chosen.toString().trim() : "";
    const inside = range && [range.startContainer, range.endContainer].every(
      node => element(node) && element(node).closest(".fc-article"));
    answer.textContent = words && inside ? "" : "Select some words in the article first.";
    if (!words || !inside) return;
    const stretch = element(range.startContainer).closest("[data-at]");
    setTriggerValue("words", { text: words, near: stretch ? Number(stretch.dataset.at) + range.startOffset : 0 });
  };
}
"""


def offer(quote_key: str, near_key: str) -> None:
    """A button that puts what is selected in the article into the field `quote_key`, its place into `near_key`."""
    taker = st.components.v2.component("pick_words", html=_HTML, css=_CSS, js=_TAKE)
    key = f"pick_{quote_key}"
    taker(key=key, on_words_change=lambda: _take(key, quote_key, near_key))


def _take(key: str, quote_key: str, near_key: str) -> None:
    words = (st.session_state.get(key) or {}).get("words") or {}
    if isinstance(words.get("text"), str) and words["text"].strip():
        st.session_state[quote_key] = words["text"].strip()
        st.session_state[near_key] = int(words.get("near") or 0)
