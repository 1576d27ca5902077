"""How far the project is, its topics, and a search through all its claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from factcheck.ui import claim_filters, claim_list, freshness, navigation, topic_acts, topic_scale, topic_sheet
from factcheck.ui.literal import counted
from factcheck.workbench import Workbench
from factcheck.workbench.browse import Summary, TopicLine

PER_PAGE = 25
CARDS = (
    ("Claims", "claims", "Statements in this project."),
    ("Topics", "topics", "Groups of claims about the same event or question."),
    ("Ungrouped", "ungrouped", "Claims of no topic: nothing else is about the same."),
    ("Disputes", "disputes", "Questions on which claims cannot both be true."),
    ("Open pairs", "open_pairs", "Pairs in these disputes that nobody has decided on."),
    ("Judged", "judged", "Claims with at least one verdict."),
)


def show(bench: Workbench) -> None:
    st.title("Topics")
    st.write("Claims about the same event or question, put together by the machine and by people.")
    summary = bench.browse.summary(freshness.lineup(bench))
    for column, (label, name, meaning) in zip(st.columns(len(CARDS)), CARDS, strict=True):
        column.metric(label, getattr(summary, name), border=True, help=meaning)
    if not summary.claims:
        st.info("This project holds no claims yet. Bring in articles or a claim file, then press “Analyse”.")
        navigation.link(navigation.ARTICLES, "Bring in articles", ":material/article:")
        navigation.link(navigation.FILES, "Load a claim file", ":material/upload_file:")
        return
    where = claim_filters.ask(bench)
    if claim_filters.narrows(where):
        claim_list.show(bench, where, with_topic=True)
    else:
        _topics(bench, summary)
        topic_acts.show(bench)


def _topics(bench: Workbench, summary: Summary) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.caption(f"{counted(summary.topics, 'topic')}, the largest first. Select a row to open it.")
        navigation.link(
            navigation.TOPICS,
            f"Ungrouped: {counted(summary.ungrouped, 'claim')}",
            ":material/inbox:",
            topic=topic_sheet.UNGROUPED,
        )
    if not summary.topics:
        st.info(_why_none(bench, summary))
        return
    topic_scale.show(bench)
    pages = -(-summary.topics // PER_PAGE)
    page = st.pagination(pages, key=f"topics_{summary.topics}") if pages > 1 else 1
    _table(bench, bench.browse.topic_page(PER_PAGE, (page - 1) * PER_PAGE))


def _why_none(bench: Workbench, summary: Summary) -> str:
    if bench.analysis.latest() is None:
        return f"{counted(summary.claims, 'claim')} waiting. Press “Analyse” in the sidebar to group them by topic."
    return "The analysis found no two claims about the same thing. Bring in more voices on the same events."


def _table(bench: Workbench, topics: Sequence[TopicLine]) -> None:
    disputes = Counter(dispute.topic_id for dispute in freshness.lineup(bench).disputes)
    carried = bench.copies.counts_by_topic([topic.id for topic in topics])
    rows = [
        {
            "topic": topic.label,
            "keywords": ", ".join(topic.keywords),
            "claims": topic.claims,
            "claimants": topic.claimants,
            "outlets": carried[topic.id][0],
            "origins": carried[topic.id][1],
            "disputes": disputes[topic.id],
        }
        for topic in topics
    ]
    # The key names the rows, so that a selection can never land on another topic.
    event = st.dataframe(
        pd.DataFrame(rows),
        key=f"topics_{'_'.join(topic.id for topic in topics)}",
        on_select="rerun",
        selection_mode="single-row",
        hide_index=True,
        height="content",
        column_config={
            "topic": st.column_config.TextColumn("topic", width=250),
            "keywords": st.column_config.TextColumn("keywords", width=180),
        },
    )
    if event.selection.rows:
        navigation.go(navigation.TOPICS, topic=topics[event.selection.rows[0]].id)
