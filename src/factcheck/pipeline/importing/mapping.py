"""Column names, a person's choices and guesses → which column fills which field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from factcheck.errors import AmbiguousMapping, InvalidValue
from factcheck.pipeline.importing.fields import (
    FIELD_NAMES,
    is_error_column,
    recognise,
    simplify,
)
from factcheck.pipeline.importing.table import RawTable, ReadOptions

_NOTHING: Mapping[str, str] = MappingProxyType({})


def propose_mapping(
    columns: Sequence[str],
    overrides: Mapping[str, str] = _NOTHING,
    guesses: Mapping[str, str] = _NOTHING,
) -> dict[str, str]:
    """Column → field, in column order; columns that map to nothing are absent.

    `overrides` (column name or 1-based number → field, or "" for none) beat `guesses`, which beat
    the names. No field is filled twice: the best name wins, the first among equals.
    Raises InvalidValue for a column or field that does not exist, or a field given to two columns.
    """
    settled = _settle(columns, overrides)
    mapping = {column: field for column, field in settled.items() if field}
    for column, field in guesses.items():
        if column in columns and column not in settled and field not in mapping.values():
            mapping[column] = field
    for column, field in _by_name(columns):
        if column not in settled and column not in mapping and field not in mapping.values():
            mapping[column] = field
    return {column: mapping[column] for column in columns if column in mapping}


def mapping_of(table: RawTable, options: ReadOptions) -> dict[str, str]:
    """The mapping of `table` under the choices in `options`; raises as propose_mapping does."""
    return propose_mapping(table.columns, options.mapping, table.guesses)


def unmapped_columns(columns: Sequence[str], mapping: Mapping[str, str]) -> tuple[str, ...]:
    """The columns that are kept with each claim as extra fields."""
    return tuple(c for c in columns if c not in mapping and not is_error_column(c))


def check_mapping(columns: Sequence[str], mapping: Mapping[str, str]) -> dict[str, str]:
    """The mapping with real column and field names.

    Raises InvalidValue for an unknown column or field, AmbiguousMapping when no column holds text."""
    settled = {column: field for column, field in _settle(columns, mapping).items() if field}
    if not {"claim_text", "article_text"} & set(settled.values()):
        raise AmbiguousMapping(
            f"No column is known to hold the claims. Columns: {_listed(columns)}.",
            "Name it, by its header or number: --map COLUMN=claim_text "
            "(or --map COLUMN=article_text for whole articles).",
        )
    return settled


def _by_name(columns: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Recognised columns with their fields, best name first."""
    found = [(recognise(column), at, column) for at, column in enumerate(columns)]
    known = [(hit[1], at, column, hit[0]) for hit, at, column in found if hit]
    return ((column, field) for _, _, column, field in sorted(known))


def _settle(columns: Sequence[str], overrides: Mapping[str, str]) -> dict[str, str]:
    """Overrides with real column and field names."""
    settled: dict[str, str] = {}
    for key, wanted in overrides.items():
        column, field = _find_column(columns, key), _find_field(wanted)
        if field and field in settled.values():
            raise InvalidValue(
                f"Two columns are mapped to {field}.", "Give each field one column; map the other to nothing."
            )
        settled[column] = field
    return settled


def _find_column(columns: Sequence[str], key: str) -> str:
    if key in columns:
        return key
    for column in columns:
        if simplify(key) and simplify(column) == simplify(key):
            return column
    if key.isascii() and key.isdigit() and 1 <= int(key) <= len(columns):
        return columns[int(key) - 1]
    raise InvalidValue(f"The file has no column {key!r}.", f"Its columns: {_listed(columns)}.")


def _find_field(wanted: str) -> str:
    if not wanted.strip():
        return ""
    for name in FIELD_NAMES:
        if simplify(name) == simplify(wanted):
            return name
    raise InvalidValue(f"There is no field {wanted!r}.", f"Known fields: {', '.join(FIELD_NAMES)}.")


def _listed(columns: Sequence[str]) -> str:
    return ", ".join(f"{number} {column}" for number, column in enumerate(columns, 1))
