from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa

from factcheck.errors import DatabaseError
from factcheck.store import projects
from factcheck.store.engine import Database
from factcheck.store.tables import projects as table


def test_foreign_keys_and_write_ahead_log_are_on(database: Database) -> None:
    with database.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"


def test_a_failure_inside_a_transaction_leaves_nothing(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.writing() as connection:
        projects.create(connection, "half done")
        raise ZeroDivisionError
    with database.reading() as connection:
        assert projects.find(connection, "half done") is None


def test_a_read_only_database_is_told_in_plain_words_and_can_be_read(database: Database, tmp_path: Path) -> None:
    read_only = Database(f"sqlite:///file:{tmp_path / 'test.sqlite3'}?mode=ro&uri=true")
    with pytest.raises(DatabaseError, match="cannot be written"), read_only.writing() as connection:
        projects.create(connection, "new")
    with read_only.reading() as connection:
        assert projects.names(connection) == []


def test_a_full_disk_is_told_and_changes_nothing(database: Database) -> None:
    with pytest.raises(DatabaseError, match="disk of .* is full"), database.writing() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        for number in range(2000):
            projects.create(connection, f"{number:0200d}")
    with database.reading() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(table)) == 0


def test_a_file_that_is_no_database_is_told_and_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "notes.sqlite3"
    path.write_text("These are my notes, not a database. " * 100)
    before = path.read_bytes()
    with pytest.raises(DatabaseError, match="is not a database"), Database(f"sqlite:///{path}").reading():
        pass
    assert path.read_bytes() == before


@pytest.mark.parametrize("url", ["nonsense", "nosuch://x", "sqlite:////no/such/folder/x.sqlite3"])
def test_an_unusable_address_is_named(url: str) -> None:
    with pytest.raises(DatabaseError):
        Database(url)


def test_passwords_never_stand_in_an_error() -> None:
    with pytest.raises(DatabaseError) as caught:
        Database("postgresql+nosuchdriver://desk:secret@localhost/x")
    assert "secret" not in str(caught.value)
    assert "desk" in str(caught.value)
