"""Which pairs clash, which overtake each other, which agree, and how the reason is put."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from factcheck.model import ConflictKind, Modality
from factcheck.pipeline.conflicts import judge
from factcheck.pipeline.conflicts.timing import same_speaker, timing
from tests.pipeline.support import claim, judged, one

REPELLED = "Border troops repelled the raid on Orvel, killing 40 of the raiders."
FIGHTING = "The raiders are still fighting in Orvel."
SCORES = np.array([[0.9, 0.05, 0.05, 0.0]], np.float32)
PAIR = np.array([[0, 1]], np.int64)


def test_opposing_sides_contradict_each_other_also_a_day_apart() -> None:
    found = one(
        claim(1, REPELLED, "Border troops", "2031-05-01"), claim(2, FIGHTING, "Free Valley Brigade", "2031-05-02")
    )
    assert found is not None
    assert found.kind is ConflictKind.CONTRADICTION
    assert found.reason == 'different speakers, 1 day apart; "repelled" × "still fighting"'


def test_what_another_speaker_says_still_goes_on_overtakes_nothing() -> None:
    """However sure the model is that time has passed."""
    surely_later = np.array([[0.02, 0.01, 0.02, 0.95]], np.float32)
    over, later = claim(1, REPELLED, "Border troops", "2031-05-01"), "2031-05-02"
    for text, who, kind in (
        (FIGHTING, "Brigade", ConflictKind.CONTRADICTION),
        (FIGHTING, "Border troops", ConflictKind.SUPERSEDED),
        ("The raiders came back to Orvel.", "Brigade", ConflictKind.SUPERSEDED),
    ):
        found = judge([over, claim(2, text, who, later)], PAIR, np.array([0.6], np.float32), surely_later, surely_later)
        assert [c.kind for c in found] == [kind]


def test_the_clashing_words_are_marked_in_both_texts() -> None:
    found = one(claim(1, REPELLED, "Border troops"), claim(2, FIGHTING, "Free Valley Brigade"))
    assert found is not None
    assert [REPELLED[start:end] for start, end in found.clash_a] == ["repelled"]
    assert [FIGHTING[start:end] for start, end in found.clash_b] == ["still fighting"]


def test_the_earlier_claim_comes_first_whatever_the_order_of_rows() -> None:
    later = claim(1, FIGHTING, "Free Valley Brigade", "2031-05-02")
    earlier = claim(2, REPELLED, "Border troops", "2031-05-01")
    for pair in ((later, earlier), (earlier, later)):
        found = one(*pair)
        assert found is not None
        assert (found.claim_a_id, found.claim_b_id) == (2, 1)
        assert REPELLED[slice(*found.clash_a[0])] == "repelled"


def test_without_dates_the_smaller_id_comes_first_and_the_reason_says_so() -> None:
    found = one(claim(7, FIGHTING, "Free Valley Brigade"), claim(3, REPELLED, "Border troops"))
    assert found is not None
    assert (found.claim_a_id, found.claim_b_id) == (3, 7)
    assert "dates unknown, cannot order" in found.reason
    assert found.kind is ConflictKind.CONTRADICTION
    assert found.score_time == 0.5


def test_one_speakers_later_words_overtake_the_earlier_ones() -> None:
    found = one(
        claim(1, "The minister is staying in office.", "Prime minister", "2031-05-01"),
        claim(2, "The minister has resigned.", "Prime minister", "2031-05-04"),
    )
    assert found is not None
    assert found.kind is ConflictKind.SUPERSEDED
    assert found.reason.startswith("same speaker, 3 days later; ")


def test_a_denial_that_is_followed_by_an_admission_is_overtaken() -> None:
    found = one(
        claim(1, "The agency never sold the passenger data.", "Kolm transport agency", "2031-05-01"),
        claim(2, "The agency sold the passenger data twice.", "Kolm transport agency", "2031-06-01"),
    )
    assert found is not None
    assert found.kind is ConflictKind.SUPERSEDED


def test_a_death_toll_that_rose_is_overtaken_whoever_gives_it() -> None:
    found = one(
        claim(1, "Twelve people died in the Arn flood.", "Fire service", "2031-05-01"),
        claim(2, "The Arn flood killed 31 people.", "Interior ministry", "2031-05-03"),
    )
    assert found is not None
    assert found.kind is ConflictKind.SUPERSEDED


@pytest.mark.parametrize("days", [("2031-05-01", "2031-05-01"), ("2031-05-03", "2031-05-01"), ("", "2031-05-01")])
def test_a_toll_of_one_day_a_falling_toll_and_one_without_date_stay_conflicts(days: tuple[str, str]) -> None:
    found = one(
        claim(1, "Twelve people died in the Arn flood.", "Fire service", days[0]),
        claim(2, "The Arn flood killed 31 people.", "Interior ministry", days[1]),
    )
    assert found is not None
    assert found.kind is ConflictKind.NUMBER


def test_a_month_is_no_day() -> None:
    found = one(
        claim(1, "Twelve people died in the Arn flood.", "Fire service", "2031-04"),
        claim(2, "The Arn flood killed 31 people.", "Interior ministry", "2031-05-03"),
    )
    assert found is not None
    assert found.kind is ConflictKind.NUMBER
    assert found.claim_a_id == 1


def test_the_hour_of_a_date_does_not_make_another_day() -> None:
    found = one(
        claim(1, "The sluice gate is open.", "Warden", "2031-05-01T23:50:00+03:00"),
        claim(2, "The sluice gate is shut.", "Mayor", "2031-05-01"),
    )
    assert found is not None
    assert "same day" in found.reason
    assert found.score_time == 1


def test_a_state_that_passes_is_overtaken_some_days_later() -> None:
    found = one(
        claim(1, "The fire on Mount Arn is out of control.", "Fire service", "2031-05-01"),
        claim(2, "The fire on Mount Arn has been put out.", "Regional governor", "2031-05-06"),
    )
    assert found is not None
    assert found.kind is ConflictKind.SUPERSEDED


def test_rival_accounts_of_one_harm_are_a_conflict_of_responsibility() -> None:
    a, b = "Two villagers were killed by Norlish shelling.", "The two villagers were shot by Sudran soldiers in error."
    found = one(claim(1, a, "Governor", "2031-05-01"), claim(2, b, "Brigade", "2031-05-01"), similarity=0.3)
    assert found is not None
    assert found.kind is ConflictKind.RESPONSIBILITY
    assert a[slice(*found.clash_a[0])] == "Norlish shelling"
    assert b[slice(*found.clash_b[0])] == "Sudran soldiers"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Fifty raiders were killed in Orvel.", "Two civilians were killed in Orvel."),
        ("Fighting went on near the village of Lesk.", "The fighting near the village of Lesk was a diversion."),
        ("More than 250 people were arrested in Kolm.", "About 4,000 people marched in Kolm."),
    ],
)
def test_claims_that_can_both_be_true_are_no_conflict(a: str, b: str) -> None:
    found = one(claim(1, a, "A", "2031-05-01"), claim(2, b, "B", "2031-05-01"), similarity=0.7)
    assert found is None or not found.kind.is_conflict


def test_many_arrests_and_none_are_a_conflict_of_numbers() -> None:
    found = one(
        claim(1, "More than 250 people were arrested at the Kolm rally.", "Police union", "2031-05-01"),
        claim(2, "None of the people at the Kolm rally was arrested.", "Mayor", "2031-05-01"),
    )
    assert found is not None
    assert found.kind is ConflictKind.NUMBER
    assert found.score_number > 0.5


def test_at_least_two_and_two_agree() -> None:
    found = one(
        claim(1, "At least two civilians were killed.", "Brigade", "2031-05-01"),
        claim(2, "Two people were killed.", "Governor", "2031-05-01"),
    )
    assert found is not None
    assert found.kind is ConflictKind.AGREEMENT
    assert found.reason == 'different speakers, same day; "At least two" and "Two"'


def test_nearly_the_same_words_agree() -> None:
    text = "The ferry carried four lorries too many when it left Arn."
    found = one(
        claim(1, text, "Police"), claim(2, text.replace("when it left", "on leaving"), "Owner"), similarity=0.95
    )
    assert found is not None
    assert found.kind is ConflictKind.AGREEMENT


def test_a_claim_that_its_speaker_denies_clashes_with_the_same_claim_stated() -> None:
    text = "The factory let solvent run into the river."
    found = one(
        claim(1, text, "Anglers", "2031-05-01"), claim(2, text, "Factory", "2031-05-01", Modality.DENIED), similarity=1
    )
    assert found is not None
    assert found.kind is ConflictKind.CONTRADICTION
    assert "denies" in found.reason


def test_two_denials_of_one_claim_agree() -> None:
    text = "The factory let solvent run into the river."
    found = one(
        claim(1, text, "Owner", "", Modality.DENIED), claim(2, text, "Factory", "", Modality.DENIED), similarity=1
    )
    assert found is not None
    assert found.kind is ConflictKind.AGREEMENT


def test_a_speaker_rarely_contradicts_himself_on_one_day() -> None:
    gates = "The sluice gate is open.", "The sluice gate is shut."
    by_two = one(claim(1, gates[0], "Mayor", "2031-05-01"), claim(2, gates[1], "Warden", "2031-05-01"))
    by_one = one(claim(1, gates[0], "Mayor", "2031-05-01"), claim(2, gates[1], "Mayor", "2031-05-01"))
    assert by_two is not None
    assert by_one is None or by_one.score < by_two.score


def test_claims_years_apart_hardly_clash() -> None:
    near = one(claim(1, REPELLED, "Troops", "2031-05-01"), claim(2, FIGHTING, "Brigade", "2031-05-02"))
    far = one(claim(1, REPELLED, "Troops", "2027-05-01"), claim(2, FIGHTING, "Brigade", "2031-05-02"))
    assert near is not None
    assert far is None or far.score < near.score


def test_a_missing_speaker_is_said_to_be_missing() -> None:
    found = one(claim(1, REPELLED, "", "2031-05-01"), claim(2, FIGHTING, "Brigade", "2031-05-01"))
    assert found is not None
    assert found.reason.startswith("speaker not named, same day")


def test_a_clash_without_any_known_cue_still_marks_words() -> None:
    a, b = "The painting hung in the north hall.", "The painting lay in a crate at the docks."
    found = judge([claim(1, a, "A"), claim(2, b, "B")], PAIR, np.array([0.7], np.float32), SCORES, SCORES)
    assert [c.kind for c in found] == [ConflictKind.CONTRADICTION]
    assert a[slice(*found[0].clash_a[0])] == "hung in the north hall"
    assert b[slice(*found[0].clash_b[0])] == "lay in a crate at the docks"


def test_scores_of_both_directions_follow_the_claims() -> None:
    ab, ba = np.array([[0.9, 0, 0.1, 0]], np.float32), np.array([[0.7, 0, 0.3, 0]], np.float32)
    claims = [claim(5, FIGHTING, "Brigade"), claim(2, REPELLED, "Troops")]
    found = judge(claims, PAIR, np.array([0.7], np.float32), ab, ba)[0]
    assert (found.claim_a_id, found.score_contradiction_ab, found.score_contradiction_ba) == (2, 0.7, 0.9)


def test_pairs_that_neither_clash_nor_agree_are_left_out() -> None:
    assert judged(claim(1, "The ferry sank off Arn."), claim(2, "Bread prices rose in May.")) == []


def test_no_pairs_give_no_conflicts() -> None:
    empty = np.zeros((0, 4), np.float32)
    assert judge([], np.zeros((0, 2), np.int64), np.zeros(0, np.float32), empty, empty) == []


def test_results_are_sorted_by_score_and_the_same_every_time() -> None:
    claims = [
        claim(1, REPELLED, "Troops"),
        claim(2, FIGHTING, "Brigade"),
        claim(3, "The raid on Orvel was crushed.", "Radio"),
        claim(4, "The battle continues in Orvel.", "Witness"),
    ]
    found = judged(*claims)
    assert found == judged(*claims)
    assert [c.score for c in found] == sorted((c.score for c in found), reverse=True)


@pytest.mark.parametrize(
    ("one_name", "other", "same"),
    [
        ("Vera Orlova", "vera orlova", True),
        ("Orlova", "Vera Orlova", True),
        ("Governor Orlova", "Orlova", True),
        ("Vera Orlova", "Nina Orlova", False),
        ("Police", "Kolm police", False),
        ("Ministry", "Interior ministry", False),
        ("Police", "Police union", False),
    ],
)
def test_a_shorter_form_of_a_name_is_the_same_speaker(one_name: str, other: str, same: bool) -> None:
    assert same_speaker(one_name, other) is same
    assert same_speaker(other, one_name) is same


def test_two_printed_names_are_one_speaker_when_a_person_joined_them_and_two_when_not() -> None:
    one, other = claim(1, "It rained.", "the Kremlin"), claim(2, "It did not rain.", "Moscow")
    assert not timing(one, other).same_speaker
    assert timing(replace(one, joined="Russia"), replace(other, joined="Russia")).same_speaker
    mother, daughter = claim(1, "It rained.", "Vera Orlova"), claim(2, "It did not rain.", "Orlova")
    assert timing(mother, daughter).same_speaker
    assert not timing(replace(mother, joined="Vera Orlova"), replace(daughter, joined="Dasha Orlova")).same_speaker
