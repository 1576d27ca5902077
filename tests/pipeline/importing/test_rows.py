from __future__ import annotations

from datetime import date

import pytest

from factcheck.errors import AmbiguousMapping, InvalidValue
from factcheck.model import Article, Claim, ClaimantType, DatePrecision, PastRuling
from factcheck.pipeline.importing import ReadOptions, map_rows
from tests.pipeline.importing.samples import TODAY, claims_of, errors_of, rows_of, table_of


def error_of(content: str, **options: object) -> tuple[str, int, str, str]:
    (error,) = errors_of(content, **options)
    assert error.message
    assert error.hint
    return error.code, error.row, error.column, error.value


def test_every_field_reaches_the_claim() -> None:
    header = (
        "claim_text,claim_author_name,claim_author_type,claim_date,source_name,source_url,source_published,"
        "article_title,attribution_chain,claim_location,language,tags,source_archive_url,textual_rating,reviewer,"
        "rating_explanation,external_id,party\n"
    )
    row = (
        "The dam held,Ann Archer,Person,2023-06,Herald,https://herald.example/1,2023-06-02T10:30:00Z,Dam news,"
        'Herald|the ministry,Riverton,en,"dam,water",https://archive.example/1,pants-fire,'
        "The Desk,It broke.,A-1,Green\n"
    )
    assert claims_of(header + row) == [
        Claim(
            claim_text="The dam held",
            claim_author_name="Ann Archer",
            claim_author_type=ClaimantType.PERSON,
            attribution_chain=("Herald", "the ministry"),
            claim_date="2023-06",
            claim_date_precision=DatePrecision.MONTH,
            claim_location="Riverton",
            language="en",
            tags=("dam", "water"),
            source_name="Herald",
            source_url="https://herald.example/1",
            source_published="2023-06-02T10:30+00:00",
            source_archive_url="https://archive.example/1",
            article_title="Dam news",
            external_id="A-1",
            past_ruling=PastRuling("pants-fire", "The Desk", "It broke."),
            extra={"party": "Green"},
        )
    ]


def test_a_row_with_only_an_article_text_is_an_article() -> None:
    content = (
        "id,headline,body,author,source,url,date,lang,verdict\n"
        "7,Dam news,The dam held. So they say.,Ann,Herald,https://herald.example/1,6/13/2023,en,true\n"
    )
    row = rows_of(content)[0]
    assert row.article == Article(
        text="The dam held. So they say.",
        title="Dam news",
        author="Ann",
        source_name="Herald",
        source_url="https://herald.example/1",
        published="2023-06-13",
        language="en",
    )
    assert row.extra == {"id": "7", "verdict": "true"}


def test_a_row_with_claim_and_article_is_a_claim_that_keeps_the_article() -> None:
    claim = claims_of("claim,body\nThe dam held,Long story about the dam.\n")[0]
    assert claim.extra == {"body": "Long story about the dam."}


def test_claims_and_articles_may_share_a_file() -> None:
    rows = rows_of("claim,body\nThe dam held,\n,Long story about the dam.\n,\n")
    assert [(bool(r.claim), bool(r.article)) for r in rows] == [(True, False), (False, True)]


def test_every_data_row_comes_out_exactly_once_and_in_order() -> None:
    rows = rows_of("claim,date\nOne came,2020\n,2021\nshort\nTwo left,soon\nThree stayed,2022\n")
    assert [row.row for row in rows] == [1, 2, 3, 4, 5]
    assert [row.error.code if row.error else "" for row in rows] == [
        "",
        "E_EMPTY_TEXT",
        "E_COLUMN_COUNT",
        "E_BAD_DATE",
        "",
    ]
    assert [row.error.row for row in rows if row.error] == [2, 3, 4]
    assert rows[3].raw == ("Two left", "soon")


@pytest.mark.parametrize("text", ["", '" \u00a0\u200b"', "…", "---"])
def test_a_row_without_words_is_empty(text: str) -> None:
    assert error_of(f"claim,who\n{text},Ann\n")[:3] == ("E_EMPTY_TEXT", 1, "claim")


def test_a_claim_may_have_ten_thousand_characters_and_no_more() -> None:
    assert len(claims_of("claim,who\n" + "x" * 10_000 + ",Ann\n")[0].claim_text) == 10_000
    code, _, column, value = error_of("claim,who\n" + "x" * 10_001 + ",Ann\n")
    assert (code, column) == ("E_TOO_LONG", "claim")
    assert len(value) <= 300


@pytest.mark.parametrize("value", ["soon", "31/02/2020", "2020-13", "43874"])
def test_what_is_no_date_is_rejected(value: str) -> None:
    assert error_of(f"claim,Said on\nOne came,{value}\n") == ("E_BAD_DATE", 1, "Said on", value)


@pytest.mark.parametrize("value", ["", "n/a", "Unknown", "-"])
def test_words_for_no_date_leave_it_unknown(value: str) -> None:
    claim = claims_of(f"claim,date\nOne came,{value}\n")[0]
    assert (claim.claim_date, claim.claim_date_precision) == ("", DatePrecision.UNKNOWN)


def test_tomorrow_is_still_a_date_and_the_day_after_is_the_future() -> None:
    assert date(2024, 5, 1) == TODAY
    assert claims_of("claim,date\nOne came,2024-05-02\nTwo left,2024-05\nThree stayed,2024\n")
    for value in ("2024-05-03", "2024-06", "2025", "2024-05-03T09:00Z"):
        assert error_of(f"claim,date\nOne came,{value}\n") == ("E_FUTURE_DATE", 1, "date", value)
    assert error_of("claim,article_date\nOne came,2025\n")[0] == "E_FUTURE_DATE"


@pytest.mark.parametrize(
    "value", ["nowhere", "javascript:alert(1)", "https://", "www.herald.example", "https://a b.example", "http://[x"]
)
def test_what_is_no_web_address_is_rejected(value: str) -> None:
    assert error_of(f"claim,url\nOne came,{value}\n") == ("E_BAD_URL", 1, "url", value)
    assert error_of(f"claim,wayback\nOne came,{value}\n")[0] == "E_BAD_URL"


def test_past_ratings_are_kept_as_written_unless_strictness_is_asked_for() -> None:
    content = "claim,rating\nOne came,mostly TRUE\nTwo left,falso\nThree stayed,\n"
    ratings = [c.past_ruling.textual_rating for c in claims_of(content) if c.past_ruling]
    assert ratings == ["mostly TRUE", "falso"]
    assert error_of(content, strict_ratings=True) == ("E_UNKNOWN_VERDICT", 2, "rating", "falso")
    assert "Mostly true" in errors_of(content, strict_ratings=True)[0].hint


def test_a_reviewer_without_a_rating_is_kept_as_an_extra() -> None:
    claim = claims_of("claim,reviewer,rating\nOne came,The Desk,\n")[0]
    assert claim.past_ruling is None
    assert claim.extra == {"reviewer": "The Desk"}


def test_one_id_with_two_texts_is_rejected_the_second_time() -> None:
    content = "id,claim\n7,One came\n7,Two left\n8,Two left\n"
    assert error_of(content) == ("E_DUPLICATE_IN_FILE", 2, "id", "7")


def test_the_same_row_twice_is_left_to_the_importer() -> None:
    assert len(claims_of("id,claim\n7,One came\n7,One  came!\n,One came\n,One came\n")) == 4


def test_the_id_of_a_rejected_row_is_free_for_the_next() -> None:
    assert [e.code for e in errors_of("id,claim,date\n7,One came,soon\n7,Two left,2020\n")] == ["E_BAD_DATE"]


def test_an_unknown_kind_of_claimant_is_kept_as_an_extra() -> None:
    claim = claims_of("claim,author_type\nOne came,robot\n")[0]
    assert claim.claim_author_type is ClaimantType.UNKNOWN
    assert claim.extra == {"author_type": "robot"}


def test_error_columns_of_an_earlier_round_are_ignored() -> None:
    claim = claims_of("claim,error_row,error_code,Error Hint\nOne came,3,E_BAD_DATE,Write it\n")[0]
    assert claim.extra == {}


def test_a_mapping_by_number_is_understood() -> None:
    table = table_of("Aussage,Wer\nOne came,Ann\n", has_header=True)
    rows = list(map_rows(table, {"1": "claim_text", "wer": "claim_author_name"}, ReadOptions(), TODAY))
    assert [(r.claim.claim_text, r.claim.claim_author_name) for r in rows if r.claim] == [("One came", "Ann")]


def test_nothing_is_mapped_without_a_text_column() -> None:
    with pytest.raises(AmbiguousMapping, match="title"):
        rows_of("title,url\nDam news,https://herald.example\n")


def test_problems_with_the_mapping_are_raised_before_the_first_row() -> None:
    table = table_of("claim,who\nOne came,Ann\n")
    with pytest.raises(InvalidValue):
        map_rows(table, {"claim": "claim_text", "nope": "tags"}, ReadOptions(), TODAY)
    with pytest.raises(AmbiguousMapping):
        map_rows(table, {}, ReadOptions(), TODAY)
