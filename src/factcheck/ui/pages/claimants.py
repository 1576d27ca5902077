"""Claimants: which names are one claimant, as the machine proposes and people decide."""

from __future__ import annotations

from factcheck.ui import claimant_list, runtime

bench = runtime.workbench()
runtime.show_notice()
claimant_list.show(bench)
