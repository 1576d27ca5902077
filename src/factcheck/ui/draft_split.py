"""One claim into two, at the word that the reviewer presses."""

from __future__ import annotations

from typing import Any

import streamlit as st

from factcheck.ui import draft_cut, draft_form, half_typed
from factcheck.ui.draft_wording import propose_split

FIELDS = ("first", "second")

_CSS = """
.fc-cut {line-height: 2;}
.fc-cut button {font: inherit; color: inherit; background: none; border: 0; border-left: 3px solid transparent;
  padding: 0 .22em; margin: 0; cursor: pointer;}
.fc-cut button:hover, .fc-cut button:focus-visible {border-left-color: #b3261e; background: rgba(179,38,30,.12);
  outline: none;}
.fc-cut button:disabled {cursor: default; background: none; border-left-color: transparent;}
"""

_JS = """
export default function ({ parentElement, data, setTriggerValue }) {
  const line = parentElement.querySelector(".fc-cut");
  line.replaceChildren(...data.words.map((word, place) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = word;
    button.disabled = place === 0;
    button.ariaLabel = place ? "Cut before " + word : word;
    button.onclick = () => setTriggerValue("cut", place);
    return button;
  }));
  line.onkeydown = event => {
    const step = { ArrowRight: "nextElementSibling", ArrowLeft: "previousElementSibling" }[event.key];
    const other = step && document.activeElement[step];
    if (other && !other.disabled) { event.preventDefault(); other.focus(); }
  };
}
"""


def show(form: draft_form.Form) -> None:
    """The claim's words to press, and the two halves to correct."""
    draft_form.fault(form)
    form.start(dict(zip(FIELDS, propose_split(form.claim.claim_text), strict=True)))
    st.caption("Press the word before which to cut (arrow keys and Enter do too); correct the halves if need be.")
    _words(form)
    with st.form(f"split_{form.key}", border=False):
        st.text_area("First claim", key=form.field("first"), height=80)
        st.text_area("Second claim", key=form.field("second"), height=80)
        st.caption("Both keep claimant, date and the rest. Each gets its own place in the article.")
        with st.container(horizontal=True):
            st.form_submit_button(
                "Split in two", type="primary", key=form.field("halve"), on_click=_split, args=(form,)
            )
            st.form_submit_button("Cancel", key=form.field("cancel"), shortcut="Esc", on_click=form.close)
    half_typed.watch(form.field(""), FIELDS, lambda typed: form.keep({**typed, "action": "split"}))


def _words(form: draft_form.Form) -> None:
    key = f"cut_{form.key}"
    component = st.components.v2.component(
        "cut_claim", html='<div class="fc-cut"></div>', css=_CSS, js=_JS, isolate_styles=False
    )
    component(
        key=key,
        data={"words": draft_cut.words_of(form.claim.claim_text)},
        on_cut_change=lambda: _cut(form, (st.session_state.get(key) or {}).get("cut")),
    )


def _cut(form: draft_form.Form, word: Any) -> None:
    if isinstance(word, int):
        first, second = draft_cut.cut_before(form.claim.claim_text, word)
        form.fill(first=first, second=second, action="split")


def _split(form: draft_form.Form) -> None:
    parts = (form.typed("first"), form.typed("second"))
    form.write(lambda: draft_cut.halves(form.claim, *parts), "Split into two claims")
