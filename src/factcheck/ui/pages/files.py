"""Claim files: choose, see how it is read, check, import; and take imports back."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from factcheck.ui import import_check, import_columns, import_file, import_list, import_options, runtime
from factcheck.ui.import_file import ChosenFile
from factcheck.workbench import Workbench


def steps(bench: Workbench, file: ChosenFile) -> None:
    """Steps 2 to 4; each waits until the one before is settled."""
    options = import_options.choose(file)
    detected = import_file.preview(bench, file, options)
    import_options.describe(detected)
    mapping = import_columns.choose(file, detected)
    if mapping is None:
        return
    options = replace(options, mapping=mapping)
    preview = import_file.preview(bench, file, options)
    day_first = import_columns.ask_date_order(file, preview, mapping) if preview.needs_date_order else None
    if day_first is not None:
        options = replace(options, day_first=day_first)
        import_columns.show_sample(file, import_file.preview(bench, file, options))
    else:
        import_columns.show_sample(file, preview)
    if preview.needs_date_order and day_first is None:
        st.info("Say above which comes first in the dates; then the file can be checked.")
        return
    import_check.show(bench, file, options)


bench = runtime.workbench()
st.title("Claim files")
st.write("Load claims that you hold as a table. Every row is accounted for, and an import can be undone as a whole.")
runtime.show_notice()
chosen = import_file.choose(bench)
if chosen is None:
    import_check.show_last(bench)
else:
    with runtime.faults_shown():
        steps(bench, chosen)
import_list.show(bench)
