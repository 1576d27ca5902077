"""Text in → the forms that are compared, keyed or shown."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_SPACE = re.compile(r"\s+")
_NOT_WORD = re.compile(r"[^\w%$€£]+")


def sha256_of(text: str) -> str:
    """The hex sha256 of `text` in UTF-8; lone surrogates are kept apart, not refused."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def one_line(text: str) -> str:
    """`text` with every run of white space, newlines included, made one space."""
    return _SPACE.sub(" ", text).strip()


def comparable(text: str) -> str:
    """`text` without case, punctuation, accents' encoding or spacing: equal means "the same words"."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _NOT_WORD.sub(" ", folded).strip()


def shorten(text: str, limit: int) -> str:
    """`text` on one line in at most `limit` characters, cut at a word, with an ellipsis when cut."""
    line = one_line(text)
    if len(line) <= limit:
        return line
    head = line[: limit - 1]
    cut = head.rfind(" ")
    return (head[:cut] if cut > limit // 2 else head).rstrip(" ,;:") + "…"
