"""One topic: when who said what, the conflicts drawn in, and its claims; or the claims of no topic."""

from __future__ import annotations

import streamlit as st

from factcheck.model import Claim, ClaimFilter, Topic
from factcheck.ui import (
    cards,
    charts,
    claim_filters,
    claim_list,
    freshness,
    navigation,
    spread,
    topic_change,
    topic_pick,
)
from factcheck.ui.literal import counted, literal
from factcheck.ui.topic_pick import UNGROUPED
from factcheck.workbench import Workbench
from factcheck.workbench.browse import ClaimView, PairView

MOST_DRAWN = 150
MOST_ARCS = 300
"""More lines than this cannot be told apart."""


def show(bench: Workbench, topic: Topic) -> None:
    navigation.link(navigation.TOPICS, "All topics", ":material/arrow_back:")
    labels = bench.browse.topic_choices()
    topic_change.show(bench, topic, labels)
    disputes = [one for one in freshness.lineup(bench).disputes if one.topic_id == topic.id]
    st.caption(
        f"{counted(len(topic.claim_ids), 'claim')} · {counted(len(disputes), 'dispute')} · "
        f"keywords: {literal(', '.join(topic.keywords)) or 'none'}"
    )
    spread.show(bench.copies.spread(topic.claim_ids))
    if disputes:
        words = f"Compare what cannot both be true ({len(disputes)})"
        navigation.link(navigation.COMPARE, words, ":material/compare_arrows:", topic=topic.id)
    _timeline(bench, topic)
    st.subheader("Claims")
    topic_pick.actions(bench, topic.id, set(topic.claim_ids), labels)
    claim_list.show(bench, claim_filters.ask(bench, topic.id), before=topic_pick.picker(bench, topic.id))


def show_ungrouped(bench: Workbench) -> None:
    navigation.link(navigation.TOPICS, "All topics", ":material/arrow_back:")
    st.title("Ungrouped")
    where = ClaimFilter(topic_id="")
    if bench.analysis.latest() is None:
        st.write("Nothing is analysed yet, so no claim has a topic. Press “Analyse” in the sidebar.")
    else:
        st.write("Claims of no topic. They can be judged, and stand in every report.")
    if not bench.browse.count(where):
        st.info("Every claim has a topic.")
        return
    chosen = topic_pick.picked(bench, UNGROUPED)
    members = (
        {claim.id for claim in bench.browse.claims(ClaimFilter(topic_id="", ids=tuple(chosen)))} if chosen else set()
    )
    topic_pick.actions(bench, UNGROUPED, members, bench.browse.topic_choices())
    claim_list.show(
        bench,
        claim_filters.ask(bench, where.topic_id),
        before=topic_pick.picker(bench, UNGROUPED),
        below=lambda views: _hints(bench, views),
    )


def _hints(bench: Workbench, views: list[ClaimView]) -> claim_list.Extra:
    """Under each claim without a topic: the nearest one, and the way to move it there."""
    hints, seen = bench.topics.hints([view.claim.id for view in views]), bench.topics.seen()

    def draw(view: ClaimView) -> None:
        if view.claim.id not in hints:
            return
        topic, likeness = hints[view.claim.id]
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(f"Nearest topic: {literal(topic.label, 100)} (likeness {likeness:.2f})", width="content")
            st.button(
                "Move it there",
                key=f"hint_{bench.project}_{view.claim.id}_{topic.id}",
                type="tertiary",
                icon=":material/drive_file_move:",
                on_click=topic_pick.move_to,
                args=(bench, UNGROUPED, (view.claim.id,), topic.id, seen),
            )

    return draw


def _timeline(bench: Workbench, topic: Topic) -> None:
    pairs = bench.browse.conflicts_in(topic.id, MOST_ARCS)
    drawn = _most_telling(topic, pairs)
    claims = bench.browse.claims(ClaimFilter(ids=drawn))
    st.subheader("Who said what, when")
    if len(drawn) < len(topic.claim_ids):
        st.caption(f"{len(drawn)} of {len(topic.claim_ids)} claims are drawn, those in the surest conflicts first.")
    event = st.plotly_chart(
        charts.timeline(claims, pairs),
        key=f"timeline_{topic.id}_{hash((drawn, tuple(pair.conflict.id for pair in pairs)))}",
        on_select="rerun",
        selection_mode="points",
        config={"displayModeBar": False},
        alt=charts.in_words(claims, pairs),
    )
    ids = [str(point["customdata"][0]) for point in event["selection"]["points"] if point.get("customdata")]
    if ids:
        _chosen(ids[0], claims, pairs)
    else:
        st.caption("Point at a mark, or at the dot on a line, to read it; click to keep it here and go on from there.")


def _chosen(key: str, claims: list[Claim], pairs: list[PairView]) -> None:
    """What was clicked on in the chart: a claim's id, or a conflict's."""
    for claim in (claim for claim in claims if str(claim.id) == key):
        cards.show_claim(claim)
        navigation.link(navigation.REVIEW, "Give a verdict", ":material/gavel:", claim=key)
    for pair in (pair for pair in pairs if pair.conflict.id == key):
        left, right = st.columns(2)
        with left:
            cards.show_claim(pair.a, pair.conflict.clash_a)
        with right:
            cards.show_claim(pair.b, pair.conflict.clash_b)
        navigation.link(
            navigation.COMPARE, "Side by side", ":material/compare_arrows:", dispute=pair.conflict.dispute_id
        )


def _most_telling(topic: Topic, pairs: list[PairView]) -> tuple[int, ...]:
    """Ids of the claims to draw: those in conflicts first, the surest ahead."""
    in_conflict = [claim_id for pair in pairs for claim_id in (pair.a.id, pair.b.id)]
    return tuple(dict.fromkeys([*in_conflict, *topic.claim_ids]))[:MOST_DRAWN]
