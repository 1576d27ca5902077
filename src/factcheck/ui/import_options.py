"""Step 2: what was detected in a claim file, and the choices that overrule it."""

from __future__ import annotations

import streamlit as st

from factcheck.ui.import_file import ChosenFile
from factcheck.ui.literal import counted, literal
from factcheck.workbench.imports import Preview, ReadOptions

FORMATS = {
    "csv": "CSV",
    "tsv": "TSV",
    "xlsx": "Excel workbook",
    "json": "JSON",
    "jsonl": "JSON Lines",
    "claimreview": "ClaimReview JSON-LD",
    "text": "Plain text, one claim a line",
}
DETECTED = "As detected"
DELIMITERS = {DETECTED: None, "Comma": ",", "Semicolon": ";", "Tab": "\t", "Pipe |": "|"}
HEADERS = {DETECTED: None, "First row": True, "No header": False}
QUOTING = {DETECTED: None, "Enclose cells": True, "Ordinary characters": False}
ENCODINGS = {
    DETECTED: None,
    "UTF-8": "utf-8",
    "UTF-16": "utf-16",
    "Western Europe (windows-1252)": "cp1252",
    "Central Europe (windows-1250)": "cp1250",
    "Cyrillic (windows-1251)": "cp1251",
    "Cyrillic (KOI8-U)": "koi8-u",
    "Greek (windows-1253)": "cp1253",
    "Turkish (windows-1254)": "cp1254",
    "Hebrew (windows-1255)": "cp1255",
    "Arabic (windows-1256)": "cp1256",
    "Baltic (windows-1257)": "cp1257",
    "Chinese (GB 18030)": "gb18030",
    "Chinese (Big5)": "big5",
    "Japanese (Shift JIS)": "shift_jis",
    "Korean (EUC-KR)": "euc_kr",
}
_NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe"}


def choose(file: ChosenFile) -> ReadOptions:
    """The choices, drawn before the file is read, so that a wrong one can be taken back."""
    st.subheader("2. How it is read")
    with st.expander("Change how it is read"):
        columns = st.columns(4)
        encoding = columns[0].selectbox(
            "Encoding",
            list(ENCODINGS),
            key=file.field("encoding"),
            help="Choose another one when letters look wrong. Not for Excel files.",
        )
        delimiter = columns[1].selectbox("Delimiter", list(DELIMITERS), key=file.field("delimiter"))
        header = columns[2].selectbox("Header", list(HEADERS), key=file.field("header"))
        quoting = columns[3].selectbox("Double quotes", list(QUOTING), key=file.field("quoting"))
    return ReadOptions(
        encoding=ENCODINGS[encoding],
        delimiter=DELIMITERS[delimiter],
        has_header=HEADERS[header],
        quoting=QUOTING[quoting],
    )


def describe(preview: Preview) -> None:
    """In one line how the file is read now, and what the reader had to say."""
    table = preview.table
    parts = [
        FORMATS.get(table.format, table.format),
        f"encoding {table.encoding}" if table.encoding else "",
        f"delimiter {_NAMES.get(table.delimiter, table.delimiter)}" if table.delimiter else "",
        "with a header row" if table.has_header else "without a header row",
        f"{counted(len(table.rows), 'row')} in {counted(len(table.columns), 'column')}",
    ]
    st.markdown(" · ".join(literal(part) for part in parts if part))
    for note in table.notes:
        st.caption(literal(note))
