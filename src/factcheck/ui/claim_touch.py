"""HTML with claims in it that answers to the reader: press a claim to open it, select words to take them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

_HTML = '<div class="fc-touch"></div><button type="button" class="fc-take" hidden></button>'

_CSS = """
.fc-take {position: fixed; z-index: 1000; font: inherit; font-weight: 600; color: #fff; background: #1f5fbf;
  padding: .35rem .8rem; border: 0; border-radius: .5rem; cursor: pointer; box-shadow: 0 2px 8px rgba(0,0,0,.35);}
.fc-take[hidden] {display: none;}
"""

_JS = """
export default function ({ parentElement, data, setTriggerValue }) {
  const root = parentElement.querySelector(".fc-touch"), take = parentElement.querySelector(".fc-take");
  if (root.shown !== data.html) {
    // Everything in it was escaped where it was made.
    root.innerHTML = data.html;
    root.shown = data.html;
    root.querySelectorAll("[data-claim]").forEach(claim => { claim.tabIndex = 0; claim.role = "button"; });
  }
  if (root.current !== data.current) {
    root.current = data.current;
    bringIntoSight(root.querySelector(".fc-current"));
  }
  const open = event => {
    const claim = event.target.closest("[data-claim]");
    if (!claim) return;
    event.preventDefault();
    setTriggerValue("opened", Number(claim.dataset.claim));
  };
  root.onclick = event => { if (!selection(root)) open(event); };
  root.onkeydown = event => { if (event.key === "Enter" || event.key === " ") open(event); };

  const offer = () => {
    const range = data.take && selection(root);
    take.hidden = !range;
    if (!range) return;
    const boxes = range.getClientRects(), end = boxes[boxes.length - 1] || range.getBoundingClientRect();
    take.textContent = data.take;
    take.style.top = Math.min(end.bottom + 6, window.innerHeight - 50) + "px";
    take.style.left = Math.max(8, Math.min(end.right - 60, window.innerWidth - 280)) + "px";
  };
  // A press would otherwise clear the selection before the click.
  take.onmousedown = event => event.preventDefault();
  take.onclick = () => {
    const range = selection(root);
    if (!range) return;
    const article = root.querySelector(".fc-article");
    const words = { start: before(article, range.startContainer, range.startOffset),
      end: before(article, range.endContainer, range.endOffset), text: wording(range.cloneContents()) };
    document.getSelection().removeAllRanges();
    take.hidden = true;
    setTriggerValue("taken", words);
  };
  root.off?.();
  const hide = () => { take.hidden = true; };
  document.addEventListener("selectionchange", offer);
  document.addEventListener("scroll", hide, true);
  root.off = () => {
    document.removeEventListener("selectionchange", offer);
    document.removeEventListener("scroll", hide, true);
  };
  return root.off;
}

function selection(root) {
  const chosen = document.getSelection(), article = root.querySelector(".fc-article");
  if (!article || !chosen || chosen.isCollapsed || !chosen.rangeCount) return null;
  const range = chosen.getRangeAt(0);
  const inside = article.contains(range.startContainer) && article.contains(range.endContainer);
  return inside && wording(range.cloneContents()).trim() ? range : null;
}

function wording(part) {
  part.querySelectorAll(".fc-number").forEach(number => number.remove());
  return part.textContent;
}

/* How many characters of the article stand before a place: whole characters, as Python counts them. */
function before(article, node, offset) {
  const range = document.createRange();
  range.setStart(article, 0);
  range.setEnd(node, offset);
  return [...wording(range.cloneContents())].length;
}

/* Scroll the pane that it stands in, and nothing else. */
function bringIntoSight(found) {
  let pane = found && found.parentElement;
  while (pane && !(pane.scrollHeight > pane.clientHeight && /auto|scroll/.test(getComputedStyle(pane).overflowY)))
    pane = pane.parentElement;
  if (!pane || pane.tagName === "SECTION" || pane === document.documentElement) return;
  const box = found.getBoundingClientRect(), frame = pane.getBoundingClientRect();
  if (box.top < frame.top || box.bottom > frame.bottom) pane.scrollTop += box.top - frame.top - pane.clientHeight / 3;
}
"""


def show(
    html: str,
    *,
    key: str,
    current: int,
    opened: Callable[[int], None],
    taken: Callable[[int, int, str], None] | None = None,
    take: str = "",
) -> None:
    """Draw `html`, whose texts must be escaped already.

    `opened` gets the number of the claim that was pressed; `taken` the place (start, end) and the words that were
    selected and taken with the button labelled `take`. The claim with the class `fc-current` is scrolled into sight.
    """
    component = st.components.v2.component("claim_touch", html=_HTML, css=_CSS, js=_JS, isolate_styles=False)
    component(
        key=key,
        data={"html": html, "current": current, "take": take},
        on_opened_change=lambda: _opened(_sent(key, "opened"), opened),
        on_taken_change=lambda: _taken(_sent(key, "taken"), taken),
    )


def _sent(key: str, name: str) -> Any:
    return (st.session_state.get(key) or {}).get(name)


def _opened(number: Any, act: Callable[[int], None]) -> None:
    if isinstance(number, int):
        act(number)


def _taken(words: Any, act: Callable[[int, int, str], None] | None) -> None:
    """What a browser sends is checked before it is believed."""
    if not act or not isinstance(words, dict):
        return
    start, end, text = words.get("start"), words.get("end"), words.get("text")
    if isinstance(start, int) and isinstance(end, int) and isinstance(text, str) and text.strip():
        act(start, end, text)
