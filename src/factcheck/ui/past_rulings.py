"""What was ruled before on claims that say nearly the same, and a warning where the verdict in hand departs from it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from factcheck.ui import cards, navigation
from factcheck.ui.literal import literal
from factcheck.workbench.past_rulings import NearRuling, Ruling


def show(near: Sequence[NearRuling] | None) -> None:
    """The panel; where nothing is near enough, or nothing known yet, it says so in one line."""
    st.subheader("Past rulings")
    if near is None:
        st.caption("The judged claims of this project are being read in; look again in a minute.")
    elif not near:
        st.caption("Nothing like it was judged before.")
    for found in near or ():
        cards.show_claim(found.claim, notes=[_told(ruling) for ruling in found.rulings], tag=found.likeness)
        navigation.link(navigation.REVIEW, "Open this claim", ":material/gavel:", claim=str(found.claim.id))


def warn(near: Sequence[NearRuling] | None, rating: str) -> None:
    """Beside the form, while the chosen rating departs from a ruling on nearly the same claim: the nearest one."""
    found = next((found for found in near or () if found.departs(rating)), None)
    if found:
        st.warning(
            f"Your rating departs from a past one. {literal(_ruled(found.rulings[0]))}, on nearly the same claim: "
            f"“{literal(found.claim.claim_text, 200)}” If yours differs, say in the explanation why.",
            icon=":material/warning:",
        )


def _told(ruling: Ruling) -> str:
    words = f": {ruling.explanation}" if ruling.explanation else ""
    return f"{_ruled(ruling)}{words}"


def _ruled(ruling: Ruling) -> str:
    """ "Ruled “False” by Ada Fox on 2021-05-03": by whom and when as far as it is known."""
    by = [f"by {ruling.reviewer}"] if ruling.reviewer else []
    day = [f"on {ruling.day}"] if ruling.day else []
    return " ".join([f"Ruled “{ruling.rating}”", *by, *day, *(["elsewhere"] if ruling.elsewhere else [])])
