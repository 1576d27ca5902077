"""Claims and articles → for every claim its near-copies and its origin, under stable names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from factcheck.model import Article, Claim, Origin
from factcheck.pipeline.origins.copies import same_claims
from factcheck.pipeline.origins.links import Link, links
from factcheck.pipeline.origins.statement import statements
from factcheck.pipeline.origins.union import Union


def find_origins(claims: Sequence[Claim], articles: Sequence[Article] = ()) -> list[Origin]:
    """One a claim, in the order of their ids, which must differ; the order of rows changes nothing.

    Groups are named after their smallest claim: "s3" holds the same claims, "o3" those of one origin. `articles`
    are those that the claims name; a claim whose article is missing is judged by its own words.
    """
    told = statements(claims, articles)
    same = same_claims(told)
    same_id = {one.id: f"s{min(other.id for other in group)}" for group in same for one in group}
    found = links(told, same)
    joined = Union()
    for link in found:
        joined.join_all(link.ids)
    reasons = _reasons(found)
    return [Origin(one.id, same_id[one.id], f"o{joined.top(one.id)}", reasons.get(one.id, "")) for one in told]


def _reasons(found: Iterable[Link]) -> dict[int, str]:
    """claim id → why it stands with others, the strongest reason first."""
    told: dict[int, dict[str, None]] = defaultdict(dict)
    for link in found:
        for claim_id in link.ids:
            if link.reason:
                told[claim_id].setdefault(link.reason)
    return {claim_id: "; ".join(reasons) for claim_id, reasons in told.items()}
