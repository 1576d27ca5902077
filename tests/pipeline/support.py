"""What the tests of the analysis share: claims in one line, and vectors that need no model."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from factcheck.model import Claim, Conflict, Modality, Progress, silent
from factcheck.pipeline.conflicts import both_ways, judge
from factcheck.pipeline.pairs import candidate_pairs
from factcheck.pipeline.scoring import load_scorer
from factcheck.text.words import content_stems

FloatArray = npt.NDArray[np.float32]


class HashingEmbedder:
    """A vector of random signs for every word, added up: common words make texts similar."""

    name = "hashed words"
    dimension = 256

    def embed(self, texts: Sequence[str], progress: Progress = silent) -> FloatArray:
        rows = [sum((_signs(stem, self.dimension) for stem in content_stems(text)), _signs("", 256)) for text in texts]
        vectors = np.array(rows, np.float32).reshape(-1, self.dimension)
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def _signs(word: str, dimension: int) -> FloatArray:
    seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:8], "big")
    scale = 0.2 if word == "" else 1.0
    return (np.random.default_rng(seed).integers(0, 2, dimension) * 2 - 1).astype(np.float32) * scale


def claim(number: int, text: str, who: str = "", day: str = "", modality: Modality = Modality.ASSERTED) -> Claim:
    return Claim(claim_text=text, claim_author_name=who, claim_date=day, modality=modality, id=number)


def judged(*claims: Claim, similarity: float = 0.6) -> list[Conflict]:
    """All pairs of `claims` judged as if every two were equally similar."""
    pairs = np.array([(i, j) for i in range(len(claims)) for j in range(i + 1, len(claims))], np.int64)
    alike = np.full(len(pairs), similarity, np.float32)
    return judge(claims, pairs, alike, *both_ways(load_scorer(), claims, pairs))


def one(*claims: Claim, similarity: float = 0.6) -> Conflict | None:
    """The verdict on two claims, None when they are neither in conflict nor in agreement."""
    found = judged(*claims, similarity=similarity)
    assert len(found) <= 1
    return found[0] if found else None


def analysed(claims: Sequence[Claim], vectors: FloatArray, topics: npt.NDArray[np.int64]) -> list[Conflict]:
    """Candidate pairs of `claims`, scored and judged, as an analysis does it."""
    pairs, similarity = candidate_pairs(vectors, topics, [c.claim_author_name for c in claims])
    return judge(claims, pairs, similarity, *both_ways(load_scorer(), claims, pairs))
