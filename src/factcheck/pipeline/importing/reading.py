"""The bytes of a claim file → one raw table, whatever its format."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from factcheck.errors import UnreadableInput
from factcheck.pipeline.importing.delimited import split_records
from factcheck.pipeline.importing.dialect import detect_delimiter, detect_dialect
from factcheck.pipeline.importing.encoding import DecodedText, decode
from factcheck.pipeline.importing.fields import is_header_name
from factcheck.pipeline.importing.guessing import with_guesses
from factcheck.pipeline.importing.header import find_header, is_known_header
from factcheck.pipeline.importing.json_tables import is_json, read_json
from factcheck.pipeline.importing.table import (
    RawTable,
    ReadOptions,
    make_rows,
    name_columns,
)
from factcheck.pipeline.importing.workbook import is_workbook, read_workbook

_SAVE_AS = "Save it as CSV (UTF-8), XLSX or JSON and import that."
_AS_ARTICLE = "Add it as an article instead: its claims are taken from the text."
_FOREIGN: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "a PDF document", _AS_ARTICLE),
    (b"\xd0\xcf\x11\xe0", "an old (XLS) or password-protected Office file", _SAVE_AS),
    (b"PK\x03\x04", "a zip archive or a document that is no XLSX workbook", _SAVE_AS),
    (b"\x1f\x8b", "a gzip archive", "Unpack it first."),
    (b"{\\rtf", "a rich text document", _AS_ARTICLE),
    (b"\x89PNG", "a picture", "Claims have to come as text."),
    (b"\xff\xd8\xff", "a picture", "Claims have to come as text."),
    (b"SQLite format 3", "a database", _SAVE_AS),
    (b"PAR1", "a Parquet file", _SAVE_AS),
)
_MARKUP = re.compile(r"\s*<(?:!doctype|html|\?xml)", re.IGNORECASE)
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?\n', re.IGNORECASE)
_DELIMITED = {".csv": ",", ".tsv": "\t", ".tab": "\t"}
_JSON = frozenset({".json", ".jsonl", ".ndjson", ".jsonld"})


def read_table(data: bytes, name: str, options: ReadOptions | None = None) -> RawTable:
    """The rows of a claim file (CSV, TSV, XLSX, JSON, JSON Lines, ClaimReview, text), numbered from 1.

    What `options` leaves open is detected and said in the table. Rows that cannot be taken apart
    carry an error; none is left out. Raises UnreadableInput when `data` is no table of claims, and
    InvalidValue for an encoding or delimiter that does not exist.
    """
    options = options or ReadOptions()
    if not data.strip():
        raise _empty(name)
    if is_workbook(data):
        return with_guesses(_from_workbook(data, name, options), options.mapping)
    for signature, what, hint in _FOREIGN:
        if data.startswith(signature):
            raise UnreadableInput(f"{name} is {what}.", hint)
    table = _from_text(decode(data, name, options.encoding), name, options)
    return with_guesses(table, options.mapping)


def _empty(name: str) -> UnreadableInput:
    return UnreadableInput(f"{name} is empty.", "Check that the right file was saved and chosen.")


def _from_workbook(data: bytes, name: str, options: ReadOptions) -> RawTable:
    sheet = read_workbook(data, name)
    table = _with_header(name, "xlsx", sheet.records, options, None)
    if not sheet.others:
        return table
    note = f"Read the sheet {sheet.title!r}; not read: {', '.join(sheet.others)}."
    return replace(table, notes=(note, *table.notes))


def _from_text(decoded: DecodedText, name: str, options: ReadOptions) -> RawTable:
    text, suffix = decoded.text, PurePath(name).suffix.lower()
    if not text.strip():
        raise _empty(name)
    if _MARKUP.match(text):
        raise UnreadableInput(f"{name} is a web page or XML document.", _AS_ARTICLE)
    if options.delimiter is None and (suffix in _JSON or is_json(text)):
        return _from_json(decoded, name)
    if options.delimiter is not None or suffix in _DELIMITED or _is_delimited(text):
        return _from_delimited(decoded, name, options, _DELIMITED.get(suffix, ","))
    return _from_lines(decoded, name, options)


def _from_json(decoded: DecodedText, name: str) -> RawTable:
    found = read_json(decoded.text, name)
    if not found.rows:
        raise _empty(name)
    return RawTable(name, found.format, decoded.encoding, "", True, found.columns, found.rows, notes=found.notes)


def _from_delimited(decoded: DecodedText, name: str, options: ReadOptions, prefer: str) -> RawTable:
    text, delimiter = decoded.text, options.delimiter
    if declared := _SEPARATOR_LINE.match(text):  # how Excel is told the delimiter
        text = text[declared.end() :]
        delimiter = declared[1] if delimiter is None else delimiter
    dialect = detect_dialect(text, delimiter, options.quoting, prefer)
    records = list(split_records(text, dialect))
    table = _with_header(name, "tsv" if dialect.delimiter == "\t" else "csv", records, options, dialect.width)
    return replace(table, encoding=decoded.encoding, delimiter=dialect.delimiter, quoting=dialect.quoting)


def _from_lines(decoded: DecodedText, name: str, options: ReadOptions) -> RawTable:
    """Plain text, one claim a line; a first line that only names the column is a header."""
    lines = [[line] for line in decoded.text.split("\n") if line.strip()]
    headed = is_header_name(lines[0][0]) if options.has_header is None else options.has_header
    columns = name_columns(lines[0] if headed else ["claim_text"], name)
    rows = make_rows(lines[1:] if headed else lines, columns, pad=False)
    return RawTable(name, "text", decoded.encoding, "", headed, columns, rows, quoting=False)


def _with_header(
    name: str, format_: str, records: Sequence[Sequence[str]], options: ReadOptions, width: int | None
) -> RawTable:
    """The table below its header. Rows should have the header's cells, or `width` without a header;
    None means that short rows are filled up."""
    if not records:
        raise _empty(name)
    at = 0 if options.has_header else None
    if options.has_header is None:
        at = find_header(records)
    body = records if at is None else records[at + 1 :]
    widest = max(map(len, records))
    header = records[at] if at is not None else [""] * (width or widest)
    if width is None:
        header = [*header, *[""] * (widest - len(header))]
    columns = name_columns(header, name)
    rows = make_rows(body, columns, pad=width is None)
    return RawTable(name, format_, "", "", at is not None, columns, rows, notes=_header_notes(at, len(body)))


def _header_notes(at: int | None, rows: int) -> tuple[str, ...]:
    notes = []
    if at is None:
        notes.append("There is no header row: columns are named by number.")
    if at:
        notes.append(f"Lines above the header, taken for a title and left out: {at}.")
    if not rows:
        notes.append("The file has a header and no rows.")
    return tuple(notes)


def _is_delimited(text: str) -> bool:
    """Whether a file of unknown kind is a table: it has a known header, or tabs in every line."""
    lines = [line for line in text.split("\n", 200)[:200] if line.strip()]
    delimiter = detect_delimiter("\n".join(lines), "\t")
    if delimiter and is_known_header(lines[0].split(delimiter)):
        return True
    return len(lines) > 1 and len({line.count("\t") for line in lines}) == 1 and "\t" in lines[0]
