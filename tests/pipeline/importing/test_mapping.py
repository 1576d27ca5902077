from __future__ import annotations

import pytest

from factcheck.errors import AmbiguousMapping, InvalidValue
from factcheck.pipeline.importing import FIELDS, propose_mapping, unmapped_columns
from factcheck.pipeline.importing.mapping import check_mapping

DOCUMENTED = {
    "claim_text": "claim text statement quote sentence claimReviewed claim_reviewed",
    "claim_author_name": "author speaker claimant who actor personality",
    "claim_author_type": "author_type",
    "claim_date": "date said_on datePublished published_at",
    "source_name": "source outlet publisher media site",
    "source_url": "url link article_url firstAppearance appearance",
    "source_published": "article_date",
    "article_title": "headline title",
    "article_text": "body content",
    "attribution_chain": "via attributed_to",
    "claim_location": "place",
    "language": "lang",
    "tags": "category keywords topic",
    "source_archive_url": "archive wayback",
    "textual_rating": "rating verdict label",
    "reviewer": "",
    "rating_explanation": "",
    "external_id": "id ref",
}


@pytest.mark.parametrize(
    ("field", "header"), [(f, name) for f, names in DOCUMENTED.items() for name in [f, *names.split()]]
)
def test_every_documented_header_is_recognised_in_any_spelling(field: str, header: str) -> None:
    spaced = header.replace("_", " ").title()
    camel = spaced[0].lower() + spaced.replace(" ", "")[1:]
    for spelling in (header, header.upper(), spaced, camel, f" {header.replace('_', '-')} "):
        assert propose_mapping([spelling]) == {spelling: field}


def test_the_documented_fields_are_all_there_are() -> None:
    assert [field.name for field in FIELDS] == list(DOCUMENTED)
    assert all(field.help for field in FIELDS)


def test_unknown_columns_are_absent_and_listed() -> None:
    columns = ["claim", "party", "error_code"]
    mapping = propose_mapping(columns)
    assert mapping == {"claim": "claim_text"}
    assert unmapped_columns(columns, mapping) == ("party",)


def test_the_best_name_wins_a_field_and_the_other_column_stays_an_extra() -> None:
    assert propose_mapping(["text", "claim"]) == {"claim": "claim_text"}
    assert propose_mapping(["claim", "claim_text"]) == {"claim_text": "claim_text"}
    assert propose_mapping(["Speaker", "speaker "]) == {"Speaker": "claim_author_name"}


def test_a_choice_beats_names_and_guesses() -> None:
    columns = ["claim", "quote", "memo"]
    assert propose_mapping(columns, {"quote": "claim_text"}) == {"quote": "claim_text"}
    assert propose_mapping(columns, {"claim": ""}) == {"quote": "claim_text"}
    assert propose_mapping(columns, {"memo": "claim_text"}, {"quote": "claim_text"}) == {"memo": "claim_text"}
    assert propose_mapping(columns, {}, {"quote": "claim_text"}) == {"quote": "claim_text"}


def test_columns_can_be_chosen_by_number_and_in_any_spelling() -> None:
    columns = ["Aussage", "Wer"]
    assert propose_mapping(columns, {"1": "claim_text", "WER": "Claim author name"}) == {
        "Aussage": "claim_text",
        "Wer": "claim_author_name",
    }


def test_a_column_named_like_a_number_is_meant_by_its_name() -> None:
    assert propose_mapping(["a", "1"], {"1": "claim_text"}) == {"1": "claim_text"}


@pytest.mark.parametrize("column", ["Nope", "0", "3", "²"])
def test_a_choice_for_an_unknown_column_lists_the_columns(column: str) -> None:
    with pytest.raises(InvalidValue, match="Aussage.*Wer"):
        propose_mapping(["Aussage", "Wer"], {column: "claim_text"})


def test_a_choice_of_an_unknown_field_lists_the_fields() -> None:
    with pytest.raises(InvalidValue, match="claim_text.*external_id"):
        propose_mapping(["Aussage"], {"Aussage": "statement_text"})


def test_a_field_cannot_be_chosen_twice() -> None:
    with pytest.raises(InvalidValue, match="Two columns"):
        propose_mapping(["a", "b"], {"a": "claim_text", "b": "claim_text"})


def test_without_a_column_for_text_a_person_is_asked() -> None:
    with pytest.raises(AmbiguousMapping, match="1 title, 2 url") as caught:
        check_mapping(["title", "url"], {"title": "article_title", "url": "source_url"})
    assert "--map COLUMN=claim_text" in caught.value.hint
