"""Beside one claim: its near-copies, their verdicts to take over, and one's own verdict to hand on to them."""

from __future__ import annotations

from html import escape

import streamlit as st

from factcheck.model import Verdict
from factcheck.ui import cards, navigation, runtime, spread, verdict_form
from factcheck.ui.claim_list import STYLE
from factcheck.ui.literal import counted, literal
from factcheck.workbench import Workbench
from factcheck.workbench.browse import ClaimView
from factcheck.workbench.copies import CopyView

MOST = 10


def show(bench: Workbench, view: ClaimView) -> None:
    """Nothing is drawn for a claim without near-copies."""
    copies = bench.copies.of(view.claim.id)
    if not copies:
        return
    st.subheader("Near-copies")
    spread.show(bench.copies.spread([view.claim.id, *(copy.claim.id for copy in copies)]))
    mine = [verdict for verdict in view.standing if verdict.reviewer == runtime.reviewer()]
    if mine:
        _hand_on(bench, mine[0], copies)
    else:
        _offers(bench, view, copies)
    with st.expander(counted(len(copies), "near-copy", "near-copies")):
        _list(copies)


def _offers(bench: Workbench, view: ClaimView, copies: list[CopyView]) -> None:
    """What was said of the copies, each judgement once, for a reviewer who has none on this claim."""
    given = [verdict for copy in copies for verdict in copy.standing]
    known = {verdict.id for verdict in given}
    for verdict in given:
        if verdict.taken_from not in known:
            _offer(bench, view, verdict)


def _offer(bench: Workbench, view: ClaimView, verdict: Verdict) -> None:
    with st.container(border=True):
        st.markdown(f"**{literal(verdict.rating)}** · on a near-copy, claim {verdict.claim_id}")
        st.caption(literal(f"{verdict.reviewer}, {verdict.created_at:%d %b %Y} · as of {verdict.as_of or 'no date'}"))
        if verdict.explanation:
            st.text(verdict.explanation)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button(
                "Take over",
                key=f"take_{verdict.id}",
                icon=":material/content_copy:",
                help="Saves this verdict for the claim above under your name, with a note of where it came from.",
                on_click=_take_over,
                args=(bench, view.claim.id, verdict.id, view.newest_verdict_id),
            )
            navigation.link(navigation.REVIEW, "See it there", ":material/gavel:", claim=str(verdict.claim_id))


def _hand_on(bench: Workbench, mine: Verdict, copies: list[CopyView]) -> None:
    """One's own verdict for the copies that nobody has judged; and the way back."""
    unjudged = tuple(copy.claim.id for copy in copies if not copy.verdicts)
    if unjudged:
        have = "has" if len(unjudged) == 1 else "have"
        st.write(f"{counted(len(unjudged), 'near-copy', 'near-copies')} {have} no verdict.")
        st.button(
            f"Apply “{mine.rating}” to {'it' if len(unjudged) == 1 else 'them'} too",
            key=f"apply_{mine.id}",
            icon=":material/content_copy:",
            on_click=_apply,
            args=(bench, mine.id, unjudged),
        )
    given = [verdict.id for verdict in bench.copies.taken_from(mine.id) if verdict.reviewer == mine.reviewer]
    if given:
        _undo(bench, f"Undo for {counted(len(given), 'near-copy', 'near-copies')}", given)
    if mine.taken_from:
        _undo(bench, "Undo the take-over", [mine.id])


def _undo(bench: Workbench, label: str, verdict_ids: list[int]) -> None:
    st.button(
        label,
        key=f"undo_{'_'.join(map(str, verdict_ids[:3]))}",
        icon=":material/undo:",
        help="The verdict stays in the history, and counts no more.",
        on_click=_take_back,
        args=(bench, tuple(verdict_ids)),
    )


def _list(copies: list[CopyView]) -> None:
    st.html(STYLE)
    for copy in copies[:MOST]:
        said, verdict = st.columns([5, 2], vertical_alignment="center")
        said.html(_line(copy))
        with verdict:
            navigation.link(navigation.REVIEW, f"Claim {copy.claim.id}", ":material/gavel:", claim=str(copy.claim.id))
    if len(copies) > MOST:
        st.caption(f"and {len(copies) - MOST} more")


def _line(copy: CopyView) -> str:
    claim = copy.claim
    ratings = ", ".join(dict.fromkeys(verdict.rating for verdict in copy.standing))
    parts = [
        f"<strong>{escape(claim.claimant or 'Unknown claimant')}</strong>",
        escape(cards.when(claim)),
        cards.link(claim.source_url, claim.source_name or claim.source_url),
        escape(f"judged: {ratings}" if ratings else "no verdict"),
    ]
    told = " · ".join(part for part in parts if part)
    return f'<div class="fc-line">{escape(claim.claim_text)}<br><small>{told}</small></div>'


def _signed() -> bool:
    if not runtime.reviewer():
        runtime.notify("error", "Say who you are first: the field “Your name” in the sidebar. Nothing was saved.")
    return bool(runtime.reviewer())


def _take_over(bench: Workbench, claim_id: int, verdict_id: int, seen: int) -> None:
    done = "Taken over: it is your verdict now. You can correct it in the form."
    if _signed() and runtime.attempt(bench.copies.take_over, claim_id, verdict_id, runtime.reviewer(), seen, done=done):
        verdict_form.Fields(bench.project, claim_id).start_again()


def _apply(bench: Workbench, verdict_id: int, ids: tuple[int, ...]) -> None:
    done = f"{counted(len(ids), 'near-copy', 'near-copies')} judged alike. “Undo” takes it back."
    if _signed():
        runtime.attempt(bench.copies.apply, verdict_id, ids, runtime.reviewer(), done=done)


def _take_back(bench: Workbench, verdict_ids: tuple[int, ...]) -> None:
    if _signed():
        runtime.attempt(bench.copies.take_back, verdict_ids, runtime.reviewer(), done="Taken back.")
