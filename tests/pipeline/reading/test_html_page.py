from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import UnreadableInput
from factcheck.model import Article
from factcheck.pipeline.reading import read_article

DAM_GATE = (Path(__file__).parents[2] / "data" / "articles_raw" / "dam-gate.html").read_bytes()
SENTENCES = "<p>The north gate gave way at dawn, the authority said.</p><p>The owner denied that it had been open.</p>"


def page(body: str = SENTENCES, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body><article>{body}</article></body></html>".encode()


def read(data: bytes, url: str = "", content_type: str = "") -> Article:
    return read_article(data, "page.html", url=url, content_type=content_type)


def test_a_page_tells_what_it_is() -> None:
    article = read(DAM_GATE)
    assert article.title == "Dam gate failed before dawn, engineers say"
    assert article.author == "Ada Finch"
    assert article.source_name == "River Courier"
    assert article.source_url == "https://rivercourier.example/news/dam-gate"
    assert article.published == "2023-06-02T18:04+01:00"
    assert article.language == "en"


def test_the_text_of_a_page_is_its_article_and_nothing_else() -> None:
    text = read(DAM_GATE).text
    assert text.startswith("The north gate of the Orla dam gave way")
    assert text.endswith("no storm in the region that night.")
    assert "Senn | 40" in text
    for furniture in (
        "Reply",
        "Required",
        "cookies",
        "Share",
        "Related",
        "harvest",
        "Advertisement",
        "©",
        "|---",
        "World",
    ):
        assert furniture not in text


def test_the_canonical_address_counts_on_the_same_site_only() -> None:
    tracked = "https://www.rivercourier.example/news/dam-gate?utm_source=mail"
    assert read(DAM_GATE, tracked).source_url == "https://rivercourier.example/news/dam-gate"
    assert read(DAM_GATE, "https://mirror.example/x").source_url == "https://mirror.example/x"


def test_the_day_is_never_taken_from_the_running_text() -> None:
    body = SENTENCES + "<p>The gate was last inspected on 3 March 2019, the owner said.</p>"
    assert read(page(body)).published == ""


def test_a_midnight_that_means_no_time_is_left_out() -> None:
    head = '<meta property="article:published_time" content="2023-06-02T00:00:00Z">'
    assert read(page(head=head)).published == "2023-06-02"


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "utf-8"])
def test_the_encoding_that_a_page_names_is_used(encoding: str) -> None:
    body = "<p>Губернатор сообщил о гибели двух женщин при обстреле.</p><p>Легион это отрицает.</p>"
    data = f'<html><head><meta charset="{encoding}"></head><body><article>{body}</article></body></html>'.encode(
        encoding
    )
    assert "Губернатор сообщил" in read(data).text
    assert read(data).language == "ru"


def test_the_encoding_of_the_content_type_is_used() -> None:
    data = page("<p>Ķēniņš teica, ka dambis turas. Iedzīvotāji to noliedz.</p>" * 2).decode().encode("cp1257")
    assert "Ķēniņš" in read(data, content_type="text/html; charset=windows-1257").text


def test_a_label_that_cannot_be_true_is_passed_over() -> None:
    assert "north gate" in read(page(head='<meta charset="utf-16">')).text


def test_a_page_without_site_name_is_known_by_its_host() -> None:
    article = read(page(), "https://www.tiny.example/story")
    assert "tiny.example" in article.source_name.lower()


def test_a_copy_in_the_internet_archive_keeps_both_addresses() -> None:
    copy = "https://web.archive.org/web/20230602180400/https://tiny.example/story"
    article = read(page(), copy)
    assert (article.source_url, article.archive_url) == ("https://tiny.example/story", copy)
    assert "archive" not in article.source_name.lower()


def test_a_saved_piece_of_a_page_is_read() -> None:
    assert "north gate" in read(SENTENCES.encode()).text


@pytest.mark.parametrize(
    "data",
    [
        page(""),
        page("<script>start()</script><div id='app'></div>"),
        b"<html><body><nav><a href='/'>Home</a></nav></body></html>",
        b"<html><body><form>Your email address will not be published.</form><h3>Leave a Reply</h3></body></html>",
        b"<",
    ],
)
def test_a_page_without_article_is_refused_with_a_way_out(data: bytes) -> None:
    with pytest.raises(UnreadableInput, match=r"page\.html has no article text") as caught:
        read(data)
    assert "paste" in caught.value.hint
