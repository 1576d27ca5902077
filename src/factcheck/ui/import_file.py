"""A chosen claim file and how it is read → its preview; read once for the same choices."""

from __future__ import annotations

import csv
import hashlib
import io
from dataclasses import dataclass

import streamlit as st

from factcheck.workbench import Workbench
from factcheck.workbench.imports import Preview, ReadOptions

TYPES = ["csv", "tsv", "xlsx", "json", "jsonl", "jsonld", "txt"]

SAMPLE = (
    ("claim_text", "claim_author_name", "claim_date", "source_name", "source_url", "external_id"),
    (
        "The bridge over the Arda was closed for two days.",
        "Mayor of Lower Arda",
        "2024-03-11",
        "Arda Courier",
        "https://example.org/bridge",
        "bridge-1",
    ),
    (
        "The bridge over the Arda has been open all week.",
        "Regional road office",
        "2024-03-12",
        "Radio Arda",
        "https://example.org/roads",
        "bridge-2",
    ),
    (
        "Forty lorries had to take the mountain road.",
        "Hauliers' union",
        "2024-03",
        "Arda Courier",
        "https://example.org/lorries",
        "bridge-3",
    ),
)
"""An invented claim file: a header and three rows."""


@dataclass(frozen=True)
class ChosenFile:
    """An uploaded claim file; its bytes stay with the uploader under `key`."""

    key: str
    name: str
    data: bytes
    sha256: str

    def field(self, name: str) -> str:
        """The session key of a choice about this file."""
        return f"import_{self.sha256[:16]}_{name}"


def sample_csv() -> bytes:
    """The sample as CSV that Excel opens right."""
    out = io.StringIO()
    csv.writer(out).writerows(SAMPLE)
    return out.getvalue().encode("utf-8-sig")


def choose(bench: Workbench) -> ChosenFile | None:
    """Step 1: the uploader, and a sample to start from."""
    st.subheader("1. Choose a file")
    key = f"claim_file_{st.session_state.get('import_round', 0)}"
    chosen = st.file_uploader(
        "CSV, TSV, Excel (.xlsx), JSON, JSON Lines, ClaimReview JSON-LD, or plain text with one claim a line",
        type=TYPES,
        key=key,
        max_upload_size=bench.desk.settings.max_file_mb,
    )
    if chosen is None:
        st.download_button(
            "Download a sample CSV",
            sample_csv(),
            "claims-sample.csv",
            "text/csv",
            key="sample_csv",
            icon=":material/download:",
            on_click="ignore",
            help="Only the column claim_text is needed; columns with other names can be mapped by hand.",
        )
        return None
    data = chosen.getvalue()
    return ChosenFile(key, chosen.name, data, hashlib.sha256(data).hexdigest())


def start_over() -> None:
    """An empty uploader."""
    st.session_state["import_round"] = st.session_state.get("import_round", 0) + 1


def preview(bench: Workbench, file: ChosenFile, options: ReadOptions) -> Preview:
    """How the file would be read. Raises UnreadableInput or InvalidValue."""
    return _preview(bench, file.data, file.sha256, file.name, options, repr(options))


@st.cache_resource(scope="session", max_entries=2, show_spinner="Reading the file …")
def _preview(_bench: Workbench, _data: bytes, sha256: str, name: str, _options: ReadOptions, choices: str) -> Preview:
    return _bench.imports.preview(_data, name, _options)
