"""How far claims have spread: "6 outlets, 2 origins", and which outlets share an origin, and why."""

from __future__ import annotations

from html import escape

import streamlit as st

from factcheck.ui import cards
from factcheck.ui.literal import counted
from factcheck.workbench.copies import OriginView, Spread

MOST_ORIGINS, MOST_CLAIMS = 10, 12
STYLE = """
<style>
.fc-origin {border-left: 3px solid rgba(128,128,128,.5); padding-left: .7rem; margin-bottom: .6rem;
  overflow-wrap: anywhere; font-size: .9rem; line-height: 1.45;}
.fc-origin ul {margin: .1rem 0 0; padding-left: 1.1rem;}
.fc-origin small {opacity: .85;}
</style>
"""


def words(spread: Spread) -> str:
    """ "6 outlets, 2 origins", "1 outlet", "no outlet named"; "at most" while some claims are not looked through."""
    outlets = counted(spread.outlets, "outlet") if spread.outlets else "no outlet named"
    told = spread.outlets > 1 or len(spread.origins) > 1
    bound = "at most " if spread.unknown else ""
    return f"{outlets}, {bound}{counted(len(spread.origins), 'origin')}" if told else outlets


def show(spread: Spread) -> None:
    """The words, and below them, folded away, the outlets that share an origin."""
    if not spread.origins:
        return
    st.caption(words(spread))
    shared = [origin for origin in spread.origins if len(origin.claims) > 1]
    if not shared:
        return
    with st.expander("Who shares an origin, and why"):
        st.html(STYLE + "".join(map(_origin, shared[:MOST_ORIGINS])))
        alone = len(spread.origins) - len(shared[:MOST_ORIGINS])
        if alone:
            st.caption(f"{counted(alone, 'origin')} more: {'each' if alone > 1 else 'it'} goes back to nothing above.")
        if spread.unknown:
            st.caption(
                f"{counted(spread.unknown, 'claim')} came after the last analysis, and counts as its own origin."
            )


def _origin(origin: OriginView) -> str:
    outlets = ", ".join(origin.outlets) or "No outlet named"
    rows = zip(origin.claims, origin.reasons, strict=True)
    lines = [_line(claim.id, claim.source_name, cards.when(claim), reason) for claim, reason in rows]
    more = len(lines) - MOST_CLAIMS
    rest = f"<li>and {more} more</li>" if more > 0 else ""
    return (
        f'<div class="fc-origin"><strong>{escape(outlets)}</strong><ul>{"".join(lines[:MOST_CLAIMS])}{rest}</ul></div>'
    )


def _line(claim_id: int, outlet: str, when: str, reason: str) -> str:
    why = escape(reason or "shares it with claims shown elsewhere")
    return f"<li>{escape(outlet or 'Outlet not named')}, {escape(when)} <small>(claim {claim_id})</small>: {why}</li>"
