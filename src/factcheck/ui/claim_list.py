"""Claims, 25 a page: the whole statement, who said it when and where, and the way to its verdict."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import streamlit as st

from factcheck.model import Claim, ClaimFilter, ConflictState
from factcheck.text.normalise import one_line
from factcheck.ui import cards, claim_filters, navigation
from factcheck.ui.literal import counted
from factcheck.workbench import Workbench
from factcheck.workbench.browse import ClaimView, PairView

PER_PAGE = 25
STYLE = """
<style>
.fc-line {border-top: 1px solid rgba(128,128,128,.3); padding-top: .5rem; overflow-wrap: anywhere; line-height: 1.4;}
.fc-line small {opacity: .85;}
</style>
"""


Extra = Callable[[ClaimView], None]
"""Draws something of one claim."""


def show(
    bench: Workbench,
    where: ClaimFilter,
    with_topic: bool = False,
    before: Extra | None = None,
    below: Callable[[list[ClaimView]], Extra] | None = None,
) -> None:
    """Draw one page of the claims that fit `where`; only that page is read.

    `before` draws in front of each claim, what `below` makes of the page's claims under each.
    """
    total = bench.browse.count(where)
    st.caption(counted(total, "claim"))
    if not total:
        st.info("No claim fits. Use fewer words, or choose another claimant or outlet.")
        return
    worth_first = claim_filters.ask_order("As they came")
    pages = -(-total // PER_PAGE)
    page = st.pagination(pages, key=f"claims_{total}_{where}") if pages > 1 else 1
    ids = [claim.id for claim in _page(bench, where, page, worth_first)]
    st.html(STYLE)
    views = bench.browse.claim_views(ids)
    under = below(views) if below else None
    for view in views:
        widths = [6, 1] if before is None else [0.25, 6, 1]
        *box, said, verdict = st.columns(widths, vertical_alignment="center")
        if before:
            with box[0]:
                before(view)
        with said:
            st.html(line(view, with_topic))
            if under:
                under(view)
        with verdict:
            navigation.link(navigation.REVIEW, "Verdict", ":material/gavel:", claim=str(view.claim.id))


def _page(bench: Workbench, where: ClaimFilter, page: int, worth_first: bool) -> list[Claim]:
    return bench.browse.claims(where, PER_PAGE, (page - 1) * PER_PAGE, worth_first=worth_first)


def line(view: ClaimView, with_topic: bool = False) -> str:
    """One claim as HTML: what, then who, when, where and how it stands."""
    claim = view.claim
    conflicts = sum(still_clashes(pair) for pair in view.pairs)
    ratings = dict.fromkeys(verdict.rating for verdict in view.standing)
    parts = [
        f"<strong>{escape(claim.claimant or 'Unknown claimant')}</strong>",
        escape(cards.when(claim)),
        cards.link(claim.source_url, claim.source_name or claim.source_url),
        escape(f"topic: {view.topic.label}" if view.topic else "ungrouped") if with_topic else "",
        counted(conflicts, "conflict") if conflicts else "",
        escape(f"judged: {', '.join(ratings)}") if ratings else "",
    ]
    told = " · ".join(part for part in parts if part)
    return f'<div class="fc-line">{escape(one_line(claim.claim_text))}<br><small>{told}</small></div>'


def still_clashes(pair: PairView) -> bool:
    """Whether the pair is a conflict that nobody dismissed."""
    return pair.conflict.kind.is_conflict and pair.state is not ConflictState.DISMISSED
