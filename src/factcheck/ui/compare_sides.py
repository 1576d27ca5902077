"""One dispute: one column a side, the clashing words marked, and why each pair is lined up."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

import streamlit as st

from factcheck.model import Claim, ConflictKind, Span
from factcheck.ui import cards, freshness, navigation, pair_decision, spread
from factcheck.ui.literal import literal
from factcheck.workbench import Workbench
from factcheck.workbench.browse import DisputeView

PER_PAGE = 10
"""Pairs drawn at once."""
PER_SIDE = 25
"""Statements of a side drawn at once."""


def show(bench: Workbench, view: DisputeView) -> None:
    _moves(bench, view)
    st.title(view.dispute.label)
    run = bench.analysis.latest()
    by = f" by {run.nli_model}, on {run.embedding_model}" if run and run.nli_model else ""
    st.caption(
        f"{sum(map(len, view.sides))} statements on {len(view.sides)} sides · "
        f"{view.open} of {len(view.pairs)} pairs to decide · suggested{by}, score {view.dispute.score:.2f}"
    )
    _sides(bench, view)
    st.subheader("Why they are lined up")
    _pairs(bench, view)


def _pairs(bench: Workbench, view: DisputeView) -> None:
    """The pairs, a page at a time: each has its buttons, and a large dispute has hundreds."""
    pages = -(-len(view.pairs) // PER_PAGE)
    names = _names(view)
    page = st.pagination(pages, key=f"pairs_{view.dispute.id}_{len(view.pairs)}") if pages > 1 else 1
    shown = view.pairs[(page - 1) * PER_PAGE : page * PER_PAGE]
    first_open = next((pair.conflict.id for pair in shown if pair.decision is None), "")
    for pair in shown:
        pair_decision.show(bench, pair, names=names, with_keys=pair.conflict.id == first_open)


def _moves(bench: Workbench, view: DisputeView) -> None:
    every = [other.id for other in freshness.lineup(bench).disputes]
    at = every.index(view.dispute.id)
    back, previous, following, rest = st.columns([2, 2, 2, 4])
    with back:
        navigation.link(navigation.COMPARE, "All disputes", ":material/arrow_back:")
    if previous.button("Previous", shortcut="K", disabled=at == 0, width="stretch"):
        navigation.go(navigation.COMPARE, dispute=every[at - 1])
    if following.button("Next", shortcut="J", disabled=at + 1 == len(every), width="stretch"):
        navigation.go(navigation.COMPARE, dispute=every[at + 1])
    if view.topic:
        with rest:
            navigation.link(navigation.TOPICS, f"Topic: {view.topic.label}", topic=view.topic.id)


def _sides(bench: Workbench, view: DisputeView) -> None:
    clash, verdicts = _clash_words(view), _verdicts(bench, view)
    overtaken = _overtaken(view)
    names = _names(view)
    columns = st.columns(len(view.sides), gap="medium")
    for number, (column, side) in enumerate(zip(columns, view.sides, strict=True)):
        with column:
            st.markdown(f"#### Side {chr(65 + number)}")
            st.caption(literal(who_stands_here(side)))
            spread.show(bench.copies.spread(claim.id for claim in side))
            for claim in _page(view, side, number):
                notes = [*overtaken[claim.id], *verdicts[claim.id]]
                cards.show_claim(claim, clash[claim.id], notes, tag=names[claim.id])
                navigation.link(navigation.REVIEW, "Give a verdict", ":material/gavel:", claim=str(claim.id))


def _page(view: DisputeView, side: Sequence[Claim], number: int) -> Sequence[Claim]:
    pages = -(-len(side) // PER_SIDE)
    page = st.pagination(pages, key=f"side_{view.dispute.id}_{number}_{len(side)}") if pages > 1 else 1
    return side[(page - 1) * PER_SIDE : page * PER_SIDE]


def who_stands_here(side: Sequence[Claim]) -> str:
    """The claimants of a side in the order in which they first spoke: "Town hall (2), Harbour guild"."""
    said = Counter(claim.claimant or "unknown claimant" for claim in side)
    return ", ".join(f"{name} ({number})" if number > 1 else name for name, number in said.items())


def _names(view: DisputeView) -> dict[int, str]:
    """claim id → a short name such as A1, to find the same claim in the reasons below."""
    return {
        claim.id: f"{chr(65 + number)}{place}"
        for number, side in enumerate(view.sides)
        for place, claim in enumerate(side, start=1)
    }


def _clash_words(view: DisputeView) -> dict[int, list[Span]]:
    found: dict[int, list[Span]] = defaultdict(list)
    for pair in view.pairs:
        found[pair.a.id] += pair.conflict.clash_a
        found[pair.b.id] += pair.conflict.clash_b
    return found


def _overtaken(view: DisputeView) -> dict[int, list[str]]:
    """What later statements overtook a claim, or agree with it."""
    found: dict[int, list[str]] = defaultdict(list)
    for pair in (*view.related, *view.pairs):
        if pair.conflict.kind is ConflictKind.SUPERSEDED:
            found[pair.a.id].append(f"A later statement may overtake it: {_told(pair.b)}")
    return found


def _told(claim: Claim) -> str:
    return f"{claim.claimant or 'unknown claimant'}, {cards.when(claim)}: “{claim.claim_text}”"


def _verdicts(bench: Workbench, view: DisputeView) -> dict[int, list[str]]:
    given = bench.browse.verdicts_of([claim.id for side in view.sides for claim in side])
    found: dict[int, list[str]] = defaultdict(list)
    for claim_id, verdicts in given.items():
        newest = {verdict.reviewer: verdict for verdict in verdicts}
        found[claim_id] = [f"Verdict by {who}: {verdict.rating}" for who, verdict in newest.items()]
    return found
