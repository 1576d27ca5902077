"""A claim or an article → the news agency that it is from, or credits."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

from factcheck.model import Article, Claim

_HEAD, _TAIL = 400, 250
"""Characters of an article in which a wire tag stands: its dateline and its last line."""
_NO_SPACES = re.compile(r"[\u0600-\u06ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_HANDS_ON = (
    "reports?",
    "reported",
    "told",
    "tells",
    "according to",
    "citing",
    "quoted by",
    "by",
    "сообщает",
    "сообщил[аио]?",
    "передает",
    "передаёт",
    "рассказал[аи]?",
    "повідомляє",
    "передає",
    "berichtet",
    "berichtete",
    "nach angaben von",
    "selon",
    "rapporte",
    "según",
    "informa",
    "secondo",
    "według",
    "podaje",
)
_BYLINE = re.compile(r"\b(?:staff|agencies|and|with|from|by|via)\b|[,;/&|+]", re.IGNORECASE)


@lru_cache(maxsize=20_000)
def of_name(name: str) -> str:
    """The agency that `name` (an outlet, a link of a chain, a byline) is or names, "" for any other."""
    clean = name.strip(' .()[]«»"“”')
    return _shown(clean) or in_full(clean)


@lru_cache(maxsize=20_000)
def in_full(text: str) -> str:
    """The first agency whose name stands in `text`, short forms that mean other things as well left out."""
    found = _full().search(text)
    return _shown(found[0]) if found else ""


def of_claim(claim: Claim) -> str:
    """The agency that a claim is from or credits: its outlet, its chain, its claimant, else a tag in its words."""
    handed_on = (claim.source_name, *reversed(claim.attribution_chain))
    named = next(filter(None, map(of_name, handed_on)), "") or in_full(claim.claimant)
    return named or _tagged(f"{claim.claim_text}\n{claim.quote}")


def of_article(article: Article) -> str:
    """The agency of an article's outlet or byline, else of the wire tag in its first or last lines."""
    parts = [article.source_name, article.author, *_BYLINE.split(article.author)]
    named = next(filter(None, map(of_name, parts)), "")
    return named or _tagged(article.text[:_HEAD]) or _tagged(article.text[-_TAIL:])


def untagged(text: str) -> str:
    """`text` without tags such as "(AP)": they are no part of what is said."""
    return _bracketed().sub(" ", text)


def _tagged(text: str) -> str:
    found = _tag().search(text)
    return _shown(next(filter(None, found.groups()))) if found else ""


def _shown(spelling: str) -> str:
    return _table().get(spelling) or _table().get(spelling.casefold(), "")


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    """Spelling → the name that is shown; in lower case where capitals do not matter."""
    text = (files("factcheck.pipeline.origins") / "agencies.txt").read_text("utf-8")
    rows = [[cell.strip() for cell in line.split("|")] for line in text.splitlines() if line and line[0] != "#"]
    return {s[1:] if s[0] == "!" else s.casefold(): row[0] for row in rows for s in row[1:]}


@lru_cache(maxsize=1)
def _full() -> re.Pattern[str]:
    """Spellings that cannot be taken for anything else."""
    return re.compile(_any_of(s for s in _table() if s == s.casefold() and len(s) > 2 and s != "dpa"))


@lru_cache(maxsize=1)
def _bracketed() -> re.Pattern[str]:
    return re.compile(rf"[(\[/]\s*({_any_of(_table())})\s*[)\]/]")


@lru_cache(maxsize=1)
def _tag() -> re.Pattern[str]:
    """ "(AP)", "[Reuters]", "/ТАСС/"; "– AFP" and "ТАСС." at a line's end; "AP –" at its beginning; "told dpa"."""
    name = _any_of(_table())
    return re.compile(
        rf"{_bracketed().pattern}"
        rf"|(?:^|[–—-]\s?|\.\s)({name})[.\s]*$"
        rf"|^[^\n.]{{0,40}}?({name})(?:\s*[–—:]|\s+-)\s"
        rf"|\b(?i:{'|'.join(_HANDS_ON)})\s+(?i:агентство |агентству |news agency |die |the )?({name})",
        re.MULTILINE,
    )


def _any_of(spellings: Iterable[str]) -> str:
    """A pattern of all spellings, the longest first; whole words in scripts that part words by spaces."""
    ordered = sorted(spellings, key=lambda s: (-len(s), s))
    exact = [re.escape(s) for s in ordered if s != s.casefold() or s == "dpa"]
    loose = [re.escape(s) for s in ordered if s == s.casefold() and s != "dpa"]
    joined = [s for s in loose if _NO_SPACES.search(s)]
    spaced = [s for s in loose if not _NO_SPACES.search(s)]
    return "|".join([*([rf"\b(?:{'|'.join(exact)})\b"] if exact else []), rf"\b(?i:{'|'.join(spaced)})\b", *joined])
