"""Text in → which of its words a "not", "never" or "denied" turns round, and by which word."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from factcheck.text.words import Word, listed, stems, words

_REACH: dict[str, int] = {
    **dict.fromkeys(stems("not never cannot neither nor nobody none without hardly scarcely no zero nothing"), 4),
    **dict.fromkeys(stems("deny denial refute reject dispute rebut"), 12),
    **dict.fromkeys(stems("fail refuse unable stop prevent avoid lack absence miss devoid"), 5),
}
_CONTRACTED = ("n't", "n’t")
_BACKWARD = stems("false untrue fake fiction baseless invented impossible hoax")
_NOT_REALLY = listed("only just merely necessarily solely simply least doubt matter")
_BOUNDS = listed("more fewer less later earlier")
_TURNS = listed("but although though while whereas because instead when")
_INSTEAD = (("rather", "than"), ("instead", "of"), ("ruled", "out"), ("rule", "out"), ("rules", "out"), ("free", "of"))


@lru_cache(maxsize=50_000)
def negators(text: str) -> tuple[int, ...]:
    """For every word of `text` the position of the word that negates it, or -1."""
    found = words(text)
    by = [-1] * len(found)
    for at, word in enumerate(found):
        for turned in _scope(found, at, word):
            by[turned] = at
    return tuple(by)


def _scope(found: Sequence[Word], at: int, word: Word) -> range:
    after = found[at + 1].text.lower() if at + 1 < len(found) else ""
    beyond = found[at + 2].text.lower() if at + 2 < len(found) else ""
    # "No more than 18,000" bounds a number; it denies nothing.
    if after in _NOT_REALLY or (after in _BOUNDS and beyond == "than"):
        return range(0)
    if (word.text.lower(), after) in _INSTEAD:
        return _forward(found, at + 2, 6)
    if word.text.lower().endswith(_CONTRACTED):
        return _forward(found, at + 1, 4)
    if word.stem in _REACH:
        return _forward(found, at + 1, _REACH[word.stem])
    return _backward(found, at) if word.stem in _BACKWARD and after != "alarm" else range(0)


def _forward(found: Sequence[Word], start: int, reach: int) -> range:
    end = start
    while end < min(len(found), start + reach) and not _ends_scope(found[end]):
        end += 1
    return range(start, end)


def _backward(found: Sequence[Word], at: int) -> range:
    start = at
    while start > max(0, at - 12) and not found[start - 1].is_break:
        start -= 1
    return range(start, at)


def _ends_scope(word: Word) -> bool:
    return word.is_break or word.text.lower() in _TURNS
