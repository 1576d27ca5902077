"""Acts on topics are only ever added; a topic's number is never given twice."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from factcheck.errors import StaleView
from factcheck.model import Claim, Topic, TopicAct, TopicHint, TopicPlace, TopicStep
from factcheck.store import derived, migrations, projects, topic_acts, topic_groups
from factcheck.store.engine import Database
from tests.store.test_claims import stored as claims_stored


def stored(database: Database, project: int, *new: Claim) -> list[int]:
    return [claim.id for claim in claims_stored(database, project, *new)]


def act(step: TopicStep = TopicStep.MOVE, undoes: int = 0, *places: TopicPlace) -> TopicAct:
    return TopicAct(step, ("t1", "t2"), places, "", "told", "Ada", "because", undoes)


def test_an_act_is_read_back_with_its_places(database: Database, project: int) -> None:
    (claim,) = stored(database, project, Claim("It rained."))
    place = TopicPlace(claim, "t1", firm=True)
    with database.writing() as connection:
        new = topic_acts.add(connection, project, act(TopicStep.MOVE, 0, place))
    with database.reading() as connection:
        (read,) = topic_acts.listed(connection, project)
        (bare,) = topic_acts.without_places(connection, project)
        assert topic_acts.newest(connection, project) == new == read.id
    assert (read.step, read.topics, read.places, read.why) == (TopicStep.MOVE, ("t1", "t2"), (place,), "because")
    assert bare.places == ()


def test_of_many_undoing_at_once_exactly_one_wins(database: Database, project: int) -> None:
    with database.writing() as connection:
        first = topic_acts.add(connection, project, act())

    def undo(_number: int) -> bool:
        try:
            with database.writing() as connection:
                topic_acts.add(connection, project, act(TopicStep.UNDO, first))
        except StaleView:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(undo, range(6))) == 1


def test_nothing_is_stored_of_an_act_that_is_refused(database: Database, project: int) -> None:
    (claim,) = stored(database, project, Claim("It rained."))
    with database.writing() as connection:
        first = topic_acts.add(connection, project, act())
        topic_acts.add(connection, project, act(TopicStep.UNDO, first))
    with pytest.raises(StaleView), database.writing() as connection:
        topic_acts.add(connection, project, act(TopicStep.UNDO, first, TopicPlace(claim, "t1", firm=True)))
    with database.reading() as connection:
        assert [len(a.places) for a in topic_acts.listed(connection, project)] == [0, 0]


def test_acts_of_another_project_count_for_nothing(database: Database, project: int) -> None:
    with database.writing() as connection:
        other = projects.create(connection, "Another desk")
        topic_acts.add(connection, other, act())
        assert topic_acts.listed(connection, project) == []


def test_the_highest_number_outlasts_its_topic(database: Database, project: int) -> None:
    ids = stored(database, project, Claim("It rained."), Claim("It snowed."))
    with database.writing() as connection:
        derived.replace(connection, project, [Topic("t12", "Rain", (), tuple(ids))], [], [])
        derived.replace(connection, project, [Topic("t3-1", "Rain", (), tuple(ids))], [], [])
        assert topic_groups.highest_number(connection, project) == 12


def test_only_what_changed_is_written_and_read_back(database: Database, project: int) -> None:
    a, b, c = stored(database, project, Claim("It rained."), Claim("It snowed."), Claim("It blew."))
    before = [Topic("t1", "Rain", ("rain",), (a, b))]
    after = [Topic("t1", "Wet", ("rain",), (a,)), Topic("t2", "Wind", (), (b, c))]
    with database.writing() as connection:
        derived.replace(connection, project, before, [], [])
        topic_groups.put_topics(connection, project, before, after)
        assert derived.list_topics(connection, project) == [after[1], after[0]]
        assert list(topic_groups.machine(connection, project).values()) == before


def test_a_hint_follows_the_claim_that_it_names(database: Database, project: int) -> None:
    a, b, c = stored(database, project, Claim("It rained."), Claim("It poured."), Claim("It blew."))
    before = [Topic("t1", "Rain", (), (a, b))]
    with database.writing() as connection:
        derived.replace(connection, project, before, [], [], None, [TopicHint(c, b, 0.5)])
        assert topic_groups.hints_for(connection, project, [a, c]) == {c: ("t1", 0.5)}
        topic_groups.put_topics(connection, project, before, [Topic("t9", "Pouring", (), (a, b))])
        assert topic_groups.hints_for(connection, project, [c]) == {c: ("t9", 0.5)}
        topic_groups.put_topics(connection, project, [Topic("t9", "Pouring", (), (a, b))], [])
        assert topic_groups.hints_for(connection, project, [c]) == {}


def test_topics_from_before_the_migration_can_be_changed_by_people(database_url: str) -> None:
    database = Database(database_url)
    migrations.upgrade(database, "0004")
    with database.writing() as connection:
        for row in (
            "projects (id, name, revision, created_at) VALUES (1, 'Desk', 0, '2031-05-01')",
            "batches (id, project_id, name, sha256, read, added, updated, duplicate, rejected, created_by, created_at)"
            " VALUES (1, 1, '', '', 1, 1, 0, 0, 0, '', '2031-05-01')",
            "claims (id, project_id, batch_id, active, duplicate_key, text_sha256, external_id, claim_text, quote,"
            " claim_author_name, claim_author_type, cue, modality, claim_date, claim_date_precision, claim_location,"
            " language, source_name, source_url, source_published, source_archive_url, article_title, attribution_chain,"
            " tags, extra) VALUES (7, 1, 1, 1, '', '', '', 'It rained.', '', '', '', '', 'asserted', '', 'unknown', '', '',"
            " '', '', '', '', '', '[]', '[]', '{}')",
            "topics (project_id, id, label, keywords) VALUES (1, 't7', 'Rain', '[\"rain\"]')",
            "topic_claims (project_id, claim_id, topic_id) VALUES (1, 7, 't7')",
        ):
            connection.exec_driver_sql(f"INSERT INTO {row}")
    migrations.upgrade(database)
    with database.reading() as connection:
        assert topic_groups.machine(connection, 1) == {"t7": Topic("t7", "Rain", ("rain",), (7,))}
        assert topic_groups.highest_number(connection, 1) == 7
