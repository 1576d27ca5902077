"""One ClaimReview object → what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

Item = Mapping[str, Any]

_ADDRESS = re.compile(r"https?://[^\s<>\"/?#]+[^\s<>\"]*", re.IGNORECASE)
_SECOND_ADDRESS = re.compile(r"[\s,;|]https?://", re.IGNORECASE)
_DATE = re.compile(
    r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])"
    r"([T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?)?"
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_SHORT_ENOUGH = 75


def is_web_address(text: str) -> bool:
    """Whether `text` is one http(s) address and nothing else."""
    return bool(_ADDRESS.fullmatch(text)) and not _SECOND_ADDRESS.search(text)


def is_language(text: str) -> bool:
    """Whether `text` is formed like a BCP 47 language tag."""
    return bool(_LANGUAGE.fullmatch(text))


def validate_claimreview(item: Item) -> list[str]:
    """The problems of `item`, each a sentence; [] when it is a valid ClaimReview.

    Required by schema.org's readers: type, author, claimReviewed under 75 characters, a rating with
    a label and either all three numbers or none, and the claim's text. Whatever else is given has
    to be well formed: one address an item, ISO 8601 dates, a BCP 47 language.
    """
    checks: tuple[Callable[[Item], Iterator[str]], ...] = (
        _kind,
        _claim_reviewed,
        _author,
        _rating,
        _claim,
        _addresses,
        _dates,
        _language,
    )
    return [problem for check in checks for problem in check(item)]


def _kind(item: Item) -> Iterator[str]:
    if item.get("@context") not in ("https://schema.org", "http://schema.org"):
        yield "@context is not https://schema.org."
    if item.get("@type") != "ClaimReview":
        yield "@type is not ClaimReview."


def _claim_reviewed(item: Item) -> Iterator[str]:
    text = item.get("claimReviewed")
    if not _is_text(text):
        yield "claimReviewed is empty."
    elif len(str(text)) >= _SHORT_ENOUGH:
        yield f"claimReviewed has {len(str(text))} characters; fewer than {_SHORT_ENOUGH} are asked for."


def _author(item: Item) -> Iterator[str]:
    if not _is_text(_part(item, "author").get("name")):
        yield "author has no name."


def _rating(item: Item) -> Iterator[str]:
    rating = _part(item, "reviewRating")
    if not _is_text(rating.get("alternateName")):
        yield "reviewRating has no alternateName, the rating in words."
    numbers = [rating.get(name) for name in ("worstRating", "ratingValue", "bestRating")]
    given = [n for n in numbers if isinstance(n, int | float) and not isinstance(n, bool)]
    if len(given) == 3:
        if not given[0] <= given[1] <= given[2] or given[0] == given[2]:
            yield "ratingValue does not lie between worstRating and bestRating."
    elif any(n is not None for n in numbers):
        yield "ratingValue, bestRating and worstRating are to be given together, as numbers, or not at all."


def _claim(item: Item) -> Iterator[str]:
    claim = _part(item, "itemReviewed")
    if claim.get("@type") != "Claim":
        yield "itemReviewed is not of type Claim."
    if not _is_text(claim.get("text")):
        yield "itemReviewed has no text."
    if "author" in claim and not _is_text(_part(claim, "author").get("name")):
        yield "The claim's author has no name."


def _addresses(item: Item) -> Iterator[str]:
    for name, address in _given_addresses(item):
        if not isinstance(address, str) or not is_web_address(address):
            yield f"{name} is not one http(s) address: {address!r}."
    for cited in item.get("citation", []):
        if not _is_text(cited) or _SECOND_ADDRESS.search(cited):
            yield f"citation is to name one source an item: {cited!r}."


def _given_addresses(item: Item) -> Iterator[tuple[str, Any]]:
    """Every place that has to hold exactly one address, with what it holds."""
    if "url" in item:
        yield "url", item["url"]
    claim = _part(item, "itemReviewed")
    pages = [("appearance", page) for page in claim.get("appearance", [])]
    if "firstAppearance" in claim:
        pages.insert(0, ("firstAppearance", claim["firstAppearance"]))
    for name, page in pages:
        yield f"{name}.url", page.get("url") if isinstance(page, Mapping) else page
        if isinstance(page, Mapping) and "archivedAt" in page:
            yield f"{name}.archivedAt", page["archivedAt"]


def _dates(item: Item) -> Iterator[str]:
    claim = _part(item, "itemReviewed")
    first = _part(claim, "firstAppearance")
    for owner, name in ((item, "datePublished"), (item, "dateModified"), (claim, "datePublished")):
        yield from _date(owner, name)
    yield from _date(first, "datePublished")
    if str(item.get("dateModified", "9")) < str(item.get("datePublished", "")):
        yield "dateModified is before datePublished."


def _date(owner: Item, name: str) -> Iterator[str]:
    if name in owner and not _DATE.fullmatch(str(owner[name])):
        yield f"{name} is not an ISO 8601 date: {owner[name]!r}."


def _language(item: Item) -> Iterator[str]:
    if "inLanguage" in item and not is_language(str(item["inLanguage"])):
        yield f"inLanguage is not a BCP 47 language: {item['inLanguage']!r}."


def _part(owner: Item, name: str) -> Item:
    part = owner.get(name)
    return part if isinstance(part, Mapping) else {}


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())
