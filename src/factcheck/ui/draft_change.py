"""A draft as it was shown and one change to it → the changed draft stored, or a message why not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import streamlit as st

from factcheck.errors import FactcheckError
from factcheck.model import AttributedClaim, Draft
from factcheck.text.normalise import sha256_of, shorten
from factcheck.ui import runtime
from factcheck.workbench import Workbench

Dropped = tuple[int, AttributedClaim]
"""A draft's id and the claim last taken out of it, so that it can be put back."""


def claim_keys(draft: Draft) -> list[str]:
    """A name for each claim that stays its own when others are added or dropped."""
    keys: list[str] = []
    for claim in draft.claims:
        said = sha256_of(f"{claim.claim_text}\n{claim.claim_author_name}")[:10]
        key = f"{draft.id}_{claim.start}_{claim.end}_{said}"
        repeated = sum(other.startswith(key) for other in keys)
        keys.append(f"{key}_{repeated}" if repeated else key)
    return keys


def opened(draft: Draft) -> tuple[str, str]:
    """What is being done to which claim of this draft: ("edit" | "split" | "add" | "", claim key)."""
    draft_id, action, key = st.session_state.get("draft_action", (0, "", ""))
    there = draft_id == draft.id and (action == "add" or key in claim_keys(draft))
    return (action, key) if there else ("", "")


def open_form(draft_id: int, action: str, key: str = "") -> None:
    st.session_state["draft_action"] = (draft_id, action, key)


def close_form() -> None:
    st.session_state.pop("draft_action", None)


def newest(bench: Workbench, draft: Draft) -> Draft:
    """The draft as it was shown, with what this tab itself has changed since.

    Leaving a field by pressing a button sends both at once, and both still hold the draft as shown.
    """
    own: tuple[int, int, int] | None = st.session_state.get("own_change")
    if own is None or own[:2] != (draft.id, draft.version):
        return draft
    stored = bench.articles.draft(draft.id)
    return stored if stored.version == own[2] else draft


def remember_own(shown: Draft, version: int) -> None:
    """Say that the draft as shown became `version` by what was done in this tab."""
    st.session_state["own_change"] = (shown.id, shown.version, version)


def put(bench: Workbench, draft: Draft, claims: Iterable[AttributedClaim], done: str) -> bool:
    """Store other claims for the draft, if its claims are still those that were shown."""
    return runtime.attempt(_put, bench, draft, tuple(claims), done=done)


def _put(bench: Workbench, draft: Draft, claims: tuple[AttributedClaim, ...]) -> None:
    now = newest(bench, draft)
    base = now if now.claims == draft.claims else draft
    bench.articles.change_draft(replace(base, claims=claims))
    remember_own(draft, base.version + 1)


def replace_claim(draft: Draft, at: int, new: Iterable[AttributedClaim]) -> list[AttributedClaim]:
    """The draft's claims with `new` in the place of claim `at`."""
    return [*draft.claims[:at], *new, *draft.claims[at + 1 :]]


def drop(bench: Workbench, draft: Draft, at: int) -> None:
    claim = draft.claims[at]
    said = shorten(claim.claim_text, 80)
    if put(bench, draft, replace_claim(draft, at, ()), done=f"Dropped: “{said}”"):
        st.session_state["dropped"] = (draft.id, claim)


def dropped(draft: Draft) -> AttributedClaim | None:
    """The claim last dropped from this draft in this tab."""
    kept: Dropped | None = st.session_state.get("dropped")
    return kept[1] if kept and kept[0] == draft.id else None


def put_back(bench: Workbench, draft: Draft) -> None:
    claim = dropped(draft)
    if claim and put(bench, draft, [*draft.claims, claim], done=f"Put back: “{shorten(claim.claim_text, 80)}”"):
        del st.session_state["dropped"]


def find_again(bench: Workbench, draft: Draft) -> None:
    """Look for the claims anew; the reviewer was told that corrections are lost."""
    with st.spinner("Finding claims …"):
        try:
            bench.articles.find_again(newest(bench, draft))
            count = len(bench.articles.draft(draft.id).claims)
        except FactcheckError as error:
            runtime.notify("error", str(error))
            return
    close_form()
    st.session_state.pop("dropped", None)
    st.session_state.pop("date_changed", None)
    runtime.notify("success", f"Looked again: {count} claims found in “{shorten(draft.article.name, 60)}”.")
