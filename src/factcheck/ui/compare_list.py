"""All disputes of a project, each with what its sides say in one glance."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from factcheck.model import Claim, ClaimFilter
from factcheck.text.normalise import shorten
from factcheck.ui import cards, freshness, navigation, spread
from factcheck.workbench import Workbench
from factcheck.workbench.browse import DisputeView, StandingDispute

PER_PAGE = 10
MOST_TOPICS = 500
SHOWN = ("To decide", "Decided", "All")


def show(bench: Workbench) -> None:
    st.title("Compare")
    st.write("Statements that cannot both be true, side by side. The machine suggests them; people decide.")
    run = bench.analysis.latest()
    if run and run.note:
        st.warning(run.note, icon=":material/translate:")
    standing = freshness.lineup(bench).disputes
    if not standing:
        _empty(bench)
        return
    shown = _narrowed(bench, standing)
    st.caption(f"{len(shown)} of {len(standing)} disputes, the surest first")
    if not shown:
        st.info("No dispute fits these filters. Choose “All”, or another topic.")
        return
    page = st.pagination(-(-len(shown) // PER_PAGE), key=f"disputes_{len(shown)}") if len(shown) > PER_PAGE else 1
    drawn = [one.id for one in shown[(page - 1) * PER_PAGE : page * PER_PAGE]]
    for view in bench.browse.dispute_views(drawn, with_related=False):
        _card(bench, view)


def _narrowed(bench: Workbench, standing: Sequence[StandingDispute]) -> list[StandingDispute]:
    left, right = st.columns([1, 2], vertical_alignment="bottom")
    with left:
        state = st.segmented_control("Show", SHOWN, default="All", key="state", bind="query-params", required=True)
    given = st.query_params.get("topic", "")
    listed = list(dict.fromkeys(one.topic_id for one in standing if one.topic_id))
    # One that the address names is offered, however far down it stands.
    wanted = [*listed[:MOST_TOPICS], *([given] if given in listed[MOST_TOPICS:] else [])]
    labels = bench.browse.topic_labels(wanted)
    with right:
        options = ["", *(key for key in wanted if key in labels)]
        topic = st.selectbox(
            "Topic" if len(listed) <= MOST_TOPICS else f"Topic (the {MOST_TOPICS} of the surest disputes)",
            options,
            index=options.index(given) if given in options else 0,
            format_func=lambda key: labels.get(key, "Every topic"),
            key="compare_topic",
        )
    return [
        one
        for one in standing
        if (not topic or one.topic_id == topic) and (state == "All" or (one.open > 0) == (state == "To decide"))
    ]


def _card(bench: Workbench, view: DisputeView) -> None:
    with st.container(border=True):
        head, action = st.columns([5, 1], vertical_alignment="center")
        head.subheader(view.dispute.label)
        with action:
            navigation.link(navigation.COMPARE, "Compare", ":material/compare_arrows:", dispute=view.dispute.id)
        columns = st.columns(len(view.sides))
        for number, (column, side) in enumerate(zip(columns, view.sides, strict=True)):
            with column:
                carried = spread.words(bench.copies.spread(claim.id for claim in side))
                st.caption(f"Side {chr(65 + number)} · {carried}")
                _lead(side, leading(view, side))
        decided = f"{len(view.pairs) - view.open} of {len(view.pairs)} pairs decided"
        topic = f" · topic: {view.topic.label}" if view.topic else ""
        st.caption(f"{decided} · machine score {view.dispute.score:.2f}{topic}")


def leading(view: DisputeView, side: tuple[Claim, ...]) -> Claim:
    """What stands for a side: its statement in the surest pair, from which the question is put; else the newest."""
    surest = max(view.pairs, key=lambda pair: pair.conflict.score, default=None)
    asked = () if surest is None else (surest.a.id, surest.b.id)
    return next((claim for claim in side if claim.id in asked), side[-1])


def _lead(side: tuple[Claim, ...], chosen: Claim) -> None:
    """One statement stands for the side; the others are counted."""
    more = f"  \n*and {len(side) - 1} more*" if len(side) > 1 else ""
    who = chosen.claimant or "Unknown claimant"
    outlet = f", {chosen.source_name}" if chosen.source_name else ""
    st.html(
        f"<strong>{cards.link('', who)}</strong><br>{cards.marked(shorten(chosen.claim_text, 180), ())}"
        f"<br><small>{cards.link('', cards.when(chosen) + outlet)}</small>"
    )
    if more:
        st.caption(more.strip())


def _empty(bench: Workbench) -> None:
    claims = bench.browse.count(ClaimFilter())
    if not claims:
        st.info("This project holds no claims yet. Bring in articles or a claim file, then press “Analyse”.")
        navigation.link(navigation.ARTICLES, "Bring in articles", ":material/article:")
        navigation.link(navigation.FILES, "Load a claim file", ":material/upload_file:")
    elif bench.analysis.latest() is None:
        st.info(f"{claims} claims are here. Press “Analyse” in the sidebar to line them up.")
    else:
        st.info(
            f"No conflict was found among {claims} claims. That is what was found, not proof that there is "
            "none: bring in more voices on the same events, or look through the topics."
        )
        navigation.link(navigation.TOPICS, "Look through the topics", ":material/category:")
