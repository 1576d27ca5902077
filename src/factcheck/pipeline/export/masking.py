"""Text and links in → the same without the names of protected claimants and sources."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from factcheck.model import Claim

PROTECTED = "protected source"

_GAP = r"\s\-–—_.,;:'’‘\"“”«»()/&"
_BETWEEN = re.compile(f"[{_GAP}]+")
_WORD = re.compile(f"[^{_GAP}]+")
_AFFIXES = re.compile(r"^https?://(?:www\.)?|/$", re.IGNORECASE)
_CYRILLIC = re.compile(r"[\u0400-\u04ff]{4,}")
_CYRILLIC_ENDING = re.compile(r"(?:[иыоіе]й|[ая]я|[аяоеёиыуюьйіїє])$", re.IGNORECASE)
_NO_SPACES = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "THAI", "LAO", "KHMER", "MYANMAR", "ARABIC", "HEBREW")


@dataclass(frozen=True)
class Mask:
    """What to hide in one row: protected names, and links that would lead to them."""

    names: frozenset[str] = frozenset()
    links: tuple[str, ...] = ()

    def text(self, value: str) -> str:
        """`value` with each protected name and each hidden link written as PROTECTED."""
        if not self.names:
            return value
        for link in self.links:
            value = value.replace(link, PROTECTED)
        return _in_text(self.names).sub(PROTECTED, unicodedata.normalize("NFC", value))

    def link(self, url: str) -> str:
        """`url` as it is, or PROTECTED where it holds a protected name or a hidden link."""
        if not self.names:
            return url
        readable = unicodedata.normalize("NFC", unquote(url))
        hidden = any(link in url for link in self.links)
        return PROTECTED if hidden or _in_link(self.names).search(readable) else url

    def label(self, value: str) -> str:
        """`value` with every word of a protected name hidden: labels and keywords are single words."""
        if not self.names:
            return value
        parts = self.text(value).split(PROTECTED)
        return PROTECTED.join(_WORD.sub(self._keyword, part) for part in parts)

    def _keyword(self, found: re.Match[str]) -> str:
        return PROTECTED if found[0].casefold() in _words(self.names) else found[0]


def mask_for(claims: Iterable[Claim], protected: frozenset[str], links: Iterable[str] = ()) -> Mask:
    """The mask for a row about `claims`.

    Where the claimant, the source or the attribution chain of one is protected, its own links and
    `links` are hidden as well: they lead to the name.
    """
    names = _usable(protected)
    exposed = [claim for claim in claims if names and _names_protected(claim, names)]
    own = {url for claim in exposed for url in (claim.source_url, claim.source_archive_url)}
    hidden = own | set(links) if exposed else set()
    bare = {_AFFIXES.sub("", url.strip()) for url in hidden}
    return Mask(names, tuple(sorted(filter(None, bare), key=lambda url: (-len(url), url))))


def protected_with_aliases(protected: frozenset[str], groups: Iterable[Sequence[str]]) -> frozenset[str]:
    """`protected`, and every name of each claimant (a group of names) of which one is protected.

    A group that holds the name of another that is protected becomes protected as well, until nothing changes.
    """
    found, waiting = protected, list(groups)
    while exposed := [names for names in waiting if _any_protected(names, _usable(found))]:
        found |= {name for names in exposed for name in names}
        waiting = [names for names in waiting if names not in exposed]
    return found


def _any_protected(said_by: Iterable[str], names: frozenset[str]) -> bool:
    return bool(names) and any(_in_text(names).search(unicodedata.normalize("NFC", name)) for name in said_by)


def _names_protected(claim: Claim, names: frozenset[str]) -> bool:
    said_by = (claim.claim_author_name, claim.claimant, claim.source_name, *claim.attribution_chain)
    return _any_protected(said_by, names)


@lru_cache(maxsize=16)
def _usable(protected: frozenset[str]) -> frozenset[str]:
    return frozenset(unicodedata.normalize("NFC", name) for name in protected if any(map(str.isalnum, name)))


@lru_cache(maxsize=16)
def _words(names: frozenset[str]) -> frozenset[str]:
    return frozenset(w.casefold() for name in names for w in _WORD.findall(name) if len(w) > 2)


@lru_cache(maxsize=16)
def _in_text(names: frozenset[str]) -> re.Pattern[str]:
    """Any of `names`; PROTECTED itself first, so that masking twice changes nothing."""
    return re.compile(f"(?-i:{PROTECTED})|{_any_of(names, f'(?:%20|[{_GAP}])+')}", re.IGNORECASE)


@lru_cache(maxsize=16)
def _in_link(names: frozenset[str]) -> re.Pattern[str]:
    """Any of `names`, also written in one word, as host names are."""
    return re.compile(_any_of(names, f"[+{_GAP}]*"), re.IGNORECASE)


def _any_of(names: frozenset[str], gap: str) -> str:
    """Matches names as whole words, or anywhere in scripts that join words or write no spaces."""
    spaced: list[str] = []
    joined: list[str] = []
    for name in sorted(names, key=lambda name: (-len(name), name)):
        body = gap.join(_word_pattern(word) for word in _WORD.findall(name))
        (joined if _runs_on(name) else spaced).append(body)
    whole_words = rf"(?<![^\W_])(?:{'|'.join(spaced)})(?![^\W_])"
    return "|".join([whole_words, *joined] if spaced else joined)


def _runs_on(name: str) -> bool:
    return unicodedata.name(_BETWEEN.sub("", name)[0], "").startswith(_NO_SPACES)


def _word_pattern(word: str) -> str:
    """`word`; of a Cyrillic one the stem and up to three letters more, for its case endings."""
    if _CYRILLIC.fullmatch(word):
        return re.escape(_CYRILLIC_ENDING.sub("", word)) + r"[^\W\d_]{0,3}"
    return re.escape(word)
