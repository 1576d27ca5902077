"""A paragraph in → the same without the place, date and agency that a report opens with, out."""

from __future__ import annotations

import re

from factcheck.model import Span

_DASH = r"\s*[-–—]+\s+"
_DATELINE = re.compile(
    rf"""
      \([^()\n]{{2,25}}\){_DASH}[^\n.!?“"«]{{0,40}}{_DASH}                    # (ANSA) - Rome, January 24 -
    | [^\n.!?“"«(]{{0,50}}\.?[^\n.!?“"«(]{{0,12}}\([^()\n]{{2,25}}\){_DASH}   # Moscow, Nov. 17 (TASS) -
    | [A-Z][A-Z]{{2,}}[A-Z\ ,.'’/]*(?:,?\ [A-Z][a-z]+\.?\ \d{{1,2}})?{_DASH}  # KYIV, June 2 -
    | [A-Z][A-Z]{{2,}}[A-Z\ ]*,\ [A-Z][a-z]+(?:\s[A-Z][a-z]+)?(?:,\ [A-Z][a-z]+\.?\ \d{{1,2}})?{_DASH}
    """,
    re.VERBOSE,
)


def skip_dateline(text: str, span: Span) -> Span:
    """`span` without its dateline: "KYIV, June 2 (Reuters) - The dam …" begins at "The"."""
    match = _DATELINE.match(text, span[0], span[1])
    return (match.end(), span[1]) if match is not None and match.end() < span[1] else span
