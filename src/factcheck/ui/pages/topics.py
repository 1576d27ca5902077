"""Topics: what the claims are about, who spoke when, and everything that fits no topic."""

from __future__ import annotations

import streamlit as st

from factcheck.ui import runtime, topic_list, topic_sheet

bench = runtime.workbench()
runtime.show_notice()
chosen = st.query_params.get("topic", "")
topic = (bench.browse.topic(chosen) or bench.browse.topic(bench.topics.today(chosen))) if chosen else None
if chosen == topic_sheet.UNGROUPED:
    topic_sheet.show_ungrouped(bench)
elif topic:
    topic_sheet.show(bench, topic)
else:
    if chosen:
        st.warning("This topic is gone: the newest analysis groups its claims in another way. Here is what there is.")
    topic_list.show(bench)
