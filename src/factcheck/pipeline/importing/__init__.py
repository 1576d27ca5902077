"""The bytes of a claim file → one claim, article or error for every row in it."""

from factcheck.pipeline.importing.date_order import needs_date_order
from factcheck.pipeline.importing.duplicates import duplicate_key
from factcheck.pipeline.importing.fields import ERROR_COLUMNS, FIELD_NAMES, FIELDS, Field
from factcheck.pipeline.importing.mapping import mapping_of, propose_mapping, unmapped_columns
from factcheck.pipeline.importing.reading import read_table
from factcheck.pipeline.importing.rejects import write_rejects
from factcheck.pipeline.importing.rows import MappedRow, map_rows
from factcheck.pipeline.importing.table import RawRow, RawTable, ReadOptions

__all__ = [
    "ERROR_COLUMNS",
    "FIELDS",
    "FIELD_NAMES",
    "Field",
    "MappedRow",
    "RawRow",
    "RawTable",
    "ReadOptions",
    "duplicate_key",
    "map_rows",
    "mapping_of",
    "needs_date_order",
    "propose_mapping",
    "read_table",
    "unmapped_columns",
    "write_rejects",
]
