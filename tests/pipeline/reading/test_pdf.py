from __future__ import annotations

import pytest

from factcheck.errors import UnreadableInput
from factcheck.pipeline.reading import read_article
from tests.pipeline.reading.makers import pdf

LINES = [
    "Bridge closed until further notice",
    "",
    "The mayor said on Tuesday that the old bridge would stay closed until the inspec-",
    "tors had left. “Nobody is in danger,” she said.",
    "Residents say that they heard the steel crack twice during the night and that the police",
    "had been told of it (in writing) a week before.",
]


def test_a_pdf_is_read_in_paragraphs() -> None:
    article = read_article(pdf([LINES]), "bridge.pdf")
    assert article.title == "Bridge closed until further notice"
    assert article.text == (
        "The mayor said on Tuesday that the old bridge would stay closed until the inspectors had left. "
        "“Nobody is in danger,” she said.\n\n"
        "Residents say that they heard the steel crack twice during the night and that the police had been told of it "
        "(in writing) a week before."
    )
    assert article.language == "en"


def test_title_and_author_come_from_the_document_information() -> None:
    data = pdf([LINES], {"/Title": "The bridge report", "/Author": "Ada Finch"})
    article = read_article(data, "bridge.pdf")
    assert (article.title, article.author) == ("The bridge report", "Ada Finch")


def test_what_programs_write_into_the_information_is_passed_over() -> None:
    data = pdf([LINES], {"/Title": "Microsoft Word - bridge_final2.docx", "/Author": "user"})
    article = read_article(data, "bridge.pdf")
    assert (article.title, article.author) == ("Bridge closed until further notice", "")


def test_the_date_of_the_file_is_not_the_date_of_the_article() -> None:
    assert read_article(pdf([LINES], {"/CreationDate": "D:20240105120000Z"}), "a.pdf").published == ""
    dated = pdf([[LINES[0], "", "Published: 2 June 2023", "", *LINES[2:]]])
    assert read_article(dated, "a.pdf").published == "2023-06-02"


def test_page_numbers_and_running_heads_are_left_out_and_sentences_run_on() -> None:
    start = "Then the inspectors went down to the river, where they were told by the foreman that"
    end = "the bridge had been closed since noon, and that nobody had asked him for the reason."
    pages = [[f"River Courier, issue {number}", end, start, f"Page {number} of 4"] for number in (1, 2, 3, 4)]
    text = read_article(pdf(pages), "a.pdf").text
    assert "Courier" not in text
    assert "of 4" not in text
    assert text.count(f"{start} {end}") == 3


def test_a_pdf_of_scanned_pages_asks_for_ocr() -> None:
    with pytest.raises(UnreadableInput, match=r"scan\.pdf .*scanned images") as caught:
        read_article(pdf([[], []]), "scan.pdf")
    assert caught.value.hint == "Run OCR first or paste the text."


def test_a_locked_pdf_asks_for_a_copy_without_password() -> None:
    with pytest.raises(UnreadableInput, match=r"bridge\.pdf is locked with a password"):
        read_article(pdf([LINES], password="secret"), "bridge.pdf")


def test_a_pdf_that_only_forbids_printing_is_read() -> None:
    assert "the old bridge" in read_article(pdf([LINES], password=""), "bridge.pdf").text


@pytest.mark.parametrize("data", [b"%PDF-1.7\nnothing", b"no pdf at all", pdf([LINES])[:300]])
def test_a_damaged_pdf_is_named(data: bytes) -> None:
    with pytest.raises(UnreadableInput, match=r"bridge\.pdf"):
        read_article(data, "bridge.pdf")


def test_a_pdf_under_another_name_is_still_read_as_one() -> None:
    assert "the old bridge" in read_article(pdf([LINES]), "bridge.txt").text
