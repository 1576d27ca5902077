"""What people said of claimants stands in the order in which it was said, and an undone act counts for nothing."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from factcheck.errors import StaleView
from factcheck.model import Claim, ClaimantAct, ClaimantStep, ClaimantType, ClaimFilter
from factcheck.store import claimants, claims
from factcheck.store.engine import Database
from factcheck.store.joins import Joins, united
from tests.store.test_claims import stored

JOIN, REFUSE, SHOW, TYPE, UNDO = ClaimantStep


def acts(*given: tuple[ClaimantStep, str, str]) -> list[ClaimantAct]:
    """Acts with ids from 1; the names are split at blanks."""
    return [
        ClaimantAct(step, tuple(names.split()), value, "Ada", undoes=int(value) if step is UNDO else 0, id=number)
        for number, (step, names, value) in enumerate(given, start=1)
    ]


def test_names_hang_together_through_others() -> None:
    groups = united([("a", "b"), ("c", "d"), ("b", "c"), ("e",)])
    assert groups == dict.fromkeys("abcd", ("a", "b", "c", "d"))


def test_the_newest_name_given_is_the_one_shown() -> None:
    joins = Joins(acts((JOIN, "a b", "a"), (SHOW, "b x", "x"), (JOIN, "c d", "d")))
    assert [joins.shown(name) for name in "abxcd"] == ["x", "x", "x", "d", "d"]
    assert joins.joined("e") == ""
    assert joins.names("a") == ("a", "b", "x")


def test_taking_back_the_first_of_two_joins_leaves_the_second() -> None:
    joins = Joins(acts((JOIN, "a b", "a"), (JOIN, "a c", "c"), (UNDO, "a b", "1")))
    assert joins.names("a") == ("a", "c")
    assert joins.joined("b") == ""


def test_a_refusal_holds_for_every_two_of_its_names_until_it_is_taken_back() -> None:
    refused = (REFUSE, "a b c", "")
    assert Joins(acts(refused)).refused == {frozenset("ab"), frozenset("ac"), frozenset("bc")}
    assert Joins(acts(refused, (UNDO, "a b c", "1"))).refused == frozenset()


def test_a_type_holds_for_all_names_of_the_claimant_the_newest_first() -> None:
    joins = Joins(acts((TYPE, "a", "person"), (JOIN, "a b", "a"), (TYPE, "b", "organisation"), (UNDO, "b", "3")))
    assert joins.type_of("b") is ClaimantType.PERSON
    assert joins.type_of("z") is ClaimantType.UNKNOWN


def test_claims_are_read_with_their_claimant_and_found_by_any_of_its_names(database: Database, project: int) -> None:
    stored(
        database,
        project,
        *(
            Claim(f"It rained {at}.", claim_author_name=name)
            for at, name in enumerate(("Moscow", "the Kremlin", "Kyiv"))
        ),
    )
    act = ClaimantAct(JOIN, ("Moscow", "the Kremlin"), "the Kremlin", "Ada")
    with database.writing() as connection:
        claimants.add(connection, project, act)
    with database.reading() as connection:
        found = claims.page(connection, project, ClaimFilter(claimant="Moscow"))
        assert claims.page(connection, project, ClaimFilter(claimant="the Kremlin")) == found
        assert claims.count(connection, project, ClaimFilter(claimant="Kyiv")) == 1
        everyone = list(claims.every(connection, project))
    assert [(c.claim_author_name, c.claimant) for c in everyone] == [
        ("Moscow", "the Kremlin"),
        ("the Kremlin", "the Kremlin"),
        ("Kyiv", "Kyiv"),
    ]


def test_of_many_undoing_at_once_exactly_one_wins(database: Database, project: int) -> None:
    with database.writing() as connection:
        joined = claimants.add(connection, project, ClaimantAct(JOIN, ("a", "b"), "a", "Ada"))

    def undo(who: str) -> bool:
        try:
            with database.writing() as connection:
                claimants.add(connection, project, ClaimantAct(UNDO, ("a", "b"), "", who, undoes=joined))
        except StaleView:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(undo, "ABCDEF")) == 1


def test_acts_of_another_project_count_for_nothing(database: Database, project: int) -> None:
    from factcheck.store import projects

    with database.writing() as connection:
        other = projects.create(connection, "Another desk")
        claimants.add(connection, other, ClaimantAct(JOIN, ("a", "b"), "a", "Ada"))
    with database.reading() as connection:
        assert claimants.standing(connection, project).groups == []
        assert claimants.standing(connection, other).groups == [("a", "b")]


def test_the_same_name_twice_in_an_act_is_kept_once(database: Database, project: int) -> None:
    with database.writing() as connection:
        claimants.add(connection, project, ClaimantAct(JOIN, ("a", "b", "a"), "a", "Ada"))
        (act,) = claimants.listed(connection, project)
    assert act.names == ("a", "b")


def test_nothing_is_stored_of_an_act_that_is_refused(database: Database, project: int) -> None:
    with database.writing() as connection:
        first = claimants.add(connection, project, ClaimantAct(JOIN, ("a", "b"), "a", "Ada"))
        claimants.add(connection, project, ClaimantAct(UNDO, ("a", "b"), "", "Ada", undoes=first))
    with pytest.raises(StaleView), database.writing() as connection:
        claimants.add(connection, project, ClaimantAct(UNDO, ("a", "b"), "", "Ben", undoes=first))
    with database.reading() as connection:
        assert len(claimants.listed(connection, project)) == 2
