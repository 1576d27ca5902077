"""Articles: bring in what was published, correct the claims found in it, save."""

from __future__ import annotations

import streamlit as st

from factcheck.errors import NotFound
from factcheck.ui import article_list, article_sheet, draft_editor, runtime

bench = runtime.workbench()
draft_id, article_id = st.query_params.get("draft", ""), st.query_params.get("article", "")
try:
    if draft_id.isdigit():
        # The editor shows the notice beside the claims, where the reader is looking.
        draft_editor.show(bench, bench.articles.draft(int(draft_id)))
    else:
        runtime.show_notice()
        if article_id.isdigit():
            article_sheet.show(bench, bench.articles.get(int(article_id)))
        else:
            article_list.show(bench)
except NotFound as error:
    runtime.show_error(error)
    article_list.show(bench)
