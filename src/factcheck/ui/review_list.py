"""The claims to judge: those in disputes first."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from factcheck.model import ClaimFilter
from factcheck.ui import cards, claim_filters, freshness, navigation
from factcheck.ui.claim_filters import MOST_OFFERED, with_given
from factcheck.workbench import Workbench
from factcheck.workbench.browse import ClaimView

PER_PAGE = 25
SHOWN = ("In dispute", "Judged", "All")


def show(bench: Workbench) -> None:
    st.title("Verdicts")
    st.write("Choose a claim to judge it. Every version of a verdict is kept.")
    where, which = _filters(bench)
    worth_first = claim_filters.ask_order("Surest conflicts first")
    ids = bench.browse.review_order(
        where,
        in_dispute=which == "In dispute",
        judged=which == "Judged",
        lineup=freshness.lineup(bench),
        worth_first=worth_first,
    )
    st.caption(f"{len(ids)} claims")
    if not ids:
        st.info(_empty(bench, which))
        return
    page = st.pagination(-(-len(ids) // PER_PAGE), key=f"claims_{len(ids)}") if len(ids) > PER_PAGE else 1
    shown = bench.browse.claim_views(ids[(page - 1) * PER_PAGE : page * PER_PAGE])
    # The key names the rows, so that a selection can never land on another claim.
    key = f"claims_{hash(tuple(view.claim.id for view in shown))}"
    event = st.dataframe(
        _table(shown),
        key=key,
        on_select="rerun",
        selection_mode="single-row",
        hide_index=True,
        column_config={"link": st.column_config.LinkColumn("link", display_text="open")},
    )
    if event.selection.rows:
        navigation.go(navigation.REVIEW, claim=str(shown[event.selection.rows[0]].claim.id))


def _filters(bench: Workbench) -> tuple[ClaimFilter, str]:
    a, b, c, d = st.columns([3, 3, 2, 2], vertical_alignment="bottom")
    which = a.segmented_control("Show", SHOWN, default="In dispute", key="which", bind="query-params", required=True)
    search = b.text_input("Search in the claims", key="review_search", placeholder="words")
    names, outlets = bench.browse.claimants(MOST_OFFERED), bench.browse.sources(MOST_OFFERED)
    claimant = _choice(c, "Claimant", names, "anyone", "by_claimant")
    source = _choice(d, "Outlet", outlets, "any", "by_source")
    return ClaimFilter(search=search or "", claimant=claimant, source=source), which or "All"


def _choice(place: st.delta_generator.DeltaGenerator, label: str, names: list[str], nothing: str, key: str) -> str:
    chosen = place.selectbox(
        label,
        with_given(names, key),
        index=None,
        placeholder=nothing,
        key=key,
        accept_new_options=len(names) >= MOST_OFFERED,
    )
    return chosen or ""


def _table(views: list[ClaimView]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "claim": view.claim.claim_text,
                "claimant": view.claim.claimant or "unknown",
                "said": cards.when(view.claim),
                "outlet": view.claim.source_name,
                "conflicts": sum(pair.conflict.kind.is_conflict for pair in view.pairs),
                "verdicts": ", ".join(dict.fromkeys(verdict.rating for verdict in view.standing)) or "–",
                "link": view.claim.source_url or None,
            }
            for view in views
        ]
    )


def _empty(bench: Workbench, which: str) -> str:
    if not bench.browse.count(ClaimFilter()):
        return "This project holds no claims yet. Bring in articles or a claim file."
    if which == "In dispute":
        return "No claim stands in a dispute with these filters. Choose “All”, or press “Analyse” in the sidebar."
    return "No claim fits these filters."
