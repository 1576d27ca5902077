from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.errors import FactcheckError, UnreadableInput
from factcheck.pipeline.reading import READERS, clean_text, read_article, read_pasted
from tests.pipeline.reading.makers import PARAGRAPH, docx, pdf

DATA = Path(__file__).parents[2] / "data" / "articles_raw"
FERRY = (DATA / "ferry-copied.txt").read_bytes()
HEADLINE = "Ferry crew ‘still aboard’ off Marrow Point, company says, despite coastguard’s claim"


def test_a_copied_page_has_its_headline_as_title_and_only_its_article_as_text() -> None:
    article = read_article(FERRY, "ferry-copied.txt")
    assert article.title == HEADLINE
    assert HEADLINE not in article.text
    assert article.text.startswith("The operator of the ferry")
    assert article.text.endswith("Halvard Lines blamed the pilot.")
    assert len(article.text.split("\n\n")) == 5
    assert (article.language, article.published, article.source_name) == ("en", "", "")


def test_a_pasted_text_is_read_like_a_file() -> None:
    assert read_pasted(FERRY.decode()) == read_article(FERRY, "ferry-copied.txt")


def test_what_is_given_with_a_pasted_text_is_kept() -> None:
    article = read_pasted(
        f"Old title\n\n2 June 2023\n\n{PARAGRAPH}",
        title="New title",
        author="Ada Finch",
        source_name="River Courier",
        source_url="https://rivercourier.example/a",
        published="2023-06-03",
        language="de",
        archive_url="https://archive.example/b",
    )
    assert article.text == f"Old title\n\n2 June 2023\n\n{PARAGRAPH.strip()}"
    assert (article.title, article.author, article.source_name) == ("New title", "Ada Finch", "River Courier")
    assert (article.source_url, article.archive_url) == ("https://rivercourier.example/a", "https://archive.example/b")
    assert (article.published, article.language) == ("2023-06-03", "de")


def test_a_pasted_text_without_source_is_known_by_the_host_of_its_address() -> None:
    assert read_pasted(PARAGRAPH, source_url="https://www.tiny.example/a").source_name == "tiny.example"
    assert read_pasted(PARAGRAPH, source_url="http://[").source_name == ""


@pytest.mark.parametrize("text", ["", "  \n", "12 — 13", "Leave a Reply\n\nName *"])
def test_a_pasted_text_without_article_is_refused(text: str) -> None:
    with pytest.raises(UnreadableInput, match="no article"):
        read_pasted(text)


@pytest.mark.parametrize("suffix", READERS)
@pytest.mark.parametrize("data", [b"", b" \n\t "])
def test_an_empty_file_is_named_as_empty(data: bytes, suffix: str) -> None:
    with pytest.raises(UnreadableInput, match=rf"story\{suffix} is empty"):
        read_article(data, f"story{suffix}")


@pytest.mark.parametrize("name", ["story.odt", "story", "story.xyz", "archive.tar.gz"])
def test_an_unknown_format_lists_the_known_ones(name: str) -> None:
    with pytest.raises(UnreadableInput, match="unknown format") as caught:
        read_article(PARAGRAPH.encode(), name)
    assert all(suffix in caught.value.hint for suffix in READERS)


@pytest.mark.parametrize(
    ("name", "content_type"),
    [("story.TXT", ""), ("story", "text/plain; charset=utf-8"), ("story.php", "Text/Plain"), ("s.txt", "image/png")],
)
def test_the_format_is_that_of_the_name_else_of_the_content_type(name: str, content_type: str) -> None:
    assert read_article(PARAGRAPH.encode(), name, content_type=content_type).text == PARAGRAPH.strip()


def test_a_web_page_named_as_text_is_read_as_a_page() -> None:
    page = b"\xef\xbb\xbf\n<!DOCTYPE html><html><body><p>The dam held all night, she said.</p></body></html>"
    assert read_article(page, "page.txt").text == "The dam held all night, she said."


def test_rubbish_named_as_text_is_refused() -> None:
    with pytest.raises(UnreadableInput, match=r"photo\.txt"):
        read_article(random.Random(7).randbytes(5000), "photo.txt")


def test_a_text_without_a_single_letter_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="no article text"):
        read_article(b"12 34 56", "numbers.txt")


def test_a_fetched_text_knows_where_it_comes_from() -> None:
    article = read_article(PARAGRAPH.encode(), "a.txt", url="https://www.tiny.example/a.txt")
    assert (article.source_url, article.source_name) == ("https://www.tiny.example/a.txt", "tiny.example")


SEEDS = [b"", FERRY, (DATA / "dam-gate.html").read_bytes(), pdf([[PARAGRAPH] * 3]), docx("# Title", PARAGRAPH)]


@pytest.mark.parametrize("suffix", READERS)
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.binary() | st.text().map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_no_bytes_bring_a_reader_down(suffix: str, data: bytes) -> None:
    read_or_refuse(data, suffix)


@pytest.mark.parametrize("suffix", READERS)
@pytest.mark.parametrize("seed", range(len(SEEDS)))
@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(at=st.integers(0, 100_000), rubbish=st.binary(max_size=20), cut=st.integers(0, 50))
def test_no_damage_to_a_real_file_brings_a_reader_down(
    suffix: str, seed: int, at: int, rubbish: bytes, cut: int
) -> None:
    whole = SEEDS[seed]
    place = at % (len(whole) + 1)
    read_or_refuse(whole[:place] + rubbish + whole[place + cut :], suffix)


def read_or_refuse(data: bytes, suffix: str) -> None:
    """Reads or raises a FactcheckError; the text of what is read is clean."""
    try:
        article = read_article(data, f"story{suffix}")
    except FactcheckError as error:
        refusal = error
    else:
        assert article.text == clean_text(article.text)
        assert any(map(str.isalpha, article.text))
        return
    assert refusal.message.startswith(f"story{suffix}")
    assert refusal.hint
