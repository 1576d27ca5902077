from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document
from docx.oxml import parse_xml

from factcheck.errors import UnreadableInput
from factcheck.pipeline.reading import read_article
from tests.pipeline.reading.makers import PARAGRAPH, docx, saved

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def test_a_word_file_is_read_with_headings_and_paragraphs() -> None:
    article = read_article(docx("# Bridge closed", PARAGRAPH, "# What is known", "Two lanes are open."), "a.docx")
    assert article.title == "Bridge closed"
    assert article.text == f"{PARAGRAPH.strip()}\n\nWhat is known\n\nTwo lanes are open."


def test_tables_stand_where_they_stand_in_the_file() -> None:
    document = Document()
    document.add_paragraph("Before the table, she said.")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        (c for row in table.rows for c in row.cells), ["Village", "Houses", "Senn", "40"], strict=True
    ):
        cell.text = text
    document.add_paragraph("After the table, he said.")
    text = read_article(saved(document), "a.docx").text
    assert text == "Before the table, she said.\n\nVillage | Houses\n\nSenn | 40\n\nAfter the table, he said."


def test_properties_give_title_and_author() -> None:
    article = read_article(docx(PARAGRAPH, title="The bridge report", author="Ada Finch"), "a.docx")
    assert (article.title, article.author, article.published) == ("The bridge report", "Ada Finch", "")
    article = read_article(docx(PARAGRAPH, title="Document1", author="python-docx"), "a.docx")
    assert (article.title, article.author) == ("", "")


def test_tracked_insertions_links_and_controls_are_read_and_deletions_are_not() -> None:
    document = Document()
    document.add_paragraph("It was closed, she said. ")._p.append(
        parse_xml(f"<w:ins {W}><w:r><w:t>Not before noon.</w:t></w:r></w:ins>")
    )
    body = document.element.body
    body[0].append(parse_xml(f"<w:del {W}><w:r><w:delText>Never.</w:delText></w:r></w:del>"))
    body[0].append(parse_xml(f"<w:hyperlink {W}><w:r><w:tab/><w:t>The law.</w:t></w:r></w:hyperlink>"))
    body[0].addnext(
        parse_xml(f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>In a control.</w:t></w:r></w:p></w:sdtContent></w:sdt>")
    )
    text = read_article(saved(document), "a.docx").text
    assert text == "It was closed, she said. Not before noon.\tThe law.\n\nIn a control."


def test_a_text_box_is_read_once() -> None:
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = "<w:txbxContent><w:p><w:r><w:t>In a box, he said.</w:t></w:r></w:p></w:txbxContent>"
    document = Document()
    document.add_paragraph("Outside, she said.").runs[0]._r.append(
        parse_xml(
            f"<mc:AlternateContent {W} {mc}><mc:Choice Requires='wps'>{box}</mc:Choice>"
            f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
        )
    )
    assert read_article(saved(document), "a.docx").text == "Outside, she said.\n\nIn a box, he said."


def test_a_file_that_unpacks_to_too_much_is_refused_unread() -> None:
    packed = io.BytesIO(docx(PARAGRAPH))
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as parts, parts.open("word/media/x.bin", "w") as part:
        for _ in range(201):
            part.write(bytes(1_000_000))
    with pytest.raises(UnreadableInput, match=r"big\.docx unpacks to 20\d MB"):
        read_article(packed.getvalue(), "big.docx")


def empty_zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as parts:
        parts.writestr("note.txt", "no Word file")
    return out.getvalue()


@pytest.mark.parametrize("data", [b"PK\x03\x04 broken", docx(PARAGRAPH)[:-400], empty_zip(), b"plain words"])
def test_a_damaged_word_file_is_named(data: bytes) -> None:
    with pytest.raises(UnreadableInput, match=r"a\.docx is damaged or no Word file"):
        read_article(data, "a.docx")


def test_an_old_or_locked_word_file_says_how_to_save_it() -> None:
    with pytest.raises(UnreadableInput, match="old Word file") as caught:
        read_article(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "a.docx")
    assert ".docx without a password" in caught.value.hint


def test_an_empty_word_file_has_no_text() -> None:
    with pytest.raises(UnreadableInput, match="no text"):
        read_article(docx(), "a.docx")
