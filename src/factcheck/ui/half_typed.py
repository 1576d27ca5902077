"""What is being typed, sent a moment after each pause: a reload in the middle of a sentence loses nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

_JS = """
export default function ({ parentElement, data, setTriggerValue }) {
  const box = name => document.querySelector(".st-key-" + CSS.escape(data.prefix + name));
  const typed = () => {
    const found = {};
    for (const name of data.fields) {
      const field = box(name)?.querySelector("textarea, input");
      if (field) found[name] = field.value;
    }
    return found;
  };
  /* The field is on its way to the page; whoever has put the cursor elsewhere keeps it there. */
  const focus = tries => {
    const field = box(data.focus)?.querySelector("textarea, input");
    if (field && !["INPUT", "TEXTAREA"].includes(document.activeElement.tagName)) field.focus();
    else if (!field && tries) setTimeout(focus, 100, tries - 1);
  };
  if (data.focus && !parentElement.begun) focus(20);
  parentElement.begun = true;
  parentElement.off?.();
  let timer = 0, sent = JSON.stringify(typed());
  const send = () => {
    clearTimeout(timer);
    timer = 0;
    const now = typed();
    if (JSON.stringify(now) === sent) return;
    sent = JSON.stringify(now);
    setTriggerValue("typed", now);
  };
  const later = event => {
    if (!data.fields.some(name => box(name)?.contains(event.target))) return;
    clearTimeout(timer);
    timer = setTimeout(send, 500);
  };
  const now = () => { if (timer) send(); };
  document.addEventListener("input", later, true);
  document.addEventListener("focusout", now, true);
  window.addEventListener("pagehide", now);
  parentElement.off = () => {
    clearTimeout(timer);
    document.removeEventListener("input", later, true);
    document.removeEventListener("focusout", now, true);
    window.removeEventListener("pagehide", now);
  };
  return parentElement.off;
}
"""


def watch(prefix: str, fields: Sequence[str], keep: Callable[[dict[str, str]], None], focus: str = "") -> None:
    """Call `keep` with what stands in the fields whose widgets have the keys `prefix` + name, while they are typed in.

    The rest of the page is not drawn again for it. The cursor begins in the field `focus`.
    """
    st.fragment(_watch)(prefix, tuple(fields), keep, focus)


def _watch(prefix: str, fields: Sequence[str], keep: Callable[[dict[str, str]], None], focus: str) -> None:
    key = f"watch_{prefix}"
    component = st.components.v2.component("half_typed", html="<span></span>", js=_JS)
    component(
        key=key,
        data={"prefix": prefix, "fields": list(fields), "focus": focus},
        on_typed_change=lambda: _typed((st.session_state.get(key) or {}).get("typed"), fields, keep),
    )


def _typed(sent: Any, fields: Sequence[str], keep: Callable[[dict[str, str]], None]) -> None:
    if isinstance(sent, dict):
        keep({name: text for name, text in sent.items() if name in fields and isinstance(text, str)})
