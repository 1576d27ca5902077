from __future__ import annotations

import pytest

from factcheck.pipeline.reading import READERS
from factcheck.text.media_types import MEDIA_TYPES, SUFFIXES, charset, media_type, suffix_of_name, suffix_of_type


def test_every_media_type_and_suffix_has_a_reader() -> None:
    assert set(MEDIA_TYPES.values()) <= set(READERS)
    assert set(SUFFIXES) == set(READERS)


@pytest.mark.parametrize(
    ("content_type", "kind", "encoding"),
    [
        ("Text/HTML; Charset='UTF-8'", "text/html", "utf-8"),
        ('text/plain;format=flowed; charset="koi8-r"', "text/plain", "koi8-r"),
        ("application/pdf", "application/pdf", ""),
        ("", "", ""),
        (";;charset", "", ""),
    ],
)
def test_a_content_type_is_taken_apart(content_type: str, kind: str, encoding: str) -> None:
    assert (media_type(content_type), charset(content_type)) == (kind, encoding)


@pytest.mark.parametrize(
    ("name", "suffix"), [("a.PDF", ".pdf"), ("a.b.md", ".md"), ("a", ""), (".txt", ""), ("a.exe", "")]
)
def test_only_known_suffixes_count(name: str, suffix: str) -> None:
    assert suffix_of_name(name) == suffix


@pytest.mark.parametrize(
    ("content_type", "name", "suffix"),
    [
        ("text/html", "a.pdf", ".html"),
        ("application/octet-stream", "a.pdf", ".pdf"),
        ("", "a.docx", ".docx"),
        ("image/png", "a.pdf", ""),
    ],
)
def test_a_type_counts_before_a_name_unless_it_says_nothing(content_type: str, name: str, suffix: str) -> None:
    assert suffix_of_type(content_type, name) == suffix
