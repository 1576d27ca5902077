"""The workbench behind the pages: opened once, its faults shown in one way, its analysis run beside the pages."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import streamlit as st

from factcheck import config
from factcheck.errors import AlreadyRunning, FactcheckError
from factcheck.model import Analysis
from factcheck.ui.literal import literal
from factcheck.workbench import Workbench


@st.cache_resource(show_spinner="Opening the workbench …")
def _opened() -> Workbench:
    """One engine for all users of this server."""
    bench = Workbench.open(config.load())
    gc.freeze()
    return bench


@st.cache_resource
def _worker() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="analysis")


def workbench() -> Workbench:
    """The workbench in the project of this browser tab; stops the page with a clear error if it will not open."""
    try:
        bench = _opened()
        name = current_project(bench)
        return bench if name == bench.project else bench.in_project(name)
    except FactcheckError as error:
        show_error(error)
        st.stop()


def current_project(bench: Workbench) -> str:
    """From the address, else this tab's last, else the first project with claims."""
    name = st.query_params.get("project") or st.session_state.get("project") or _first_with_claims(bench)
    st.session_state["project"] = name
    st.query_params["project"] = name
    return str(name)


def _first_with_claims(bench: Workbench) -> str:
    names = [bench.project, *(name for name in bench.projects() if name != bench.project)]
    return next((name for name in names if bench.in_project(name).browse.has_claims()), bench.project)


def reviewer() -> str:
    """Who is at this browser, "" until they have said so."""
    return str(st.session_state.get("reviewer", ""))


def start_analysis(bench: Workbench) -> None:
    """Begin an analysis beside the pages; when one runs already, its result serves this reader too."""
    try:
        started = bench.analysis.start()
    except AlreadyRunning as error:
        notify("info", str(error))
        return
    _worker().submit(_analyse, bench, started)


def _analyse(bench: Workbench, started: Analysis) -> None:
    try:
        bench.analysis.run(started=started)
    finally:
        # What the models brought stays for good; looking through it after every rerun costs half a second.
        gc.freeze()


@st.cache_resource
def _projects_read() -> set[str]:
    """Projects whose queue the worker is going through."""
    return set()


_ONE_AT_A_TIME = threading.Lock()


def keep_reading(bench: Workbench) -> None:
    """See to it that the worker goes through this project's queue of articles; pages may ask again and again."""
    with _ONE_AT_A_TIME:
        if bench.project in _projects_read():
            return
        _projects_read().add(bench.project)
    _worker().submit(_read_on, bench, _projects_read())


def _read_on(bench: Workbench, being_read: set[str]) -> None:
    """One article; then the next stands behind what was asked for meanwhile, so that an analysis need not wait."""
    more = False
    try:
        more = bench.reading.read_next()
    finally:
        gc.freeze()
        if more:
            _worker().submit(_read_on, bench, being_read)
        else:
            being_read.discard(bench.project)


def warm_up() -> None:
    """Load the language model beside the first page, so that the first article need not wait for it."""
    from factcheck.workbench.warmup import load_models

    threading.Thread(target=load_models, name="warm-up", daemon=True).start()


NAMELESS = "Say who you are first: the field “Your name” in the sidebar. Nothing was changed."

NOTICES = {
    "success": (":material/check_circle:", 8),
    "info": (":material/info:", 12),
    "warning": (":material/warning:", 30),
    "error": (":material/error:", 30),
}
"""Kind of message → its sign, and for how many seconds it stays unless it is closed."""


def notify(kind: str, message: str) -> None:
    """Keep a message, as plain text, for the page's next run: "success", "info", "warning" or "error"."""
    st.session_state["notice"] = (kind, message)


def show_notice() -> None:
    """Show the message that the last action left, once: over the page, so that it is seen wherever the reader is."""
    kind, message = st.session_state.pop("notice", ("", ""))
    if message:
        icon, seconds = NOTICES[kind]
        st.toast(literal(message), icon=icon, duration=seconds)


def show_error(error: FactcheckError) -> None:
    st.error(f"**{literal(error.message)}**  \n{literal(error.hint)}")


def attempt(action: Callable[..., Any], *args: Any, done: str = "", **kwargs: Any) -> bool:
    """Do something for a button: a fault becomes a message on the next run, and the answer False."""
    try:
        action(*args, **kwargs)
    except FactcheckError as error:
        notify("error", str(error))
        return False
    if done:
        notify("success", done)
    return True


@contextmanager
def faults_shown() -> Iterator[None]:
    """Show an expected fault where it happens, and go on with the page below."""
    try:
        yield
    except FactcheckError as error:
        show_error(error)
