"""Delimited text and what the user settled → delimiter, quoting and row width."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from factcheck.errors import InvalidValue
from factcheck.pipeline.importing.delimited import Dialect, Record, Scanner
from factcheck.pipeline.importing.fields import is_header_name

_CANDIDATES = ",;\t|"
_SAMPLE_RECORDS = 1_000
_NAMED = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "none": ""}
_LEAST_SHARE = 0.6


def detect_dialect(text: str, delimiter: str | None, quoting: bool | None, prefer: str = ",") -> Dialect:
    """How `text` (line ends "\\n") is delimited; a given `delimiter` or `quoting` is kept.

    `prefer` wins between delimiters that fit equally well. Raises InvalidValue for a delimiter that
    is neither one character nor one of the names tab, comma, semicolon, pipe, none.
    """
    chosen = detect_delimiter(text, prefer) if delimiter is None else check_delimiter(delimiter)
    width, share = _shape(_sample(text, chosen, quoting=True))
    plain_width, plain_share = _shape(_sample(text, chosen, quoting=False))
    if quoting is False or plain_share > share:
        width = plain_width
    if quoting is None:
        quoting = not _has_stray_quotes(text, chosen, width)
    return Dialect(chosen, width, quoting)


def check_delimiter(value: str) -> str:
    """The delimiter itself for a character or a name such as "tab"."""
    delimiter = _NAMED.get(value.casefold(), value)
    if len(delimiter) > 1 or delimiter in ('"', "\n", "\r"):
        raise InvalidValue(
            f"{value!r} cannot be a delimiter.",
            f"Give one character, or one of {', '.join(k for k in _NAMED if k.isalpha())}.",
        )
    return delimiter


def detect_delimiter(text: str, prefer: str) -> str:
    """The candidate that gives the most known headers, then the evenest rows; "" for one column."""
    order = sorted(_CANDIDATES, key=lambda d: d != prefer)
    scores = {d: score for d in order if (score := _score(text, d))}
    return max(scores, key=lambda d: scores[d]) if scores else ""


def _score(text: str, delimiter: str) -> tuple[int, bool, float, int] | None:
    """How well `delimiter` fits, as something to compare; None when it does not split the rows."""
    readings = [_sample(text, delimiter, quoting=quoting) for quoting in (True, False)]
    records = max(readings, key=lambda records: _shape(records)[1])
    width, share = _shape(records)
    header = max(records[:5], key=_known_names, default=[])
    known = _known_names(header)
    if known and len(header) > 1:
        return known, len(header) == width, share, width
    if width < 2 or share < _LEAST_SHARE or known:
        return None
    return 0, len(records[0]) == width, share, width


def _known_names(record: Record) -> int:
    return sum(map(is_header_name, record))


def _sample(text: str, delimiter: str, *, quoting: bool) -> list[Record]:
    return list(islice(Scanner(text, delimiter).records(quoting=quoting), _SAMPLE_RECORDS))


def _shape(records: Sequence[Record]) -> tuple[int, float]:
    """The commonest width, and the share of records that have it."""
    if not records:
        return 1, 0.0
    width, count = Counter(map(len, records)).most_common(1)[0]
    return width, count / len(records)


def _has_stray_quotes(text: str, delimiter: str, width: int) -> bool:
    """Whether quotes are characters here: every line is a row as it stands, and some quote is loose.

    A writer that quotes cells (RFC 4180) leaves no quote in a cell that it did not quote.
    """
    if '"' not in text or width < 2:
        return False
    if any(line.count(delimiter) + 1 != width for line in text.split("\n") if line.strip()):
        return False
    mark = re.escape(delimiter)
    cell = rf'(?:"(?:[^"]++|"")*+"|[^"\n{mark}]*+)'
    return re.fullmatch(rf"(?:{cell}(?:{mark}{cell})*+(?:\n|\Z))*+", text) is None
