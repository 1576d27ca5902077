"""Reports: everything that leaves the database, and whose names stay in it."""

from __future__ import annotations

from factcheck.ui import protected_names, report_files, report_preview, runtime

bench = runtime.workbench()
runtime.show_notice()
report_files.show(bench)
protected_names.show(bench)
report_preview.show(bench)
