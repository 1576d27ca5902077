"""What was ruled before on claims that say the same: the nearest judged claims of any claim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from factcheck.errors import ModelUnavailable, NotFound
from factcheck.model import SCALE, Claim, Progress, Verdict, silent
from factcheck.pipeline.embedding import Embedder, load_embedder
from factcheck.pipeline.export import normalized_rating
from factcheck.store import claims, derived, reviews
from factcheck.store.engine import Connection
from factcheck.workbench.desk import Desk
from factcheck.workbench.kept_index import AT_ONCE, KeptIndexes

SHOWN = 5
FLOOR, NEARLY = 0.4, 0.8
"""Chances that a judged claim says the same; docs/matching.md says how often that is right."""
APART = 2
"""Steps of the rating scale from which two ratings differ."""
_STEP = {"true": 5, "mostly_true": 4, "mixed": 3, "mostly_false": 2, "false": 1}


class Likeness(StrEnum):
    NEARLY_THE_SAME = "nearly the same"
    SAME_MATTER = "about the same matter"
    STANDS_AGAINST = "stands against it"


@dataclass(frozen=True)
class Ruling:
    """One judgement; `elsewhere` when it was imported with the claim, and `day` is "" when unknown."""

    rating: str
    reviewer: str
    day: str
    explanation: str
    elsewhere: bool


@dataclass(frozen=True)
class NearRuling:
    """A judged claim near another, and each reviewer's newest ruling on it, the newest first."""

    claim: Claim
    likeness: Likeness
    rulings: tuple[Ruling, ...]

    def departs(self, rating: str) -> bool:
        """Whether `rating` is at odds with what was ruled on nearly the same claim."""
        same = self.likeness is Likeness.NEARLY_THE_SAME
        return same and bool(rating) and any(apart(rating, ruling.rating) for ruling in self.rulings[:1])


class PastRulings:
    """Answers before the models are loaded, then by words and by the vectors of the last analysis."""

    def __init__(self, desk: Desk, kept: KeptIndexes) -> None:
        self._desk, self._kept = desk, kept

    def near(self, claim_id: int) -> list[NearRuling] | None:
        """At most five judged claims near this one, best first, never itself; none below the floor.

        None while thousands of judged claims are still being read in: ask again. Raises NotFound.
        """
        with self._desk.reading() as connection:
            claim = claims.get(connection, self._desk.project, claim_id)
            if claim is None:
                raise NotFound(f"There is no claim {claim_id} in this project.", "See the list of claims.")
            index = self._kept.of(self._desk.project)
            if not index.is_ready(connection):
                index.prepare(self._desk.reading)
                return None
            embedder = _loaded(self._desk.settings.embedding_model)
            found = self._nearest(connection, claim.claim_text, SHOWN + 1, embedder)
            return self._views(connection, [(i, chance) for i, chance in found if i != claim_id][:SHOWN], claim_id)

    def near_text(self, text: str, progress: Progress = silent) -> list[NearRuling]:
        """The same for any text, with every judged claim embedded first. Raises ModelUnavailable."""
        embedder = load_embedder(self._desk.settings.embedding_model)
        with self._desk.reading() as connection:
            return self._views(connection, self._nearest(connection, text, SHOWN, embedder, None, progress))

    def _nearest(
        self,
        connection: Connection,
        text: str,
        most: int,
        embedder: Embedder | None,
        at_once: int | None = AT_ONCE,
        progress: Progress = silent,
    ) -> list[tuple[int, float]]:
        index = self._kept.of(self._desk.project)
        found = index.nearest(connection, text, most, embedder, at_once, progress)
        return [(claim_id, chance) for claim_id, chance in found if chance >= FLOOR]

    def _views(
        self, connection: Connection, found: Sequence[tuple[int, float]], asked: int | None = None
    ) -> list[NearRuling]:
        project, ids = self._desk.project, [claim_id for claim_id, _ in found]
        known = claims.by_ids(connection, project, ids)
        verdicts = reviews.verdicts_of(connection, project, ids)
        against = _against(connection, project, asked) if asked and ids else frozenset()
        return [
            NearRuling(known[i], _likeness(chance, i in against), _rulings(known[i], verdicts.get(i, ())))
            for i, chance in found
        ]


def apart(one: str, other: str) -> bool:
    """Whether two ratings contradict each other; ratings in words of no known scale never do."""
    a, b = normalized_rating(one, SCALE), normalized_rating(other, SCALE)
    if "other" in (a, b):
        return False
    if a in _STEP and b in _STEP:
        return abs(_STEP[a] - _STEP[b]) >= APART
    return a != b


def _likeness(chance: float, against: bool) -> Likeness:
    if against:
        return Likeness.STANDS_AGAINST
    return Likeness.NEARLY_THE_SAME if chance >= NEARLY else Likeness.SAME_MATTER


def _against(connection: Connection, project: int, claim_id: int) -> frozenset[int]:
    """The claims that stand in a conflict with this one, which near wording does not tell."""
    pairs = derived.list_conflicts(connection, project, claim_ids=[claim_id])
    return frozenset(i for pair in pairs if pair.kind.is_conflict for i in (pair.claim_a_id, pair.claim_b_id))


def _rulings(claim: Claim, verdicts: Iterable[Verdict]) -> tuple[Ruling, ...]:
    newest = {verdict.reviewer: verdict for verdict in verdicts}
    given = [
        Ruling(v.rating, v.reviewer, f"{v.created_at:%Y-%m-%d}", v.explanation, False)
        for v in sorted(newest.values(), key=lambda verdict: -verdict.id)
    ]
    past = claim.past_ruling
    if past:
        given.append(Ruling(past.textual_rating, past.reviewer, "", past.rating_explanation, True))
    return tuple(given)


def _loaded(name: str) -> Embedder | None:
    """The embedder, if something has loaded it already: a page does not wait for it."""
    if not load_embedder.cache_info().currsize:
        return None
    try:
        return load_embedder(name)
    except ModelUnavailable:
        return None
