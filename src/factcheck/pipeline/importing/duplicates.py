"""A claim → the key that equal claims share."""

from __future__ import annotations

from factcheck.model import Claim
from factcheck.text.normalise import comparable, sha256_of


def duplicate_key(claim: Claim) -> str:
    """The sha256 (hex) of normalised text, author, date and source; the external id plays no part.

    The source is the outlet's name, or the address where no name is known.
    """
    source = comparable(claim.source_name) or claim.source_url.strip()
    parts = (comparable(claim.claim_text), comparable(claim.claim_author_name), claim.claim_date, source)
    return sha256_of("\x1f".join(parts))
