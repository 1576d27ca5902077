"""How much each found claim is worth checking, and claims in that order. It orders, it never hides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from factcheck.model import AttributedClaim


def weighed(found: Sequence[AttributedClaim], language: str) -> list[AttributedClaim]:
    """The same claims in the same order, each with its check-worthiness: of the text that stands alone.

    The model knows English; in another language the claims stay without one. Raises ModelUnavailable.
    """
    if not found or language not in ("", "en"):
        return list(found)
    from factcheck.pipeline.checkworthiness import check_worthiness
    from factcheck.pipeline.embedding import load_embedder

    texts = [claim.claim_text for claim in found]
    # Always the built-in embedder, whichever the settings name for topics: the model was trained on it.
    scores = check_worthiness(texts, load_embedder().embed(texts))
    return [replace(claim, check_worthiness=float(score)) for claim, score in zip(found, scores, strict=True)]


def most_worth_checking_first(claims: Iterable[AttributedClaim]) -> list[AttributedClaim]:
    """Every claim, the one most worth checking first; equals as they stood, those without a score last."""
    return sorted(claims, key=rank, reverse=True)


def rank(claim: AttributedClaim) -> float:
    """What claims are ordered by, the highest first: a claim without a score comes after all others."""
    return -1.0 if claim.check_worthiness is None else claim.check_worthiness
