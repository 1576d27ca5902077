from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from factcheck.errors import FactcheckError, FetchFailed, InvalidValue, RefusedAddress
from factcheck.fetch import Fetched, fetch
from tests.fetch.server import anything_goes, only_this_machine, redirect, send, serving

PAGE = b"<html><body><p>The dam held, the engineers said.</p></body></html>"


def get(port: int, path: str = "/story", **options: float) -> Fetched:
    return fetch(f"http://127.0.0.1:{port}{path}", is_allowed=anything_goes, **options)  # type: ignore[arg-type]


def test_a_page_arrives_with_its_address_type_and_name() -> None:
    with serving(lambda handler: send(handler, PAGE, "text/html; charset=utf-8")) as server:
        url = f"http://127.0.0.1:{server.server_port}/world/dam"
        page = fetch(url + "#top", is_allowed=anything_goes)
    assert (page.url, page.data) == (url, PAGE)
    assert (page.content_type, page.name) == ("text/html; charset=utf-8", "dam.html")


def test_the_request_says_who_asks_and_for_which_host() -> None:
    asked: dict[str, str] = {}

    def page(handler: BaseHTTPRequestHandler) -> None:
        asked.update(handler.headers.items())
        send(handler, PAGE)

    with serving(page) as server:
        get(server.server_port)
        assert asked["Host"] == f"127.0.0.1:{server.server_port}"
    assert asked["User-Agent"] == "factcheck-workbench"
    assert asked["Accept-Encoding"] == "gzip"


def test_proxies_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with serving(lambda handler: send(handler, PAGE)) as server:
        assert get(server.server_port).data == PAGE


def test_a_redirect_is_followed_and_the_final_address_kept() -> None:
    def page(handler: BaseHTTPRequestHandler) -> None:
        if handler.path == "/old":
            redirect("/new?from=old", 301)(handler)
        else:
            send(handler, PAGE)

    with serving(page) as server:
        assert get(server.server_port, "/old").url.endswith("/new?from=old")


@pytest.mark.parametrize(("hops", "arrives"), [(5, True), (6, False)])
def test_at_most_five_redirects_are_followed(hops: int, arrives: bool) -> None:
    def page(handler: BaseHTTPRequestHandler) -> None:
        step = int(handler.path[1:])
        send(handler, PAGE) if step == hops else redirect(f"/{step + 1}")(handler)

    with serving(page) as server:
        if arrives:
            assert get(server.server_port, "/0").url.endswith(f"/{hops}")
        else:
            with pytest.raises(FetchFailed, match="more than 5 times"):
                get(server.server_port, "/0")


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "127.1",
        "2130706433",
        "0x7f000001",
        "0177.0.0.1",
        "0",
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "169.254.169.254",
        "10.0.0.1",
    ],
)
def test_no_spelling_of_an_inside_address_is_fetched(host: str) -> None:
    with serving(lambda handler: send(handler, PAGE)) as server, pytest.raises(RefusedAddress):
        fetch(f"http://{host}:{server.server_port}/", timeout_s=3)


def test_a_redirect_to_an_inside_address_is_refused() -> None:
    with serving(redirect("http://127.0.0.2:8080/")) as server, pytest.raises(RefusedAddress, match=r"127\.0\.0\.2"):
        fetch(f"http://127.0.0.1:{server.server_port}/", is_allowed=only_this_machine)


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://news.example/a", "http://a:b@127.0.0.1/", "http://["])
def test_a_redirect_to_what_is_no_web_address_is_refused(target: str) -> None:
    with serving(redirect(target)) as server, pytest.raises(InvalidValue):
        get(server.server_port)


def test_a_name_that_changes_its_address_is_looked_up_only_once() -> None:
    answers = iter([["127.0.0.1"], ["127.0.0.2"], ["127.0.0.3"]])
    asked: list[str] = []

    def rebinding(host: str, port: int) -> list[str]:
        asked.append(host)
        return next(answers)

    with serving(lambda handler: send(handler, PAGE, X_Host=handler.headers["Host"])) as server:
        url = f"http://news.example:{server.server_port}/"
        assert fetch(url, is_allowed=only_this_machine, resolver=rebinding).data == PAGE
        assert asked == ["news.example"]
        with pytest.raises(RefusedAddress):
            fetch(url, is_allowed=only_this_machine, resolver=rebinding)


def test_each_redirect_is_looked_up_and_checked_again() -> None:
    answers = iter([["127.0.0.1"], ["127.0.0.2"]])
    with serving(redirect("/again")) as server, pytest.raises(RefusedAddress):
        fetch(
            f"http://news.example:{server.server_port}/",
            is_allowed=only_this_machine,
            resolver=lambda host, port: next(answers),
        )


def test_the_next_address_is_tried_when_the_first_is_dead() -> None:
    with serving(lambda handler: send(handler, PAGE)) as server:
        page = fetch(
            f"http://news.example:{server.server_port}/",
            is_allowed=anything_goes,
            resolver=lambda host, port: ["127.0.0.2", "127.0.0.1"],
        )
    assert page.data == PAGE


def test_a_document_over_the_limit_is_refused_before_it_is_read() -> None:
    def page(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/plain")
        handler.send_header("Content-Length", "999999999")
        handler.end_headers()
        time.sleep(2)

    start = time.monotonic()
    with serving(page) as server:
        with pytest.raises(FetchFailed, match="larger than 10 MB"):
            get(server.server_port)
        assert time.monotonic() - start < 1.5


def test_a_document_without_stated_length_is_cut_at_the_limit() -> None:
    def page(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/plain")
        handler.end_headers()
        for _ in range(100_000):
            handler.wfile.write(b"x" * 1000)

    with serving(page) as server, pytest.raises(FetchFailed, match="larger than 1 MB"):
        get(server.server_port, max_bytes=1_000_000)


def test_a_gzip_bomb_is_stopped_and_an_honest_gzip_page_is_read() -> None:
    def page(handler: BaseHTTPRequestHandler) -> None:
        body = bytes(40_000_000) if handler.path == "/bomb" else PAGE
        send(handler, gzip.compress(body), Content_Encoding="gzip")

    with serving(page) as server:
        assert get(server.server_port).data == PAGE
        with pytest.raises(FetchFailed, match="larger than 10 MB"):
            get(server.server_port, "/bomb")


def drip_body(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/plain")
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b"x")
        time.sleep(0.05)


def drip_headers(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(100):
        handler.wfile.write(b"X-%d: y\r\n" % number)
        time.sleep(0.05)


def say_nothing(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(3)


@pytest.mark.parametrize("page", [drip_body, drip_headers, say_nothing])
def test_a_slow_server_is_left_at_the_total_deadline(page: Callable[[BaseHTTPRequestHandler], None]) -> None:
    with serving(page) as server:
        start = time.monotonic()
        with pytest.raises(FetchFailed, match=r"within 0\.4 seconds"):
            get(server.server_port, timeout_s=0.4)
        assert 0.3 < time.monotonic() - start < 1.5


def test_redirects_share_one_deadline() -> None:
    def page(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(0.25)
        redirect("/next")(handler)

    with serving(page) as server, pytest.raises(FetchFailed, match=r"within 0\.6 seconds"):
        get(server.server_port, timeout_s=0.6)


@pytest.mark.parametrize("content_type", ["image/png", "application/zip", "video/mp4", "application/json"])
def test_what_is_no_article_is_refused_by_its_type(content_type: str) -> None:
    page = serving(lambda handler: send(handler, b"...", content_type))
    with page as server, pytest.raises(FetchFailed, match=content_type):
        get(server.server_port)


@pytest.mark.parametrize(
    ("path", "content_type", "name"),
    [
        ("/a", "Text/HTML;charset=x", "a.html"),
        ("/a", "text/plain", "a.txt"),
        ("/a", "text/markdown", "a.md"),
        ("/a", "application/pdf", "a.pdf"),
        ("/a.docx", "application/octet-stream", "a.docx"),
        ("/a.pdf?x=1", "", "a.pdf"),
    ],
)
def test_the_name_ends_in_the_suffix_of_its_reader(path: str, content_type: str, name: str) -> None:
    with serving(lambda handler: send(handler, b"...", content_type)) as server:
        assert get(server.server_port, path).name == name


def test_a_type_that_says_nothing_is_refused_without_a_known_suffix() -> None:
    page = serving(lambda handler: send(handler, b"...", "application/octet-stream"))
    with page as server, pytest.raises(FetchFailed, match="octet-stream"):
        get(server.server_port, "/download")


@pytest.mark.parametrize(
    ("status", "hint"), [(404, "Check the address"), (403, "browser"), (503, "later"), (299, "Check"), (304, "Check")]
)
def test_an_error_status_is_named_with_its_address(status: int, hint: str) -> None:
    page = serving(lambda handler: send(handler, b"", status=status))
    with page as server, pytest.raises(FetchFailed, match=f"/story answered {status}") as caught:
        get(server.server_port)
    assert hint in caught.value.hint


def closed_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_a_dead_address_says_what_else_can_be_done() -> None:
    with pytest.raises(FetchFailed) as caught:
        get(closed_port())
    assert caught.value.hint == "Check the address, or download the page and load the file."


def test_an_unknown_host_says_what_else_can_be_done() -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    with pytest.raises(FetchFailed, match=r"no host named nowhere\.invalid") as caught:
        fetch("https://nowhere.invalid/a", resolver=unknown)
    assert caught.value.hint == "Check the address, or download the page and load the file."


@pytest.mark.parametrize(
    "rubbish",
    [b"", b"SSH-2.0-OpenSSH_9.2\r\n", b"HTTP/1.1 abc\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n"],
)
def test_a_server_that_speaks_something_else_is_a_failed_fetch(rubbish: bytes) -> None:
    with serving(lambda handler: handler.wfile.write(rubbish) and None) as server, pytest.raises(FetchFailed):
        get(server.server_port)


def test_a_body_shorter_than_announced_is_a_failed_fetch() -> None:
    def page(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 50\r\n\r\nhalf")

    with serving(page) as server, pytest.raises(FetchFailed):
        get(server.server_port)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for news.example only, and its key, made now and thrown away."""
    program = shutil.which("openssl")
    if program is None:
        pytest.skip("needs the openssl program")
    folder = tmp_path_factory.mktemp("tls")
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    ask = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    name = ["-subj", "/CN=news.example", "-addext", "subjectAltName=DNS:news.example"]
    subprocess.run([program, *ask, *name, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    return certificate, key


@pytest.mark.parametrize("host", ["news.example", "other.example"])
def test_tls_verifies_the_host_name_on_the_checked_address(certificate: tuple[Path, Path], host: str) -> None:
    ours = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ours.load_cert_chain(*certificate)
    trusting = ssl.create_default_context(cafile=str(certificate[0]))
    with serving(lambda handler: send(handler, PAGE), tls=ours) as server:

        def ask(tls: ssl.SSLContext | None) -> bytes:
            url = f"https://{host}:{server.server_port}/"
            return fetch(url, is_allowed=only_this_machine, resolver=lambda host, port: ["127.0.0.1"], tls=tls).data

        if host == "news.example":
            assert ask(trusting) == PAGE
            with pytest.raises(FetchFailed, match="certificate"):
                ask(None)
        else:
            with pytest.raises(FetchFailed, match="certificate"):
                ask(trusting)


def test_every_refusal_is_one_the_pages_know_how_to_show() -> None:
    for url in ("", "x", "http://127.0.0.1/", "https://a:b@c.example/", f"http://{'a' * 70}.example/"):
        with pytest.raises(FactcheckError) as caught:
            fetch(url)
        assert caught.value.message
        assert caught.value.hint
