"""The chunks of a response in → its decompressed bytes, never more than a limit."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from factcheck.errors import FetchFailed

_GZIP = 16 + zlib.MAX_WBITS
_ZLIB = zlib.MAX_WBITS
_RAW_DEFLATE = -zlib.MAX_WBITS
_GZIP_MAGIC = b"\x1f\x8b"
_MOST_MEMBERS = 100  # each one copies the rest, so thousands of empty ones would cost minutes


def read_body(url: str, chunks: Iterable[bytes], encoding: str, limit: int) -> bytes:
    """The body of `url`, its Content-Encoding undone.

    Raises FetchFailed when it is longer than `limit` bytes before or after decompression, cut off,
    damaged, or of an encoding other than gzip, deflate and identity.
    """
    raw = bytearray()
    for chunk in chunks:
        raw += chunk
        if len(raw) > limit:
            raise too_large(url, limit)
    try:
        return _decoded(url, bytes(raw), encoding.strip().lower(), limit)
    except zlib.error as error:
        raise FetchFailed(f"{url} sent a damaged document ({error}).", "Try again later.") from error


def too_large(url: str, limit: int) -> FetchFailed:
    return FetchFailed(
        f"{url} is larger than {limit / 1_000_000:g} MB.",
        "Save the part you need as a text file and load that.",
    )


def _decoded(url: str, raw: bytes, encoding: str, limit: int) -> bytes:
    if encoding in ("", "identity") or not raw:
        return raw
    if encoding in ("gzip", "x-gzip"):
        return _inflated(url, raw, _GZIP, limit)
    if encoding == "deflate":
        # RFC 9110 means zlib; some servers send bare deflate. A zlib header is divisible by 31.
        is_zlib = raw[0] & 0x0F == 8 and int.from_bytes(raw[:2], "big") % 31 == 0
        return _inflated(url, raw, _ZLIB if is_zlib else _RAW_DEFLATE, limit)
    raise FetchFailed(
        f"{url} is compressed as {encoding!r}, which cannot be read.",
        "Save the page in your browser and load the file.",
    )


def _inflated(url: str, raw: bytes, wbits: int, limit: int) -> bytes:
    """The members of `raw` decompressed one after the other, with the output capped while it grows."""
    out = bytearray()
    for _ in range(_MOST_MEMBERS):
        decompressor = zlib.decompressobj(wbits)
        out += decompressor.decompress(raw, limit + 1 - len(out))
        if len(out) > limit:
            raise too_large(url, limit)
        raw = decompressor.unused_data
        if not decompressor.eof or not raw.startswith(_GZIP_MAGIC):
            break
    if not decompressor.eof or raw.startswith(_GZIP_MAGIC):
        raise FetchFailed(f"{url} sent a document that is cut off.", "Try again later.")
    return bytes(out)
