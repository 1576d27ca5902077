"""Fixtures: real databases and a real workbench, made fresh for every test."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from factcheck import config
from factcheck.store import migrations, projects
from factcheck.store.engine import Database

if TYPE_CHECKING:
    from factcheck.workbench import Workbench

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
os.environ.setdefault("HF_HUB_OFFLINE", "1")

# On a build server the same commit gives the same answer; elsewhere every run looks somewhere new.
settings.register_profile("build server", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("build server")

_skipped: list[str] = []


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.skipped and not hasattr(report, "wasxfail"):
        _skipped.append(report.nodeid)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where everything is installed, a skipped test is a failed one."""
    if _skipped and os.environ.get("FACTCHECK_TESTS_MUST_NOT_SKIP"):
        print(f"\nNothing may skip here, but these did: {', '.join(_skipped)}")  # noqa: T201
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture
def database_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'test.sqlite3'}"


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database in one file: copying it takes a hundredth of the time of migrating."""
    path = tmp_path_factory.mktemp("template") / "template.sqlite3"
    opened = Database(f"sqlite:///{path}")
    migrations.upgrade(opened)
    with opened.reading() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    opened.close()
    return path


@pytest.fixture
def migrated_url(template: Path, tmp_path: Path) -> str:
    """The address of a fresh database at the newest version; `database_url` is one that has no tables yet."""
    copy = shutil.copyfile(template, tmp_path / "test.sqlite3")
    return f"sqlite:///{copy}"


@pytest.fixture
def database(migrated_url: str) -> Iterator[Database]:
    """A database at the newest version."""
    opened = Database(migrated_url)
    yield opened
    opened.close()


@pytest.fixture
def project(database: Database) -> int:
    with database.writing() as connection:
        return projects.create(connection, "Test desk")


@pytest.fixture
def bench(migrated_url: str) -> Iterator[Workbench]:
    """A workbench on a fresh database."""
    from factcheck.workbench import Workbench

    opened = Workbench.open(config.load({}, database_url=migrated_url), "Test desk")
    yield opened
    opened.close()
