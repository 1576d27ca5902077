"""A Content-Type or a file name in → the suffix that says how an article is read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

MEDIA_TYPES: Mapping[str, str] = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
    "application/pdf": ".pdf",
    "application/x-pdf": ".pdf",
    DOCX: ".docx",
}
"""Media type → suffix, for every kind of article that can be read."""

SUFFIXES: tuple[str, ...] = (".txt", ".md", ".html", ".htm", ".pdf", ".docx")

_SAYS_NOTHING = ("", "application/octet-stream", "binary/octet-stream", "application/force-download")


def media_type(content_type: str) -> str:
    """`content_type` without its parameters, in lower case: "text/html"."""
    return content_type.partition(";")[0].strip().lower()


def charset(content_type: str) -> str:
    """The charset parameter of `content_type`, "" without one."""
    for parameter in content_type.split(";")[1:]:
        key, _, value = parameter.partition("=")
        if key.strip().lower() == "charset":
            return value.strip().strip("\"'").lower()
    return ""


def suffix_of_name(name: str) -> str:
    """The suffix of a file name or URL path when it is a known one, else ""."""
    suffix = PurePosixPath(name).suffix.lower()
    return suffix if suffix in SUFFIXES else ""


def suffix_of_type(content_type: str, name: str) -> str:
    """The suffix that `content_type` stands for; that of `name` when the type says nothing; else ""."""
    kind = media_type(content_type)
    return suffix_of_name(name) if kind in _SAYS_NOTHING else MEDIA_TYPES.get(kind, "")
