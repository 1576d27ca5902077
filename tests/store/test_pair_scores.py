from __future__ import annotations

import pytest

from factcheck.model import PairContext
from factcheck.store import pair_scores, projects
from factcheck.store.engine import Database

UNKNOWN = PairContext()


def row(number: int) -> bytes:
    return bytes([number]) * 32


def test_what_was_kept_is_known_again_and_only_in_its_project(database: Database, project: int) -> None:
    one, other = pair_scores.key("m", "a", "b", UNKNOWN), pair_scores.key("m", "a", "c", UNKNOWN)
    with database.writing() as connection:
        elsewhere = projects.create(connection, "Other desk")
        pair_scores.keep(connection, project, {one: row(1)})
    with database.reading() as connection:
        assert pair_scores.known(connection, project, [one, other]) == {one: row(1)}
        assert pair_scores.known(connection, elsewhere, [one, other]) == {}


def test_what_somebody_else_stored_meanwhile_stays(database: Database, project: int) -> None:
    one, other = b"1" * 16, b"2" * 16
    with database.writing() as connection:
        pair_scores.keep(connection, project, {one: row(1)})
        pair_scores.keep(connection, project, {one: row(9), other: row(2)})
        assert pair_scores.known(connection, project, [one, other]) == {one: row(1), other: row(2)}


@pytest.mark.parametrize(
    "asked",
    [
        ("n", "a", "b", UNKNOWN),
        ("m", "b", "a", UNKNOWN),
        ("m", "a\0b", "", UNKNOWN),
        ("m", "a", "b", PairContext(0)),
        ("m", "a", "b", PairContext(3)),
        ("m", "a", "b", PairContext(-3)),
        ("m", "a", "b", PairContext(None, True)),
    ],
)
def test_another_question_has_another_key(asked: tuple[str, str, str, PairContext]) -> None:
    assert pair_scores.key(*asked) != pair_scores.key("m", "a", "b", UNKNOWN)
    assert len(pair_scores.key(*asked)) == 16


def test_half_a_surrogate_is_no_obstacle() -> None:
    assert len(pair_scores.key("m", "a\ud800", "b", UNKNOWN)) == 16


def test_many_are_read_and_pruned_at_once(database: Database, project: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pair_scores, "LOOSE", 10)
    many = {number.to_bytes(16): row(number % 200) for number in range(12_000)}
    needed = list(many)[:100]
    with database.writing() as connection:
        pair_scores.keep(connection, project, many)
        assert pair_scores.known(connection, project, many) == many
        assert pair_scores.prune(connection, project, list(many)[:6_000]) == 0
        assert pair_scores.prune(connection, project, needed) == 11_900
        assert set(pair_scores.known(connection, project, many)) == set(needed)
