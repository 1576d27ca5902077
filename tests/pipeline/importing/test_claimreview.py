from __future__ import annotations

import json
from typing import Any

from factcheck.model import ClaimantType, PastRuling
from tests.pipeline.importing.samples import claims_of, table_of

REVIEW: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://desk.example/bridge",
    "claimReviewed": "The bridge was closed for a year",
    "datePublished": "2023-06-09",
    "author": {"@type": "Organization", "name": "The Desk"},
    "reviewRating": {
        "@type": "Rating",
        "ratingValue": 2,
        "bestRating": 5,
        "worstRating": 1,
        "alternateName": "Mostly false",
        "ratingExplanation": "It was closed for a week.",
    },
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "Ann Archer", "jobTitle": "Mayor"},
        "datePublished": "2023-06-02",
        "firstAppearance": {"@type": "CreativeWork", "url": "https://herald.example/1"},
        "appearance": ["https://post.example/2", {"url": "https://herald.example/1"}],
    },
    "inLanguage": "en",
    "citation": ["https://council.example/minutes"],
    "image": "https://desk.example/bridge.png",
}


def test_a_review_becomes_the_claim_with_its_past_ruling() -> None:
    claim = claims_of(json.dumps(REVIEW), "a.json")[0]
    assert claim.claim_text == "The bridge was closed for a year"
    assert (claim.claim_author_name, claim.claim_author_type) == ("Ann Archer", ClaimantType.PERSON)
    assert (claim.claim_date, claim.language) == ("2023-06-02", "en")
    assert claim.source_url == "https://herald.example/1"
    assert claim.past_ruling == PastRuling("Mostly false", "The Desk", "It was closed for a week.")


def test_what_has_no_field_is_kept_under_a_name_that_says_whose_it_is() -> None:
    extra = claims_of(json.dumps(REVIEW), "a.json")[0].extra
    assert extra["review_url"] == "https://desk.example/bridge"
    assert extra["review_published"] == "2023-06-09"
    assert (extra["review_rating_value"], extra["review_best_rating"]) == ("2", "5")
    assert extra["review_citation"] == "https://council.example/minutes"
    assert extra["review_image"] == "https://desk.example/bridge.png"
    assert extra["item_appearances"] == "https://post.example/2"
    assert extra["claimant_jobTitle"] == "Mayor"


def test_an_array_of_reviews_is_read() -> None:
    second = {**REVIEW, "claimReviewed": "Taxes fell"}
    table = table_of(json.dumps([REVIEW, second]), "a.json")
    assert table.format == "claimreview"
    assert [claim.claim_text for claim in claims_of(json.dumps([REVIEW, second]), "a.json")] == [
        "The bridge was closed for a year",
        "Taxes fell",
    ]


def test_a_graph_is_read_and_its_references_are_followed() -> None:
    graph = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "Organization", "@id": "#desk", "name": "The Desk"},
            {"@type": "WebPage", "name": "Bridge"},
            {**REVIEW, "@type": ["ClaimReview", "Article"], "author": {"@id": "#desk"}},
        ],
    }
    table = table_of(json.dumps(graph), "a.json")
    assert len(table.rows) == 1
    assert "2 other objects" in " ".join(table.notes)
    ruling = claims_of(json.dumps(graph), "a.json")[0].past_ruling
    assert ruling is not None
    assert ruling.reviewer == "The Desk"


def test_reviews_inside_a_data_feed_are_found() -> None:
    feed = {"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": [REVIEW, REVIEW]}]}
    assert len(table_of(json.dumps(feed), "a.json").rows) == 2


def test_json_lines_of_reviews_keep_their_broken_lines() -> None:
    content = f'{json.dumps(REVIEW)}\n{{"claim": \n{json.dumps(REVIEW)}\n'
    table = table_of(content, "a.jsonl")
    assert table.format == "claimreview"
    assert [bool(row.error) for row in table.rows] == [False, True, False]


def test_older_markup_with_the_claim_in_the_item_is_read() -> None:
    review = {
        "@type": "http://schema.org/ClaimReview",
        "itemReviewed": {
            "@type": "CreativeWork",
            "name": "Taxes fell",
            "author": {"@type": "Organization", "name": "Council"},
        },
        "author": "The Desk",
        "reviewRating": {"alternateName": "Pants on fire"},
    }
    claim = claims_of(json.dumps(review), "a.json")[0]
    assert (claim.claim_text, claim.claim_author_name) == ("Taxes fell", "Council")
    assert claim.claim_author_type is ClaimantType.ORGANISATION
    assert claim.past_ruling == PastRuling("Pants on fire", "The Desk")


def test_claims_as_a_search_service_lists_them_are_read() -> None:
    answer = {
        "claims": [
            {
                "text": "Taxes fell",
                "claimant": "Council",
                "claimDate": "2023-06-02T00:00:00Z",
                "claimReview": [
                    {
                        "publisher": {"name": "The Desk", "site": "desk.example"},
                        "url": "https://desk.example/taxes",
                        "textualRating": "Half true",
                        "languageCode": "en",
                    },
                    {"publisher": {"site": "post.example"}, "textualRating": "False"},
                ],
            }
        ],
        "nextPageToken": "x",
    }
    claim = claims_of(json.dumps(answer), "a.json")[0]
    assert (claim.claim_text, claim.claim_author_name, claim.claim_date) == ("Taxes fell", "Council", "2023-06-02")
    assert claim.past_ruling == PastRuling("Half true", "The Desk")
    assert "post.example" in claim.extra["review_others"]


def test_a_review_without_a_claim_is_a_row_with_an_error_not_a_crash() -> None:
    table = table_of('[{"@type": "ClaimReview", "itemReviewed": 5, "author": [null]}]', "a.json")
    assert len(table.rows) == 1
