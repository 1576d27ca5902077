"""Delimited text and its dialect → records, one for every row, whatever its quotes look like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

Record = list[str]

_TRUSTED_LINES = 3
_TRUSTED_WIDTH = 4


@dataclass(frozen=True)
class Dialect:
    """`delimiter` "" means one column; `width` is the number of cells a row should have."""

    delimiter: str
    width: int
    quoting: bool = True


class Scanner:
    """Takes single records out of delimited text (line ends "\\n")."""

    def __init__(self, text: str, delimiter: str) -> None:
        self.text = text
        self.delimiter = delimiter
        self._patterns = _patterns(delimiter)
        self._never_closed_before = 0

    def line_end(self, at: int) -> int:
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end

    def plain(self, at: int, end: int) -> Record:
        """The cells of the line from `at` to `end`, quotes being ordinary characters."""
        line = self.text[at:end]
        return line.split(self.delimiter) if self.delimiter else [line]

    def quoted(self, at: int) -> tuple[Record, int]:
        """The cells of the record at `at` with quotes taken at their word, and where its last line ends."""
        record: Record = []
        while True:
            cell, at = self._cell(at)
            record.append(cell)
            if at >= len(self.text) or self.text[at] == "\n":
                return record, at
            at += 1

    def records(self, *, quoting: bool) -> Iterator[Record]:
        """All records that are not blank, quotes taken wholly at their word or wholly as characters."""
        at = 0
        while at < len(self.text):
            end = self.line_end(at)
            record = self.plain(at, end)
            if quoting and '"' in self.text[at:end]:
                record, end = self.quoted(at)
            if any(map(str.strip, record)):
                yield record
            at = end + 1

    def _cell(self, at: int) -> tuple[str, int]:
        patterns = self._patterns
        match = patterns.quoted_line.match(self.text, at)
        if match is None and at >= self._never_closed_before and patterns.opening.match(self.text, at):
            match = self._long_cell(at)
        if match is not None:
            return match[1].replace('""', '"'), match.end()
        end = patterns.plain.match(self.text, at)
        assert end is not None  # it also matches nothing
        return end[0], end.end()

    def _long_cell(self, at: int) -> re.Match[str] | None:
        """A quoted cell of several lines; remembers how far no closing quote was found."""
        match = self._patterns.quoted.match(self.text, at)
        if match is None:
            tried = self._patterns.unclosed.match(self.text, at)
            self._never_closed_before = tried.end() if tried else at
        return match


@dataclass(frozen=True)
class _Patterns:
    opening: re.Pattern[str]
    quoted_line: re.Pattern[str]
    quoted: re.Pattern[str]
    unclosed: re.Pattern[str]
    plain: re.Pattern[str]


@lru_cache(maxsize=16)
def _patterns(delimiter: str) -> _Patterns:
    """Cells by regular expression. A quoted cell ends at the first quote before a delimiter or line end.

    Possessive, so that no input makes them backtrack; the bound on the pieces of a cell keeps files
    full of stray quotes from taking quadratic time.
    """
    mark = re.escape(delimiter)
    stop = rf"(?:{mark}|\n|\Z)" if delimiter else r"(?:\n|\Z)"
    stray = rf'""|"(?! *{stop})'
    closing = rf'" *(?={stop})'
    inside, inside_line = rf'(?:[^"]++|{stray}){{0,4000}}+', rf'(?:[^"\n]++|{stray})*+'
    return _Patterns(
        opening=re.compile(' *"'),
        quoted_line=re.compile(rf' *"({inside_line}){closing}'),
        quoted=re.compile(rf' *"({inside}){closing}'),
        unclosed=re.compile(rf' *"{inside}'),
        plain=re.compile(rf"[^{mark}\n]*"),
    )


def split_records(text: str, dialect: Dialect) -> Iterator[Record]:
    """The records of `text` (line ends "\\n"); blank lines are none.

    RFC 4180, read so that a stray quote never swallows a row: where taking a quote at its word does
    not give `width` cells but taking it as a character does, it is a character.
    """
    scanner = Scanner(text, dialect.delimiter)
    if not dialect.quoting:
        yield from scanner.records(quoting=False)
        return
    at = 0
    while at < len(text):
        end = scanner.line_end(at)
        record = scanner.plain(at, end)
        if '"' in text[at:end]:
            record, end = _most_credible(scanner, at, end, record, dialect)
        if any(map(str.strip, record)):
            yield record
        at = end + 1


def _most_credible(scanner: Scanner, at: int, end: int, plain: Record, dialect: Dialect) -> tuple[Record, int]:
    """The better reading of a record whose first line, from `at` to `end`, has quotes in it."""
    quoted, quoted_end = scanner.quoted(at)
    if quoted_end == end:
        loose = len(quoted) != dialect.width == len(plain)
        return (plain if loose else quoted), end
    lines = scanner.text[at:quoted_end].split("\n")
    if len(quoted) == dialect.width and not _are_rows(lines, dialect):
        return quoted, quoted_end
    swallows = dialect.width > 1 and any(_is_row(line, dialect) for line in lines[1:])
    if len(plain) == dialect.width or swallows:
        return plain, end
    return quoted, quoted_end


def _are_rows(lines: list[str], dialect: Dialect) -> bool:
    """Whether the lines of one quoted cell are rows themselves, and too neatly so for chance."""
    if dialect.width < 2 or not all(_is_row(line, dialect) for line in lines if line.strip()):
        return False
    return dialect.delimiter == "\t" or dialect.width >= _TRUSTED_WIDTH or len(lines) >= _TRUSTED_LINES


def _is_row(line: str, dialect: Dialect) -> bool:
    if line.count(dialect.delimiter) + 1 == dialect.width:
        return True
    return '"' in line and len(Scanner(line, dialect.delimiter).quoted(0)[0]) == dialect.width
