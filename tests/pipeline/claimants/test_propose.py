"""Names of claimants are proposed as one with a reason, or not at all."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import ClaimantType
from factcheck.pipeline.claimants import Named, Proposal, propose

PERSON, ORGANISATION, GROUP = ClaimantType.PERSON, ClaimantType.ORGANISATION, ClaimantType.GROUP


def proposed(*names: str, kind: ClaimantType = ClaimantType.UNKNOWN) -> list[Proposal]:
    return propose([Named(name, kind) for name in names])


def only(*names: str, kind: ClaimantType = ClaimantType.UNKNOWN) -> Proposal:
    (found,) = proposed(*names, kind=kind)
    assert set(found.names) == set(names)
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("President Biden", "Joe Biden"),
        ("Joe Biden", "Mr Biden"),
        ("Joe Biden", "Joseph Biden"),
        ("J. Biden", "Joe Biden"),
        ("Joe Biden", "Joseph R. Biden Jr."),
        ("Gen. Zaluzhny", "Valerii Zaluzhnyi"),
        ("Zelensky", "Zelenskyy"),
        ("Volodymyr Zelensky", "Vladimir Zelenskiy"),
        ("Alexander Lukashenko", "Alexander Lukashenka"),
        ("Владимир Путин", "Vladimir Putin"),
        ("Kremlin spokesman Dmitry Peskov", "Dmitri Peskov"),
        ("Vera Orlova, mayor of Dorn", "Mayor Orlova"),
        ("Ursula von der Leyen", "von der Leyen"),
        ("Bashar al-Assad", "Assad"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("President Xi", "Xi Jinping"),
        ("Pedro Sánchez", "Pedro Sanchez Castejon"),
    ],
)
def test_persons_that_may_be_one(one: str, other: str) -> None:
    assert only(one, other).reason
    assert only(one, other, kind=PERSON).reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Joe Biden", "Hunter Biden"),
        ("Anna Smith", "J. Smith"),
        ("Mr Smith", "Mrs Smith"),
        ("Daniel Reed", "Danielle Reed"),
        ("Maria Voss", "Marina Voss"),
        ("Joe Biden", "Jill Biden"),
        ("John Hale Jr", "John Hale Sr"),
        ("John Hale", "John Hall"),
        ("Vera Orlova", "Vera Petrova"),
    ],
)
def test_persons_that_are_never_proposed(one: str, other: str) -> None:
    assert proposed(one, other, kind=PERSON) == []


def test_a_family_name_that_fits_two_persons_is_proposed_for_both_with_less_certainty() -> None:
    found = {frozenset(p.names): p for p in proposed("Biden", "Joe Biden", "Hunter Biden", kind=PERSON)}
    assert set(found) == {frozenset({"Biden", "Joe Biden"}), frozenset({"Biden", "Hunter Biden"})}
    assert max(p.score for p in found.values()) < only("Biden", "Joe Biden", kind=PERSON).score
    assert all("others of that name" in p.reason for p in found.values())


def test_a_family_name_of_many_is_proposed_for_none_of_them() -> None:
    many = [f"{name} Smith" for name in ("Anna", "Bert", "Cora", "Dora", "Emil")]
    assert proposed("Smith", *many, kind=PERSON) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("WHO", "World Health Organization"),
        ("U.N.", "United Nations"),
        ("MoD", "MOD"),
        ("the ministry of defence", "Defence Ministry"),
        ("Defence Ministry", "Russian defense ministry"),
        ("the defence ministry of Russia", "Russian Ministry of Defense"),
        ("Belgorod governor", "Governor of Belgorod"),
        ("the Harbour Board", "Harbour Board"),
        ("Dorn Steel Inc", "Dorn Steel"),
        ("Labor Organization of Dorn", "Dorn Labour Organisation"),
        ("Kharkiv police", "Kharkov police"),
        ("World Health Organization (WHO)", "WHO"),
    ],
)
def test_bodies_that_may_be_one(one: str, other: str) -> None:
    assert only(one, other, kind=ORGANISATION).reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ukrainian defence ministry", "Russian defence ministry"),
        ("Ministry of Defence of Ukraine", "Russia's Ministry of Defence"),
        ("police", "police union"),
        ("Kyiv police", "Kharkiv police"),
        ("1st Brigade", "2nd Brigade"),
        ("Police", "the police"),
        ("National Bank of Poland", "National Bank of Ukraine"),
        ("the ministry", "Defence Ministry"),
    ],
)
def test_bodies_that_are_never_proposed(one: str, other: str) -> None:
    assert proposed(one, other, kind=ORGANISATION) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a spokesman", "A spokesman"),
        ("officials", "Officials"),
        ("Russian officials", "officials"),
        ("two sources close to the mayor", "sources close to the mayor"),
        ("the governor", "The governor"),
        ("he", "He"),
        ("local residents", "Local residents"),
        ("regional authorities", "Regional authorities"),
        ("a Kremlin spokesman", "the Kremlin spokesman"),
    ],
)
def test_unnamed_voices_are_never_proposed(one: str, other: str) -> None:
    assert proposed(one, other) == []
    assert proposed(one, other, kind=GROUP) == []


def test_what_stands_for_a_government_is_proposed_two_by_two_below_everything_surer() -> None:
    found = proposed("Moscow", "the Kremlin", "Russian authorities", "Kyiv")
    assert {frozenset(p.names) for p in found} == {
        frozenset({"Moscow", "the Kremlin"}),
        frozenset({"Moscow", "Russian authorities"}),
        frozenset({"the Kremlin", "Russian authorities"}),
    }
    assert all("government of Russia" in p.reason for p in found)
    assert max(p.score for p in found) < only("Biden", "Joe Biden").score


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the White House", "Washington"),
        ("Downing Street", "the UK government"),
        ("Brussels", "the EU"),
        ("the Pentagon", "US Defense Department"),
        ("Élysée", "Paris"),
    ],
)
def test_well_known_stand_ins(one: str, other: str) -> None:
    assert only(one, other).score < 0.6


def test_a_person_called_like_a_capital_stands_for_no_government() -> None:
    found = propose([Named("Washington", PERSON), Named("the White House", ORGANISATION)])
    assert found == []


def test_a_person_and_an_organisation_are_not_proposed() -> None:
    assert propose([Named("Pfizer", ORGANISATION), Named("Albert Pfizer", PERSON)]) == []


def test_one_name_in_many_ways_of_printing_is_one_group() -> None:
    found = propose([Named("The Kremlin", count=2), Named("the Kremlin", count=5), Named("KREMLIN")])
    assert [p.names for p in found] == [("the Kremlin", "The Kremlin", "KREMLIN")]


def test_the_whole_name_of_a_person_comes_first_and_the_commoner_name_of_a_body() -> None:
    assert propose([Named("President Biden", PERSON, 9), Named("Joe Biden", PERSON)])[0].names[0] == "Joe Biden"
    assert propose([Named("WHO", ORGANISATION, 9), Named("World Health Organization")])[0].names[0] == "WHO"


def test_a_refused_pair_is_not_proposed_in_whatever_way_it_is_printed() -> None:
    names = [Named("Moscow"), Named("The Kremlin")]
    assert propose(names, [frozenset({"Moscow", "Kremlin"})]) == []
    assert propose(names, [frozenset({"Moscow", "Kyiv"})]) != []


def test_what_is_refused_for_one_name_holds_for_the_claimant_it_was_joined_to() -> None:
    joined = Named("Joe Biden", PERSON, 3, ("Biden",))
    assert propose([joined, Named("President Biden", PERSON)], [frozenset({"Biden", "President Biden"})]) == []


def test_a_joined_claimant_is_proposed_once_and_not_against_what_one_of_its_names_rules_out() -> None:
    joined = Named("Joe Biden", PERSON, 3, ("Biden",))
    assert [p.names for p in propose([joined, Named("Mr Biden", PERSON)])] == [("Joe Biden", "Mr Biden")]
    assert propose([joined, Named("Hunter Biden", PERSON)]) == []
    russian = Named("Defence Ministry", ORGANISATION, 3, ("Russian Defence Ministry",))
    assert propose([russian, Named("Ukrainian Defence Ministry", ORGANISATION)]) == []


def test_the_order_of_the_claimants_changes_nothing() -> None:
    names = ["Joe Biden", "Mr Biden", "Moscow", "the Kremlin", "The Kremlin", "WHO", "World Health Organization"]
    claimants = [Named(name, count=at % 3) for at, name in enumerate(names)]
    expected = propose(claimants)
    for seed in range(5):
        random.Random(seed).shuffle(claimants)
        assert propose(claimants) == expected


@given(st.lists(st.text(max_size=40), max_size=6, unique=True), st.sampled_from(list(ClaimantType)))
def test_any_text_is_a_name_and_a_proposal_holds_claimants_that_exist(names: list[str], kind: ClaimantType) -> None:
    for proposal in proposed(*names, kind=kind):
        assert len(set(proposal.names)) > 1
        assert set(proposal.names) <= set(names)
        assert 0 < proposal.score <= 1
        assert "\n" not in proposal.reason


def test_twenty_thousand_names_take_seconds() -> None:
    chance = random.Random(5)
    syllables = ["ba", "der", "ka", "lo", "mi", "ne", "ro", "sa", "tu", "vo", "zin", "sky", "ov", "ton"]

    def word() -> str:
        return "".join(chance.choice(syllables) for _ in range(chance.randint(2, 4))).title()

    families, given_names = [word() for _ in range(3000)], [word() for _ in range(300)]
    people = {f"{chance.choice(given_names)} {chance.choice(families)}" for _ in range(12_000)}
    bodies = {f"{word()} {chance.choice(['police', 'Harbour Board', 'regional court'])}" for _ in range(9_000)}
    claimants = [Named(name, PERSON) for name in people] + [Named(name, ORGANISATION) for name in bodies]
    begun = time.process_time()
    propose(sorted(claimants, key=lambda claimant: claimant.name)[:20_000])
    assert time.process_time() - begun < 30
