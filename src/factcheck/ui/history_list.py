"""Every act of a person: narrowed by who, what, words and day, 25 a page."""

from __future__ import annotations

from functools import partial
from html import escape

import streamlit as st

from factcheck.model import Act, ActFilter
from factcheck.ui import navigation
from factcheck.ui.literal import counted
from factcheck.workbench import Workbench

PER_PAGE = 25
COLUMNS = ("when", "who", "what", "subject", "from", "to", "why")
STYLE = """
<style>
.fc-acts {width: 100%; table-layout: fixed; border-collapse: collapse; font-size: .9rem; overflow-wrap: anywhere;}
.fc-acts th, .fc-acts td {text-align: left; vertical-align: top; padding: .4rem .5rem;
  border-bottom: 1px solid rgba(128,128,128,.3);}
</style>
"""
WIDTHS = (11, 11, 11, 22, 10, 20, 15)
"""Per cent of the table for each column."""


def show(bench: Workbench) -> None:
    st.title("History")
    st.write("What people did, newest first. Nothing here can be changed or taken away.")
    acts = bench.review.history_count()
    if not acts:
        st.info("Nobody has done anything in this project yet. It begins with articles or a claim file.")
        navigation.link(navigation.ARTICLES, "Bring in articles", ":material/article:")
        navigation.link(navigation.FILES, "Load a claim file", ":material/upload_file:")
        return
    _ways_on(bench, acts)
    wanted = _ask(bench)
    shown = bench.review.history_count(wanted)
    st.caption(f"{shown} of {counted(acts, 'act')}. Times are UTC.")
    if not shown:
        st.info("Nothing fits. Use fewer words, or other days.")
        return
    pages = -(-shown // PER_PAGE)
    page = st.pagination(pages, key=f"acts_{shown}_{wanted}") if pages > 1 else 1
    st.html(table(bench.review.history_page(wanted, PER_PAGE, (page - 1) * PER_PAGE)))


def _ways_on(bench: Workbench, acts: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            f"Download all {acts} as history.csv",
            partial(_csv, bench),
            "history.csv",
            "text/csv",
            key="download_history",
            icon=":material/download:",
            on_click="ignore",
            help="With a byte order mark for Excel; without one under Reports. Protected names are masked.",
        )
        navigation.link(navigation.FILES, "Take an import back", ":material/undo:")


def _csv(bench: Workbench) -> str:
    return "".join(bench.reports.history_csv())


def _ask(bench: Workbench) -> ActFilter:
    names, kinds = bench.review.history_names()
    a, b, c, d, e = st.columns([2, 2, 3, 2, 2], vertical_alignment="bottom")
    who = _choice(a, "Who", names, "who", "anyone")
    what = _choice(b, "What", kinds, "what", "anything")
    words = c.text_input("Search", key="words", bind="query-params", placeholder="subject, change or reason")
    since = d.date_input("From", value=None, key="since", bind="query-params", format="YYYY-MM-DD")
    until = e.date_input("To", value=None, key="until", bind="query-params", format="YYYY-MM-DD")
    return ActFilter(who, what, tuple((words or "").casefold().split()), since, until)


def _choice(place: st.delta_generator.DeltaGenerator, label: str, options: list[str], key: str, nothing: str) -> str:
    ordered = sorted(options, key=str.casefold)
    chosen = place.selectbox(label, ordered, index=None, key=key, bind="query-params", placeholder=nothing)
    return chosen or ""


def table(acts: list[Act]) -> str:
    """The acts as an HTML table that wraps long texts."""
    columns = zip(COLUMNS, WIDTHS, strict=True)
    head = "".join(f'<th scope="col" style="width: {width}%">{name}</th>' for name, width in columns)
    body = "".join(map(_row, acts))
    return f'{STYLE}<table class="fc-acts"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _row(act: Act) -> str:
    cells = (f"{act.at:%Y-%m-%d %H:%M}", act.who, act.what, act.subject, act.before, act.after, act.why)
    return f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"
