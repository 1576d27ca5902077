"""Texts (n,) and topic numbers (n,) → a label and keywords for each topic."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from factcheck.text.words import words

IntArray = npt.NDArray[np.int64]

KEYWORDS = 6


def describe(texts: Sequence[str], labels: IntArray) -> dict[int, tuple[str, tuple[str, ...]]]:
    """Topic -> (label, keywords): the words that set its claims apart from the other topics' claims.

    Class-based TF-IDF (Grootendorst 2022, arXiv 2203.05794). A label names the place or party first:
    "Harwell: strike, picket, talks"; no two topics share one.
    """
    spelled: dict[str, Counter[str]] = {}
    terms = [_terms(text, spelled) for text in texts]
    shown = _spelling(spelled)
    members: dict[int, list[int]] = {}
    for row, topic in enumerate(labels.tolist()):
        if topic >= 0:
            members.setdefault(topic, []).append(row)
    counts = {topic: Counter(t for row in rows for t in terms[row]) for topic, rows in members.items()}
    everywhere = Counter(t for found in terms for t in found)
    mean = everywhere.total() / max(len(members), 1)
    described: dict[int, tuple[str, tuple[str, ...]]] = {}
    taken: dict[str, int] = {}
    for topic in sorted(members):
        ranked = _ranked(counts[topic], everywhere, mean, [terms[row] for row in members[topic]], shown)
        label = _label(ranked, shown, taken)
        taken[label] = 1
        described[topic] = label, tuple(shown[t] for t in ranked[:KEYWORDS])
    return described


def _terms(text: str, spelled: dict[str, Counter[str]]) -> list[str]:
    """Stems of the telling words of `text`; names that stand together are one term, joined by "_".

    How each is written is counted in `spelled`; a capital that only opens a sentence is no part of it.
    """
    found = words(text)
    telling = [word.is_content for word in found]
    proper = {w.stem for w, tells in zip(found[1:], telling[1:], strict=True) if tells and w.is_name}
    terms: list[str] = []
    open_name = False
    for word, tells in zip(found, telling, strict=True):
        if tells:
            opens = word.start == 0 or word.stem not in proper
            spelled.setdefault(word.stem, Counter())[word.text.lower() if opens else word.text] += 1
        kept = tells and len(word.stem) > 2
        is_name = kept and word.is_name and word.stem in proper
        if is_name and open_name:
            terms[-1] = f"{terms[-1]}_{word.stem}"
        elif kept:
            terms.append(word.stem)
        open_name = is_name
    return terms


def _spelling(spelled: Mapping[str, Counter[str]]) -> dict[str, str]:
    """Term -> how it is mostly written."""
    single = {term: min(forms, key=lambda form: (-forms[form], form)) for term, forms in spelled.items()}
    return _Spelling({term: form.removesuffix("'s").removesuffix("’s") for term, form in single.items()})


class _Spelling(dict[str, str]):
    """Spellings of single words, put together for names of several words."""

    def __missing__(self, term: str) -> str:
        return " ".join(self.get(part, part) for part in term.split("_"))


def _ranked(
    counts: Counter[str],
    everywhere: Counter[str],
    mean: float,
    claims: Sequence[Sequence[str]],
    shown: Mapping[str, str],
) -> list[str]:
    """Terms of one topic, the most telling first, names ahead of words; those of a single claim last."""
    spread = Counter(t for claim in claims for t in set(claim))
    weight = {
        t: n * math.log(1 + mean / everywhere[t]) * (1.5 if shown[t][0].isupper() else 1.0) for t, n in counts.items()
    }
    return sorted(weight, key=lambda t: (spread[t] < 2, -weight[t], t))


def _label(ranked: Sequence[str], shown: Mapping[str, str], taken: dict[str, int]) -> str:
    """The first name, then three more words; longer or numbered where another topic has the same.

    `taken` holds the labels that are given away, with the last number that was put behind each.
    """
    first = next((t for t in ranked[:KEYWORDS] if shown[t][0].isupper()), "")
    rest = [shown[t] for t in ranked if t != first]
    for length in range(3, max(4, min(len(rest), 8) + 1)):
        listed = ", ".join(rest[:length])
        label = ": ".join(part for part in (shown[first] if first else "", listed) if part) or "Untitled"
        label = label[0].upper() + label[1:]
        if label not in taken:
            return label
    number = taken[label] + 1
    while f"{label} ({number})" in taken:
        number += 1
    taken[label] = number
    return f"{label} ({number})"
