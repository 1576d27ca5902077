"""What a reviewer typed → quotes found in the article, dates, chains, and a proposal for a split."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from factcheck.errors import InvalidValue
from factcheck.model import DatePrecision, Span
from factcheck.text.dates import ParsedDate, parse_date
from factcheck.text.normalise import shorten

_ALIKE = ('"“”„‟«»″', "'’‘‚‛`´′", "-‐‑‒–—−")
"""Signs that a keyboard writes in one way and a newspaper in several."""

_CHAIN_BREAK = re.compile(r"\s*[>›→|;]\s*")
_CLAUSE_BREAK = re.compile(r"(?<=[.!?;])\s+|,?\s+(?:and|but|while|whereas|although)\s+(?=\w+\s+\w+)|,\s+(?=\w+\s+\w+)")
_LONGEST_QUOTE = 5_000


def find_quote(text: str, words: str, near: int = 0) -> Span | None:
    """Where `words` stand in `text`: as they are, else with other spacing, quotation marks or dashes.

    When they stand there more than once, the place closest to `near`. None when they do not.
    """
    wanted = words.strip()
    if not wanted or len(wanted) > _LONGEST_QUOTE:
        return None
    for pattern in (re.escape(wanted), _loose(wanted)):
        found = [match.span() for match in re.finditer(pattern, text)]
        if found:
            return min(found, key=lambda span: abs(span[0] - near))
    return None


def _loose(words: str) -> str:
    return r"\s+".join("".join(map(_sign, part)) for part in words.split())


def _sign(character: str) -> str:
    alike = next((signs for signs in _ALIKE if character in signs), "")
    return f"[{re.escape(alike)}]" if alike else re.escape(character)


def read_day(typed: str, what: str) -> ParsedDate:
    """A date at the precision it was typed with; ("", UNKNOWN) for nothing.

    Raises InvalidValue for what is no date, reads two ways, or lies in the future.
    """
    if not typed.strip():
        return "", DatePrecision.UNKNOWN
    found = parse_date(typed)
    if found is None:
        raise InvalidValue(
            f"{what} “{shorten(typed, 40)}” is no date, or reads two ways.",
            "Write it as 2024-05-31; if only that is known, as 2024-05 or 2024.",
        )
    # Wherever the reader is, it is tomorrow at most.
    if found[0][:10] > (datetime.now(UTC) + timedelta(days=1)).date().isoformat():
        raise InvalidValue(f"{what} “{shorten(typed, 40)}” lies in the future.", "Check the year.")
    return found


def read_chain(typed: str) -> tuple[str, ...]:
    """ "TASS > the ministry" → ("TASS", "the ministry")."""
    return tuple(part.strip() for part in _CHAIN_BREAK.split(typed) if part.strip())


def write_chain(chain: tuple[str, ...]) -> str:
    return " > ".join(chain)


def propose_split(text: str) -> tuple[str, str]:
    """Two halves of `text`, cut at the clause break closest to its middle; the second is "" without one."""
    breaks = [match.span() for match in _CLAUSE_BREAK.finditer(text)]
    if not breaks:
        return text, ""
    start, end = min(breaks, key=lambda span: abs(span[0] + span[1] - len(text)))
    first, second = text[:start].strip(), text[end:].strip()
    return first, second[:1].upper() + second[1:]
