"""A draft's text with its claims marked, beside it the claim in hand and the list of all."""

from __future__ import annotations

import streamlit as st

from factcheck.model import Draft
from factcheck.ui import claim_touch, draft_cards, draft_change, draft_cut, draft_form, draft_place, draft_split
from factcheck.ui.article_marks import PANE, Mark, article_html, claimants, legend, tooltip
from factcheck.ui.draft_place import Order
from factcheck.workbench import Workbench

LIST = 380
"""Height in pixels of the list of claims, below the claim in hand."""


def show(bench: Workbench, draft: Draft) -> None:
    keys = draft_change.claim_keys(draft)
    names = [draft_change.name_of(claim) for claim in draft.claims]
    order = draft_place.ordered(draft.claims, _order(draft))
    at = draft_place.current(draft, keys, names, order)
    form = draft_form.Form(bench, draft, draft_place.new_key(draft.id) if at is None else keys[at], at)
    action = draft_place.opened(draft, form.key)
    if action == "add":
        form = draft_form.Form(bench, draft, draft_place.new_key(draft.id))
    left, right = st.columns(2, gap="medium")
    with left:
        _text(bench, draft, keys, form, action)
    with right:
        _in_hand(form, action, order, keys)
        _list(draft, keys, order, at)


def open_or_unfinished(draft: Draft) -> str:
    """What stands open in the draft and would be lost by saving it, in words; "" when nothing does."""
    keys = draft_change.claim_keys(draft)
    open_now = any(draft_place.opened(draft, key) for key in [draft_place.new_key(draft.id), *keys])
    return draft_place.unfinished(draft, keys) or ("the form that is open" if open_now else "")


def _order(draft: Draft) -> Order:
    """The order the reviewer chose; there is a choice only where something was scored."""
    if all(claim.check_worthiness is None for claim in draft.claims):
        return Order.TEXT
    return Order(st.session_state.get("claim_order") or Order.TEXT)


def _text(bench: Workbench, draft: Draft, keys: list[str], form: draft_form.Form, action: str) -> None:
    who = claimants([claim.claim_author_name for claim in draft.claims])
    marks = [
        Mark(number, claim.start, claim.end, tooltip(claim.claim_author_name, claim.claim_text), who[number - 1])
        for number, claim in enumerate(draft.claims, start=1)
    ]
    number = 0 if form.at is None else form.at + 1
    shown = legend([claim.claim_author_name for claim in draft.claims])
    with st.container(height=PANE):
        claim_touch.show(
            shown + article_html(draft.article.text, marks, number),
            key=f"text_{draft.id}",
            current=number,
            opened=lambda pressed: _edit(draft, keys, pressed),
            taken=lambda start, end, words: _take(form, action, start, end, words),
            take="Use these words" if action in ("edit", "add") else "Add as a claim",
        )
    st.caption("Press a mark to correct its claim. Select words to add a claim, or press I and type them.")


def _edit(draft: Draft, keys: list[str], pressed: int) -> None:
    if 0 < pressed <= len(keys):
        draft_place.open_form(draft.id, "edit", keys[pressed - 1])


def _take(form: draft_form.Form, action: str, start: int, end: int, words: str) -> None:
    """Words selected in the article: for the form that is open, else for a new claim."""
    if action not in ("edit", "add"):
        form = draft_form.Form(form.bench, form.draft, draft_place.new_key(form.draft.id))
        draft_place.open_form(form.draft.id, "add")
    span = draft_cut.taken(form.draft.article.text, start, end, words)
    if span:
        form.fill(quote=form.draft.article.text[slice(*span)], near=str(span[0]))


def _in_hand(form: draft_form.Form, action: str, order: list[int], keys: list[str]) -> None:
    with st.container(border=True, key="claim_in_hand", gap="small"):
        if action == "add":
            st.markdown("**New claim**")
            draft_form.show(form)
        elif form.at is None:
            st.info("No claim was found in this text. Select words in the article to add one, or press I.")
            draft_cards.add_button(form.draft)
        else:
            draft_cards.show(form, order, keys, plain=not action)
            if action == "edit":
                draft_form.show(form)
            elif action == "split":
                draft_split.show(form)
        if not action:
            draft_cards.undo_button(form)


def _list(draft: Draft, keys: list[str], order: list[int], at: int | None) -> None:
    if not draft.claims:
        return
    if any(claim.check_worthiness is not None for claim in draft.claims):
        st.segmented_control(
            "Order of the claims",
            list(Order),
            default=None if "claim_order" in st.session_state else Order.TEXT,
            required=True,
            key="claim_order",
            persist_state="session",
            label_visibility="collapsed",
        )
    with st.container(height=LIST):
        claim_touch.show(
            draft_cards.listed(draft, keys, order, at),
            key=f"list_{draft.id}",
            current=0 if at is None else at + 1,
            opened=lambda pressed: draft_place.go(draft.id, keys[pressed - 1]) if 0 < pressed <= len(keys) else None,
        )
