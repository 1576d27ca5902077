from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from factcheck.errors import StaleView
from factcheck.model import Claim, Evidence, PairChoice, PairDecision, Verdict, VerdictFlag
from factcheck.store import claims, reviews
from factcheck.store.engine import Database
from tests.store.test_claims import new_batch, stored

VERDICT = Verdict(
    claim_id=0,
    reviewer="Ada",
    rating="False",
    explanation="The log says otherwise.",
    evidence=(Evidence("https://example.org/log", "https://example.org/copy", "the log"),),
    as_of="2031-05-06",
    flags=(VerdictFlag.TRANSLATED,),
)


@pytest.fixture
def claim(database: Database, project: int) -> Claim:
    return stored(database, project, Claim("The bridge was closed."))[0]


def verdict_on(claim: Claim, **changes: object) -> Verdict:
    return Verdict(**{**vars(VERDICT), "claim_id": claim.id, **changes})  # type: ignore[arg-type]


def test_a_verdict_comes_back_with_a_version_per_reviewer(database: Database, project: int, claim: Claim) -> None:
    with database.writing() as connection:
        first = reviews.add_verdict(connection, project, verdict_on(claim), claim.claim_text, 0)
        second = reviews.add_verdict(connection, project, verdict_on(claim, rating="Mixed"), claim.claim_text, first)
        reviews.add_verdict(connection, project, verdict_on(claim, reviewer="Ben"), claim.claim_text, second)
        given = reviews.list_verdicts(connection, project, claim.id)
    assert [(v.reviewer, v.version, v.rating) for v in given] == [
        ("Ada", 1, "False"),
        ("Ada", 2, "Mixed"),
        ("Ben", 1, "False"),
    ]
    assert given[0].evidence == VERDICT.evidence
    assert given[0].flags == VERDICT.flags


def test_the_second_of_two_who_saw_the_same_is_refused(database: Database, project: int, claim: Claim) -> None:
    with database.writing() as connection:
        reviews.add_verdict(connection, project, verdict_on(claim), claim.claim_text, 0)
    with pytest.raises(StaleView), database.writing() as connection:
        reviews.add_verdict(connection, project, verdict_on(claim, reviewer="Ben"), claim.claim_text, 0)


def test_of_many_saving_at_once_exactly_one_wins_and_the_rest_are_told(
    database: Database, project: int, claim: Claim
) -> None:
    def save(name: str) -> bool:
        try:
            with database.writing() as connection:
                reviews.add_verdict(connection, project, verdict_on(claim, reviewer=name), claim.claim_text, 0)
        except StaleView:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        outcomes = list(pool.map(save, [f"reviewer {n}" for n in range(8)]))
    assert outcomes.count(True) == 1
    with database.reading() as connection:
        assert len(reviews.list_verdicts(connection, project, claim.id)) == 1


def test_a_decision_holds_until_a_text_changes(database: Database, project: int, claim: Claim) -> None:
    with database.writing() as connection:
        batch = new_batch(connection, project, 1)
        claims.add(connection, project, batch, [(Claim("The bridge stayed open."), "k")])
    with database.writing() as connection:
        other = claims.known_keys(connection, project, ["k"])["k"]
        decision = PairDecision(other, claim.id, PairChoice.NOT_A_CONFLICT, "two bridges", "Ada")
        reviews.add_decision(connection, project, decision, 0)
        standing = reviews.standing_decisions(connection, project)
        assert standing[(claim.id, other)].reason == "two bridges"
        claims.update(connection, project, batch, other, Claim("The bridge never shut."), "k2")
        assert reviews.standing_decisions(connection, project) == {}
        assert reviews.newest_decision_id(connection, project, claim.id, other) != 0


def test_the_newest_protection_counts(database: Database, project: int) -> None:
    with database.writing() as connection:
        reviews.protect(connection, project, "The clerk", True, "asked for it", "Ada")
        reviews.protect(connection, project, "The driver", True, "asked for it", "Ada")
        reviews.protect(connection, project, "The clerk", False, "went public", "Ada")
        assert reviews.protected_names(connection, project) == {"The driver"}


def test_the_id_of_a_dropped_draft_is_never_given_again(database: Database, project: int) -> None:
    from factcheck.model import Article
    from factcheck.store import articles

    with database.writing() as connection:
        first = articles.add_draft(connection, project, Article("One."), [], "Ada")
        assert not articles.drop_draft(connection, project + 1, first)
        assert articles.drop_draft(connection, project, first)
        assert articles.add_draft(connection, project, Article("Two."), [], "Ada") > first
