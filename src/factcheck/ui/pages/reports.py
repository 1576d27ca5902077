"""Reports: everything that leaves the database, and whose names stay in it."""

from __future__ import annotations

import streamlit as st

from factcheck.ui import protected_names, report_files, report_preview, runtime

PARTS = {
    "Files": report_files.show,
    "Preview": report_preview.show,
    "Protected names": protected_names.show,
}

bench = runtime.workbench()
st.title("Reports")
st.write("Take the work away as files. Each is written from the newest state when you press its button.")
# Always there, so that a message does not push the tabs into another place, where they would start anew.
with st.container():
    runtime.show_notice()
for tab, show in zip(st.tabs(list(PARTS), key="part", bind="query-params"), PARTS.values(), strict=True):
    if tab.open:
        with tab:
            show(bench)
