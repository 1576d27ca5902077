"""A rating's label and the scale → its number, the scale's ends and its normal form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from factcheck.model import Rating

_STEPS = ((0.9, "true"), (0.6, "mostly_true"), (0.4, "mixed"), (0.1, "mostly_false"), (0.0, "false"))
_OFF_SCALE = {
    "mislead": "misleading",
    "missing context": "misleading",
    "unverif": "unverifiable",
    "unprove": "unverifiable",
    "not a fact": "not_factual",
    "opinion": "not_factual",
}
_CHECK_WORDS = ("fact check", "fact-check", "verdict", "misleading", "fake")


@dataclass(frozen=True)
class RatingNumbers:
    """A rating on its scale; None where it is off the scale."""

    value: int | None = None
    best: int | None = None
    worst: int | None = None


def rating_numbers(label: str, scale: tuple[Rating, ...]) -> RatingNumbers:
    """The three numbers of the rating called `label`, in any case."""
    value = next((r.value for r in scale if r.label.casefold() == label.casefold()), None)
    if value is None:
        return RatingNumbers()
    values = [r.value for r in scale if r.value is not None]
    return RatingNumbers(value, max(values), min(values))


def normalized_rating(label: str, scale: tuple[Rating, ...]) -> str:
    """One word that means the same on every scale.

    true, mostly_true, mixed, mostly_false or false by the place on the scale; misleading,
    unverifiable or not_factual by the words of an off-scale label; "other" for the rest.
    """
    numbers = rating_numbers(label, scale)
    if numbers.value is None or numbers.best is None or numbers.worst is None:
        return next((word for part, word in _OFF_SCALE.items() if part in label.casefold()), "other")
    place = (numbers.value - numbers.worst) / ((numbers.best - numbers.worst) or 1)
    return next(word for least, word in _STEPS if place >= least)


def without_rating(text: str, scale: tuple[Rating, ...]) -> str:
    """`text` without a verdict set before it ("FALSE: …") or after it ("… [Mostly true]")."""
    return _stated_rating(scale).sub("", text) or text


@lru_cache(maxsize=16)
def _stated_rating(scale: tuple[Rating, ...]) -> re.Pattern[str]:
    """A label with a colon, a spaced dash or brackets: "False-flag attack" states no rating."""
    labels = sorted({*(r.label for r in scale), *_CHECK_WORDS}, key=len, reverse=True)
    named = rf"(?:{'|'.join(re.escape(label) for label in labels)})"
    before = rf"^{named}(?:\s*:\s*|\s+[–—-]\s+)|^[\[(]{named}[\])]\s*"
    after = rf"\s*[\[(]{named}[\])]\W*$"
    return re.compile(f"{before}|{after}", re.IGNORECASE)
