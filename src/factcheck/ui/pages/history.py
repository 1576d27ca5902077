"""History: every act of a person, newest first."""

from __future__ import annotations

from factcheck.ui import history_list, runtime

bench = runtime.workbench()
runtime.show_notice()
history_list.show(bench)
