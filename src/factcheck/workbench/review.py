"""The person's part: verdicts on claims, decisions on pairs, protected names. Only ever added to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factcheck.errors import InvalidValue, NotFound, StaleView
from factcheck.model import SCALE, Act, ActFilter, Claim, PairChoice, PairDecision, Verdict, conflict_id
from factcheck.store import claims, history, reviews
from factcheck.store.engine import Connection
from factcheck.text.normalise import shorten
from factcheck.workbench.desk import Desk, signed


class Review:
    """Every save says what the reviewer had seen, so that of two at once none is lost."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def save_verdict(self, verdict: Verdict, seen: int) -> int:
        """Append a verdict; `seen` is the id of the claim's newest verdict on screen (0: none).

        Raises InvalidValue for a rating off the scale or a bad date or address, NotFound for an
        unknown claim, and StaleView, naming what came in between, when somebody else saved first.
        """
        desk = self._desk
        checked = _checked(verdict)
        with desk.writing() as connection:
            return add_checked(desk, connection, checked, seen)

    def decide(self, first: int, second: int, choice: PairChoice, reason: str, who: str, seen: int) -> None:
        """Say what a lined-up pair is; `seen` is the id of its newest decision on screen (0: none).

        Raises InvalidValue without a reason, and StaleView when somebody else decided first.
        """
        if not reason.strip():
            raise InvalidValue("A decision needs a reason.", "Say in a few words why.")
        desk, name = self._desk, signed(who)
        with desk.writing() as connection:
            self._refuse_stale_pair(connection, first, second, seen)
            before = reviews.standing_decisions(connection, desk.project, (first, second)).get(_ordered(first, second))
            decision = PairDecision(first, second, choice, reason.strip(), name)
            reviews.add_decision(connection, desk.project, decision, seen)
            desk.record(
                connection,
                name,
                "pair decided",
                conflict_id(first, second),
                before=before.choice if before else "suggested",
                after=choice,
                why=reason.strip(),
            )

    def seen_decision(self, first: int, second: int) -> int:
        """The id of a pair's newest decision, to hand back to `decide`."""
        with self._desk.reading() as connection:
            return reviews.newest_decision_id(connection, self._desk.project, first, second)

    def protect(self, name: str, protected: bool, why: str, who: str) -> None:
        """Mask a claimant's or source's name outside the database, or stop masking it."""
        clean = name.strip()
        if not clean:
            raise InvalidValue("No name was given.", "Name the claimant or source to protect.")
        desk = self._desk
        with desk.writing() as connection:
            reviews.protect(connection, desk.project, clean, protected, why, signed(who))
            after = "protected" if protected else "not protected"
            # The history is exported, so it does not repeat the name.
            desk.record(connection, who, "protection", "a claimant or source", after=after, why=why)

    def protected(self) -> frozenset[str]:
        with self._desk.reading() as connection:
            return reviews.protected_names(connection, self._desk.project)

    def history(self, limit: int | None = None) -> list[Act]:
        """Every human act, newest first."""
        with self._desk.reading() as connection:
            return history.listed(connection, self._desk.project, limit)

    def history_page(self, where: ActFilter, limit: int, offset: int = 0) -> list[Act]:
        """A page of the acts that fit, newest first."""
        with self._desk.reading() as connection:
            return history.page(connection, self._desk.project, where, limit, offset)

    def history_count(self, where: ActFilter | None = None) -> int:
        """How many acts fit; all without a filter."""
        with self._desk.reading() as connection:
            return history.count(connection, self._desk.project, where)

    def history_names(self) -> tuple[list[str], list[str]]:
        """(everybody who acted, every kind of act)."""
        with self._desk.reading() as connection:
            who, what = (history.different(connection, self._desk.project, column) for column in ("who", "what"))
        return who, what

    def _refuse_stale_pair(self, connection: Connection, first: int, second: int, seen: int) -> None:
        newest = reviews.newest_decision_id(connection, self._desk.project, first, second)
        if newest == seen:
            return
        now = reviews.standing_decisions(connection, self._desk.project, (first, second)).get(_ordered(first, second))
        told = f": “{now.choice}”, {now.reason}" if now else ""
        raise StaleView(
            f"{now.reviewer if now else 'Somebody else'} decided this pair while you were looking{told}.",
            "Look at that decision; if you differ, decide again.",
        )


def add_checked(desk: Desk, connection: Connection, checked: Verdict, seen: int) -> int:
    """Append a verdict and its line of the history; see `Review.save_verdict`."""
    claim = claims.get(connection, desk.project, checked.claim_id)
    if claim is None:
        raise NotFound(f"There is no claim {checked.claim_id} in this project.", "See the list of claims.")
    earlier = reviews.list_verdicts(connection, desk.project, claim.id)
    if earlier and earlier[-1].id != seen:
        raise _told(earlier[-1])
    new = reviews.add_verdict(connection, desk.project, checked, claim.claim_text, seen)
    mine = [v for v in earlier if v.reviewer == checked.reviewer]
    desk.record(
        connection,
        checked.reviewer,
        "verdict taken over" if checked.taken_from else "verdict corrected" if mine else "verdict",
        subject(claim),
        before=mine[-1].rating if mine else "",
        after=checked.rating,
        why=checked.correction_note or checked.explanation,
    )
    return new


def subject(claim: Claim) -> str:
    """A claim in a line of the history."""
    return f"claim {claim.id}: {shorten(claim.claim_text, 200)}"


def _checked(verdict: Verdict) -> Verdict:
    labels = [rating.label for rating in SCALE]
    if verdict.rating not in labels:
        raise InvalidValue(f"{verdict.rating!r} is not on the rating scale.", f"Choose one of: {', '.join(labels)}.")
    if verdict.as_of:
        _check_date(verdict.as_of)
    for item in verdict.evidence:
        for url in filter(None, (item.url, item.archive_url)):
            if not url.startswith(("http://", "https://")):
                raise InvalidValue(f"The evidence link {url!r} is no address.", "Start it with https:// or http://.")
    return replace(verdict, reviewer=signed(verdict.reviewer), explanation=verdict.explanation.strip())


def _check_date(value: str) -> None:
    try:
        date.fromisoformat(value)
    except ValueError as error:
        raise InvalidValue(f"The as-of date {value!r} is no date.", "Write it as 2023-06-02.") from error


def _told(newest: Verdict) -> StaleView:
    words = f": {shorten(newest.explanation, 120)}" if newest.explanation else ""
    return StaleView(
        f"{newest.reviewer} saved the verdict “{newest.rating}” while you were writing{words}",
        "Nothing was lost: your text is still in the form. Look at theirs, then save again.",
    )


def _ordered(first: int, second: int) -> tuple[int, int]:
    return min(first, second), max(first, second)
