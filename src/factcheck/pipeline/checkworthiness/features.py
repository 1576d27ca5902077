"""What the model of check-worthiness sees of a sentence: hashed words and letters, its vector, and plain cues."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float32]

BUCKETS = 2**17
"""For n-grams of words, and as many again for those of letters."""
WORD_GRAMS, LETTER_GRAMS = (1, 3), (2, 5)
WORD = r"\d+|\w+|[^\w\s]"
VECTOR_SCALE = 8.0
"""Brings the parts of a unit vector to the size of the cues."""
MOST = 4
"""A cue counts at most so often."""
SHORT, LONG = 5, 25
"""Words."""

CUES: dict[str, re.Pattern[str]] = {
    "figure": re.compile(r"\d"),
    "year": re.compile(r"\b(?:19|20)\d\d\b"),
    "per cent": re.compile(r"%|\bper ?cent\b", re.I),
    "money": re.compile(r"[$€£]|\b(?:dollars|euros|pounds)\b", re.I),
    "large number": re.compile(r"\b(?:hundred|thousand|million|billion|trillion)s?\b", re.I),
    "question": re.compile(r"\?"),
    "I": re.compile(r"\b(?:I|me|my|mine)\b"),
    "we": re.compile(r"\b(?:we|us|our|ours)\b", re.I),
    "you": re.compile(r"\byou(?:r|rs)?\b", re.I),
    "he, she, they": re.compile(r"\b(?:he|she|they|his|her|their)\b", re.I),
    "modal": re.compile(r"\b(?:will|shall|would|could|should|may|might|must|can|cannot)\b|['’](?:ll|d)\b", re.I),
    "intent": re.compile(r"\b(?:going to|wants? to|needs? to|ha(?:ve|s) to|ought to|gonna)\b", re.I),
    "opinion": re.compile(r"\b(?:think|believe|feel|guess|suppose|hope|opinion)s?\b", re.I),
    "comparison": re.compile(r"\b(?:more|less|fewer|higher|lower|most|least|than|\w{3,}est)\b", re.I),
    "negation": re.compile(r"\b(?:no|not|never|none|nobody|nothing)\b|n['’]t\b", re.I),
    "past": re.compile(r"\b(?:\w{3,}ed|was|were|had|did|has|have|said|went|cut|lost|rose|fell)\b", re.I),
    "condition": re.compile(r"\b(?:if|whether)\b", re.I),
    "name": re.compile(r"(?<!^)(?<![.!?] )\b[A-Z][a-z]+"),
    "opening": re.compile(r"^(?:and|but|so|well|now|let)\b", re.I),
    "courtesy": re.compile(r"\b(?:thanks?|please|let me|let['’]s|good|great|right)\b", re.I),
    "time": re.compile(r"\b(?:years?|months?|weeks?|today|yesterday|ago|since|last)\b", re.I),
    "all": re.compile(r"\b(?:every|all|only|first|ever|always)\b", re.I),
}


def word_counts(sentences: Sequence[str]) -> Any:
    """Hashed n-grams of words and signs: a sparse matrix (n, BUCKETS) of counts. Digits are all alike."""
    return _hashed(sentences, analyzer="word", token_pattern=WORD, ngram_range=WORD_GRAMS)


def letter_counts(sentences: Sequence[str]) -> Any:
    """Hashed n-grams of letters within words: a sparse matrix (n, BUCKETS) of counts."""
    return _hashed(sentences, analyzer="char_wb", ngram_range=LETTER_GRAMS)


def weigh(counts: Sequence[Any], idf: FloatArray) -> Any:
    """Words beside letters, each weighed by `idf` (2, BUCKETS) and of length 1: sparse (n, 2 · BUCKETS)."""
    from scipy.sparse import hstack

    return hstack([_weighed(part, row) for part, row in zip(counts, idf, strict=True)]).tocsr()


def dense(sentences: Sequence[str], vectors: FloatArray) -> FloatArray:
    """The vectors (n, d) with the plain cues beside them: (n, d + 2 · cues + 3)."""
    return np.hstack([vectors * np.float32(VECTOR_SCALE), plain(sentences)])


def plain(sentences: Sequence[str]) -> FloatArray:
    """Whether each cue is there, how often, and how long the sentence is: (n, 2 · cues + 3), in 0..2 or so."""
    rows = [_plain(sentence) for sentence in sentences]
    return np.array(rows, np.float32).reshape(len(rows), 2 * len(CUES) + 3)


def _plain(sentence: str) -> list[float]:
    found = [min(len(cue.findall(sentence)), MOST) for cue in CUES.values()]
    length = len(sentence.split())
    there = [float(count > 0) for count in found]
    often = [count / MOST for count in found]
    return [*there, *often, float(np.log1p(length)) / 4, float(length < SHORT), float(length > LONG)]


def _hashed(sentences: Sequence[str], **how: Any) -> Any:
    from sklearn.feature_extraction.text import HashingVectorizer

    hashing = HashingVectorizer(n_features=BUCKETS, alternate_sign=False, norm=None, lowercase=False, **how)
    return hashing.transform([re.sub(r"\d", "0", sentence.casefold()) for sentence in sentences])


def _weighed(counts: Any, idf: FloatArray) -> Any:
    from sklearn.preprocessing import normalize

    weighed = counts.astype(np.float32)
    weighed.data = (1 + np.log(weighed.data)) * idf[weighed.indices]
    return normalize(weighed, copy=False)
