"""A word → the condition that a text holds it, in any case."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa


def holds(column: sa.Column[Any], word: str) -> sa.ColumnElement[bool]:
    """`column` holds `word`: in any case for ASCII; else as typed, in small or in capital letters, or capitalised.

    SQLite knows the case of ASCII letters only.
    """
    if word.isascii():
        return column.icontains(word, autoescape=True)
    spellings = dict.fromkeys((word, word.lower(), word.upper(), word.lower().capitalize()))
    return sa.or_(*(column.contains(spelling, autoescape=True) for spelling in spellings))
