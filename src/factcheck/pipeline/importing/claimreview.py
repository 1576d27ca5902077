"""ClaimReview JSON-LD, and claims as fact-check search services list them → flat rows under our names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Node = Mapping[str, Any]
Index = Mapping[str, Node]

_CLAIMANT_TYPES = {
    "Person": "person",
    "Organization": "organisation",
    "NewsMediaOrganization": "organisation",
    "GovernmentOrganization": "organisation",
    "NGO": "organisation",
    "Corporation": "organisation",
    "PoliticalParty": "organisation",
}
_REVIEW_KEYS = frozenset(
    {
        *("claimReviewed", "itemReviewed", "reviewRating", "author", "publisher", "inLanguage", "keywords"),
        *("identifier", "url", "headline", "name", "datePublished", "dateModified", "citation"),
    }
)
_ITEM_KEYS = frozenset(
    {
        *("author", "creator", "datePublished", "dateCreated", "firstAppearance", "appearance"),
        *("url", "text", "name"),
    }
)
_LISTED_KEYS = frozenset({"text", "claimant", "claimDate", "claimReview"})


def index_nodes(documents: Sequence[object]) -> Index:
    """Nodes that say something, by their @id, to resolve references inside a @graph."""
    nodes = (node for document in documents for node in _walk(document) if len(node) > 1)
    return {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str)}


def flatten(document: object, index: Index) -> list[dict[str, Any]]:
    """One flat row for every ClaimReview in `document`; none when it holds no ClaimReview.

    Reviews are found in single objects, arrays, @graph and data feeds, at any depth. Fields follow
    schema.org/ClaimReview; what has no field of ours is kept under review_…, item_… or claimant_….
    """
    reviews = [node for node in _walk(document) if "ClaimReview" in _types(node)]
    if reviews:
        return [_flatten_review(review, index) for review in reviews]
    listed = isinstance(document, dict) and "text" in document and "claimReview" in document
    return [_flatten_listed(document)] if listed and isinstance(document, dict) else []


def _walk(value: object) -> Iterator[Node]:
    """Every object inside `value`, outermost first, in the order written."""
    pending = [value]
    while pending:
        item = pending.pop()
        if isinstance(item, dict):
            yield item
            pending += reversed(item.values())
        elif isinstance(item, list):
            pending += reversed(item)


def _types(node: Node) -> set[str]:
    """The schema.org types of a node, without address or prefix."""
    names = (name for name in _list(node.get("@type")) if isinstance(name, str))
    return {name.replace(":", "/").rsplit("/", 1)[-1] for name in names}


def _flatten_review(review: Node, index: Index) -> dict[str, Any]:
    item, rating = _node(review.get("itemReviewed"), index), _node(review.get("reviewRating"), index)
    return {
        "claim_text": review.get("claimReviewed") or item.get("text") or item.get("name"),
        **_claim_fields(item, index),
        "language": review.get("inLanguage"),
        "tags": review.get("keywords"),
        "textual_rating": rating.get("alternateName"),
        "reviewer": _name(review.get("author"), index) or _name(review.get("publisher"), index),
        "rating_explanation": rating.get("ratingExplanation"),
        "external_id": review.get("@id") or review.get("identifier"),
        "review_url": review.get("url"),
        "review_title": review.get("headline") or review.get("name"),
        "review_published": review.get("datePublished"),
        "review_modified": review.get("dateModified"),
        "review_rating_value": rating.get("ratingValue"),
        "review_best_rating": rating.get("bestRating"),
        "review_worst_rating": rating.get("worstRating"),
        "review_citation": [_address(value, index) for value in _list(review.get("citation"))],
        **_rest(review, _REVIEW_KEYS, "review_"),
    }


def _claim_fields(item: Node, index: Index) -> dict[str, Any]:
    """What the reviewed Claim (or CreativeWork, in older markup) says of itself."""
    claimant = item.get("author") or item.get("creator")
    places = [*_list(item.get("firstAppearance")), *_list(item.get("appearance"))]
    first = _node(places, index)
    addresses = list(dict.fromkeys(filter(None, (_address(place, index) for place in places))))
    about = _node(claimant, index)
    return {
        "claim_author_name": _name(claimant, index),
        "claim_author_type": next((_CLAIMANT_TYPES[t] for t in _types(about) if t in _CLAIMANT_TYPES), ""),
        "claim_date": item.get("datePublished") or item.get("dateCreated"),
        "source_name": _name(first.get("publisher"), index),
        "source_url": addresses[0] if addresses else item.get("url"),
        "source_published": first.get("datePublished"),
        "article_title": first.get("headline"),
        "item_appearances": addresses[1:],
        **_rest(item, _ITEM_KEYS, "item_"),
        **_rest(about, frozenset({"name"}), "claimant_"),
    }


def _flatten_listed(claim: Node) -> dict[str, Any]:
    """A claim of the Fact Check Tools API; reviews after the first are kept as JSON."""
    reviews = [review for review in _list(claim.get("claimReview")) if isinstance(review, dict)]
    review: Node = reviews[0] if reviews else {}
    publisher = _node(review.get("publisher"), {})
    return {
        "claim_text": claim.get("text"),
        "claim_author_name": claim.get("claimant"),
        "claim_date": claim.get("claimDate"),
        "language": review.get("languageCode"),
        "textual_rating": review.get("textualRating"),
        "reviewer": publisher.get("name") or publisher.get("site"),
        "review_url": review.get("url"),
        "review_title": review.get("title"),
        "review_published": review.get("reviewDate"),
        "review_others": reviews[1:],
        **_rest(claim, _LISTED_KEYS, "item_"),
    }


def _rest(node: Node, known: frozenset[str], prefix: str) -> dict[str, Any]:
    """What the node says besides, so that nothing is lost; JSON-LD's own keywords are left out."""
    return {f"{prefix}{key}": value for key, value in node.items() if key not in known and key[:1] != "@"}


def _list(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _node(value: Any, index: Index) -> Node:
    """The first object in `value`, a bare reference replaced by what it refers to."""
    for item in _list(value):
        if isinstance(item, dict):
            reference = item.get("@id")
            return index.get(reference, item) if len(item) == 1 and isinstance(reference, str) else item
    return {}


def _name(value: Any, index: Index) -> str:
    """A name for text, an object or a list of them; its address when it has no name."""
    names = (v if isinstance(v, str) else _label(_node(v, index)) for v in _list(value))
    return "; ".join(filter(None, names))


def _label(node: Node) -> str:
    return next((v for key in ("name", "url") if isinstance(v := node.get(key), str)), "")


def _address(value: Any, index: Index) -> str:
    """The address of a work given as text or object."""
    if isinstance(value, str):
        return value
    node = _node(value, index)
    return next((v for key in ("url", "@id", "name") if isinstance(v := node.get(key), str)), "")
