"""Every version of every reviewer's verdict on one claim → where the claim stands."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from factcheck.model import ReviewStatus, Verdict


def current_verdict(verdicts: Sequence[Verdict]) -> Verdict | None:
    """The newest version of whoever judged the claim first; None when nobody has."""
    return versions_of(verdicts, verdicts[0].reviewer)[-1] if verdicts else None


def second_verdict(verdicts: Sequence[Verdict]) -> Verdict | None:
    """The newest version of whoever judged the claim next; None when one reviewer is alone."""
    newest = list(newest_by_reviewer(verdicts).values())
    return newest[1] if len(newest) > 1 else None


def review_status(verdicts: Sequence[Verdict]) -> ReviewStatus:
    """Open without a verdict, disputed while newest ratings differ, corrected after a correction, else final."""
    if not verdicts:
        return ReviewStatus.OPEN
    if _disagree(verdicts):
        return ReviewStatus.DISPUTED
    by_reviewer = (versions_of(verdicts, reviewer) for reviewer in newest_by_reviewer(verdicts))
    corrected = any(_is_correction(*pair) for versions in by_reviewer for pair in pairwise(versions))
    return ReviewStatus.CORRECTED if corrected else ReviewStatus.FINAL


def agreement(verdicts: Sequence[Verdict]) -> str:
    """ "" without a verdict, "single" with one reviewer, else "agree" or "disagree"."""
    if not verdicts:
        return ""
    if len(newest_by_reviewer(verdicts)) == 1:
        return "single"
    return "disagree" if _disagree(verdicts) else "agree"


def settling_verdict(verdicts: Sequence[Verdict]) -> Verdict | None:
    """The verdict that ended the last disagreement; None without one, or while it lasts."""
    if _disagree(verdicts):
        return None
    ends = range(len(verdicts), 1, -1)
    return next((verdicts[end - 1] for end in ends if _disagree(verdicts[: end - 1])), None)


def versions_of(verdicts: Sequence[Verdict], reviewer: str) -> list[Verdict]:
    """The versions of one reviewer, oldest first."""
    return [verdict for verdict in verdicts if verdict.reviewer == reviewer]


def newest_by_reviewer(verdicts: Sequence[Verdict]) -> dict[str, Verdict]:
    """Each reviewer's newest version, in the order in which the reviewers first judged."""
    return {verdict.reviewer: verdict for verdict in verdicts}


def _disagree(verdicts: Sequence[Verdict]) -> bool:
    return len({verdict.rating.casefold() for verdict in newest_by_reviewer(verdicts).values()}) > 1


def _is_correction(before: Verdict, after: Verdict) -> bool:
    changed = (before.rating, before.explanation) != (after.rating, after.explanation)
    return changed and bool(after.correction_note.strip())
