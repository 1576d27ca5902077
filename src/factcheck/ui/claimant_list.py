"""Who said it, across articles: proposals first, then every claimant, then what people said and can take back."""

from __future__ import annotations

import streamlit as st

from factcheck.model import ClaimantType
from factcheck.ui import claimant_acts, claimant_change, claimant_proposals, navigation
from factcheck.ui.literal import counted, literal
from factcheck.workbench import Workbench
from factcheck.workbench.claimants import Board, ClaimantView

PER_PAGE = 25
TYPES = {
    ClaimantType.PERSON: "person",
    ClaimantType.ORGANISATION: "organisation",
    ClaimantType.GROUP: "unnamed group",
    ClaimantType.UNKNOWN: "type not known",
}


def show(bench: Workbench) -> None:
    st.title("Claimants")
    st.write("Who said it, across articles and claim files. The machine proposes which names are one; people decide.")
    key = (bench.desk.settings.database_url, bench.project, *bench.claimants.stamp())
    board = _board(key, bench)
    if not board.claimants:
        st.info("No claim of this project names who said it. Bring in articles or a claim file.")
        navigation.link(navigation.ARTICLES, "Bring in articles", ":material/article:")
        navigation.link(navigation.FILES, "Load a claim file", ":material/upload_file:")
        return
    claimant_proposals.show(bench, board)
    _claimants(bench, board)
    claimant_acts.show(bench)


@st.cache_resource(show_spinner="Comparing names …", max_entries=4)
def _board(key: tuple[str | int, ...], _bench: Workbench) -> Board:
    """Shared between all readers, who only read it."""
    return _bench.claimants.board()


def _claimants(bench: Workbench, board: Board) -> None:
    st.subheader(f"All claimants ({len(board.claimants)})")
    a, b = st.columns([3, 1], vertical_alignment="bottom")
    words = (
        (a.text_input("Search names", key="names", bind="query-params", placeholder="name") or "").casefold().split()
    )
    kind = b.selectbox("Type", list(TYPES), index=None, format_func=TYPES.get, key="kind", placeholder="any")
    shown = [view for view in board.claimants if _fits(view, words, kind)]
    if len(shown) < len(board.claimants):
        st.caption(f"{len(shown)} of {counted(len(board.claimants), 'claimant')}")
    if not shown:
        st.info("No claimant fits. Use fewer words, or another type.")
        return
    pages = -(-len(shown) // PER_PAGE)
    page = st.pagination(pages, key=f"claimants_{len(shown)}") if pages > 1 else 1
    for view in shown[(page - 1) * PER_PAGE : page * PER_PAGE]:
        _row(bench, board, view)


def _fits(view: ClaimantView, words: list[str], kind: ClaimantType | None) -> bool:
    names = " ".join((view.name, *(name for name, _ in view.aliases))).casefold()
    return all(word in names for word in words) and kind in (None, view.type)


def _row(bench: Workbench, board: Board, view: ClaimantView) -> None:
    left, middle, right = st.columns([6, 2, 2], vertical_alignment="center")
    told = [TYPES[view.type], counted(view.claims, "claim"), *(["protected"] if view.protected else [])]
    left.markdown(f"**{literal(view.name, 120)}** · {' · '.join(told)}{printed_as(view)}")
    with middle:
        navigation.link(navigation.TOPICS, "Claims", ":material/search:", claimant=view.name)
    with right.popover("Change", width="stretch", key=f"change_{bench.project}_{view.name}"):
        claimant_change.show(bench, board, view)


def printed_as(view: ClaimantView) -> str:
    """The names that claims print, on a line of its own, where they are not just the name that is shown."""
    if [name for name, _ in view.aliases] == [view.name]:
        return ""
    names = ", ".join(f"{literal(name, 60)} ({number})" for name, number in view.aliases)
    return f"  \nprinted as: {names}"
