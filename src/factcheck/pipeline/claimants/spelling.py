"""A name → the forms in which two spellings of it are the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from factcheck.pipeline.claimants.lexicon import GIVEN_NAMES, SAME_WORD

_SPELLED = "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya yo i yi ye g u"
_LATIN = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґў",
        _SPELLED.split(),
        strict=True,
    )
)
_LETTERS = {**_LATIN, "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i"}
_LETTERS |= {"ъ": "", "ь": ""}
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.\s?){2,}")
_WORD = re.compile(r"[^\W_]+(?:[-‐'’][^\W_]+)*|&")
_POSSESSIVE = re.compile(r"['’]s?$")
_JOINERS = re.compile("[-‐'’]")
SHORTEST_VARIANT = 6
"""Letters from which one letter's difference may be a matter of spelling."""
ALIKE_FROM = 0.85


def printed_words(name: str) -> list[str]:
    """The words of a name as they are printed, without possessive endings; "U.N." is one word."""
    joined = _DOTTED.sub(lambda found: re.sub(r"[.\s]", "", found[0]) + " ", unicodedata.normalize("NFKC", name))
    return [_POSSESSIVE.sub("", word) for word in _WORD.findall(joined)]


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """`word` in lower case and plain Latin letters where it is Latin or Cyrillic, without hyphens and accents."""
    plain = "".join(_LETTERS.get(letter, letter) for letter in _JOINERS.sub("", word.casefold()))
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))


@lru_cache(maxsize=100_000)
def body_word(folded: str) -> str:
    """One form for British and American spelling and for the plural."""
    word = SAME_WORD.get(folded, folded)
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


@lru_cache(maxsize=100_000)
def skeleton(folded: str) -> str:
    """What the usual transliterations of one name have in common: zelensky, zelenskyy and zelenskiy are one."""
    word = folded.replace("ph", "f").replace("x", "ks").replace("kh", "h").replace("w", "v").replace("ck", "k")
    word = word.replace("ou", "u").replace("tch", "ch")
    word = word[:1] + re.sub(r"[yij]+", "i", word[1:])
    return re.sub(r"(.)\1+", r"\1", word)


@lru_cache(maxsize=100_000)
def given_name(folded: str) -> str:
    """One form for a given name, its short forms and its forms in neighbouring languages."""
    return _given_names().get(skeleton(folded), skeleton(folded))


@lru_cache(maxsize=1)
def _given_names() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in GIVEN_NAMES.split("\n"):
        for form in line.split():
            found.setdefault(skeleton(form), skeleton(line.split()[0]))
    return found


def alike(one: str, other: str) -> bool:
    """Whether two words may be two spellings of one."""
    if min(len(one), len(other)) < SHORTEST_VARIANT or any(map(str.isdigit, one + other)):
        return False
    return Levenshtein.normalized_similarity(one, other, score_cutoff=ALIKE_FROM) > 0


def near_keys(word: str) -> Iterator[str]:
    """Keys of which two words share one when a letter more, less or changed tells them apart."""
    yield word
    if len(word) >= SHORTEST_VARIANT:
        yield from {word[:at] + word[at + 1 :] for at in range(len(word))}
