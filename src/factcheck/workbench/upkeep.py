"""The database's version, for whoever starts the program."""

from __future__ import annotations

from factcheck.config import Settings
from factcheck.store import migrations
from factcheck.store.engine import Database


def migrate(settings: Settings) -> tuple[str, str]:
    """Bring the database to this program's version; gives (version before, version after)."""
    database = Database(settings.database_url)
    try:
        return migrations.upgrade(database)
    finally:
        database.close()
