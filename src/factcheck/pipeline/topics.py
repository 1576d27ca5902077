"""Vectors (n, d) → topic numbers (n,); texts and topic numbers → a label and keywords for each topic."""

from __future__ import annotations

import heapq
import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from factcheck.text.words import names, words

FloatArray = npt.NDArray[np.float32]
IntArray = npt.NDArray[np.int64]

CUT, CUT_GROWTH, CUT_MOST = 0.30, 0.025, 0.45
"""The cut for up to 30 claims, what each doubling of their number adds, and where it ends."""
LEANED_ON = 5
"""So many nearest claims each claim leans on before groups are formed."""
LINKS = 50
"""So many nearest claims each claim may be grouped with directly; a set no larger is compared in full."""
BLOCK = 512
KEYWORDS = 6


def group(vectors: FloatArray, *, cut: float | None = None) -> IntArray:
    """Topic numbers (n,) from 0, -1 for claims that stand alone; rows of `vectors` have length 1.

    Average-linkage clustering by cosine (UPGMA, Sokal and Michener 1958) of vectors that first lean towards
    their nearest neighbours, so that the sides of one story hold together. Groups merge while their mean
    similarity is at least `cut`; by default it rises with the number of claims, as chance neighbours do.
    The same claims form the same groups in whatever order the rows come.
    """
    count = len(vectors)
    if count < 2:
        return np.full(count, -1, np.int64)
    order = sorted(range(count), key=lambda row: vectors[row].tobytes())
    leaning = _lean(vectors[order].astype(np.float32))
    merged = _merge(leaning, cut_for(count) if cut is None else cut)
    labels = np.empty(count, np.int64)
    labels[order] = merged
    return _numbered(labels)


def cut_for(count: int) -> float:
    """The cut that so many claims are grouped with by default."""
    return min(CUT + CUT_GROWTH * max(0.0, math.log2(max(count, 1) / 30)), CUT_MOST)


def _lean(vectors: FloatArray) -> FloatArray:
    """Each vector plus its nearest ones, weighted by the square of their cosine; rows of length 1."""
    leaning = vectors.copy()
    for start, near, cosine in _nearest(vectors, LEANED_ON):
        weights = np.square(np.maximum(cosine, 0.0))
        leaning[start : start + len(near)] += np.einsum("rk,rkd->rd", weights, vectors[near])
    lengths = np.linalg.norm(leaning, axis=1, keepdims=True)
    return np.asarray(leaning / np.maximum(lengths, 1e-9), np.float32)


def _nearest(vectors: FloatArray, k: int) -> Iterator[tuple[int, IntArray, FloatArray]]:
    """Blocks of (first row, the k nearest others of each row (r, k), their cosines (r, k)), in no order."""
    k = min(k, len(vectors) - 1)
    for start in range(0, len(vectors), BLOCK):
        cosine = vectors[start : start + BLOCK] @ vectors.T
        rows = np.arange(len(cosine))
        cosine[rows, start + rows] = -2.0
        near = np.argpartition(cosine, -k, axis=1)[:, -k:]
        yield start, near, np.take_along_axis(cosine, near, axis=1)


class _Groups:
    """Groups that grow: sums of their vectors, so that a mean similarity is one scalar product."""

    def __init__(self, vectors: FloatArray, cut: float) -> None:
        count, dimension = vectors.shape
        self.cut = cut
        self.sums = np.zeros((2 * count, dimension))
        self.sums[:count] = vectors
        self.sizes = np.ones(2 * count)
        self.parent = np.full(2 * count, -1, np.int64)
        self.links: dict[int, set[int]] = {row: set() for row in range(count)}
        self.queue: list[tuple[float, int, int]] = []
        self.next = count

    def link(self, one: int, others: list[int], similar: npt.NDArray[np.float64]) -> None:
        """Queue the pairs of `one` that are similar enough to merge."""
        for other, value in zip(others, similar.tolist(), strict=True):
            if value >= self.cut:
                self.links[one].add(other)
                self.links[other].add(one)
                heapq.heappush(self.queue, (-value, min(one, other), max(one, other)))

    def merge(self, first: int, second: int) -> None:
        new, self.next = self.next, self.next + 1
        self.parent[[first, second]] = new
        self.sums[new] = self.sums[first] + self.sums[second]
        self.sizes[new] = self.sizes[first] + self.sizes[second]
        around = sorted((self.links.pop(first) | self.links.pop(second)) - {first, second})
        for other in around:
            self.links[other] -= {first, second}
        self.links[new] = set()
        if around:
            self.link(new, around, self.sums[around] @ self.sums[new] / (self.sizes[around] * self.sizes[new]))


def _merge(vectors: FloatArray, cut: float) -> IntArray:
    """The group of every row: merge the two most similar groups until none reach `cut`.

    A pair of groups without any pair of members above `cut` cannot have a mean above it, so only such
    pairs are ever looked at.
    """
    groups = _Groups(vectors, cut)
    for start, near, cosine in _nearest(vectors, LINKS):
        for row, (others, similar) in enumerate(zip(near, cosine, strict=True), start):
            fresh = [at for at, other in enumerate(others.tolist()) if other not in groups.links[row]]
            groups.link(row, others[fresh].tolist(), similar[fresh].astype(np.float64))
    while groups.queue:
        _, first, second = heapq.heappop(groups.queue)
        if groups.parent[first] < 0 and groups.parent[second] < 0:
            groups.merge(first, second)
    return _roots(groups.parent, len(vectors), groups.next)


def _roots(parent: IntArray, count: int, last: int) -> IntArray:
    root = np.arange(last)
    for node in range(last - 1, -1, -1):
        if parent[node] >= 0:
            root[node] = root[parent[node]]
    return root[:count]


def _numbered(labels: IntArray) -> IntArray:
    """Groups of two and more numbered in order of their first row; the rest -1."""
    size = Counter(labels.tolist())
    numbers: dict[int, int] = {}
    for label in labels.tolist():
        if size[label] > 1:
            numbers.setdefault(label, len(numbers))
    return np.array([numbers.get(label, -1) for label in labels.tolist()], np.int64)


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
