"""The claim in hand with what can be done to it, and the list of all claims of a draft."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING, Any

import streamlit as st

from factcheck.model import AttributedClaim, Draft, Modality
from factcheck.ui import cards, draft_change, draft_cut, draft_place
from factcheck.ui.article_marks import ANCHOR, claimants, hue
from factcheck.ui.literal import literal

if TYPE_CHECKING:
    from factcheck.ui.draft_form import Form

STYLE = """
<style>
.fc-item {border: 1px solid rgba(128,128,128,.35); border-left: 5px var(--fc-line, solid) rgb(var(--fc));
  border-radius: 6px; padding: .4rem .7rem; margin-bottom: .45rem; overflow-wrap: anywhere;}
.fc-item.fc-current {background: rgba(255,196,0,.16);}
.fc-item .fc-say {font-size: .98rem; margin: .15rem 0; line-height: 1.35;}
</style>
"""


def show(form: Form, order: list[int], keys: list[str], plain: bool) -> None:
    """The claim that the reviewer is at; with its buttons while no form is open (`plain`)."""
    draft, at = form.draft, form.at or 0
    looked = sum(draft_change.name_of(claim) in draft.accepted for claim in draft.claims)
    st.caption(f"Claim {at + 1} of {len(draft.claims)} · {looked} accepted")
    who = claimants([claim.claim_author_name for claim in draft.claims])[at]
    st.html(
        f'{cards.STYLE}<div id="{ANCHOR}{at + 1}">{_said(draft.claims[at], at + 1, who, _tags(draft, keys, at))}</div>'
    )
    if plain:
        _first_row(form, order, keys)
        _second_row(form, order, keys)


def listed(draft: Draft, keys: list[str], order: list[int], current: int | None) -> str:
    """All claims as HTML, each to be pressed."""
    who = claimants([claim.claim_author_name for claim in draft.claims])
    items = [
        f'<div class="fc-item {hue(who[at])}{" fc-current" if at == current else ""}" data-claim="{at + 1}">'
        f"{_said(draft.claims[at], at + 1, who[at], _tags(draft, keys, at))}</div>"
        for at in order
    ]
    return f"{cards.STYLE}{STYLE}{''.join(items)}"


def add_button(draft: Draft) -> None:
    _button("Add", "I", "add", draft_place.open_form, draft.id, "add")


def _said(claim: AttributedClaim, number: int, who: int, tags: list[str]) -> str:
    """One claim as HTML: its number, who said it how and when, and what is claimed."""
    score = claim.check_worthiness
    how = [
        claim.cue,
        claim.claim_date or "date unknown",
        claim.modality if claim.modality is not Modality.ASSERTED else "",
        f"via {' › '.join(claim.attribution_chain)}" if claim.attribution_chain else "",
        "" if score is None else f"check-worthy {score:.0%}",
    ]
    name = escape(claim.claim_author_name) or "<em>Unknown claimant</em>"
    marks = "".join(f' <span class="fc-tag">{escape(tag)}</span>' for tag in tags)
    return (
        f'<span class="fc-number {hue(who)}">{number}</span><span class="fc-who">{name}</span>{marks}'
        f'<div class="fc-say">{escape(claim.claim_text)}</div>'
        f'<div class="fc-meta">{escape(" · ".join(filter(None, how)))}</div>'
    )


def _tags(draft: Draft, keys: list[str], at: int) -> list[str]:
    accepted = draft_change.name_of(draft.claims[at]) in draft.accepted
    return [*(["✓ accepted"] if accepted else []), *(["✎ unfinished"] if keys[at] in draft.typed else [])]


def _first_row(form: Form, order: list[int], keys: list[str]) -> None:
    draft, at = form.draft, form.at or 0
    on, back = _beside(order, at, 1), _beside(order, at, -1)
    with st.container(horizontal=True, gap="xsmall"):
        _button(
            "Accept",
            "A",
            "accept",
            draft_change.accept,
            form.bench,
            draft,
            at,
            keys[_fresh(draft, order, at)],
            kind="primary",
        )
        _button("Edit", "E", "edit", draft_place.open_form, draft.id, "edit", form.key)
        stay = keys[on] if on != at else keys[back]
        _button("Drop", "D", "drop", draft_change.drop, form.bench, draft, at, stay)
        _button("Next", "N", "next", draft_place.go, draft.id, keys[on], off=on == at)


def _second_row(form: Form, order: list[int], keys: list[str]) -> None:
    draft, at = form.draft, form.at or 0
    other, back = draft_cut.neighbour(draft.claims, at), _beside(order, at, -1)
    with st.container(horizontal=True, gap="xsmall"):
        _button("Split", "S", "split", draft_place.open_form, draft.id, "split", form.key)
        with_number = "" if other is None else f" with {other + 1}"
        help_text = "Only with a neighbouring claim of the same claimant." if other is None else None
        _button(
            f"Merge{with_number}",
            "M",
            "merge",
            draft_change.merge,
            form.bench,
            draft,
            at,
            other,
            off=other is None,
            help_text=help_text,
        )
        _button("Back", "B", "back", draft_place.go, draft.id, keys[back], off=back == at)
        add_button(draft)


def undo_button(form: Form) -> None:
    """The way back from the last change, named."""
    step = draft_change.last_step(form.draft)
    label = f"Undo: {literal(step.said, 60)}" if step else "Undo"
    _button(label, "U", "undo", draft_change.undo, form.bench, form.draft, off=step is None)


def _fresh(draft: Draft, order: list[int], at: int) -> int:
    """The next claim that nobody has accepted, from here to the end and then from the beginning; else this one."""
    place = order.index(at)
    rest = [*order[place + 1 :], *order[:place]]
    return next((n for n in rest if draft_change.name_of(draft.claims[n]) not in draft.accepted), at)


def _beside(order: list[int], at: int, step: int) -> int:
    place = order.index(at) + step
    return order[place] if 0 <= place < len(order) else at


def _button(
    label: str,
    key: str,
    name: str,
    action: Callable[..., None],
    *args: Any,
    kind: Any = "secondary",
    off: bool = False,
    help_text: str | None = None,
) -> None:
    st.button(
        label,
        key=f"claim_{name}",
        type=kind,
        disabled=off,
        help=help_text,
        shortcut=key,
        on_click=action,
        args=args,
    )
