"""The bytes of a text file → its text and the name of the encoding it was read with."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from factcheck.errors import InvalidValue, UnreadableInput
from factcheck.pipeline.importing.latin import latin_encoding
from factcheck.pipeline.importing.table import UNDECODABLE

_BOMS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 64_000
_LEAST_EVIDENCE = 12
_CONTROL = re.compile("[\x01-\x08\x0e-\x1f]")
_HIGH_RUN = re.compile(rb"[\x80-\xff]{3,}")
_HIGH_LINE = re.compile(rb"[^\n]*[\x80-\xff][^\n]*\n?")
_OTHER_SCRIPTS = [
    *["cp1251", "koi8_r", "cp866", "cp1253", "cp1255", "cp1256", "cp874"],
    *["shift_jis", "euc_jp", "gb18030", "big5", "euc_kr"],
]


@dataclass(frozen=True)
class DecodedText:
    """Text with line ends made "\\n"; bytes outside `encoding` stand as UNDECODABLE."""

    text: str
    encoding: str


def _mark(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return UNDECODABLE, error.end


codecs.register_error("factcheck-mark", _mark)


def decode(data: bytes, name: str, encoding: str | None = None) -> DecodedText:
    """Text of `data`, in `encoding` or the one detected.

    Raises InvalidValue for an encoding that does not exist, UnreadableInput for what is no text.
    """
    chosen = encoding or detect_encoding(data)
    text = _decode(data, chosen) if chosen else "\x00"
    head = text[:_SAMPLE]
    if "\x00" in text or len(_CONTROL.findall(head)) > len(head) // 50:
        raise UnreadableInput(
            f"{name} is not a text file: it holds binary data.",
            "Save it as CSV (UTF-8), XLSX or JSON in the program that made it, and import that.",
        )
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return DecodedText(text, chosen)


def detect_encoding(data: bytes) -> str:
    """The codec name for `data`; "" for binary data."""
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return codec
    if b"\x00" in data:
        return _unmarked_utf16(data)
    if _is_mostly_utf8(data):
        return "utf-8"
    return _legacy(data)


def _decode(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding, "factcheck-mark")
    except (LookupError, UnicodeError, ValueError) as error:
        raise InvalidValue(
            f"The encoding {encoding!r} cannot be used.",
            "Known encodings: utf-8, utf-16, cp1250, cp1251, cp1252, cp1256, gb18030, shift_jis and others.",
        ) from error


def _unmarked_utf16(data: bytes) -> str:
    """UTF-16 without a byte order mark, or "": spaces and line ends have a NUL on one side only.

    Pairs of two printable ASCII bytes are rare in it, but are what plain text with a NUL consists of.
    """
    head = data[:_SAMPLE]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    ascii_pairs = sum(0x20 <= a < 0x7F and 0x20 <= b < 0x7F for a, b in zip(head[0::2], head[1::2], strict=False))
    if min(even, odd) > 0.01 * max(even, odd) or ascii_pairs > 0.2 * len(head):
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _is_mostly_utf8(data: bytes) -> bool:
    """UTF-8, or UTF-8 with a few broken places: other encodings hardly ever form its sequences."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "factcheck-mark")
        broken = text.count(UNDECODABLE)
        return sum(not c.isascii() for c in text) >= 2 * broken
    return True


def _legacy(data: bytes) -> str:
    """An encoding of one or two bytes a character.

    Only alphabets other than Latin have runs of bytes above 127, which tells them apart safely.
    """
    sample = b"".join(_HIGH_LINE.findall(data))[:_SAMPLE]
    in_runs = sum(map(len, _HIGH_RUN.findall(sample)))
    if in_runs < _LEAST_EVIDENCE or in_runs < 0.3 * sum(byte > 127 for byte in sample):
        return latin_encoding(sample)
    return _other_script(sample) or latin_encoding(sample)


def _other_script(sample: bytes) -> str:
    """An encoding for another alphabet than Latin; "" when none fits."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=_OTHER_SCRIPTS).best()
    if best is None:
        return ""
    if best.encoding == "cp1251" and _slips(sample, "cp1251") > _slips(sample, "koi8_r"):
        return "koi8_r"  # the same bytes with small and capital letters changed over
    return best.encoding


def _slips(sample: bytes, encoding: str) -> int:
    """How often a capital follows a small letter."""
    return len(re.findall("[а-я][А-Я]", sample.decode(encoding, "replace")))
