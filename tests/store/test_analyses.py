from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from factcheck.errors import AlreadyRunning
from factcheck.store import analyses
from factcheck.store.engine import Database
from factcheck.store.tables import analyses as table


def test_one_analysis_runs_at_a_time(database: Database, project: int) -> None:
    def start(_number: int) -> bool:
        try:
            with database.writing() as connection:
                analyses.start(connection, project)
        except AlreadyRunning:
            return False
        return True

    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(start, range(6))).count(True) == 1


def test_a_finished_analysis_makes_way(database: Database, project: int) -> None:
    with database.writing() as connection:
        run = analyses.start(connection, project)
        assert analyses.beat(connection, run.id, "Embedding", 3, 9)
        assert analyses.finish(connection, run.id, "m", "s")
        assert not analyses.beat(connection, run.id, "Embedding", 4, 9)
        analyses.start(connection, project)


def test_an_analysis_whose_process_died_is_abandoned(database: Database, project: int) -> None:
    with database.writing() as connection:
        dead = analyses.start(connection, project)
        long_ago = datetime.now(UTC) - analyses.STALE_AFTER - timedelta(seconds=1)
        connection.execute(table.update().values(heartbeat_at=long_ago))
        alive = analyses.start(connection, project)
        assert analyses.get(connection, dead.id).state == "abandoned"
        assert not analyses.finish(connection, dead.id, "m", "s")
        assert analyses.latest(connection, project) == alive


def test_a_failed_analysis_says_why(database: Database, project: int) -> None:
    with database.writing() as connection:
        run = analyses.start(connection, project)
        analyses.fail(connection, run.id, "The model is missing.")
        failed = analyses.latest(connection, project)
    assert failed is not None
    assert (failed.state, failed.error) == ("failed", "The model is missing.")


def test_two_projects_do_not_wait_for_each_other(database: Database, project: int) -> None:
    from factcheck.store import projects

    with database.writing() as connection:
        other = projects.create(connection, "Other desk")
        analyses.start(connection, project)
        analyses.start(connection, other)
        with pytest.raises(AlreadyRunning):
            analyses.start(connection, other)
