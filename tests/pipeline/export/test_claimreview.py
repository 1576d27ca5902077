"""ClaimReview items hold finished verdicts, valid and without protected names."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from factcheck.errors import InvalidValue
from factcheck.model import ClaimantType, Evidence, ReviewStatus
from factcheck.pipeline.export import ClaimRecord, claimreview_jsonld, validate_claimreview
from tests.pipeline.export.rows import CLAIM, CONTEXT, RECORD, verdict

FINISHED = replace(RECORD, verdicts=(verdict(),), status=ReviewStatus.FINAL)


def review(record: ClaimRecord, protected: frozenset[str] = frozenset()) -> dict[str, Any]:
    items, skipped = claimreview_jsonld([record], replace(CONTEXT, protected=protected))
    assert skipped == 0
    return items[0]


def test_a_finished_verdict_becomes_a_valid_item() -> None:
    item = review(replace(FINISHED, url="https://desk.example.org/7"))
    assert validate_claimreview(item) == []
    assert item["author"] == {"@type": "Person", "name": "Ada"}
    assert item["url"] == "https://desk.example.org/7"
    assert item["reviewRating"] == {
        "@type": "Rating",
        "ratingValue": 1,
        "bestRating": 5,
        "worstRating": 1,
        "alternateName": "False",
        "ratingExplanation": "The closure notice names one day only.",
    }
    assert item["itemReviewed"]["author"] == {"@type": "Person", "name": "Ruth Amsel"}
    assert item["itemReviewed"]["firstAppearance"]["publisher"]["name"] == "Valley Post"
    assert item["citation"] == ["https://road.example.org/notice"]
    assert json.loads(json.dumps(item)) == item


def test_unfinished_verdicts_are_skipped_and_counted() -> None:
    unfinished = [
        RECORD,
        replace(FINISHED, status=ReviewStatus.DISPUTED),
        replace(FINISHED, status=ReviewStatus.NEEDS_SECOND),
        replace(RECORD, status=ReviewStatus.FINAL),
    ]
    corrected = replace(FINISHED, status=ReviewStatus.CORRECTED)
    items, skipped = claimreview_jsonld([*unfinished, FINISHED, corrected], CONTEXT)
    assert (len(items), skipped) == (2, 4)


def test_a_rating_off_the_scale_leaves_its_numbers_out() -> None:
    rating = review(replace(FINISHED, verdicts=(verdict(rating="Unverifiable"),)))["reviewRating"]
    assert set(rating) == {"@type", "alternateName", "ratingExplanation"}


def test_an_item_holds_what_is_written_raw() -> None:
    item = review(replace(FINISHED, claim=replace(CLAIM, claim_text="=1+1 is what they paid")))
    assert item["itemReviewed"]["text"] == "=1+1 is what they paid"


def test_an_item_can_always_be_written_as_utf_8() -> None:
    item = review(replace(FINISHED, claim=replace(CLAIM, claim_text="The bridge \ud83d was closed")))
    assert json.dumps(item, ensure_ascii=False).encode("utf-8")


def test_each_item_of_a_list_holds_one_address_and_other_evidence_stays_as_text() -> None:
    several = Evidence("https://a.example/1, https://b.example/2|https://c.example/3")
    book = Evidence("Roads of the Valley, p. 12")
    item = review(replace(FINISHED, verdicts=(verdict(evidence=(several, book)),)))
    assert item["citation"] == [
        "https://a.example/1",
        "https://b.example/2",
        "https://c.example/3",
        "Roads of the Valley, p. 12",
    ]


def test_what_is_not_known_is_left_out() -> None:
    bare = replace(CLAIM, claim_author_name="", claim_date="", source_url="", language="")
    item = review(replace(FINISHED, claim=bare, appearances=("not an address",)))
    assert set(item["itemReviewed"]) == {"@type", "text"}
    assert "inLanguage" not in item
    foreign = replace(CLAIM, language="English (US)")
    assert "inLanguage" not in review(replace(FINISHED, claim=foreign))
    assert "url" not in item
    unknown = replace(CLAIM, claim_author_type=ClaimantType.UNKNOWN)
    assert review(replace(FINISHED, claim=unknown))["itemReviewed"]["author"] == {"name": "Ruth Amsel"}


def test_the_first_version_is_the_publication_and_the_newest_the_change() -> None:
    versions = (verdict(), verdict(hours=3, version=2))
    item = review(replace(FINISHED, verdicts=versions))
    assert item["datePublished"] == "2025-03-14T12:00:00+00:00"
    assert item["dateModified"] == "2025-03-14T15:00:00+00:00"


def test_a_protected_claimant_is_hidden_with_every_link_to_it() -> None:
    evidence = (Evidence(CLAIM.source_url), Evidence("Talk with Ruth Amsel"), Evidence("https://b.example/"))
    record = replace(FINISHED, verdicts=(verdict(evidence=evidence, explanation="Ruth Amsel told us so."),))
    item = review(record, frozenset({"ruth amsel"}))
    text = json.dumps(item)
    assert "Amsel" not in text
    assert "post.example.org" not in text
    assert item["itemReviewed"]["author"]["name"] == "protected source"
    assert item["citation"] == ["Talk with protected source", "https://b.example/"]


def test_an_invalid_item_is_not_handed_out() -> None:
    wrong = replace(FINISHED, claim=replace(CLAIM, claim_date="last Thursday"))
    with pytest.raises(InvalidValue, match=r"claim 7 would be invalid.*last Thursday"):
        claimreview_jsonld([wrong], CONTEXT)


def test_the_author_is_the_joined_claimant_beside_the_printed_name() -> None:
    joined = replace(CLAIM, joined="R. Amsel, engineer", settled_type=ClaimantType.ORGANISATION)
    author = review(replace(FINISHED, claim=joined))["itemReviewed"]["author"]
    assert author == {"@type": "Organization", "name": "R. Amsel, engineer", "alternateName": "Ruth Amsel"}
