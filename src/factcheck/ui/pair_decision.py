"""One lined-up pair: why, with which scores, and what a person says of it."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from factcheck.model import PairChoice
from factcheck.ui import runtime
from factcheck.workbench import Workbench
from factcheck.workbench.browse import PairView

BUTTONS = (
    (PairChoice.CONFIRM, "Confirm", "1", "Both cannot be true of the same moment."),
    (PairChoice.NOT_A_CONFLICT, "Not a conflict", "2", "Both can be true; the pair will not come back."),
    (PairChoice.SUPERSEDED, "Superseded", "3", "The later statement overtakes the earlier one."),
    (PairChoice.DIFFERENT_SCOPE, "Different scope", "4", "They speak of different places, times or quantities."),
)
REASONS = (
    "Both cannot be true of the same moment",
    "They speak of different events or places",
    "They speak of different times",
    "They count different things",
    "One is opinion or intention, not fact",
    "The later statement corrects or updates the earlier one",
)


def show(bench: Workbench, pair: PairView, names: Mapping[int, str], with_keys: bool) -> None:
    """Draw a pair; with `with_keys`, its buttons listen to the keys 1 to 4."""
    conflict = pair.conflict
    with st.container(border=True):
        a, b = names.get(pair.a.id, "–"), names.get(pair.b.id, "–")
        kind = conflict.kind.replace("superseded", "superseded, no conflict")
        st.markdown(f"**{a} × {b}** · {kind} · score {conflict.score:.2f} · **{pair.state}**")
        st.text(conflict.reason)
        with st.expander("The parts of the score"):
            _parts(pair)
        if pair.decision:
            decision = pair.decision
            st.text(f"{decision.reviewer} on {decision.created_at:%d %b %Y}: {decision.choice}. {decision.reason}")
        with st.expander("Decide again") if pair.decision else st.container():
            _controls(bench, pair, with_keys)


def _parts(pair: PairView) -> None:
    conflict = pair.conflict
    seen = {
        "contradiction, first read against second": conflict.score_contradiction_ab,
        "contradiction, second read against first": conflict.score_contradiction_ba,
        "similarity in meaning": conflict.score_similarity,
        "numbers that clash": conflict.score_number,
        "time apart": conflict.score_time,
    }
    st.table({"seen in the pair": list(seen), "value, 0 to 1": [f"{value:.2f}" for value in seen.values()]})
    if conflict.parts:
        names, weights = zip(*conflict.parts, strict=True)
        st.table({"what made the score": list(names), "for (+) or against (−)": [_signed(w) for w in weights]})
        total = sum(weights)
        st.caption(f"In log-odds: together {_signed(total)}, which is a probability of {conflict.score:.2f}.")


def _signed(weight: float) -> str:
    return f"{weight:+.2f}".replace("-", "−")


def _controls(bench: Workbench, pair: PairView, with_keys: bool) -> None:
    key = f"reason_{bench.project}_{pair.conflict.id}"
    st.selectbox(
        "Reason",
        REASONS,
        index=None,
        key=key,
        accept_new_options=True,
        placeholder="Choose a reason or type your own; it is kept for ever",
    )
    seen = bench.review.seen_decision(pair.a.id, pair.b.id)
    for column, (choice, label, shortcut, help_text) in zip(st.columns(len(BUTTONS)), BUTTONS, strict=True):
        column.button(
            label,
            key=f"{choice}_{pair.conflict.id}",
            help=help_text,
            shortcut=shortcut if with_keys else None,
            type="primary" if choice is PairChoice.CONFIRM and not pair.decision else "secondary",
            width="stretch",
            on_click=_decide,
            args=(bench, pair.a.id, pair.b.id, choice, key, seen),
        )


def _decide(bench: Workbench, first: int, second: int, choice: PairChoice, reason_key: str, seen: int) -> None:
    if not runtime.reviewer():
        runtime.notify("error", "Say who you are first: the field “Your name” in the sidebar. Nothing was saved.")
        return
    reason = st.session_state.get(reason_key) or ""
    done = f"Saved: {choice}."
    if runtime.attempt(bench.review.decide, first, second, choice, reason, runtime.reviewer(), seen, done=done):
        st.session_state[reason_key] = None
