"""The bytes of a Markdown file in → plain text, title and the fields of its front matter."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from factcheck.model import Article
from factcheck.pipeline.reading.cleaning import clean_text
from factcheck.pipeline.reading.dateline import parse_dateline
from factcheck.pipeline.reading.decoding import decode
from factcheck.pipeline.reading.document import RawDocument
from factcheck.pipeline.reading.tables import is_table_rule, unframed

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n(?:---|\.\.\.)(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(\w+):[ \t]*(.+)$", re.MULTILINE)
_FENCE = re.compile(r"^ {0,3}(```+|~~~+)")
_HEADING = re.compile(r"^ {0,3}#{1,6}(?:[ \t]+(.*?))?(?:[ \t]+#+)?$")
_TITLE = re.compile(r"^ {0,3}#[ \t]+\S")
_UNDERLINE = re.compile(r"^ {0,3}(=+|-{2,})$")
_RULE = re.compile(r"^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_REFERENCE = re.compile(r"^ {0,3}\[[^\]^][^\]]*\]:[ \t]*\S+.*$")
_QUOTE = re.compile(r"^ {0,3}(?:>[ \t]?)+")
_BULLET = re.compile(r"^([ \t]*)[*+-][ \t]+")

_VERBATIM = re.compile(
    r"(`+)(?P<code>.{1,500}?)(?<!`)\1(?!`)"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|<(?:mailto:)?(?P<address>(?:https?://|[\w.+-]+@)[^<>\s]+)>"
)
_LINK = re.compile(r"!?\[((?:[^\[\]\\]|\\.)*)\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\])")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--.{0,500}?-->")
_EMPHASIS = (
    re.compile(r"(\*{1,3})(?=[^\s*])([^*]+?)(?<=[^\s*])\1"),
    re.compile(r"(?<!\w)(_{1,3})(?=[^\s_])(.{1,500}?)(?<=[^\s_])\1(?!\w)"),
    re.compile(r"(~~)(?=\S)(.{1,500}?)(?<=\S)\1"),
)
_PLACE = re.compile("\ue000(\\d+)\ue001")
_PLACE_MARKS = {0xE000: None, 0xE001: None}


def read_markdown(document: RawDocument) -> Article:
    """The words without the markup: links keep theirs, code keeps all; raises UnreadableInput.

    The first level-one heading is the title, unless the front matter has one.
    """
    fields, text = _split_front_matter(clean_text(decode(document)))
    lines = text.split("\n")
    return Article(
        text="\n".join(_plain_lines(lines)),
        title=fields.get("title", "") or _first_title(lines),
        author=fields.get("author", ""),
        published=parse_dateline(fields.get("date", "")),
    )


def _split_front_matter(text: str) -> tuple[dict[str, str], str]:
    found = _FRONT_MATTER.match(text)
    if not found:
        return {}, text
    fields = {key.lower(): value.strip().strip("\"'") for key, value in _FIELD.findall(found[1])}
    return fields, text[found.end() :]


def _first_title(lines: list[str]) -> str:
    fence = ""
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        fence = _fence_after(line, fence)
        if fence:
            continue
        if _TITLE.match(line):
            return plain_inline(_HEADING.sub(r"\1", line))
        if line.strip() and re.fullmatch(r" {0,3}=+", below):
            return plain_inline(line.strip())
    return ""


def _plain_lines(lines: list[str]) -> Iterator[str]:
    fence, above = "", ""
    for line in lines:
        was_fenced, fence = fence, _fence_after(line, fence)
        if fence or was_fenced:
            yield line
        elif not (_REFERENCE.match(line) or is_table_rule(line) or (above and _UNDERLINE.match(line))):
            above = "" if _RULE.match(line) else _plain_line(line)
            yield above
            continue
        above = ""


def _fence_after(line: str, fence: str) -> str:
    """The fence that is open after `line`, when `fence` was open before it; "" for none."""
    found = _FENCE.match(line)
    if not found:
        return fence
    if not fence:
        return found[1]
    is_closing = found[1].startswith(fence) and line.strip() == found[1]
    return "" if is_closing else fence


def _plain_line(line: str) -> str:
    line = _QUOTE.sub("", line)
    heading = _HEADING.match(line)
    if heading:
        return plain_inline(heading[1] or "")
    return plain_inline(unframed(_BULLET.sub(r"\1- ", line).removesuffix("\\")))


def plain_inline(line: str) -> str:
    """One line without links, emphasis, tags and escapes; what stands in code stays as it is."""
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(found[found.lastgroup or 0].strip())
        return f"\ue000{len(kept) - 1}\ue001"

    line = _VERBATIM.sub(keep, line.translate(_PLACE_MARKS))
    line = _LINK.sub(r"\1", _LINK.sub(r"\1", line))  # twice: a picture may stand inside a link
    line = _TAG.sub("", line)
    for pattern in (*_EMPHASIS, *_EMPHASIS):  # twice: bold may hold italics
        line = pattern.sub(r"\2", line)
    pieces = _PLACE.split(line)  # every second one is the number of something kept
    pieces[::2] = map(html.unescape, pieces[::2])
    pieces[1::2] = (kept[int(number)] for number in pieces[1::2])
    return "".join(pieces)
