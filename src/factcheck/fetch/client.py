"""A URL in → the final address, bytes and type of the document behind it."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

import httpcore

from factcheck.errors import FetchFailed
from factcheck.fetch.addresses import CHECK_OR_DOWNLOAD, IPAddress, Resolver, is_public, resolve
from factcheck.fetch.body import read_body, too_large
from factcheck.fetch.connection import CheckedBackend, Deadline
from factcheck.fetch.location import Location, locate
from factcheck.text.media_types import MEDIA_TYPES, suffix_of_type

USER_AGENT = "factcheck-workbench"
MOST_REDIRECTS = 5

_ACCEPT = ", ".join([*MEDIA_TYPES, "*/*;q=0.1"])
_REDIRECTS = (301, 302, 303, 307, 308)
_NEEDS_A_BROWSER = (401, 402, 403, 406, 451)


@dataclass(frozen=True)
class Fetched:
    """One document: `url` is the final one, after redirects; `name` ends in the suffix of its reader."""

    url: str
    data: bytes
    content_type: str
    name: str


def fetch(
    url: str,
    *,
    max_bytes: int = 10_000_000,
    timeout_s: float = 20.0,
    is_allowed: Callable[[IPAddress], bool] = is_public,
    resolver: Resolver = resolve,
    tls: ssl.SSLContext | None = None,
) -> Fetched:
    """The article (HTML, text, Markdown, PDF or Word) at `url`, from public addresses only.

    Follows at most 5 redirects, each checked like the first address. `max_bytes` holds for the
    decompressed document, `timeout_s` for everything together. Proxies set in the environment are
    not used: through one, the address could not be checked. `tls` replaces the certificates trusted.
    Raises InvalidValue (no web address), RefusedAddress (not public), FetchFailed (all else).
    """
    location = locate(url)
    backend = CheckedBackend(resolver=resolver, is_allowed=is_allowed, deadline=Deadline.after(timeout_s))
    with httpcore.ConnectionPool(ssl_context=tls, network_backend=backend) as pool:
        try:
            return _follow(pool, location, max_bytes)
        except httpcore.TimeoutException as error:
            raise FetchFailed(f"{url} did not arrive within {timeout_s:g} seconds.", CHECK_OR_DOWNLOAD) from error
        except (httpcore.NetworkError, httpcore.ProtocolError) as error:
            reason = f" ({error})" if str(error) else ""
            raise FetchFailed(f"{url} could not be fetched{reason}.", CHECK_OR_DOWNLOAD) from error


def _follow(pool: httpcore.ConnectionPool, location: Location, max_bytes: int) -> Fetched:
    for _ in range(MOST_REDIRECTS + 1):
        answer = _ask(pool, location, max_bytes)
        if isinstance(answer, Fetched):
            return answer
        location = answer
    raise FetchFailed(f"{location.url} redirects more than {MOST_REDIRECTS} times.", CHECK_OR_DOWNLOAD)


def _ask(pool: httpcore.ConnectionPool, location: Location, max_bytes: int) -> Fetched | Location:
    """The document at `location`, or where it redirects to."""
    headers: list[tuple[bytes | str, bytes | str]] = [
        ("Host", location.authority),
        ("User-Agent", USER_AGENT),
        ("Accept", _ACCEPT),
        ("Accept-Encoding", "gzip"),
        ("Connection", "close"),
    ]
    target = httpcore.URL(scheme=location.scheme, host=location.host, port=location.port, target=location.target)
    with pool.stream("GET", target, headers=headers) as response:
        fields = {key.decode().lower(): value.decode("utf-8", "replace") for key, value in response.headers}
        if response.status in _REDIRECTS and fields.get("location"):
            return locate(fields["location"], location.url)
        if response.status != HTTPStatus.OK:
            raise _refusal(location.url, response.status)
        return _document(location, fields, response, max_bytes)


def _document(location: Location, fields: dict[str, str], response: httpcore.Response, max_bytes: int) -> Fetched:
    content_type = fields.get("content-type", "")
    suffix = suffix_of_type(content_type, location.target.partition("?")[0])
    if not suffix:
        raise FetchFailed(
            f"{location.url} is of type {content_type or 'unknown'!r}, which is no article.",
            "Web pages, plain text, Markdown, PDF and Word (.docx) documents can be read.",
        )
    if int(fields.get("content-length", "0")) > max_bytes:
        raise too_large(location.url, max_bytes)
    chunks = response.iter_stream()
    data = read_body(location.url, chunks, fields.get("content-encoding", ""), max_bytes)
    return Fetched(location.url, data, content_type, location.file_name(suffix))


def _refusal(url: str, status: int) -> FetchFailed:
    phrase = HTTPStatus(status).phrase if status in list(HTTPStatus) else "no known status"
    if status in _NEEDS_A_BROWSER:
        hint = "The site wants a login or a browser: open the page there, save it and load the file."
    elif status >= HTTPStatus.INTERNAL_SERVER_ERROR or status == HTTPStatus.TOO_MANY_REQUESTS:
        hint = "Try again later, or download the page and load the file."
    else:
        hint = CHECK_OR_DOWNLOAD
    return FetchFailed(f"{url} answered {status} ({phrase}).", hint)
