from __future__ import annotations

import pytest

from factcheck.errors import AmbiguousMapping
from factcheck.pipeline.importing import ReadOptions, mapping_of, needs_date_order
from tests.pipeline.importing.samples import claims_of, errors_of, rows_of, table_of


def dated(*dates: str) -> str:
    return "claim_text,date\n" + "".join(f'Statement {n},"{d}"\n' for n, d in enumerate(dates))


def needs(content: str) -> bool:
    table = table_of(content)
    return needs_date_order(table, mapping_of(table, ReadOptions()))


def test_one_decisive_date_settles_the_whole_column() -> None:
    assert [c.claim_date for c in claims_of(dated("02/03/2020", "13/02/2020"))] == ["2020-03-02", "2020-02-13"]
    assert [c.claim_date for c in claims_of(dated("02/03/2020", "02/13/2020"))] == ["2020-02-03", "2020-02-13"]


@pytest.mark.parametrize("dates", [("02/03/2020", "04/05/2020"), ("13/02/2020", "02/13/2020")])
def test_an_open_order_is_asked_for_and_never_guessed(dates: tuple[str, str]) -> None:
    assert needs(dated(*dates))
    with pytest.raises(AmbiguousMapping) as caught:
        rows_of(dated(*dates))
    assert dates[0] in caught.value.message
    assert "--day-first" in caught.value.hint
    assert "--month-first" in caught.value.hint


@pytest.mark.parametrize("dates", [("2020-03-02", "2 June 2023"), ("05/05/2020", ""), ("13/02/2020", "01/02/2020")])
def test_dates_that_leave_nothing_open_need_no_answer(dates: tuple[str, str]) -> None:
    assert not needs(dated(*dates))


def test_the_answer_is_used() -> None:
    assert claims_of(dated("02/03/2020"), day_first=True)[0].claim_date == "2020-03-02"
    assert claims_of(dated("02/03/2020"), day_first=False)[0].claim_date == "2020-02-03"


def test_a_date_that_only_reads_the_other_way_round_is_rejected_not_turned() -> None:
    error = errors_of(dated("02/03/2020", "02/13/2020"), day_first=True)[0]
    assert (error.code, error.row, error.column, error.value) == ("E_AMBIGUOUS_DATE", 2, "date", "02/13/2020")
    assert "--month-first" in error.hint


def test_each_column_settles_itself() -> None:
    rows = "claim_text,date,article_date\nOne came,13/02/2020,02/14/2020\nTwo left,01/02/2020,01/02/2020\n"
    claim = claims_of(rows)[1]
    assert (claim.claim_date, claim.source_published) == ("2020-02-01", "2020-01-02")


def test_columns_that_hold_no_dates_for_us_do_not_matter() -> None:
    assert not needs("claim_text,memo\nOne came,02/03/2020\n")
