"""How much each found claim is worth checking, and claims in that order. It orders, it never hides."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.model import AttributedClaim, Claim
from factcheck.text.language import ENGLISH, may_be_english, primary

if TYPE_CHECKING:
    from factcheck.pipeline.embedding import Embedder, FloatArray


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


def reweighed(
    claims: Sequence[AttributedClaim], before: Collection[AttributedClaim], language: str
) -> list[AttributedClaim]:
    """The same claims, those anew whose text none of `before` had."""
    known: Mapping[str, float | None] = {claim.claim_text: claim.check_worthiness for claim in before}
    fresh = [claim for claim in claims if claim.claim_text not in known]
    scores = {claim.claim_text: claim.check_worthiness for claim in weighed(_unweighed(fresh), language)}
    worth = {**known, **scores}
    return [replace(claim, check_worthiness=worth[claim.claim_text]) for claim in claims]


def _unweighed(claims: Iterable[AttributedClaim]) -> list[AttributedClaim]:
    return [replace(claim, check_worthiness=None) for claim in claims]


def worth_of(known: Sequence[Claim], vectors: FloatArray, embedder: Embedder) -> dict[int, float]:
    """claim id → how much it is worth checking, for the claims in English that nobody weighed yet.

    `vectors` (n, d) are those of `known` by `embedder`; where that is not the built-in one, the claims are embedded
    again by the one that the model was trained on. Raises ModelUnavailable.
    """
    rows = [row for row, claim in enumerate(known) if claim.check_worthiness is None and _is_english(claim)]
    if not rows:
        return {}
    from factcheck.pipeline.checkworthiness import check_worthiness
    from factcheck.pipeline.embedding import load_embedder

    texts, builtin = [known[row].claim_text for row in rows], load_embedder()
    scores = check_worthiness(texts, vectors[rows] if embedder.name == builtin.name else builtin.embed(texts))
    return {known[row].id: float(score) for row, score in zip(rows, scores, strict=True)}


def _is_english(claim: Claim) -> bool:
    return primary(claim.language) in ("", ENGLISH) and may_be_english(claim.claim_text)


def most_worth_checking_first(claims: Iterable[AttributedClaim]) -> list[AttributedClaim]:
    """Every claim, the one most worth checking first; equals as they stood, those without a score last."""
    return sorted(claims, key=rank, reverse=True)


def rank(claim: AttributedClaim) -> float:
    """What claims are ordered by, the highest first: a claim without a score comes after all others."""
    return -1.0 if claim.check_worthiness is None else claim.check_worthiness
