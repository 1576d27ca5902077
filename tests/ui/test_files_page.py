"""The page Claim files: choose, see how it is read, check, import, take back."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

import pytest

from factcheck.model import ClaimFilter
from factcheck.pipeline.importing import FIELD_NAMES
from factcheck.ui.import_columns import FIELDS, KEEP
from factcheck.ui.import_file import sample_csv
from factcheck.ui.import_options import ENCODINGS
from factcheck.workbench import Workbench
from factcheck.workbench.imports import ReadOptions
from tests.ui.screens import Screen, desk, fresh

MESSY = """Statement;Speaker;Said on;Link;Ref;Mood
The lower bridge was closed for a week.;Road office;13/05/2024;https://example.org/1;m1;calm
;Nobody;14/05/2024;https://example.org/2;m2;
The museum has a new director.;Town hall;someday;https://example.org/3;m3;
Bakers sold fewer loaves in April.;Bakers' guild;15/05/2024;not an address;m4;
"""


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch, database_url: str) -> Iterator[Workbench]:
    fresh(monkeypatch, database_url)
    opened = desk(database_url)
    yield opened
    opened.close()


def files(reviewer: str = "Ada Fox") -> Screen:
    return Screen("Test desk", reviewer).go("files")


def chosen(text: str | bytes, name: str = "claims.csv", reviewer: str = "Ada Fox") -> Screen:
    data = text.encode() if isinstance(text, str) else text
    return files(reviewer).upload((name, data))


def stored(bench: Workbench) -> list[str]:
    return [claim.claim_text for claim in bench.browse.claims(ClaimFilter())]


def test_every_field_of_a_claim_file_has_a_plain_name() -> None:
    assert tuple(name for name in FIELDS if name != KEEP) == FIELD_NAMES
    assert len(set(FIELDS.values())) == len(FIELDS)


def test_the_sample_holds_a_header_and_three_rows_that_all_load(bench: Workbench) -> None:
    rows = list(csv.reader(io.StringIO(sample_csv().decode("utf-8-sig"))))
    assert set(rows[0]) <= set(FIELD_NAMES)
    page = chosen(sample_csv()).click("Check the file")
    assert "3 rows read = 3 to add + 0 to update + 0 duplicate + 0 rejected" in page.words()
    page.click("Import 3 claims")
    assert "Imported claims.csv: 3 read = 3 added + 0 updated + 0 duplicate + 0 rejected" in page.words()
    assert len(stored(bench)) == 3


def test_an_empty_project_says_what_to_do_first(bench: Workbench) -> None:
    page = files()
    assert "Past imports (0)" in page.words()
    assert "Choose a file above" in page.words()


def test_nothing_is_stored_by_a_check(bench: Workbench) -> None:
    chosen(sample_csv()).click("Check the file")
    assert stored(bench) == []
    assert bench.imports.list() == []


def test_how_a_file_is_read_is_shown_and_can_be_changed(bench: Workbench) -> None:
    page = chosen(MESSY)
    assert "CSV · encoding utf-8 · delimiter semicolon · with a header row · 4 rows in 6 columns" in page.words()
    page.choose("Delimiter", "Pipe |")
    assert "delimiter pipe" in page.words()
    page.choose("Header", "No header")
    assert "without a header row · 5 rows in 1 column" in page.words()


def test_a_wrong_encoding_can_be_taken_back(bench: Workbench) -> None:
    page = chosen(MESSY).choose("Encoding", "UTF-16")
    assert "Mood" not in page.words()
    page.choose("Encoding", "As detected")
    assert "Mood" in page.words()


def test_each_rejected_row_is_named_with_its_column_and_a_hint(bench: Workbench) -> None:
    page = chosen(MESSY).click("Check the file")
    assert "4 rows read = 1 to add + 0 to update + 0 duplicate + 3 rejected" in page.words()
    assert "1 without a text, 1 with a date that is none, 1 with an address that is none" in page.words()
    table = page.app.dataframe[-1].value
    assert list(table["Row"]) == [2, 3, 4]
    assert list(table["Column"]) == ["Statement", "Said on", "Link"]
    assert list(table["Code"]) == ["E_EMPTY_TEXT", "E_BAD_DATE", "E_BAD_URL"]
    assert all(table["What to do"])


def test_rejected_rows_can_still_be_had_after_the_import(bench: Workbench) -> None:
    page = chosen(MESSY).click("Check the file").click("Import 1 claim")
    assert "download them now" in page.words()
    assert list(page.app.dataframe[-1].value["Row"]) == [2, 3, 4]
    page.click("Close this report")
    assert "download them now" not in page.words()


def test_a_column_that_means_nothing_is_kept_with_the_claim(bench: Workbench) -> None:
    page = chosen(MESSY).click("Check the file")
    assert "Kept as extra fields: Mood" in page.words()
    page.click("Import 1 claim")
    (claim,) = bench.browse.claims(ClaimFilter())
    assert claim.extra == {"Mood": "calm"}


def test_a_column_can_be_given_another_meaning(bench: Workbench) -> None:
    page = chosen(MESSY).choose("Field for Mood", "claim_location")
    page.click("Check the file").click("Import 1 claim")
    (claim,) = bench.browse.claims(ClaimFilter())
    assert claim.claim_location == "calm"


def test_a_field_given_to_two_columns_is_refused_before_the_check(bench: Workbench) -> None:
    page = chosen(MESSY).choose("Field for Mood", "claim_author_name")
    assert "Two columns are both “Claimant”" in page.words()
    assert "Check the file" not in page.buttons()


def test_a_file_without_a_known_claim_column_asks_for_it(bench: Workbench) -> None:
    page = chosen("Wer,Was\nRathaus,Die Brücke bleibt zu\nStrassenamt,Die Brücke ist offen\n").choose(
        "Header", "First row"
    )
    page.choose("Field for Was", KEEP)
    assert "Say which column holds the claims" in page.words()
    page.choose("Field for Was", "claim_text").click("Check the file")
    assert "Import 2 claims" in page.buttons()


def test_the_first_rows_are_shown_raw_next_to_what_they_become(bench: Workbench) -> None:
    shown = chosen(MESSY).app.dataframe[0].value
    date = shown[shown["Column"] == "Said on"].iloc[0]
    assert (date["In the file"], date["Field"], date["As it is read"]) == ("13/05/2024", "Date said", "2024-05-13")


def test_dates_that_read_two_ways_are_asked_for_and_never_guessed(bench: Workbench) -> None:
    page = chosen("claim,date\nThe bridge is open.,03/04/2024\n")
    assert "Check the file" not in page.buttons()
    assert any("03/04/2024" in radio.label for radio in page.app.radio)
    page.choose("Dates such as", False).click("Check the file").click("Import 1 claim")
    (claim,) = bench.browse.claims(ClaimFilter())
    assert claim.claim_date == "2024-03-04"


def test_the_same_file_twice_adds_nothing(bench: Workbench) -> None:
    chosen(sample_csv()).click("Check the file").click("Import 3 claims")
    page = chosen(sample_csv()).click("Check the file")
    assert "3 rows read = 0 to add + 0 to update + 3 duplicate + 0 rejected" in page.words()
    assert "There is nothing to import" in page.words()


def test_duplicates_are_kept_when_the_reviewer_says_so(bench: Workbench) -> None:
    chosen(sample_csv()).click("Check the file").click("Import 3 claims")
    page = chosen(sample_csv()).choose("Rows that the project already holds", "keep")
    page.click("Check the file").click("Import 3 claims")
    assert len(stored(bench)) == 6


def test_a_check_no_longer_holds_after_another_choice(bench: Workbench) -> None:
    page = chosen(sample_csv()).click("Check the file")
    assert "Import 3 claims" in page.buttons()
    page.choose("Rows that the project already holds", "keep")
    assert "Import 3 claims" not in page.buttons()
    assert "Check the file" in page.buttons()


def test_a_check_no_longer_holds_after_an_import_elsewhere(bench: Workbench) -> None:
    page = chosen(sample_csv()).click("Check the file")
    bench.imports.run(sample_csv(), "same.csv", "Ben Hale")
    page.run()
    assert "Import 3 claims" not in page.buttons()


def test_without_a_name_nothing_is_imported_and_the_file_stays(bench: Workbench) -> None:
    page = chosen(sample_csv(), reviewer="").click("Check the file").click("Import 3 claims")
    assert "Say who you are first" in page.words()
    assert "Import 3 claims" in page.buttons()
    assert stored(bench) == []


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("report.csv", b"%PDF-1.7 something", "report.csv is a PDF document"),
        ("empty.csv", b"", "empty.csv is empty"),
    ],
)
def test_a_file_that_is_no_table_is_named_and_the_page_lives_on(
    bench: Workbench, name: str, data: bytes, said: str
) -> None:
    page = chosen(data, name)
    assert said in page.words()
    assert "Past imports (0)" in page.words()


def test_an_undo_needs_a_reason_and_takes_the_claims_out(bench: Workbench) -> None:
    page = chosen(sample_csv()).click("Check the file").click("Import 3 claims")
    page.click("Undo this import")
    assert "An undo needs a reason" in page.words()
    assert len(stored(bench)) == 3
    page.type("Reason", "The wrong file").click("Undo this import")
    assert stored(bench) == []
    assert "Undone: “claims.csv”" in page.words()
    assert "Undo this import" not in page.buttons()
    assert "Imported claims.csv" not in page.words(), "a report of claims that are gone misleads"
    assert bench.imports.list()[0].undone_at is not None


def test_a_past_import_says_what_it_brought_who_did_it_and_when(bench: Workbench) -> None:
    bench.imports.run(MESSY.encode(), "messy *one*.csv", "Ben Hale")
    words = files().words()
    assert "messy *one*.csv" in words
    assert "4 read = 1 added + 0 updated + 0 duplicate + 3 rejected · Ben Hale, " in words
    assert f"{bench.imports.list()[0].created_at:%d %b %Y}" in words


def test_past_ratings_off_the_scale_are_rejected_only_when_asked(bench: Workbench) -> None:
    text = "claim,rating\nThe bridge is open.,Pants on fire\n"
    page = chosen(text).click("Check the file")
    assert "Import 1 claim" in page.buttons()
    page.choose("Reject rows whose past rating", True).click("Check the file")
    assert "1 with a rating off our scale" in page.words()


def test_every_encoding_that_is_offered_can_be_read(bench: Workbench) -> None:
    for encoding in filter(None, ENCODINGS.values()):
        data = "claim,speaker\nThe bridge is open.,Mayor\n".encode(encoding)
        assert bench.imports.preview(data, "claims.csv", ReadOptions(encoding=encoding)).sample[0].claim
