"""Which names are one claimant: proposed by the machine, decided by people, taken back by people."""

from __future__ import annotations

import csv
import io

import pytest

from factcheck.errors import InvalidValue, NotFound, StaleView
from factcheck.model import ClaimantType, ClaimFilter
from factcheck.workbench import Workbench
from tests.workbench.support import load_story

VOICES = """id,claim,speaker,author_type
v1,The raid was beaten back.,Joe Ferrant,person
v2,The town is calm again.,President Ferrant,person
v3,The bridge stands.,the Kremlin,organisation
v4,The bridge fell.,Moscow,
v5,Nobody was hurt.,a spokesman,
v6,Three people were hurt.,Ann Ferrant,person
v7,The bridge stands.,President Ferrant,person
"""


@pytest.fixture
def ids(bench: Workbench) -> dict[str, int]:
    return load_story(bench, VOICES)


def pairs(bench: Workbench) -> set[frozenset[str]]:
    return {frozenset(proposal.names) for proposal in bench.claimants.proposals()}


def rows(chunks: object) -> list[dict[str, str]]:
    text = "".join(chunks)  # type: ignore[arg-type]
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_claimants_are_listed_with_counts_types_and_names(bench: Workbench, ids: dict[str, int]) -> None:
    first = bench.claimants.list()[0]
    assert (first.name, first.type, first.claims) == ("President Ferrant", ClaimantType.PERSON, 2)
    bench.claimants.join(["Joe Ferrant", "President Ferrant"], "Ada", 0)
    joined = bench.claimants.list()[0]
    assert (joined.name, joined.claims, joined.is_joined) == ("Joe Ferrant", 3, True)
    assert joined.aliases == (("President Ferrant", 2), ("Joe Ferrant", 1))


def test_nothing_is_joined_until_somebody_says_so(bench: Workbench, ids: dict[str, int]) -> None:
    assert frozenset({"Moscow", "the Kremlin"}) in pairs(bench)
    assert {"Moscow", "the Kremlin"} <= set(bench.browse.claimants())


def test_a_join_is_seen_wherever_claims_are_read_and_the_printed_name_stays(
    bench: Workbench, ids: dict[str, int]
) -> None:
    bench.claimants.join(["the Kremlin", "Moscow"], "Ada", 0)
    claim = bench.browse.claim(ids["v4"]).claim
    assert (claim.claimant, claim.claim_author_name) == ("the Kremlin", "Moscow")
    assert "Moscow" not in bench.browse.claimants()
    assert [c.id for c in bench.browse.claims(ClaimFilter(claimant="the Kremlin"))] == [ids["v3"], ids["v4"]]
    assert frozenset({"Moscow", "the Kremlin"}) not in pairs(bench)


def test_a_join_taken_back_is_as_if_it_had_not_been_and_both_acts_stay(bench: Workbench, ids: dict[str, int]) -> None:
    before = pairs(bench)
    act = bench.claimants.join(["the Kremlin", "Moscow"], "Ada", 0, why="One voice")
    bench.claimants.undo(act, "Ben", "Not always")
    assert pairs(bench) == before
    assert bench.browse.claim(ids["v4"]).claim.claimant == "Moscow"
    told = [(line.who, line.what, line.why) for line in bench.review.history(2)]
    assert told == [("Ben", "claimants joined: taken back", "Not always"), ("Ada", "claimants joined", "One voice")]
    assert bench.claimants.acts() == []


def test_a_refusal_is_not_proposed_again_until_it_is_taken_back(bench: Workbench, ids: dict[str, int]) -> None:
    act = bench.claimants.refuse(["Moscow", "the Kremlin"], "Ada", 0)
    assert frozenset({"Moscow", "the Kremlin"}) not in pairs(bench)
    load_story(bench, "id,claim,speaker\nw1,It is over.,The Kremlin\n")
    assert frozenset({"Moscow", "the Kremlin"}) not in pairs(bench)
    assert frozenset({"Moscow", "The Kremlin"}) not in pairs(bench)
    bench.claimants.undo(act, "Ada")
    assert any("Moscow" in pair for pair in pairs(bench))


def test_what_somebody_refused_cannot_be_joined_not_even_through_a_third_name(
    bench: Workbench, ids: dict[str, int]
) -> None:
    bench.claimants.refuse(["Joe Ferrant", "President Ferrant"], "Ada", 0)
    seen = bench.claimants.seen()
    with pytest.raises(InvalidValue, match="Ada said that"):
        bench.claimants.join(["Joe Ferrant", "President Ferrant"], "Ben", seen)
    bench.claimants.join(["Joe Ferrant", "Moscow"], "Ben", seen)
    with pytest.raises(InvalidValue, match="Take that back first"):
        bench.claimants.join(["Moscow", "President Ferrant"], "Ben", bench.claimants.seen())


def test_of_two_people_who_saw_the_same_the_second_is_told_and_changes_nothing(
    bench: Workbench, ids: dict[str, int]
) -> None:
    seen = bench.claimants.board().seen
    bench.claimants.join(["the Kremlin", "Moscow"], "Ada", seen)
    with pytest.raises(StaleView, match="Ada spoke of this claimant"):
        bench.claimants.refuse(["the Kremlin", "Moscow"], "Ben", seen)
    with pytest.raises(StaleView):
        bench.claimants.rename("Moscow", "Kremlin", "Ben", seen)
    # Another claimant is nobody else's business.
    bench.claimants.join(["Joe Ferrant", "President Ferrant"], "Ben", seen)
    assert len(bench.claimants.acts()) == 2


def test_one_press_that_arrives_twice_counts_once(bench: Workbench, ids: dict[str, int]) -> None:
    act = bench.claimants.join(["the Kremlin", "Moscow"], "Ada", 0)
    assert bench.claimants.join(["the Kremlin", "Moscow"], "Ada", 0) == act
    no = bench.claimants.refuse(["Joe Ferrant", "Ann Ferrant"], "Ada", 0)
    assert bench.claimants.refuse(["Joe Ferrant", "Ann Ferrant"], "Ada", 0) == no
    undone = bench.claimants.undo(act, "Ada")
    assert bench.claimants.undo(act, "Ada") == undone
    assert len(bench.review.history()) == 4


def test_an_act_is_taken_back_once(bench: Workbench, ids: dict[str, int]) -> None:
    act = bench.claimants.join(["the Kremlin", "Moscow"], "Ada", 0)
    bench.claimants.undo(act, "Ben")
    with pytest.raises(StaleView, match="Ben has taken this back"):
        bench.claimants.undo(act, "Ada")
    with pytest.raises(NotFound):
        bench.claimants.undo(999, "Ada")


def test_another_name_is_shown_and_belongs_to_the_claimant_from_then_on(bench: Workbench, ids: dict[str, int]) -> None:
    act = bench.claimants.rename("Joe Ferrant", "J. Ferrant, president", "Ada", 0)
    assert bench.browse.claim(ids["v1"]).claim.claimant == "J. Ferrant, president"
    with pytest.raises(InvalidValue, match="another claimant"):
        bench.claimants.rename("President Ferrant", "J. Ferrant, president", "Ada", bench.claimants.seen())
    with pytest.raises(InvalidValue, match="another claimant"):
        bench.claimants.rename("Moscow", "the Kremlin", "Ada", bench.claimants.seen())
    bench.claimants.undo(act, "Ada")
    assert bench.browse.claim(ids["v1"]).claim.claimant == "Joe Ferrant"


def test_a_type_that_a_person_set_holds_for_all_names(bench: Workbench, ids: dict[str, int]) -> None:
    bench.claimants.join(["the Kremlin", "Moscow"], "Ada", 0)
    bench.claimants.set_type("Moscow", ClaimantType.GROUP, "Ada", bench.claimants.seen())
    claim = bench.browse.claim(ids["v3"]).claim
    assert (claim.claimant_type, claim.claim_author_type) == (ClaimantType.GROUP, ClaimantType.ORGANISATION)
    assert bench.review.history(1)[0].before == "organisation"


@pytest.mark.parametrize("names", [[], ["Moscow"], ["Moscow", "Moscow"]])
def test_a_join_needs_two_names(bench: Workbench, ids: dict[str, int], names: list[str]) -> None:
    with pytest.raises(InvalidValue):
        bench.claimants.join(names, "Ada", 0)


def test_a_name_that_is_not_here_and_a_nameless_reviewer_are_refused(bench: Workbench, ids: dict[str, int]) -> None:
    with pytest.raises(NotFound, match="Nobody Known"):
        bench.claimants.join(["Moscow", "Nobody Known"], "Ada", 0)
    with pytest.raises(InvalidValue):
        bench.claimants.join(["Moscow", "the Kremlin"], " ", 0)
    assert bench.claimants.acts() == []


def test_a_join_makes_the_analysis_out_of_date_and_a_refusal_does_not(bench: Workbench, ids: dict[str, int]) -> None:
    from factcheck.store import analyses

    run = bench.analysis.start()
    with bench.desk.writing() as connection:
        analyses.finish(connection, run.id, "e", "n")
    bench.claimants.refuse(["Joe Ferrant", "Ann Ferrant"], "Ada", 0)
    assert bench.analysis.is_current()
    act = bench.claimants.join(["the Kremlin", "Moscow"], "Ada", bench.claimants.seen())
    assert not bench.analysis.is_current()
    run = bench.analysis.start()
    with bench.desk.writing() as connection:
        analyses.finish(connection, run.id, "e", "n")
    bench.claimants.undo(act, "Ada")
    assert not bench.analysis.is_current()


def test_reports_carry_the_claimant_and_the_printed_name(bench: Workbench, ids: dict[str, int]) -> None:
    bench.claimants.join(["Joe Ferrant", "President Ferrant"], "Ada", 0)
    row = next(row for row in rows(bench.reports.verdicts_csv()) if row["external_id"] == "v2")
    assert (row["claimant"], row["claim_author_name"]) == ("Joe Ferrant", "President Ferrant")
    row = next(row for row in rows(bench.reports.topics_csv()) if row["external_id"] == "v2")
    assert (row["claimant"], row["claim_author_name"]) == ("Joe Ferrant", "President Ferrant")


@pytest.mark.models
def test_the_same_words_by_one_joined_claimant_have_one_origin_at_the_next_analysis(
    bench: Workbench, ids: dict[str, int]
) -> None:
    def origin(name: str) -> str:
        found = {row["external_id"]: row["independent_origin_id"] for row in rows(bench.reports.topics_csv())}
        return found[name]

    bench.analysis.run()
    assert origin("v3") != origin("v7")
    bench.claimants.join(["the Kremlin", "President Ferrant"], "Ada", 0)
    bench.analysis.run()
    assert origin("v3") == origin("v7")


@pytest.mark.parametrize("protected", ["Joe Ferrant", "President Ferrant"])
def test_of_a_protected_claimant_every_joined_name_is_masked(
    bench: Workbench, ids: dict[str, int], protected: str
) -> None:
    bench.claimants.join(["Joe Ferrant", "President Ferrant"], "Ada", 0, shown="Old Joe")
    bench.review.protect(protected, True, "asked for it", "Ada")
    reports = bench.reports
    for text in ("".join(reports.verdicts_csv()), "".join(reports.topics_csv()), "".join(reports.history_csv())):
        assert not any(name in text for name in ("Joe Ferrant", "President Ferrant", "Old Joe"))
    assert next(view for view in bench.claimants.list() if view.name == "Old Joe").protected


def test_the_history_does_not_lead_to_a_protected_name_by_what_was_once_joined_to_it(
    bench: Workbench, ids: dict[str, int]
) -> None:
    bench.review.protect("Joe Ferrant", True, "asked for it", "Ada")
    act = bench.claimants.join(["Joe Ferrant", "Moscow"], "Ada", 0)
    bench.claimants.undo(act, "Ada")
    assert "Moscow" not in "".join(bench.reports.history_csv())
    assert "Moscow" in "".join(bench.reports.verdicts_csv())
