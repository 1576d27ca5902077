"""The first rows of verdicts.csv, as they will be written."""

from __future__ import annotations

import csv
import io

import pandas as pd
import streamlit as st

from factcheck.ui.freshness import state_of
from factcheck.workbench import Workbench

ROWS = 20
COLUMNS = (
    "claim_id",
    "claim_text",
    "claim_author_name",
    "claim_date",
    "source_name",
    "topic_label",
    "conflicts_with",
    "textual_rating",
    "reviewer",
    "review_status",
    "missing",
)


def show(bench: Workbench) -> None:
    with st.spinner("Reading the first rows …"):
        rows = _rows(state_of(bench), bench)
    if not rows:
        st.caption("No rows yet.")
        return
    st.caption(
        f"The first {len(rows)} rows of verdicts.csv, {len(COLUMNS)} of its columns; protected names are masked."
    )
    st.dataframe(pd.DataFrame(rows, columns=list(COLUMNS)), hide_index=True, key="preview")


@st.cache_data(show_spinner=False, max_entries=16)
def _rows(state: tuple[str, ...], _bench: Workbench) -> list[dict[str, str]]:
    lines = io.StringIO(_bench.reports.first_verdict_rows(ROWS), newline="")
    return [{name: row[name] for name in COLUMNS} for row in csv.DictReader(lines)]
