"""The five files to take away; each is built when its button is pressed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import streamlit as st

from factcheck.model import ClaimFilter
from factcheck.ui import navigation, runtime
from factcheck.ui.freshness import state_of
from factcheck.ui.literal import counted, literal
from factcheck.workbench import Workbench
from factcheck.workbench.reports import ReportCounts


@dataclass(frozen=True)
class ReportFile:
    """One file: what it holds, how large it will be, and how it is built with or without a byte order mark."""

    name: str
    mime: str
    holds: str
    size: Callable[[ReportCounts], str]
    build: Callable[[Workbench, bool], str]


FILES = (
    ReportFile(
        "verdicts.csv",
        "text/csv",
        "Every claim with its claimant, source, topic, conflicts and where its verdict stands.",
        lambda counts: f"{counted(counts.claims, 'row')}, one a claim",
        lambda bench, bom: "".join(bench.reports.verdicts_csv(bom=bom)),
    ),
    ReportFile(
        "conflicts.csv",
        "text/csv",
        "Every pair that was lined up, with both statements, the parts of the score, and who decided what.",
        lambda counts: f"{counted(counts.pairs, 'row')}, one a pair",
        lambda bench, bom: "".join(bench.reports.conflicts_csv(bom=bom)),
    ),
    ReportFile(
        "topics.csv",
        "text/csv",
        "Which claim belongs to which topic; ungrouped claims come last.",
        lambda counts: f"{counted(counts.claims, 'row')}, one a claim",
        lambda bench, bom: "".join(bench.reports.topics_csv(bom=bom)),
    ),
    ReportFile(
        "history.csv",
        "text/csv",
        "Everything that people did, with name, time and reason.",
        lambda counts: f"{counted(counts.acts, 'row')}, one an act",
        lambda bench, bom: "".join(bench.reports.history_csv(bom=bom)),
    ),
    ReportFile(
        "claimreview.jsonld",
        "application/ld+json",
        "Finished verdicts as ClaimReview, the form that search engines read; checked before it is handed out.",
        lambda counts: (
            f"{counted(counts.finished, 'finished verdict')}; "
            f"{counted(counts.unfinished, 'claim')} without one left out"
        ),
        lambda bench, bom: bench.reports.claimreview_jsonld().text,
    ),
)


def show(bench: Workbench) -> None:
    if not bench.browse.count(ClaimFilter()):
        st.info("This project holds no claims yet, so the reports are empty. Bring in articles or a claim file first.")
        navigation.link(navigation.ARTICLES, "Bring in articles", ":material/article:")
        navigation.link(navigation.FILES, "Load a claim file", ":material/upload_file:")
    _machine(bench)
    bom = st.checkbox(
        "Byte order mark for Excel",
        value=True,
        key="bom",
        help="Lets Excel read Cyrillic, Arabic and accents right. Leave it out for programs that do not expect it.",
    )
    with runtime.faults_shown(), st.spinner("Counting …"):
        counts = _counts(state_of(bench), bench)
        for file in FILES:
            _offer(bench, file, counts, bom)


def _machine(bench: Workbench) -> None:
    """Which models the machine's values come from, and whether they are of today's claims."""
    run = bench.analysis.latest()
    if run is None or not run.embedding_model:
        st.caption("Nothing is analysed yet: topics and conflicts are empty in every file.")
        return
    age = "" if bench.analysis.is_current() else " Claims have changed since: press “Analyse” to bring them up to date."
    st.caption(
        f"Topics come from {literal(run.embedding_model)}, conflicts and their scores from {literal(run.nli_model)}. "
        f"They are suggestions of a machine; the verdicts and decisions are people’s.{age}"
    )


def _offer(bench: Workbench, file: ReportFile, counts: ReportCounts, bom: bool) -> None:
    with st.container(border=True):
        words, button = st.columns([4, 1], vertical_alignment="center")
        words.markdown(f"**{literal(file.name)}** · {file.size(counts)}")
        words.caption(file.holds)
        button.download_button(
            "Download",
            partial(file.build, bench, bom),
            file.name,
            file.mime,
            key=f"download_{file.name}",
            icon=":material/download:",
            on_click="ignore",
            width="stretch",
            help=file.name,
        )


@st.cache_data(show_spinner=False, max_entries=16)
def _counts(state: tuple[str, ...], _bench: Workbench) -> ReportCounts:
    """Costly for a large project, so kept until `state` changes."""
    return _bench.reports.counts()
