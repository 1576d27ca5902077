"""A draft as it was shown and one change to it → the changed draft stored, or a message why not; each can be undone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import streamlit as st

from factcheck.errors import FactcheckError
from factcheck.model import AttributedClaim, Draft
from factcheck.text.normalise import sha256_of, shorten
from factcheck.ui import draft_cut, draft_place, runtime
from factcheck.ui.literal import counted
from factcheck.workbench import Workbench

UNDOABLE = 20
"""So many changes can be undone, the last one first."""


@dataclass(frozen=True)
class Step:
    """A change made in this tab: to which draft, in words, and the claims before and after it."""

    draft_id: int
    said: str
    before: tuple[AttributedClaim, ...]
    after: tuple[AttributedClaim, ...]


def name_of(claim: AttributedClaim) -> str:
    """A name for a claim that changes only with its place, words or claimant."""
    said = sha256_of(f"{claim.claim_text}\n{claim.claim_author_name}")[:10]
    return f"{claim.start}_{claim.end}_{said}"


def claim_keys(draft: Draft) -> list[str]:
    """A key for each claim that stays its own when others are added or dropped."""
    keys: list[str] = []
    for claim in draft.claims:
        key = f"{draft.id}_{name_of(claim)}"
        repeated = sum(other.startswith(key) for other in keys)
        keys.append(f"{key}_{repeated}" if repeated else key)
    return keys


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


def put(
    bench: Workbench, draft: Draft, claims: Iterable[AttributedClaim], done: str, new: Iterable[AttributedClaim] = ()
) -> bool:
    """Store other claims for the draft, if its claims are still those that were shown; `new` ones count as accepted."""
    ordered = tuple(sorted(claims, key=lambda claim: (claim.start, claim.end)))
    if not runtime.attempt(_put, bench, draft, ordered, tuple(new), done=done):
        return False
    steps = [*_steps(draft), Step(draft.id, done, draft.claims, ordered)]
    st.session_state["undoable"] = steps[-UNDOABLE:]
    return True


def _put(bench: Workbench, draft: Draft, claims: tuple[AttributedClaim, ...], new: tuple[AttributedClaim, ...]) -> None:
    now = newest(bench, draft)
    base = now if now.claims == draft.claims else draft
    accepted = dict.fromkeys([*base.accepted, *map(name_of, new)])
    bench.articles.change_draft(replace(base, claims=claims, accepted=tuple(accepted)))
    remember_own(draft, base.version + 1)


def accept(bench: Workbench, draft: Draft, at: int, then: str) -> None:
    """Say that claim `at` is right, and go on to the claim with the key `then`."""
    name = name_of(draft.claims[at])
    if name not in draft.accepted and not runtime.attempt(_accept, bench, draft, name):
        return
    draft_place.go(draft.id, then)


def _accept(bench: Workbench, draft: Draft, name: str) -> None:
    now = newest(bench, draft)
    bench.articles.change_draft(replace(now, accepted=(*now.accepted, name)))
    remember_own(draft, now.version + 1)


def replace_claim(draft: Draft, at: int, new: Iterable[AttributedClaim]) -> list[AttributedClaim]:
    """The draft's claims with `new` in the place of claim `at`."""
    return [*draft.claims[:at], *new, *draft.claims[at + 1 :]]


def drop(bench: Workbench, draft: Draft, at: int, then: str) -> None:
    said = shorten(draft.claims[at].claim_text, 60)
    if put(bench, draft, replace_claim(draft, at, ()), done=f"Dropped: “{said}”"):
        draft_place.go(draft.id, then)


def add_own_statements(bench: Workbench, draft: Draft) -> None:
    """Add what the outlet states in its own voice to the draft's claims."""
    try:
        own = bench.articles.own_statements(draft.article, draft.claims)
    except FactcheckError as error:
        runtime.notify("error", str(error))
        return
    if not own:
        runtime.notify("info", "Nothing else in this article states something without quoting somebody.")
        return
    put(bench, draft, [*draft.claims, *own], done=f"Added {counted(len(own), 'statement')} of the outlet’s own.")


def merge(bench: Workbench, draft: Draft, at: int, other: int) -> None:
    """Join two claims of one claimant; the reviewer goes on with the joined one."""
    try:
        one = draft_cut.merged(draft.article.text, draft.claims[at], draft.claims[other])
    except FactcheckError as error:
        runtime.notify("error", str(error))
        return
    rest = [claim for number, claim in enumerate(draft.claims) if number not in (at, other)]
    if put(bench, draft, [*rest, one], done=f"Merged claims {min(at, other) + 1} and {max(at, other) + 1}"):
        draft_place.go(draft.id, f"{draft.id}_{name_of(one)}")


def last_step(draft: Draft) -> Step | None:
    """The change to undo next, if the draft is still as it left it."""
    steps = _steps(draft)
    return steps[-1] if steps and steps[-1].after == draft.claims else None


def undo(bench: Workbench, draft: Draft) -> None:
    step = last_step(draft)
    if step is None or not runtime.attempt(_put, bench, draft, step.before, (), done=f"Undone: {step.said}"):
        return
    st.session_state["undoable"] = _steps(draft)[:-1]
    place = next((at for at, pair in enumerate(zip(step.before, step.after, strict=False)) if pair[0] != pair[1]), -1)
    if step.before:
        draft_place.go(draft.id, claim_keys(replace(draft, claims=step.before))[place])


def _steps(draft: Draft) -> list[Step]:
    kept: list[Step] = st.session_state.get("undoable", [])
    return [step for step in kept if step.draft_id == draft.id]


def find_again(bench: Workbench, draft: Draft, quotations: bool = True) -> None:
    """Look for the claims anew; the reviewer was told that corrections are lost."""
    with st.spinner("Finding claims …"):
        try:
            bench.articles.find_again(newest(bench, draft), quotations)
            count = len(bench.articles.draft(draft.id).claims)
        except FactcheckError as error:
            runtime.notify("error", str(error))
            return
    draft_place.close_form()
    st.session_state.pop("date_changed", None)
    runtime.notify("success", f"Looked again: {count} claims found in “{shorten(draft.article.name, 60)}”.")
