"""A host name in → the addresses it stands for, none of them private."""

from __future__ import annotations

import queue
import socket
import threading
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from factcheck.errors import FetchFailed, RefusedAddress

IPAddress = IPv4Address | IPv6Address
Resolver = Callable[[str, int], Sequence[str]]
"""Called with (host, port) → the addresses as text; raises OSError when there are none."""

CHECK_OR_DOWNLOAD = "Check the address, or download the page and load the file."
LOAD_THE_FILE = "Only pages on the public internet are fetched; save the page and load the file instead."

_RELAY_ANYCAST = IPv4Network("192.88.99.0/24")  # RFC 7526, withdrawn
_GLOBAL_UNICAST = IPv6Network("2000::/3")  # RFC 4291: all that is handed out so far
_DOCUMENTATION = IPv6Network("3fff::/20")  # RFC 9637
_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052


def is_public(address: IPAddress) -> bool:
    """Whether anybody on the internet could reach `address`.

    Follows the IANA special-purpose registries (RFC 6890). IPv6 forms that carry an IPv4 address
    (mapped, 6to4, NAT64, ISATAP) are as public as that address; Teredo and zone ids never are.
    """
    if isinstance(address, IPv4Address):
        return address.is_global and not address.is_multicast and address not in _RELAY_ANYCAST
    if address.scope_id is not None:
        return False
    inner = _embedded_ipv4(address)
    if inner is not None and not is_public(inner):
        return False
    if address.ipv4_mapped is not None or address in _NAT64:
        return True
    return address in _GLOBAL_UNICAST and address.is_global and address not in _DOCUMENTATION


def _embedded_ipv4(address: IPv6Address) -> IPv4Address | None:
    if address in _NAT64 or _is_isatap(address):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour


def _is_isatap(address: IPv6Address) -> bool:
    """RFC 5214: the interface identifier is 0000:5efe or 0200:5efe and the IPv4 address."""
    return (int(address) >> 32) & 0xFDFFFFFF == 0x00005EFE


def resolve(host: str, port: int) -> list[str]:
    """The addresses of `host` in the system's order, each once. Raises OSError when there are none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def allowed_addresses(
    host: str, port: int, *, resolver: Resolver, is_allowed: Callable[[IPAddress], bool], seconds: float
) -> list[str]:
    """Every address of `host`, looked up once, in at most `seconds`.

    Raises RefusedAddress when one of them is not allowed (a name with a public and a private
    address is a known way round such checks), FetchFailed when there is none.
    """
    addresses = _resolve_within(host, port, resolver, seconds)
    for text in addresses:
        if not is_allowed(ip_address(text)):
            raise RefusedAddress(f"{host} is not a public address ({text}).", LOAD_THE_FILE)
    return addresses


def _resolve_within(host: str, port: int, resolver: Resolver, seconds: float) -> list[str]:
    # The system's resolver knows no time limit, so it runs beside us and may be left behind.
    answer: queue.SimpleQueue[list[str] | Exception] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answer.put(list(resolver(host, port)))
        except Exception as error:
            answer.put(error)

    threading.Thread(target=ask, daemon=True).start()
    try:
        found = answer.get(timeout=seconds)
    except queue.Empty:
        raise FetchFailed(f"Looking up {host} took too long.", CHECK_OR_DOWNLOAD) from None
    if isinstance(found, OSError | UnicodeError) or not found:
        raise FetchFailed(f"There is no host named {host}, or no network.", CHECK_OR_DOWNLOAD)
    if isinstance(found, Exception):
        raise found
    return found
