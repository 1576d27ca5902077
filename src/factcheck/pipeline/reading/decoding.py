"""The bytes of a text document in → its characters, whatever encoding they are in."""

from __future__ import annotations

import codecs

from factcheck.pipeline.reading.document import RawDocument
from factcheck.text.media_types import charset

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What browsers mean by these labels (WHATWG Encoding Standard): the Windows page that extends them.
_MEANT = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}
_LIKELY = [
    *("cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874"),
    *("koi8_r", "koi8_u", "cp866", "iso8859_2", "iso8859_5", "iso8859_7", "iso8859_15", "mac_cyrillic"),
    *("gb18030", "big5", "cp932", "euc_jp", "iso2022_jp", "cp949", "utf_16", "utf_32"),
]
_CENTRAL_EUROPEAN = {
    *("Polish", "Czech", "Slovak", "Hungarian", "Romanian", "Croatian", "Slovene", "Serbian", "Albanian"),
}
_DAMAGED = "\ufffd"
_MOST_RUBBISH = 0.05
_ALLOWED_DAMAGE = 0.05


def decode(document: RawDocument, declared: str = "") -> str:
    """The text of `document`; `declared` is the encoding that the document itself names.

    Tried in order: byte order mark, UTF-16 without one, UTF-8 (hardly any other text passes for it),
    `declared`, the charset of the content type, then UTF-8 with a few damaged bytes (shown as
    U+FFFD), and last the likeliest encoding by its letters. Raises UnreadableInput for what is no text.
    """
    text = (
        _marked(document.data)
        or _utf16(document.data)
        or _strict(document.data, "utf-8" if not document.data.isascii() else "")
        or _strict(document.data, declared)
        or _strict(document.data, charset(document.content_type))
        or _strict(document.data, "utf-8")
        or _damaged_utf8(document.data)
        or _guessed(document.data)
    )
    if not text.strip():
        raise document.unreadable("has no text in a known encoding", "Save it as UTF-8 text.")
    if _rubbish(text) > _MOST_RUBBISH:
        raise document.unreadable("is not a text file", "Check that its ending fits what is in it.")
    return text


def _marked(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    return ""


def _utf16(data: bytes) -> str:
    """Text as UTF-16 without a mark: its blanks and line ends leave zeros on one side only."""
    sides = {"utf-16-le": data[1::2].count(0), "utf-16-be": data[::2].count(0)}
    encoding, zeros = max(sides.items(), key=lambda side: side[1])
    is_lopsided = zeros > 0.02 * len(data) and min(sides.values()) <= 0.02 * zeros
    return _strict(data, encoding) if is_lopsided else ""


def _strict(data: bytes, encoding: str) -> str:
    """`data` in `encoding`, "" when it is not that or there is no such encoding."""
    try:
        name = codecs.lookup(encoding).name
        return data.decode(_MEANT.get(name, name))
    except (LookupError, UnicodeError, ValueError):
        return ""


def _damaged_utf8(data: bytes) -> str:
    text = data.decode("utf-8", "replace")
    foreign = sum(not character.isascii() for character in text)
    return text if text.count(_DAMAGED) <= _ALLOWED_DAMAGE * foreign else ""


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_LIKELY).best()
    if best is None:
        return ""
    if best.encoding == "cp1250" and best.language not in _CENTRAL_EUROPEAN:
        # Short western text scores the same in both; there is far more of it in cp1252.
        return _strict(data, "cp1252") or str(best)
    return str(best)


def _rubbish(text: str) -> float:
    """The share of characters that no text holds: controls and replaced bytes."""
    controls = sum(text.count(chr(code)) for code in range(0x20) if chr(code) not in "\t\n\r\f\v")
    controls += sum(text.count(chr(code)) for code in range(0x7F, 0xA0) if code != 0x85)
    return (controls + text.count(_DAMAGED)) / len(text)
