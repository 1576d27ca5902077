"""A pair that clashes → the words that carry the clash, by leaving out one word at a time.

The score of the pair without a word, beside its score with it, tells how much the clash hangs on that word
(occlusion: Zeiler and Fergus, ECCV 2014; for texts Li et al. 2016, arXiv 1612.08220). It works with every scorer.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from factcheck.model import Span
from factcheck.text.words import Word, listed, words

FloatArray = npt.NDArray[np.float32]

NEAR_TOP = 0.5
"""Words that matter at least so much as the word that matters most are marked as well."""
BRIDGED = 2
"""Short words between two marked ones that are marked along with them."""
MOST = 2
"""Phrases marked in a text."""
LONGEST = 30
"""Words of a text that are tried; of a longer one the first."""


_EMPTY = listed(
    "a an the of in on at to for by with from and or that which who as is are was were be been has have had it its "
    "his her their this these those"
)


class Occluded(NamedTuple):
    """A text without one of its words."""

    span: Span
    text: str


def without_each_word(text: str) -> list[Occluded]:
    """The text once for each of its words that can carry a clash, without it."""
    tried = [word for word in words(text) if _can_tell(word)][:LONGEST]
    return [Occluded((word.start, word.end), _without(text, word)) for word in tried]


def _can_tell(word: Word) -> bool:
    """Figures and small words such as "never", "still" and "all" can; articles and the like cannot."""
    return not word.is_break and word.text.lower() not in _EMPTY


def _without(text: str, word: Word) -> str:
    return f"{text[: word.start].rstrip()} {text[word.end :].lstrip()}".strip()


def telling_phrases(text: str, tried: Sequence[Occluded], lost: Sequence[float]) -> tuple[Span, ...]:
    """The phrases that the clash hangs on, in order of place; () when it hangs on no word.

    `lost` is, for each of `tried`, by how much the log-odds of a clash fall without it.
    """
    if not tried or max(lost) <= 0:
        return ()
    cut = NEAR_TOP * max(lost)
    every = words(text)
    matter = {one.span: fall for one, fall in zip(tried, lost, strict=True) if fall >= cut}
    phrases: list[tuple[Span, float]] = []
    last = -BRIDGED - 2
    for at, word in enumerate(every):
        fall = matter.get((word.start, word.end))
        if fall is None:
            continue
        if at - last - 1 <= BRIDGED and phrases and not any(_can_tell(w) or w.is_break for w in every[last + 1 : at]):
            (start, _), strongest = phrases[-1]
            phrases[-1] = (start, word.end), max(strongest, fall)
        else:
            phrases.append(((word.start, word.end), fall))
        last = at
    strongest_first = sorted(phrases, key=lambda phrase: -phrase[1])[:MOST]
    return tuple(sorted(span for span, _ in strongest_first))
