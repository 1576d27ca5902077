from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from factcheck.errors import DatabaseError
from factcheck.store import migrations
from factcheck.store.engine import Database
from factcheck.store.tables import metadata


def test_migrations_from_empty_make_exactly_the_tables(database: Database) -> None:
    with database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_an_empty_database_is_prepared_on_opening(database_url: str) -> None:
    database = Database(database_url)
    migrations.prepare(database)
    assert migrations.version(database) == migrations.head()


def test_an_older_version_is_brought_up_with_its_rows(database_url: str) -> None:
    database = Database(database_url)
    migrations.upgrade(database, "0001")
    with database.writing() as connection:
        connection.exec_driver_sql("INSERT INTO projects VALUES (1, 'Desk', 0, '2031-05-01 00:00:00')")
        connection.exec_driver_sql(
            "INSERT INTO analyses (id, project_id, state, revision, stage, done, total, embedding_model, nli_model, error,"
            " started_at, heartbeat_at) VALUES (1, 1, 'done', 0, '', 0, 0, 'e', 'n', '', '2031-05-01', '2031-05-01')"
        )
    assert migrations.upgrade(database) == ("0001", migrations.head())
    with database.reading() as connection:
        rows = connection.exec_driver_sql("SELECT nli_model, note FROM analyses").all()
    assert [tuple(row) for row in rows] == [("n", "")]


def test_a_second_upgrade_changes_nothing(database: Database) -> None:
    assert migrations.upgrade(database) == (migrations.head(), migrations.head())


def test_a_database_from_a_newer_version_is_refused(database: Database) -> None:
    with database.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(DatabaseError, match="9999, which this program does not know"):
        migrations.prepare(database)
    with pytest.raises(DatabaseError, match="newer version"):
        migrations.upgrade(database)


def test_an_older_database_is_refused_with_the_command_that_helps(database: Database) -> None:
    with database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM alembic_version")
    with pytest.raises(DatabaseError, match="factcheck migrate"):
        migrations.prepare(database)


def test_a_failing_migration_leaves_the_database_as_it_was(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = next((migrations.checkout() / "db" / "versions").glob("0001_*.py")).read_text()
    folder = tmp_path / "db"
    (folder / "versions").mkdir(parents=True)
    (folder / "env.py").write_text((migrations.checkout() / "db" / "env.py").read_text())
    (folder / "versions" / "0001_first.py").write_text(first + "\n    raise RuntimeError('power cut')\n")
    monkeypatch.setattr(migrations, "checkout", lambda: tmp_path)
    database = Database(database_url)
    with pytest.raises(RuntimeError, match="power cut"):
        migrations.upgrade(database)
    with database.reading() as connection:
        tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()
    assert tables == 0
