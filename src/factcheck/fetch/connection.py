"""A host and port in → a connection to one of its checked addresses that keeps a total deadline."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import httpcore

from factcheck.fetch.addresses import IPAddress, Resolver, allowed_addresses

_SocketOptions = Iterable[Any] | None


@dataclass(frozen=True)
class Deadline:
    """A moment on the monotonic clock, in seconds."""

    at: float

    @classmethod
    def after(cls, seconds: float) -> Deadline:
        return cls(time.monotonic() + seconds)

    def left(self) -> float:
        """Seconds left, more than 0. Raises httpcore.ReadTimeout when there are none."""
        seconds = self.at - time.monotonic()
        if seconds <= 0:
            raise httpcore.ReadTimeout
        return seconds


class DeadlineStream(httpcore.NetworkStream):
    """A stream whose every wait ends at the deadline, however slowly the bytes come."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        secured = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left())
        return DeadlineStream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class CheckedBackend(httpcore.NetworkBackend):
    """Looks a host up once, checks every address and connects to exactly one that was checked.

    TLS still verifies the host name, because httpcore hands that to `start_tls` itself.
    """

    def __init__(self, *, resolver: Resolver, is_allowed: Callable[[IPAddress], bool], deadline: Deadline) -> None:
        self._resolver = resolver
        self._is_allowed = is_allowed
        self._deadline = deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: _SocketOptions = None,
    ) -> httpcore.NetworkStream:
        addresses = allowed_addresses(
            host,
            port,
            resolver=self._resolver,
            is_allowed=self._is_allowed,
            seconds=self._deadline.left(),
        )
        return DeadlineStream(self._connect_to_one(addresses, port), self._deadline)

    def _connect_to_one(self, addresses: list[str], port: int) -> httpcore.NetworkStream:
        """The first address that answers; a silent one leaves the others their share of the time."""
        *others, last = addresses
        for waiting, address in enumerate(others):
            share = self._deadline.left() / (len(addresses) - waiting)
            try:
                return httpcore.SyncBackend().connect_tcp(address, port, timeout=share)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return httpcore.SyncBackend().connect_tcp(last, port, timeout=self._deadline.left())
