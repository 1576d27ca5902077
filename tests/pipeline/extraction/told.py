"""Short ways to say in a test what one sentence gives."""

from __future__ import annotations

from factcheck.model import AttributedClaim
from factcheck.pipeline.extraction import extract, load_parser

FRIDAY = "2031-05-02"


def claims(text: str, published: str = FRIDAY) -> list[AttributedClaim]:
    """The claims of `text`, their spans checked."""
    found = extract(text, published, parser=load_parser())
    assert all(text[claim.start : claim.end] == claim.quote for claim in found)
    return found


def only(text: str, published: str = FRIDAY) -> AttributedClaim:
    """The one claim of `text`."""
    found = claims(text, published)
    assert len(found) == 1, found
    return found[0]


def texts(text: str) -> list[str]:
    return [claim.claim_text for claim in claims(text)]


def who(text: str) -> list[str]:
    return [claim.claim_author_name for claim in claims(text)]
