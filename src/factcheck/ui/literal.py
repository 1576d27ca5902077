"""Text from a file or a person → Markdown that shows exactly that text."""

from __future__ import annotations

import re

from factcheck.text.normalise import one_line, shorten

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-!|~$:.])")


def literal(text: str, limit: int = 0) -> str:
    """`text` on one line with Markdown's signs disarmed; cut at a word when longer than `limit`."""
    line = shorten(text, limit) if limit else one_line(text)
    return _MARKDOWN.sub(r"\\\1", line)


def counted(number: int, one: str, many: str = "") -> str:
    """ "1 claim", "2 claims", "no claims"."""
    if number == 1:
        return f"1 {one}"
    return f"{number or 'no'} {many or one + 's'}"
