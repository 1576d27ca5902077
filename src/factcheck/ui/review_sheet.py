"""One claim: what stands against it on the left, the verdict form on the right."""

from __future__ import annotations

import streamlit as st

from factcheck.model import SCALE, ConflictKind, Verdict
from factcheck.ui import cards, copies_sheet, navigation, past_rulings, verdict_form
from factcheck.workbench import Workbench
from factcheck.workbench.browse import ClaimView, PairView

HEADINGS = {
    ConflictKind.SUPERSEDED: "Earlier and later",
    ConflictKind.AGREEMENT: "Says the same",
}


def show(bench: Workbench, view: ClaimView) -> None:
    navigation.link(navigation.REVIEW, "All claims", ":material/arrow_back:")
    st.title("Verdict on a claim")
    near = bench.past_rulings.near(view.claim.id)
    left, right = st.columns([3, 2], gap="large")
    with left:
        cards.show_claim(view.claim, tag=view.topic.label if view.topic else "ungrouped")
        if view.claim.article_id:
            navigation.link(
                navigation.ARTICLES, "See it in its article", ":material/article:", article=str(view.claim.article_id)
            )
        copies_sheet.show(bench, view)
        _against(view)
        past_rulings.show(near)
        _given(view)
    with right:
        st.subheader("Your verdict")
        verdict_form.show(bench, view, near)


def _against(view: ClaimView) -> None:
    groups: dict[str, list[PairView]] = {}
    for pair in view.pairs:
        groups.setdefault(HEADINGS.get(pair.conflict.kind, "Stands against it"), []).append(pair)
    if "Stands against it" not in groups:
        st.caption("No statement was found that contradicts this one.")
    for heading in ("Stands against it", *HEADINGS.values()):
        if heading not in groups:
            continue
        st.subheader(heading)
        for pair in groups[heading]:
            _other(view, pair)


def _other(view: ClaimView, pair: PairView) -> None:
    mine_first = pair.a.id == view.claim.id
    other, clash = (pair.b, pair.conflict.clash_b) if mine_first else (pair.a, pair.conflict.clash_a)
    decided = f"{pair.decision.reviewer}: {pair.decision.choice}. {pair.decision.reason}" if pair.decision else ""
    notes = [f"Machine: {pair.conflict.reason} (score {pair.conflict.score:.2f})", *filter(None, [decided])]
    cards.show_claim(other, clash, notes, tag=pair.state, quiet=pair.state == "dismissed")
    if pair.conflict.dispute_id:
        navigation.link(
            navigation.COMPARE, "Side by side", ":material/compare_arrows:", dispute=pair.conflict.dispute_id
        )


def _given(view: ClaimView) -> None:
    st.subheader("Verdicts so far")
    if not view.verdicts:
        st.caption("None yet.")
    for verdict in reversed(view.verdicts):
        with st.container(border=True):
            _one(verdict)


def _one(verdict: Verdict) -> None:
    steps = {rating.label: rating.value for rating in SCALE}
    value = steps.get(verdict.rating)
    number = f" ({value} of 5)" if value else ""
    version = f", version {verdict.version}" if verdict.version > 1 else ""
    st.markdown(f"**{verdict.rating}**{number} · {verdict.confidence} confidence{version}")
    st.caption(f"{verdict.reviewer}, {verdict.created_at:%d %b %Y %H:%M} UTC · as of {verdict.as_of or 'no date'}")
    if verdict.explanation:
        st.text(verdict.explanation)
    if verdict.correction_note:
        st.text(verdict.correction_note if verdict.taken_from else f"Corrected: {verdict.correction_note}")
    if verdict.flags:
        st.caption(" · ".join(flag.replace("_", " ") for flag in verdict.flags))
    for item in verdict.evidence:
        archived = f" · {cards.link(item.archive_url, 'archived copy')}" if item.archive_url else ""
        st.html(f"{cards.link(item.url, item.url)}{archived} {cards.link('', item.note)}")
