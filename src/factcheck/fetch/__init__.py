"""A URL in → the bytes of the document behind it; the only place that uses the network."""

from __future__ import annotations

from factcheck.fetch.addresses import Resolver, is_public, resolve
from factcheck.fetch.client import Fetched, fetch

__all__ = ["Fetched", "Resolver", "fetch", "is_public", "resolve"]
