"""A URL as typed or redirected to in → its checked parts, ready to be asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import quote, unquote, urldefrag, urljoin, urlsplit

from factcheck.errors import InvalidValue, RefusedAddress
from factcheck.fetch.addresses import LOAD_THE_FILE
from factcheck.text.normalise import shorten

_DEFAULT_PORTS = {"http": 80, "https": 443}
_FIRST_FREE_PORT = 1024
_URL_CHARACTERS = "/%:@!$&'()*+,;=~-._?[]"
_NOT_IN_A_URL = re.compile(r"[\x00-\x1f\x7f-\x9f\\]")
_HOST = re.compile(r"[\w.:-]+", re.ASCII)
_CREDENTIALS = re.compile(r"//[^/]*@")
_NOT_IN_A_NAME = re.compile(r"[^\w.()+-]+")


@dataclass(frozen=True)
class Location:
    """Where a page is: `host` is ASCII and without brackets, `target` is the path with its query."""

    url: str
    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """The value of the Host header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"

    def file_name(self, suffix: str) -> str:
        """A name for the document: the last part of the path, or the host, with `suffix`."""
        last = PurePosixPath(unquote(self.target.partition("?")[0])).name
        stem = _NOT_IN_A_NAME.sub("-", PurePosixPath(last).stem).strip("-.") or self.host.replace(":", "-")
        return f"{stem[:100]}{suffix}"


def locate(url: str, base: str = "") -> Location:
    """The parts of `url` (seen from `base`): http or https, without user name, password or fragment.

    Ports: 80, 443 and everything from 1024; the other low ports belong to mail, files and the like,
    where a web request can only do harm. Raises InvalidValue (no web address), RefusedAddress (port).
    """
    try:
        full = urldefrag(urljoin(base, url.strip())).url
        parts = urlsplit(full)
        host, port = (parts.hostname or "").encode("idna").decode("ascii"), parts.port
    except (ValueError, UnicodeError):
        raise _no_web_address(url) from None
    if parts.username is not None or parts.password is not None:
        raise InvalidValue(
            f"The address of {host} carries a user name or password.",
            "Leave them out; for a page behind a login, save it in your browser and load the file.",
        )
    if parts.scheme not in _DEFAULT_PORTS or not _HOST.fullmatch(host) or _NOT_IN_A_URL.search(url.strip()):
        raise _no_web_address(url)
    port = _DEFAULT_PORTS[parts.scheme] if port is None else port
    if port < _FIRST_FREE_PORT and port not in _DEFAULT_PORTS.values():
        raise RefusedAddress(f"Port {port} of {host} is not one that web pages use.", LOAD_THE_FILE)
    query = f"?{parts.query}" if parts.query else ""
    return Location(full, parts.scheme, host, port, quote((parts.path or "/") + query, _URL_CHARACTERS))


def _no_web_address(url: str) -> InvalidValue:
    return InvalidValue(
        f"{shorten(_CREDENTIALS.sub('//…@', url), 200)!r} is not a web address.",
        "Give a full web address that begins with https:// or http://.",
    )
