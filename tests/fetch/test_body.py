from __future__ import annotations

import gzip
import zlib

import pytest

from factcheck.errors import FetchFailed
from factcheck.fetch.body import read_body

URL = "https://news.example/a"
TEXT = b"The bridge was closed at noon, the mayor said. " * 200


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("encoding", "sent"),
    [
        ("", TEXT),
        ("identity", TEXT),
        ("gzip", gzip.compress(TEXT, mtime=0)),
        ("X-GZIP", gzip.compress(TEXT, mtime=0)),
        ("gzip", gzip.compress(TEXT[:100], mtime=0) + gzip.compress(TEXT[100:], mtime=0)),
        ("gzip", gzip.compress(TEXT, mtime=0) + b"\0\0\0"),
        ("deflate", zlib.compress(TEXT)),
        ("deflate", raw_deflate(TEXT)),
    ],
)
def test_a_body_comes_out_as_it_was_before_compression(encoding: str, sent: bytes) -> None:
    pieces = [sent[i : i + 7] for i in range(0, len(sent), 7)]
    assert read_body(URL, pieces, encoding, len(TEXT)) == TEXT


def test_an_empty_compressed_body_is_empty() -> None:
    assert read_body(URL, [], "gzip", 10) == b""


def test_an_endless_body_is_stopped_at_the_limit() -> None:
    taken = 0

    def endless() -> object:
        nonlocal taken
        while True:
            taken += 1
            yield b"x" * 1000

    with pytest.raises(FetchFailed, match=r"larger than 0\.01 MB"):
        read_body(URL, endless(), "", 10_000)  # type: ignore[arg-type]
    assert taken == 11


@pytest.mark.parametrize(
    ("encoding", "bomb"),
    [
        ("gzip", gzip.compress(bytes(50_000_000), mtime=0)),
        ("gzip", gzip.compress(bytes(600_000), mtime=0) * 3),
        ("deflate", zlib.compress(bytes(50_000_000))),
        ("deflate", raw_deflate(bytes(50_000_000))),
    ],
)
def test_a_decompression_bomb_is_stopped_at_the_limit(encoding: str, bomb: bytes) -> None:
    with pytest.raises(FetchFailed, match="larger than 1 MB"):
        read_body(URL, [bomb], encoding, 1_000_000)


def test_thousands_of_empty_gzip_members_are_refused() -> None:
    with pytest.raises(FetchFailed, match="cut off"):
        read_body(URL, [gzip.compress(b"", mtime=0) * 5000], "gzip", 1_000_000)


def test_a_body_cut_off_halfway_is_a_failed_fetch() -> None:
    with pytest.raises(FetchFailed, match="cut off"):
        read_body(URL, [gzip.compress(TEXT, mtime=0)[:-20]], "gzip", 1_000_000)


def test_a_damaged_body_is_a_failed_fetch() -> None:
    with pytest.raises(FetchFailed, match="damaged"):
        read_body(URL, [b"\x1f\x8b this is no gzip"], "gzip", 1_000_000)


def test_an_unknown_compression_is_named() -> None:
    with pytest.raises(FetchFailed, match="'br'"):
        read_body(URL, [b"abc"], "br", 1_000_000)
