"""Text from anywhere in → text whose characters can be counted: spans in it stay true."""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BLANK_LINES = re.compile(r"\n{4,}")
_INVISIBLE = (
    "\u00ad\u200b\u2060\ufeff"  # soft hyphen, zero-width space, word joiner, byte order mark
    "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # writing direction
)
_DROPPED = {
    **{code: None for code in [*range(0x20), *range(0x7F, 0xA0)] if chr(code) not in "\n\t"},
    **{ord(character): None for character in _INVISIBLE},
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}


def clean_text(text: str) -> str:
    """What the text of an article means here: cleaning it again changes nothing.

    Lines end in one newline; control characters other than newline and tab, invisible characters
    and direction marks are gone; half surrogate pairs, which no database stores, are U+FFFD; letters
    are in Unicode normal form C; no line ends in blanks; never more than two blank lines in a row.
    """
    text = _LINE_ENDS.sub("\n", text).translate(_DROPPED)
    text = unicodedata.normalize("NFC", text)
    text = "\n".join(map(str.rstrip, text.split("\n")))
    return _BLANK_LINES.sub("\n\n\n", text).strip("\n")
