"""Verdicts: choose a claim, see what stands against it, record a judgement."""

from __future__ import annotations

import streamlit as st

from factcheck.errors import NotFound
from factcheck.ui import review_list, review_sheet, runtime

bench = runtime.workbench()
runtime.show_notice()
chosen = st.query_params.get("claim", "")
if chosen.isdigit():
    try:
        view = bench.browse.claim(int(chosen))
    except NotFound as error:
        runtime.show_error(error)
        review_list.show(bench)
    else:
        review_sheet.show(bench, view)
else:
    review_list.show(bench)
