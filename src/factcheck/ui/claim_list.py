"""Claims, 25 a page: the whole statement, who said it when and where, and the way to its verdict."""

from __future__ import annotations

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


def show(bench: Workbench, where: ClaimFilter, with_topic: bool = False) -> None:
    """Draw one page of the claims that fit `where`; only that page is read."""
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
    for view in bench.browse.claim_views(ids):
        said, verdict = st.columns([6, 1], vertical_alignment="center")
        said.html(line(view, with_topic))
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
