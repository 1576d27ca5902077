from __future__ import annotations

import pytest

from factcheck.errors import InvalidValue, RefusedAddress
from factcheck.fetch.location import locate


def test_the_parts_of_a_plain_address() -> None:
    place = locate("  https://News.Example/world/dam?id=7#comments ")
    assert (place.scheme, place.host, place.port) == ("https", "news.example", 443)
    assert place.target == "/world/dam?id=7"
    assert place.url == "https://News.Example/world/dam?id=7"
    assert place.authority == "news.example"


def test_a_port_of_its_own_is_named_to_the_server() -> None:
    assert locate("http://news.example:8080/").authority == "news.example:8080"
    assert locate("http://[2606:4700::1111]:8080/").authority == "[2606:4700::1111]:8080"


def test_letters_outside_ascii_are_encoded_for_the_wire() -> None:
    place = locate("https://пример.example/новости?q=мост")
    assert place.host.startswith("xn--")
    assert place.target.isascii()


def test_a_blank_in_the_path_is_encoded_for_the_wire() -> None:
    assert locate("https://news.example/the report.pdf").target == "/the%20report.pdf"


def test_percent_escapes_are_left_as_they_are() -> None:
    assert locate("https://news.example/a%20b").target == "/a%20b"


def test_a_redirect_is_seen_from_the_page_that_sent_it() -> None:
    assert locate("../b", "https://news.example/x/a/").url == "https://news.example/x/b"
    assert locate("//other.example/c", "https://news.example/").host == "other.example"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "news.example/a",
        "file:///etc/passwd",
        "ftp://news.example/a",
        "javascript:alert(1)",
        "data:text/html,hello",
        "http://",
        "https:///path",
        "http://[::1",
        "http://news.example:notaport/",
        "http://news.example:99999/",
        "http://news..example/",
        "http://news example/a",
        "http://news.example%2f/a",
        "http://news.example/a\r\nHost: other.example",
        "http://news.example\\@other.example/",
        "http://[fe80::1%25eth0]/",
    ],
)
def test_what_is_no_web_address_is_an_invalid_value(url: str) -> None:
    with pytest.raises(InvalidValue):
        locate(url)


@pytest.mark.parametrize(
    "url", ["https://ann:secret@news.example/", "https://ann@news.example/", "https://@a.example/"]
)
def test_user_names_and_passwords_are_refused_and_not_repeated(url: str) -> None:
    with pytest.raises(InvalidValue, match="user name or password") as caught:
        locate(url)
    assert "secret" not in str(caught.value)


def test_a_password_in_a_broken_address_is_not_repeated() -> None:
    with pytest.raises(InvalidValue) as caught:
        locate("https://ann:secret@news.example:notaport/")
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("port", [0, 22, 25, 445])
def test_low_ports_of_other_services_are_refused(port: int) -> None:
    with pytest.raises(RefusedAddress, match=f"Port {port} "):
        locate(f"http://news.example:{port}/")


@pytest.mark.parametrize(
    ("url", "suffix", "name"),
    [
        ("https://news.example/world/dam-gate", ".html", "dam-gate.html"),
        ("https://news.example/", ".html", "news.example.html"),
        ("https://news.example/report.PDF?dl=1", ".pdf", "report.pdf"),
        ("https://news.example/read.php", ".html", "read.html"),
        ("https://news.example/%2e%2e%2f%2e%2e%2fetc%2fpasswd", ".txt", "passwd.txt"),
        ("https://news.example/a%00b%0Ac", ".txt", "a-b-c.txt"),
        ("https://news.example/..", ".html", "news.example.html"),
        ("http://[2606:4700::1]/", ".html", "2606-4700--1.html"),
    ],
)
def test_a_document_is_named_after_its_address_and_type(url: str, suffix: str, name: str) -> None:
    assert locate(url).file_name(suffix) == name
