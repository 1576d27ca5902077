"""Where a claim stands follows from every version of every reviewer."""

from __future__ import annotations

from factcheck.model import ReviewStatus
from factcheck.pipeline.export import current_verdict, review_status
from factcheck.pipeline.export.standing import agreement, second_verdict, settling_verdict
from tests.pipeline.export.rows import verdict


def test_without_a_verdict_a_claim_is_open() -> None:
    assert review_status(()) is ReviewStatus.OPEN
    assert current_verdict(()) is None
    assert agreement(()) == ""


def test_one_reviewer_makes_it_final_and_the_newest_version_stands() -> None:
    versions = (verdict(), verdict(rating="Mixed", version=2, hours=1))
    assert review_status(versions) is ReviewStatus.FINAL
    assert current_verdict(versions) == versions[1]
    assert agreement(versions) == "single"


def test_two_reviewers_who_differ_make_it_disputed() -> None:
    versions = (verdict("Ada", "False"), verdict("Ben", "True"), verdict("Ada", "Mixed", version=2))
    assert review_status(versions) is ReviewStatus.DISPUTED
    assert agreement(versions) == "disagree"
    assert current_verdict(versions) == versions[2]
    assert second_verdict(versions) == versions[1]


def test_the_first_reviewer_stays_first_when_the_second_revises() -> None:
    versions = (verdict("Ada"), verdict("Ben"), verdict("Ben", version=2, explanation="Better said than before."))
    assert current_verdict(versions) == versions[0]
    assert second_verdict(versions) == versions[2]


def test_the_case_of_a_label_is_no_disagreement() -> None:
    assert agreement((verdict("Ada", "False"), verdict("Ben", "false"))) == "agree"


def test_whoever_ends_a_disagreement_settled_it() -> None:
    versions = (verdict("Ada", "False"), verdict("Ben", "True"), verdict("Cy", "False"))
    assert settling_verdict(versions) is None
    settled = (*versions, verdict("Ben", "False", version=2), verdict("Ada", "False", version=2))
    assert review_status(settled) is ReviewStatus.FINAL
    assert settling_verdict(settled) == settled[3]


def test_reviewers_who_always_agreed_needed_no_settling() -> None:
    assert settling_verdict((verdict("Ada"), verdict("Ben"))) is None


def test_a_changed_rating_with_a_note_is_a_correction() -> None:
    versions = (verdict(), verdict(rating="Mixed", version=2, correction_note="We misread the notice."))
    assert review_status(versions) is ReviewStatus.CORRECTED


def test_a_correction_stays_one_when_a_later_version_only_adds_evidence() -> None:
    corrected = verdict(explanation="The notice named two days.", version=2, correction_note="Two, not one.")
    later = verdict(explanation="The notice named two days.", version=3, evidence=())
    assert review_status((verdict(), corrected, later)) is ReviewStatus.CORRECTED


def test_a_note_without_a_change_is_no_correction() -> None:
    assert review_status((verdict(), verdict(version=2, correction_note="Only a comma."))) is ReviewStatus.FINAL


def test_disputed_comes_before_corrected() -> None:
    versions = (verdict(), verdict(rating="Mixed", version=2, correction_note="x"), verdict("Ben", "True"))
    assert review_status(versions) is ReviewStatus.DISPUTED
