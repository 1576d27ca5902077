"""JSON, JSON Lines or ClaimReview text → columns, and rows of text cells."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.errors import UnreadableInput
from factcheck.model import RowError
from factcheck.pipeline.importing.claimreview import flatten, index_nodes
from factcheck.pipeline.importing.fields import recognise
from factcheck.pipeline.importing.table import RawRow, brief, make_row, name_columns, printable

_WRAPPERS = ("claims", "data", "rows", "items", "records", "results", "articles", "@graph")
_TEXT_COLUMN = "claim_text"


@dataclass(frozen=True)
class JsonTable:
    format: str
    columns: tuple[str, ...]
    rows: tuple[RawRow, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class _Broken:
    """A line or element that is no object, kept so that its row is accounted for."""

    text: str
    reason: str


def is_json(text: str) -> bool:
    """Whether `text` is a JSON object or list, or begins with a line that is one."""
    head = text.lstrip()
    if not head.startswith(("{", "[")):
        return False
    return any(isinstance(_parse_or_none(part), dict | list) for part in (head, head.split("\n", 1)[0]))


def read_json(text: str, name: str) -> JsonTable:
    """The rows of one JSON document or of JSON Lines; raises UnreadableInput.

    Lists become text joined by "|", objects inside cells stay JSON.
    """
    try:
        document = _parse(text)
    except ValueError as error:
        items = _lines(text, error, name)
        return _table("jsonl", items, (), name)
    items, notes = _items(document, name)
    return _table("json", items, notes, name)


def cell_text(value: object) -> str:
    """A JSON value as a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n")
    if isinstance(value, list) and not any(isinstance(item, dict | list) for item in value):
        return "|".join(map(cell_text, value))
    return json.dumps(value, ensure_ascii=False)


def _parse(text: str) -> Any:
    """JSON with its numbers as written; too deep nesting is a ValueError like other bad JSON."""
    try:
        return json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error


def _parse_or_none(text: str) -> Any:
    try:
        return _parse(text)
    except ValueError:
        return None


def _lines(text: str, error: ValueError, name: str) -> list[object]:
    """The objects of JSON Lines; broken lines stay in place as _Broken."""
    items: list[object] = []
    for line in filter(str.strip, text.split("\n")):
        try:
            items.append(_parse(line))
        except ValueError as broken:
            items.append(_Broken(line, str(broken)))
    if sum(isinstance(item, dict) for item in items) < len(items) / 2:
        raise UnreadableInput(
            f"{name} is not valid JSON: {error}.", "Export it again, or check the place named."
        ) from error
    return items


def _items(document: object, name: str) -> tuple[list[object], tuple[str, ...]]:
    """The rows inside a whole document, and what was passed over."""
    if isinstance(document, list):
        return document, ()
    if not isinstance(document, dict):
        raise UnreadableInput(f"{name} holds a single JSON value, no claims.", "Give a list of objects, one a claim.")
    key = _wrapped(document)
    if not key:
        return [document], ()
    beside = ", ".join(k for k in document if k != key)
    notes = (f"Read the list under {key!r}; left aside: {beside}.",) if beside else ()
    return document[key], notes


def _wrapped(document: Mapping[str, Any]) -> str:
    """The key under which an object keeps its rows; "" when the object is itself a row."""
    if any((hit := recognise(key)) and hit[0] in ("claim_text", "article_text") for key in document):
        return ""
    lists = [k for k, v in document.items() if isinstance(v, list) and v and isinstance(v[0], dict)]
    known = [key for key in _WRAPPERS if key in lists]
    return (known or lists or [""])[0]


def _table(format_: str, items: Sequence[object], notes: tuple[str, ...], name: str) -> JsonTable:
    index = index_nodes(items)
    flat = [[item] if isinstance(item, _Broken) else flatten(item, index) for item in items]
    if any(isinstance(row, dict) for rows in flat for row in rows):
        format_, items = "claimreview", [row for rows in flat for row in rows]
        if left_out := sum(not rows for rows in flat):
            notes = (*notes, f"{left_out} other objects in the file are no ClaimReview and were left aside.")
    objects = _as_objects(items)
    keys = list(dict.fromkeys(key for item in objects if isinstance(item, dict) for key in item))
    columns = name_columns(keys or [_TEXT_COLUMN], name)
    rows = tuple(_row(number, item, keys, columns) for number, item in enumerate(objects, 1))
    return JsonTable(format_, columns, rows, notes)


def _as_objects(items: Sequence[object]) -> list[object]:
    """Items that are all text become claims; beside objects, what is no object is broken."""
    mixed = any(isinstance(item, dict) for item in items)
    return [_as_object(item, mixed) for item in items]


def _as_object(item: object, mixed: bool) -> object:
    if isinstance(item, dict | _Broken):
        return item
    if isinstance(item, str) and not mixed:
        return {_TEXT_COLUMN: item}
    return _Broken(cell_text(item), "it is a bare value or list")


def _row(number: int, item: object, keys: Sequence[str], columns: Sequence[str]) -> RawRow:
    if isinstance(item, dict):
        return make_row(number, [cell_text(item.get(key)) for key in keys] or [""], columns, pad=True)
    assert isinstance(item, _Broken)
    error = RowError(
        row=number,
        column="",
        value=brief(printable(item.text)),
        code="E_COLUMN_COUNT",
        message=f"This row is no JSON object: {item.reason}.",
        hint='Write it as {"claim_text": "…"}.',
    )
    return RawRow(number, (printable(item.text), *[""] * (len(columns) - 1)), error)
