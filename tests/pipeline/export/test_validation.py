"""Each rule of the check can fail."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from factcheck.pipeline.export import validate_claimreview
from factcheck.pipeline.export.validation import is_web_address

VALID: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://desk.example.org/1",
    "inLanguage": "zh-Hant",
    "datePublished": "2025-03-14",
    "dateModified": "2025-03-15T10:00:00Z",
    "author": {"@type": "Organization", "name": "The desk"},
    "claimReviewed": "The bridge was closed for three days.",
    "reviewRating": {"ratingValue": 1, "bestRating": 5, "worstRating": 1, "alternateName": "False"},
    "itemReviewed": {
        "@type": "Claim",
        "text": "The bridge was closed for three days.",
        "author": {"name": "Ruth Amsel"},
        "datePublished": "2025",
        "firstAppearance": {
            "url": "https://post.example.org/",
            "archivedAt": "https://archive.example/https://x.example",
        },
        "appearance": [{"url": "https://post.example.org/"}],
    },
    "citation": ["https://a.example/", "A book"],
}


def changed(path: str, value: Any) -> dict[str, Any]:
    item = copy.deepcopy(VALID)
    *owners, last = path.split(".")
    owner = item
    for name in owners:
        owner = owner[name]
    owner[last] = value
    return item


def test_a_valid_item_has_no_problems() -> None:
    assert validate_claimreview(VALID) == []


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        ("@context", "schema", "@context"),
        ("@type", "Review", "@type"),
        ("url", "desk", "url is not one"),
        ("inLanguage", "English language", "inLanguage"),
        ("datePublished", "14.3.2025", "datePublished"),
        ("dateModified", "2025-13-01", "dateModified"),
        ("dateModified", "2025-03-01", "before"),
        ("author", {"name": " "}, "author has no name"),
        ("author", "Ada", "author has no name"),
        ("claimReviewed", "", "claimReviewed is empty"),
        ("claimReviewed", "x" * 75, "75 characters"),
        ("reviewRating.alternateName", "", "alternateName"),
        ("reviewRating.bestRating", None, "together"),
        ("reviewRating.ratingValue", "1", "together"),
        ("reviewRating.ratingValue", 9, "between"),
        ("itemReviewed.@type", "Thing", "type Claim"),
        ("itemReviewed.text", None, "no text"),
        ("itemReviewed.author", {}, "claim's author"),
        ("itemReviewed.datePublished", "2025-02-45", "datePublished"),
        ("itemReviewed.firstAppearance.url", "ftp://a.example", "firstAppearance.url"),
        ("itemReviewed.firstAppearance.archivedAt", "", "archivedAt"),
        ("itemReviewed.appearance", [{"url": "https://a.example https://b.example"}], "appearance.url"),
        ("itemReviewed.appearance", [{}], "appearance.url"),
        ("citation", ["https://a.example, https://b.example"], "citation"),
        ("citation", [""], "citation"),
    ],
)
def test_what_is_wrong_is_named(path: str, value: Any, problem: str) -> None:
    problems = validate_claimreview(changed(path, value))
    assert any(problem in found for found in problems)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://example.org/a?b=c#d", True),
        ("http://приклад.example/шлях", True),
        ("https://archive.example/2025/https://example.org/", True),
        ("https://a.example;https://b.example", False),
        ("https://", False),
        ("https:///path", False),
        ("example.org", False),
        ("javascript:alert(1)", False),
        ("https://a.example/<b>", False),
    ],
)
def test_one_address_is_told_from_none_and_from_several(text: str, expected: bool) -> None:
    assert is_web_address(text) is expected
