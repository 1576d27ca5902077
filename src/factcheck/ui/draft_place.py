"""Where a reviewer is in a draft: which claim, which form, in which order. A reload goes on where they stopped."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import streamlit as st

from factcheck.model import AttributedClaim, Draft
from factcheck.workbench.check_worthiness import rank


class Order(StrEnum):
    TEXT = "As in the text"
    WORTH = "Most check-worthy first"


def ordered(claims: Sequence[AttributedClaim], order: Order) -> list[int]:
    """The claims' numbers, from 0, in the order to be shown; none is left out. What has no score comes last."""
    numbers = range(len(claims))
    if order is Order.TEXT:
        return list(numbers)
    return sorted(numbers, key=lambda at: rank(claims[at]), reverse=True)


def current(draft: Draft, keys: Sequence[str], names: Sequence[str], order: Sequence[int]) -> int | None:
    """The claim the reviewer is at: where they went, else one with a half-filled form, else the first not accepted."""
    draft_id, key = st.session_state.get("draft_at", (0, ""))
    if draft_id == draft.id and key in keys:
        return keys.index(key)
    begun = [at for at in order if keys[at] in draft.typed]
    fresh = [at for at in order if names[at] not in draft.accepted]
    return next(iter([*begun, *fresh, *order]), None)


def go(draft_id: int, key: str) -> None:
    """Go to a claim; the form that was open closes, and what was typed in it waits."""
    st.session_state["draft_at"] = (draft_id, key)
    close_form()


def unfinished(draft: Draft, keys: Sequence[str]) -> str:
    """Which claims have a half-filled form, in words; "" when none has."""
    begun = [f"claim {at}" for at, key in enumerate(keys, start=1) if key in draft.typed]
    return ", ".join([*begun, *(["the new claim"] if new_key(draft.id) in draft.typed else [])])


def opened(draft: Draft, key: str) -> str:
    """The form open at the claim with this key, or at the new one: "edit", "split", "add" or ""."""
    draft_id, action, at = st.session_state.get("draft_action", (0, "", ""))
    if draft_id == draft.id and (action == "add" or at == key):
        return str(action)
    first_look = st.session_state.get("draft_at", (0, ""))[0] != draft.id
    if first_look and new_key(draft.id) in draft.typed:
        return "add"
    begun = draft.typed.get(key)
    return str(begun.get("action", "edit")) if begun else ""


def new_key(draft_id: int) -> str:
    """The key of the claim that is to be added."""
    return f"{draft_id}_new"


def open_form(draft_id: int, action: str, key: str = "") -> None:
    st.session_state["draft_action"] = (draft_id, action, key)
    if action != "add":
        st.session_state["draft_at"] = (draft_id, key)


def close_form() -> None:
    st.session_state.pop("draft_action", None)
