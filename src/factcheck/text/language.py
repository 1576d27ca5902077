"""Text in → the language it is written in, or "" when that is unsure."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

_ENOUGH_LETTERS = 12
_READ_CHARACTERS = 5000
_SURE = 0.7
_NO_LANGUAGE = "zxx"


def detect_language(text: str) -> str:
    """The BCP 47 primary tag ("en", "ru") of `text`; "" when it is too short, mixed or no language.

    Method: langid's byte n-gram model (Lui and Baldwin, ACL 2012) over the languages that have a
    two-letter ISO 639-1 code, so that dialects do not share a short sentence's probability.
    """
    sample = text[:_READ_CHARACTERS].encode("utf-8", "ignore").decode("utf-8")
    if sum(map(str.isalpha, sample)) < _ENOUGH_LETTERS:
        return ""
    tag, probability = _identifier().classify(sample)
    return str(tag) if probability >= _SURE and tag != _NO_LANGUAGE else ""


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([tag for tag in identifier.labels if len(tag) == 2 or tag == _NO_LANGUAGE])
    return identifier
