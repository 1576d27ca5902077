"""A workbench on the database that the app under test opens."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from factcheck.workbench import Workbench
from tests.ui.screens import desk, fresh


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch, migrated_url: str) -> Iterator[Workbench]:
    fresh(monkeypatch, migrated_url)
    opened = desk(migrated_url)
    yield opened
    opened.close()
