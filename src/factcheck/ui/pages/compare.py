"""Compare: the statements that cannot both be true, side by side, with their sources."""

from __future__ import annotations

import streamlit as st

from factcheck.errors import NotFound
from factcheck.ui import compare_list, compare_sides, runtime

bench = runtime.workbench()
runtime.show_notice()
chosen = st.query_params.get("dispute", "")
if chosen:
    try:
        view = bench.browse.dispute(chosen)
    except NotFound as error:
        runtime.show_error(error)
        compare_list.show(bench)
    else:
        compare_sides.show(bench, view)
else:
    compare_list.show(bench)
