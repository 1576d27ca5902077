"""Text in → the language it is in, or "" when that is unsure: the one place that decides it."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Any

ENGLISH = "en"
_ENOUGH_LETTERS = 12
_READ_CHARACTERS = 5000
_SURE = 0.7
_NO_LANGUAGE = "zxx"

_SAMPLE = 20_000
_PARAGRAPH_LETTERS = 60
"""A paragraph of fewer is too short to judge alone, and is judged together with the others."""
_LEADING = 0.6
"""The share of the letters that one language needs to be the article's."""
_QUOTED = re.compile('[«»„“”"「『‹][^«»„“”"」』›\n]{1,1000}[«»“”"」』›‟]')

_CLAIM_LETTERS = 20
_CLAIM_SURE = 0.9
"""From so sure on no English quotation of 6,739 was taken for another language."""
_LIKELY = 0.5
"""Is enough where the script shows already that it is not the article's language."""
_STATEMENT_LETTERS = 40
"""From so many on a statement's language is told surely enough to leave it out; its script always is."""

_WORD = re.compile(r"[^\W\d_]+")
_COMMON_WORDS = (
    "the of and to that for it on with as be by this not are but from have an they which were she you his "
    "her their has been would who will said its there says into about after"
)
_COMMON = frozenset(_COMMON_WORDS.split())
"""Words that English has alone among its neighbours: no "in", "is", "was" or "we", which are Dutch too."""
_LEAST_LATIN = 0.7
_LEAST_COMMON = 0.14
_LAST_LATIN = "\u0250"


def article_language(text: str, declared: str = "") -> str:
    """The tag ("en", "ru") of the language an article is written in; `declared` where its text does not tell.

    Quotations do not count: an English article with Russian quotations is English. Nor does a minority of paragraphs;
    a text of which no language has 60 % is mixed, and "".
    """
    sample = text[:_SAMPLE]
    own = _QUOTED.sub(" ", sample)
    counts = _letters_by_language(own if _letters(own) >= _ENOUGH_LETTERS else sample)
    if counts:
        leader, most = counts.most_common(1)[0]
        return leader if most >= _LEADING * counts.total() else ""
    return ENGLISH if reads_as_english(sample) else primary(declared)


def claim_language(text: str, article: str) -> str:
    """The language of one claim of an article in the language `article`: the same, unless it surely is another.

    "" where the letters belong to no script of the article's language, and too few of them to tell more.
    """
    if not _letters(text):
        return article
    tag, probability = _classify(text)
    if article and _is_latin(text) != _written_in_latin(article):
        return tag if probability >= _LIKELY else ""
    sure = _letters(text) >= _CLAIM_LETTERS and probability >= _CLAIM_SURE
    return tag if sure or not article else article


def detect_language(text: str) -> str:
    """The BCP 47 primary tag ("en", "ru") of `text`; "" when it is too short, mixed or no language.

    Method: langid's byte n-gram model (Lui and Baldwin, ACL 2012) over the languages that have a
    two-letter ISO 639-1 code, so that dialects do not share a short sentence's probability.
    """
    tag, probability = _classify(text)
    return tag if probability >= _SURE else ""


def reads_as_english(text: str) -> bool:
    """True when most letters are Latin and common English words make up enough of the text.

    Texts of under 12 words are judged by their letters, and by one common word among them.
    """
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    if not words or not _is_latin("".join(words), _LEAST_LATIN):
        return False
    common = sum(1 for word in words if word in _COMMON)
    return common >= (1 if len(words) < 12 else _LEAST_COMMON * len(words))


@lru_cache(maxsize=65_536)
def may_be_english(statement: str) -> bool:
    """Whether a model for English may read a statement: its letters are Latin, and no other language is sure."""
    if not statement.strip() or not _is_latin(statement):
        return False
    return _letters(statement) < _STATEMENT_LETTERS or detect_language(statement) in ("", ENGLISH)


def primary(tag: str) -> str:
    """The language of a tag, without region or script: "pt" of "pt-BR"."""
    return re.split("[-_]", tag.strip().lower(), maxsplit=1)[0]


def language_name(tag: str) -> str:
    """What a language is called in English, the tag itself where Unicode's tables (CLDR) have no name for it."""
    return _names().get(primary(tag), tag)


def is_known(tag: str) -> bool:
    """Whether a tag names a language that can be told apart."""
    return primary(tag) in known_languages()


def known_languages() -> list[str]:
    """The tags that can be told apart, in the order of their English names."""
    return sorted((tag for tag in _identifier().labels if tag != _NO_LANGUAGE), key=language_name)


def _letters_by_language(text: str) -> Counter[str]:
    """How many letters are in which language, paragraph by paragraph; what is in none that is sure is left out."""
    counts: Counter[str] = Counter()
    short: list[str] = []
    for paragraph in text.splitlines():
        if _letters(paragraph) < _PARAGRAPH_LETTERS:
            short.append(paragraph)
        elif tag := detect_language(paragraph):
            counts[tag] += _letters(paragraph)
    rest = "\n".join(short)
    if tag := detect_language(rest):
        counts[tag] += _letters(rest)
    return counts


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _is_latin(text: str, share: float = 0.6) -> bool:
    """Whether at least this share of the letters is Latin; so is a text without letters."""
    latin = sum(1 for char in text if char.isalpha() and char < _LAST_LATIN)
    return latin >= share * _letters(text)


def _written_in_latin(tag: str) -> bool:
    from babel.core import get_global

    likely = str(get_global("likely_subtags").get(primary(tag), ""))
    return "Latn" in likely or not likely


def _classify(text: str) -> tuple[str, float]:
    """The likeliest language and its probability; ("", 0) for too few letters, and for what is no language."""
    sample = text[:_READ_CHARACTERS].encode("utf-8", "ignore").decode("utf-8")
    if _letters(sample) < _ENOUGH_LETTERS:
        return "", 0.0
    tag, probability = _identifier().classify(sample)
    return ("", 0.0) if tag == _NO_LANGUAGE else (str(tag), float(probability))


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    from babel import Locale

    return {str(tag): str(name) for tag, name in Locale("en").languages.items()}


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([tag for tag in identifier.labels if len(tag) == 2 or tag == _NO_LANGUAGE])
    return identifier
