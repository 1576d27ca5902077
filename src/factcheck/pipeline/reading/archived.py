"""A web address in → the address of the page itself, and that of its archived copy."""

from __future__ import annotations

import re

_WAYBACK = re.compile(r"^https?://web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?/(https?://.+)$")


def split_archived(url: str) -> tuple[str, str]:
    """The page's own address and `url`, when that is a copy in the Internet Archive; else `url` and ""."""
    found = _WAYBACK.match(url)
    return (found[1], url) if found else (url, "")
