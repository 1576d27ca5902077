"""Claims with finished verdicts → schema.org ClaimReview objects, checked before they are handed out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from factcheck.errors import InvalidValue
from factcheck.model import Claim, ClaimantType, Evidence, ReviewStatus, Verdict
from factcheck.pipeline.export.cells import timestamp, writable
from factcheck.pipeline.export.masking import PROTECTED, Mask
from factcheck.pipeline.export.rating import rating_numbers
from factcheck.pipeline.export.records import ClaimRecord, ExportContext
from factcheck.pipeline.export.standing import current_verdict, versions_of
from factcheck.pipeline.export.validation import is_language, is_web_address, validate_claimreview
from factcheck.pipeline.export.verdicts import appearances, claim_mask, claim_reviewed

FINISHED = (ReviewStatus.FINAL, ReviewStatus.CORRECTED)

_AUTHOR_TYPES = {
    ClaimantType.PERSON: "Person",
    ClaimantType.ORGANISATION: "Organization",
    ClaimantType.GROUP: "Organization",
}
_NEXT_ADDRESS = re.compile(r"[\s,;|]+(?=https?://)")


def claimreview_jsonld(records: Iterable[ClaimRecord], context: ExportContext) -> tuple[list[dict[str, Any]], int]:
    """The ClaimReviews of all finished verdicts, and how many records were skipped as unfinished.

    Follows https://schema.org/ClaimReview. Raises InvalidValue when an item does not pass
    `validate_claimreview`: nothing invalid is handed out.
    """
    items, skipped = [], 0
    for record in records:
        verdict = current_verdict(record.verdicts)
        if verdict is None or record.status not in FINISHED:
            skipped += 1
        else:
            items.append(_checked(_review(record, verdict, context), record.claim))
    return items, skipped


def _checked(item: dict[str, Any], claim: Claim) -> dict[str, Any]:
    problems = validate_claimreview(item)
    if problems:
        raise InvalidValue(
            f"The ClaimReview of claim {claim.id} would be invalid: {' '.join(problems)}",
            "Correct the claim or its verdict, then export again.",
        )
    return item


def _review(record: ClaimRecord, verdict: Verdict, context: ExportContext) -> dict[str, Any]:
    mask, claim = claim_mask(record, context), record.claim
    first = versions_of(record.verdicts, verdict.reviewer)[0]
    review = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "identifier": str(claim.id),
        "url": _address(record.url, mask),
        "inLanguage": claim.language if is_language(claim.language) else "",
        "datePublished": timestamp(first.created_at),
        "dateModified": timestamp(verdict.created_at),
        "author": {"@type": "Person", "name": verdict.reviewer},
        "claimReviewed": claim_reviewed(claim, context, mask),
        "reviewRating": _rating(verdict, context),
        "itemReviewed": _claim(record, mask),
        "citation": [cited for item in verdict.evidence for cited in _citations(item, mask)],
    }
    written: dict[str, Any] = _written(review, mask)
    return written


def _rating(verdict: Verdict, context: ExportContext) -> dict[str, Any]:
    numbers = rating_numbers(verdict.rating, context.scale)
    return {
        "@type": "Rating",
        "ratingValue": numbers.value,
        "bestRating": numbers.best,
        "worstRating": numbers.worst,
        "alternateName": verdict.rating,
        "ratingExplanation": verdict.explanation,
    }


def _claim(record: ClaimRecord, mask: Mask) -> dict[str, Any]:
    claim = record.claim
    pages = [_page(_address(url, mask), claim, mask) for url in appearances(record)]
    return {
        "@type": "Claim",
        "text": claim.claim_text,
        "author": _author(claim),
        "datePublished": claim.claim_date,
        "firstAppearance": pages[0] if pages else None,
        "appearance": [page for page in pages if page],
    }


def _author(claim: Claim) -> dict[str, Any] | None:
    """Untyped where the type is not known: JSON-LD allows it, a guess would be a statement."""
    if not claim.claimant:
        return None
    printed = claim.claim_author_name if claim.claim_author_name != claim.claimant else ""
    return {"@type": _AUTHOR_TYPES.get(claim.claimant_type), "name": claim.claimant, "alternateName": printed}


def _page(address: str, claim: Claim, mask: Mask) -> dict[str, Any] | None:
    if not address:
        return None
    page: dict[str, Any] = {"@type": "CreativeWork", "url": address}
    if address == claim.source_url:
        page["datePublished"] = claim.source_published
        page["archivedAt"] = _address(claim.source_archive_url, mask)
        page["publisher"] = claim.source_name and {"@type": "Organization", "name": claim.source_name}
    return page


def _citations(evidence: Evidence, mask: Mask) -> list[str]:
    """One address an item; evidence that is no address stays as text, which schema.org allows."""
    parts = _NEXT_ADDRESS.split(evidence.url.strip())
    shown = (mask.link(part) if is_web_address(part) else mask.text(part) for part in parts)
    return [part for part in shown if part != PROTECTED]


def _address(url: str, mask: Mask) -> str:
    """`url` where it may be shown and is one: a reader could not follow anything else."""
    shown = mask.link(url)
    return shown if is_web_address(shown) else ""


def _written(value: Any, mask: Mask) -> Any:
    """`value` with every text masked and everything empty left out, keywords (`@…`) apart."""
    if isinstance(value, str):
        return writable(mask.text(value))
    if isinstance(value, list):
        return [_written(item, mask) for item in value]
    if not isinstance(value, Mapping):
        return value
    kept = {key: item for key, item in value.items() if item not in ("", None, [])}
    return {key: item if key.startswith("@") else _written(item, mask) for key, item in kept.items()}
