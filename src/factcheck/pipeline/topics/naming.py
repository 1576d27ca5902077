"""Texts (n,) and topic numbers (n,) → a label and keywords for each topic."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from factcheck.text.words import names, words

IntArray = npt.NDArray[np.int64]

KEYWORDS = 6


def describe(texts: Sequence[str], labels: IntArray) -> dict[int, tuple[str, tuple[str, ...]]]:
    """Topic -> (label, keywords): the words that set its claims apart from the other topics' claims.

    Class-based TF-IDF (Grootendorst 2022, arXiv 2203.05794). A label names the place or party first:
    "Harwell: strike, picket, talks"; no two topics share one.
    """
    terms = [_terms(text) for text in texts]
    shown = _spelling(texts)
    members: dict[int, list[int]] = {}
    for row, topic in enumerate(labels.tolist()):
        if topic >= 0:
            members.setdefault(topic, []).append(row)
    counts = {topic: Counter(t for row in rows for t in terms[row]) for topic, rows in members.items()}
    everywhere = Counter(t for found in terms for t in found)
    described: dict[int, tuple[str, tuple[str, ...]]] = {}
    for topic in sorted(members):
        ranked = _ranked(counts[topic], everywhere, len(members), [terms[row] for row in members[topic]], shown)
        taken = {label for label, _ in described.values()}
        described[topic] = _label(ranked, shown, taken), tuple(shown[t] for t in ranked[:KEYWORDS])
    return described


def _terms(text: str) -> list[str]:
    """Stems of the telling words of `text`; names that stand together are one term, joined by "_"."""
    proper = names(text)
    terms: list[str] = []
    open_name = False
    for word in words(text):
        is_name = word.is_content and word.is_name and word.stem in proper
        if word.is_content and len(word.stem) > 2:
            if is_name and open_name:
                terms[-1] = f"{terms[-1]}_{word.stem}"
            else:
                terms.append(word.stem)
        open_name = is_name
    return terms


def _spelling(texts: Sequence[str]) -> dict[str, str]:
    """Term -> how it is mostly written; a capital that only opens a sentence is no part of it."""
    seen: dict[str, Counter[str]] = {}
    for text in texts:
        found = [w for w in words(text) if w.is_content]
        for word in found:
            opens = word.start == 0 or word.stem not in names(text)
            seen.setdefault(word.stem, Counter())[word.text.lower() if opens else word.text] += 1
    single = {term: min(forms, key=lambda form: (-forms[form], form)) for term, forms in seen.items()}
    return _Spelling({term: form.removesuffix("'s").removesuffix("’s") for term, form in single.items()})


class _Spelling(dict[str, str]):
    """Spellings of single words, put together for names of several words."""

    def __missing__(self, term: str) -> str:
        return " ".join(self.get(part, part) for part in term.split("_"))


def _ranked(
    counts: Counter[str],
    everywhere: Counter[str],
    topics: int,
    claims: Sequence[Sequence[str]],
    shown: Mapping[str, str],
) -> list[str]:
    """Terms of one topic, the most telling first, names ahead of words; those of a single claim last."""
    mean = sum(everywhere.values()) / max(topics, 1)
    spread = Counter(t for claim in claims for t in set(claim))
    weight = {
        t: n * math.log(1 + mean / everywhere[t]) * (1.5 if shown[t][0].isupper() else 1.0) for t, n in counts.items()
    }
    return sorted(weight, key=lambda t: (spread[t] < 2, -weight[t], t))


def _label(ranked: Sequence[str], shown: Mapping[str, str], taken: set[str]) -> str:
    """The first name, then three more words; longer or numbered where another topic has the same."""
    first = next((t for t in ranked[:KEYWORDS] if shown[t][0].isupper()), "")
    rest = [shown[t] for t in ranked if t != first]
    for length in range(3, max(4, min(len(rest), 8) + 1)):
        listed = ", ".join(rest[:length])
        label = ": ".join(part for part in (shown[first] if first else "", listed) if part) or "Untitled"
        label = label[0].upper() + label[1:]
        if label not in taken:
            return label
    return next(f"{label} ({n})" for n in range(2, len(taken) + 3) if f"{label} ({n})" not in taken)
