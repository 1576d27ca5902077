"""Search box and choices above a list of claims; what they hold stands in the address."""

from __future__ import annotations

import streamlit as st

from factcheck.model import ClaimFilter
from factcheck.workbench import Workbench

MOST_OFFERED = 1000
"""Names in a list to choose from, those of the most claims; any other can be typed."""


def ask(bench: Workbench, topic_id: str | None = None) -> ClaimFilter:
    """The claims that the reader wants, within one topic, the ungrouped ("") or all (None)."""
    a, b, c = st.columns([2, 1, 1], vertical_alignment="bottom")
    search = a.text_input("Search in the claims", key="search", bind="query-params", placeholder="word or phrase")
    claimant = _choice(b, "Claimant", bench.browse.claimants(MOST_OFFERED), "claimant", "anyone")
    source = _choice(c, "Outlet", bench.browse.sources(MOST_OFFERED), "outlet", "any")
    return ClaimFilter(search=(search or "").strip(), claimant=claimant, source=source, topic_id=topic_id)


WORTH_FIRST = "Most worth checking first"


def ask_order(usual: str) -> bool:
    """Whether the claims most worth checking come first, or stand in their `usual` order; none is hidden."""
    chosen = st.segmented_control("Order", (usual, WORTH_FIRST), default=usual, key="claim_order", required=True)
    return chosen == WORTH_FIRST


def narrows(where: ClaimFilter) -> bool:
    return bool(where.search or where.claimant or where.source)


def _choice(place: st.delta_generator.DeltaGenerator, label: str, options: list[str], key: str, nothing: str) -> str:
    chosen = place.selectbox(
        label,
        with_given(options, key),
        index=None,
        key=key,
        bind="query-params",
        placeholder=nothing,
        accept_new_options=len(options) >= MOST_OFFERED,
    )
    return chosen or ""


def with_given(options: list[str], key: str) -> list[str]:
    """`options`; where they are not all there are, also what the address or the reader names."""
    given = str(st.query_params.get(key) or st.session_state.get(key) or "")
    is_cut = len(options) >= MOST_OFFERED
    return [*options, given] if is_cut and given and given not in options else options
