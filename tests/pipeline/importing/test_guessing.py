from __future__ import annotations

from factcheck.pipeline.importing import ReadOptions, mapping_of, unmapped_columns
from tests.pipeline.importing.samples import claims_of, rows_of, table_of

NAMELESS = "".join(
    f"{n}.json\tfalse\tThe council of district {n} closed the bridge over the river.\tann-archer\tat a rally\n"
    for n in range(20)
)
LONG = "The bridge was closed on Friday, the council said. " * 20


def test_the_clear_sentence_column_of_a_nameless_file_is_guessed_and_said() -> None:
    table = table_of(NAMELESS, "claims.tsv")
    assert table.guesses == {"column_3": "claim_text"}
    assert any("column_3 was guessed" in note for note in table.notes)
    mapping = mapping_of(table, ReadOptions())
    assert unmapped_columns(table.columns, mapping) == ("column_1", "column_2", "column_4", "column_5")


def test_the_other_columns_of_a_nameless_file_are_kept_by_number() -> None:
    assert claims_of(NAMELESS, "claims.tsv")[0].extra == {
        "column_1": "0.json",
        "column_2": "false",
        "column_4": "ann-archer",
        "column_5": "at a rally",
    }


def test_a_choice_by_number_stops_the_guess() -> None:
    table = table_of(NAMELESS, "claims.tsv", mapping={"5": "claim_text"})
    assert table.guesses == {}
    assert mapping_of(table, ReadOptions(mapping={"5": "claim_text"})) == {"column_5": "claim_text"}


def test_two_columns_of_sentences_are_not_guessed_between() -> None:
    rows = "".join(f"The council closed bridge {n} on Friday\tThe mayor opened bridge {n} again\n" for n in range(9))
    assert table_of(rows, "claims.tsv").guesses == {}


def test_long_cells_that_repeat_are_no_statements() -> None:
    rows = "".join(f"{n}\tNo source was given for this one\tshort {n}\n" for n in range(9))
    assert table_of(rows, "claims.tsv").guesses == {}


def test_a_column_with_an_unknown_name_is_never_guessed() -> None:
    assert table_of("Aussage,Wer\n" + "The council closed the bridge on Friday evening,Ann\n" * 3).guesses == {}


def test_a_text_column_beside_a_title_with_whole_articles_is_the_article() -> None:
    rows = rows_of(f'id,title,text\n1,Bridge shut,"{LONG}"\n')
    assert rows[0].article is not None
    assert rows[0].article.title == "Bridge shut"


def test_a_text_column_with_sentences_is_the_claim() -> None:
    assert claims_of("title,text\nBridge shut,The bridge was closed\n")[0].claim_text == "The bridge was closed"


def test_flat_review_files_come_with_a_warning_about_author_and_date() -> None:
    table = table_of("claimReviewed,author,ratingValue\nTaxes fell,The Desk,1\n")
    assert any("author=reviewer" in note for note in table.notes)
