"""Step 4: what an import would do, the rows it would refuse, and the button that does it."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from factcheck.errors import FactcheckError
from factcheck.model import ImportCounts, Progress
from factcheck.ui import import_file, runtime
from factcheck.ui.import_file import ChosenFile
from factcheck.ui.literal import counted, literal
from factcheck.workbench import Workbench
from factcheck.workbench.imports import DuplicatePolicy, ImportReport, ReadOptions

POLICIES = {
    DuplicatePolicy.SKIP: "Skip them",
    DuplicatePolicy.UPDATE: "Update what is there",
    DuplicatePolicy.KEEP: "Keep both",
}
POLICY_HELP = (
    "A row is a duplicate when the project holds the same id, or the same words by the same claimant on the same day "
    "from the same outlet. Skip adds nothing, but a row with a known id still brings what has changed."
)
SHOWN_ERRORS = 200
FAULTS = {
    "E_EMPTY_TEXT": "without a text",
    "E_BAD_DATE": "with a date that is none",
    "E_AMBIGUOUS_DATE": "with a date that reads two ways",
    "E_FUTURE_DATE": "with a date in the future",
    "E_BAD_URL": "with an address that is none",
    "E_TOO_LONG": "with a text that is too long",
    "E_DUPLICATE_IN_FILE": "with an id used twice",
    "E_UNKNOWN_VERDICT": "with a rating off our scale",
    "E_ENCODING": "with unreadable letters",
    "E_COLUMN_COUNT": "with too many or too few cells",
}
"""Error code → what is wrong with such a row."""


@st.cache_resource(scope="session", show_spinner=False)
def _kept() -> dict[str, ImportReport]:
    """The last check and the last import of this tab: never more than these two."""
    return {}


def show(bench: Workbench, file: ChosenFile, options: ReadOptions) -> None:
    st.subheader("4. Check, then import")
    policy = st.radio(
        "Rows that the project already holds",
        list(POLICIES),
        format_func=POLICIES.__getitem__,
        horizontal=True,
        key=file.field("policy"),
        help=POLICY_HELP,
    )
    settled = replace(options, strict_ratings=_strict(file, options))
    signature = f"{bench.project} {_stamp(bench)} {file.sha256} {file.name} {settled!r} {policy}"
    report = st.session_state.get("import_checked") == signature and _kept().get("check")
    if not report:
        st.button(
            "Check the file",
            key="check_file",
            type="primary",
            icon=":material/fact_check:",
            help="Says what an import would do; nothing is stored.",
            on_click=_check,
            args=(bench, file.key, settled, policy, signature),
        )
        return
    _would(report)
    show_rejects(report, "check")
    _import_button(bench, file, settled, policy, report)


def _strict(file: ChosenFile, options: ReadOptions) -> bool:
    if "textual_rating" not in options.mapping.values():
        return False
    return st.checkbox(
        "Reject rows whose past rating is not on our scale",
        key=file.field("strict"),
        help="Otherwise past ratings are kept as they were written.",
    )


def _stamp(bench: Workbench) -> str:
    """Changes with every import, saved article and undo: an older check no longer holds."""
    every, undone = bench.imports.count()
    return f"{every}-{undone}"


def _check(bench: Workbench, key: str, options: ReadOptions, policy: DuplicatePolicy, signature: str) -> None:
    report = _run(bench, key, options, policy, dry_run=True)
    if report:
        _kept()["check"] = report
        st.session_state["import_checked"] = signature


def _import(bench: Workbench, key: str, options: ReadOptions, policy: DuplicatePolicy) -> None:
    if not runtime.reviewer():
        runtime.notify("error", "Say who you are first: the field “Your name” in the sidebar. Nothing was imported.")
        return
    report = _run(bench, key, options, policy, dry_run=False)
    if report:
        _kept().clear()
        _kept()[f"imported into {bench.project}"] = report
        st.session_state.pop("import_checked", None)
        import_file.start_over()


def _run(
    bench: Workbench, key: str, options: ReadOptions, policy: DuplicatePolicy, *, dry_run: bool
) -> ImportReport | None:
    file = st.session_state.get(key)
    if file is None:
        runtime.notify("error", "The file is gone from this page. Choose it again.")
        return None
    bar = st.progress(0.0, text="Reading rows …")
    try:
        # A check signs nothing; an import is signed by the reviewer.
        who = "check" if dry_run else runtime.reviewer()
        return bench.imports.run(file.getvalue(), file.name, who, options, policy, dry_run, _drawn(bar))
    except FactcheckError as error:
        runtime.notify("error", str(error))
        return None
    finally:
        bar.empty()


def _drawn(bar: st.delta_generator.DeltaGenerator) -> Progress:
    def draw(stage: str, done: int, total: int) -> None:
        share = min(1.0, done / total) if total else 0.0
        bar.progress(share, text=f"{stage}: {done} of {total}" if total else f"{stage} …")

    return draw


def _would(report: ImportReport) -> None:
    st.markdown(f"**{literal(sentence(report.counts))}**")
    if report.articles:
        st.caption(
            f"Of the rows to add, {counted(report.articles, 'is a whole article', 'are whole articles')}: "
            "their claims are taken from the text."
        )
    if report.unmapped:
        st.caption(f"Kept as extra fields: {', '.join(literal(name, 40) for name in report.unmapped)}")


def sentence(counts: ImportCounts) -> str:
    """Every row accounted for, in words."""
    return (
        f"{counted(counts.read, 'row')} read = {counts.added} to add + {counts.updated} to update + "
        f"{counts.duplicate} duplicate + {counts.rejected} rejected"
    )


def show_rejects(report: ImportReport, place: str) -> None:
    """The refused rows by row, column and reason, with the file to put them right in."""
    if not report.errors:
        return
    by_code = ", ".join(f"{times} {FAULTS.get(code, code)}" for code, times in report.errors_by_code().items())
    st.warning(literal(f"{counted(report.counts.rejected, 'row')} cannot be taken: {by_code}."))
    st.dataframe(
        pd.DataFrame(
            [(e.row, e.column, e.value, e.code, e.message, e.hint) for e in report.errors[:SHOWN_ERRORS]],
            columns=["Row", "Column", "Value", "Code", "What is wrong", "What to do"],
        ),
        hide_index=True,
        key=f"errors_{place}",
    )
    if len(report.errors) > SHOWN_ERRORS:
        st.caption(f"The first {SHOWN_ERRORS} are shown; the file below holds all {len(report.errors)}.")
    st.download_button(
        "Download the rejected rows",
        lambda: "".join(report.rejects_csv()).encode("utf-8-sig"),
        "rejected-rows.csv",
        "text/csv",
        key=f"rejects_{place}",
        icon=":material/download:",
        on_click="ignore",
        help="The rows as they are in the file, each with what is wrong. Put them right and load that file.",
    )


def _import_button(
    bench: Workbench, file: ChosenFile, options: ReadOptions, policy: DuplicatePolicy, report: ImportReport
) -> None:
    counts = report.counts
    claims = counts.added - report.articles
    parts = [
        counted(claims, "claim") if claims else "",
        counted(report.articles, "article") if report.articles else "",
        counted(counts.updated, "update") if counts.updated else "",
    ]
    what = " and ".join(part for part in parts if part)
    if not what:
        st.info("There is nothing to import: no row of this file is new and readable.")
        return
    if not runtime.reviewer():
        st.caption("First type your name into “Your name” in the sidebar: it stands beside the import.")
    st.button(
        f"Import {what}",
        key="import_file",
        type="primary",
        icon=":material/upload_file:",
        on_click=_import,
        args=(bench, file.key, options, policy),
    )


def show_last(bench: Workbench) -> None:
    """What the last import of this tab did; the rejected rows can still be had here."""
    report = _kept().get(f"imported into {bench.project}")
    if report is None or not bench.imports.is_standing(report.batch_id):
        return
    counts = report.counts
    st.success(
        f"Imported {literal(report.name)}: {counts.read} read = {counts.added} added + {counts.updated} updated + "
        f"{counts.duplicate} duplicate + {counts.rejected} rejected. Next: press “Analyse” in the sidebar."
    )
    if report.errors:
        st.caption("Rejected rows are not stored: download them now, put them right and load that file.")
        show_rejects(report, "import")
    st.button("Close this report", key="close_report", on_click=_kept().clear)
