"""A real HTTP server on loopback whose pages are small functions."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address

from factcheck.fetch.addresses import IPAddress

Page = Callable[[BaseHTTPRequestHandler], None]


def anything_goes(address: IPAddress) -> bool:
    return True


def only_this_machine(address: IPAddress) -> bool:
    return address == ip_address("127.0.0.1")


def send(
    handler: BaseHTTPRequestHandler, body: bytes, content_type: str = "text/html", status: int = 200, **fields: str
) -> None:
    handler.send_response(status)
    if content_type:
        handler.send_header("Content-Type", content_type)
    handler.send_header("Content-Length", str(len(body)))
    for name, value in fields.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)


def redirect(target: str, status: int = 302) -> Page:
    return lambda handler: send(handler, b"", status=status, Location=target)


@contextmanager
def serving(page: Page, tls: ssl.SSLContext | None = None) -> Iterator[ThreadingHTTPServer]:
    """Answers every GET with `page`; `.server_port` says where."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self.close_connection = True
            # The client hangs up when a limit is passed, as it should.
            with suppress(BrokenPipeError, ConnectionResetError):
                page(self)

        def log_message(self, format: str, *args: object) -> None:
            """Stay silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
