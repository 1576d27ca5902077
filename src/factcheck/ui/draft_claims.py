"""A draft's claims beside its text: each a card to edit, split or drop."""

from __future__ import annotations

from html import escape

import streamlit as st

from factcheck.model import AttributedClaim, Draft, Modality
from factcheck.ui import cards, draft_change, draft_form
from factcheck.ui.article_marks import ANCHOR, PANE, Mark, article_html, tooltip
from factcheck.workbench import Workbench


def show(bench: Workbench, draft: Draft) -> None:
    left, right = st.columns([6, 5], gap="medium")
    keys = draft_change.claim_keys(draft)
    action, key = draft_change.opened(draft)
    current = keys.index(key) + 1 if key in keys else 0
    with left, st.container(height=PANE):
        st.html(article_html(draft.article.text, _marks(draft), current))
    with right, st.container(height=PANE):
        _add(bench, draft, action)
        for at, claim in enumerate(draft.claims):
            with st.container(border=True):
                st.html(card(claim, at + 1))
                form = draft_form.Form(bench, draft, keys[at], at)
                if action == "edit" and keys[at] == key:
                    draft_form.show_edit(form)
                elif action == "split" and keys[at] == key:
                    draft_form.show_split(form)
                else:
                    _buttons(form, busy=bool(action))


def card(claim: AttributedClaim, number: int) -> str:
    """One claim as HTML: its number, who said it how and when, and what is claimed."""
    how = [
        claim.cue,
        claim.claim_date or "date unknown",
        claim.modality if claim.modality is not Modality.ASSERTED else "",
        f"via {' › '.join(claim.attribution_chain)}" if claim.attribution_chain else "",
    ]
    who = escape(claim.claim_author_name) or "<em>Unknown claimant</em>"
    return (
        f'{cards.STYLE}<div id="{ANCHOR}{number}"><span class="fc-number">{number}</span>'
        f'<span class="fc-who">{who}</span>'
        f'<div class="fc-say">{escape(claim.claim_text)}</div>'
        f'<div class="fc-meta">{escape(" · ".join(filter(None, how)))}</div></div>'
    )


def _marks(draft: Draft) -> list[Mark]:
    return [
        Mark(number, claim.start, claim.end, tooltip(claim.claim_author_name, claim.claim_text))
        for number, claim in enumerate(draft.claims, start=1)
    ]


def _add(bench: Workbench, draft: Draft, action: str) -> None:
    if action == "add":
        with st.container(border=True):
            st.markdown("**New claim**")
            draft_form.show_edit(draft_form.add_form(bench, draft))
        return
    if not draft.claims:
        st.info("No claim was found in this text. Add one: press “Add claim” and select its words in the article.")
    st.button(
        "Add claim",
        key=f"add_{draft.id}",
        icon=":material/add:",
        width="stretch",
        disabled=bool(action),
        on_click=draft_change.open_form,
        args=(draft.id, "add"),
    )


def _buttons(form: draft_form.Form, busy: bool) -> None:
    """`busy` while another claim is being worked on: opening a second form would lose what is typed there."""
    with st.container(horizontal=True, gap="small"):
        for action, label, icon in (("edit", "Edit", ":material/edit:"), ("split", "Split", ":material/call_split:")):
            st.button(
                label,
                key=f"{action}_{form.key}",
                icon=icon,
                disabled=busy,
                on_click=draft_change.open_form,
                args=(form.draft.id, action, form.key),
            )
        st.button(
            "Drop",
            key=f"drop_{form.key}",
            icon=":material/delete:",
            on_click=draft_change.drop,
            args=(form.bench, form.draft, form.at),
        )
