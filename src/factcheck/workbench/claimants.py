"""Who is who across articles: the machine proposes which names are one claimant, a person decides, and can undo it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.errors import InvalidValue, NotFound, StaleView
from factcheck.model import ClaimantAct, ClaimantStep, ClaimantType
from factcheck.pipeline.claimants import Named, Proposal, propose
from factcheck.pipeline.export import protected_with_aliases
from factcheck.store import claimants, claims, projects, reviews
from factcheck.store.engine import Connection
from factcheck.store.joins import Joins
from factcheck.text.normalise import shorten
from factcheck.workbench.desk import Desk, signed

LONGEST_NAME = 500
_TOLD = {
    ClaimantStep.JOIN: "claimants joined",
    ClaimantStep.REFUSE: "claimants kept apart",
    ClaimantStep.SHOW: "claimant renamed",
    ClaimantStep.TYPE: "claimant's type set",
    ClaimantStep.UNDO: "taken back",
}
_UNITING = (ClaimantStep.JOIN, ClaimantStep.SHOW)


@dataclass(frozen=True)
class ClaimantView:
    """One claimant: the name it is shown by, its claims, and each printed name with the claims that print it."""

    name: str
    type: ClaimantType
    claims: int
    aliases: tuple[tuple[str, int], ...]
    protected: bool

    @property
    def is_joined(self) -> bool:
        return len(self.aliases) > 1


@dataclass(frozen=True)
class Board:
    """All claimants, those of most claims first, and what is proposed; `seen` is what the reader then knows."""

    claimants: tuple[ClaimantView, ...]
    proposals: tuple[Proposal, ...]
    seen: int


class Claimants:
    """Every act says what the person had seen: of two people at once the second is told, and nothing is lost."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def board(self) -> Board:
        """The claimants and the proposals, in one look."""
        with self._desk.reading() as connection:
            joins = claimants.standing(connection, self._desk.project)
            views = self._views(connection, joins)
        named = [Named(view.name, view.type, view.claims, tuple(name for name, _ in view.aliases)) for view in views]
        return Board(tuple(views), tuple(propose(named, joins.refused)), joins.newest)

    def stamp(self) -> tuple[int, int, int]:
        """(revision of the claims, newest act on claimants, newest protection): what the board depends on."""
        project = self._desk.project
        with self._desk.reading() as connection:
            return (
                projects.revision(connection, project),
                claimants.newest(connection, project),
                reviews.newest_protection(connection, project),
            )

    def list(self) -> Sequence[ClaimantView]:
        """Claimants, those of most claims first."""
        with self._desk.reading() as connection:
            return self._views(connection, claimants.standing(connection, self._desk.project))

    def proposals(self) -> Sequence[Proposal]:
        """Claimants that may be one, the surest first."""
        return self.board().proposals

    def acts(self) -> Sequence[ClaimantAct]:
        """What people said and nobody took back, newest first."""
        with self._desk.reading() as connection:
            return claimants.standing(connection, self._desk.project).standing_acts[::-1]

    def seen(self) -> int:
        """The id of the newest act, to hand back with the next one."""
        with self._desk.reading() as connection:
            return claimants.standing(connection, self._desk.project).newest

    def join(self, names: Sequence[str], who: str, seen: int, shown: str = "", why: str = "") -> int:
        """Say that names are one claimant, shown as `shown` or as the first; gives the act's id, for `undo`.

        Raises NotFound for a name that the project does not hold, InvalidValue for names that are one already or
        that somebody said are not one, and StaleView when somebody spoke of one of them since `seen`.
        """
        if len(set(names)) < 2:
            raise InvalidValue("A join needs two names or more.", "Choose another claimant to join.")
        shown = _clean(shown) or names[0]
        with self._desk.writing() as connection:
            whole = tuple(dict.fromkeys((*names, shown)))
            again = self._again(connection, ClaimantAct(ClaimantStep.JOIN, whole, shown, signed(who)), seen)
            if again:
                return again
            joins = self._checked(connection, names, seen)
            if len({joins.shown(name) for name in names}) < 2:
                raise InvalidValue(f"{_quoted(names)} are one claimant already.", "Choose another claimant to join.")
            self._refuse_foreign(connection, joins, names, shown)
            _refuse_refused(joins, whole)
            return self._add(connection, ClaimantStep.JOIN, whole, shown, who, why, subject=_quoted(names))

    def refuse(self, names: Sequence[str], who: str, seen: int, why: str = "") -> int:
        """Say that names are not one claimant: none of their pairs is proposed again. Raises as `join` does."""
        with self._desk.writing() as connection:
            again = self._again(connection, ClaimantAct(ClaimantStep.REFUSE, tuple(names), "", signed(who)), seen)
            if again:
                return again
            joins = self._checked(connection, names, seen)
            if len({joins.shown(name) for name in names}) < len(set(names)) or len(set(names)) < 2:
                raise InvalidValue(f"{_quoted(names)} are one claimant now.", "Take back the join first.")
            return self._add(connection, ClaimantStep.REFUSE, tuple(names), "", who, why, subject=_quoted(names))

    def rename(self, name: str, shown: str, who: str, seen: int, why: str = "") -> int:
        """Show a claimant under another name. Raises InvalidValue for a blank one or another claimant's."""
        shown = _clean(shown)
        if not shown or len(shown) > LONGEST_NAME:
            raise InvalidValue("A claimant needs a name.", f"Give 1 to {LONGEST_NAME} characters.")
        whole = tuple(dict.fromkeys((name, shown)))
        with self._desk.writing() as connection:
            again = self._again(connection, ClaimantAct(ClaimantStep.SHOW, whole, shown, signed(who)), seen)
            if again:
                return again
            joins = self._checked(connection, [name], seen)
            if joins.shown(name) == shown:
                raise InvalidValue(f"The claimant is shown as “{shown}” already.", "Type another name.")
            self._refuse_foreign(connection, joins, [name], shown)
            return self._add(connection, ClaimantStep.SHOW, whole, shown, who, why, before=joins.shown(name))

    def set_type(self, name: str, kind: ClaimantType, who: str, seen: int, why: str = "") -> int:
        """Say whether a claimant is a person, an organisation or an unnamed group."""
        with self._desk.writing() as connection:
            again = self._again(connection, ClaimantAct(ClaimantStep.TYPE, (name,), kind, signed(who)), seen)
            if again:
                return again
            joins = self._checked(connection, [name], seen)
            before = next((view.type for view in self._views(connection, joins) if view.name == joins.shown(name)), "")
            return self._add(connection, ClaimantStep.TYPE, (name,), kind, who, why, before=before or "not known")

    def undo(self, act_id: int, who: str, why: str = "") -> int:
        """Take an act back; what it said no longer counts, and both stay in the history.

        Raises NotFound for an unknown act, and StaleView when somebody took it back before.
        """
        with self._desk.writing() as connection:
            acts = claimants.listed(connection, self._desk.project)
            act = next((act for act in acts if act.id == act_id and act.step is not ClaimantStep.UNDO), None)
            if act is None:
                raise NotFound(f"There is no act {act_id} on claimants.", "See the list on the page Claimants.")
            before = next((other for other in acts if other.undoes == act_id), None)
            if before and before.reviewer == signed(who):
                return before.id
            if before:
                raise StaleView(f"{before.reviewer} has taken this back already.", "Nothing was changed.")
            return self._undo(connection, act, who, why)

    def _undo(self, connection: Connection, act: ClaimantAct, who: str, why: str) -> int:
        undoing = ClaimantAct(ClaimantStep.UNDO, act.names, "", signed(who), why.strip(), act.id)
        new = claimants.add(connection, self._desk.project, undoing)
        what = f"{_TOLD[act.step]}: {_TOLD[ClaimantStep.UNDO]}"
        before = act.value if act.step is not ClaimantStep.REFUSE else "not one claimant"
        self._desk.record(connection, who, what, _subject(act.names), before=before, why=why.strip())
        if act.step in _UNITING:
            projects.claims_changed(connection, self._desk.project)
        return new

    def _add(
        self,
        connection: Connection,
        step: ClaimantStep,
        names: tuple[str, ...],
        value: str,
        who: str,
        why: str,
        *,
        subject: str = "",
        before: str = "",
    ) -> int:
        act = ClaimantAct(step, names, value, signed(who), why.strip())
        new = claimants.add(connection, self._desk.project, act)
        told = subject or _quoted(names[:1])
        after = {ClaimantStep.REFUSE: "not one claimant"}.get(step, value or "not known")
        self._desk.record(connection, who, _TOLD[step], shorten(told, 500), before=before, after=after, why=why.strip())
        if step in _UNITING:
            # Who speaks weighs in every pair's score.
            projects.claims_changed(connection, self._desk.project)
        return new

    def _again(self, connection: Connection, act: ClaimantAct, seen: int) -> int:
        """The id of the same act by the same person since `seen`, 0 when there is none.

        A page that redraws itself may send one press of a button twice; that is no second person.
        """
        said = (act.step, act.names, act.value, act.reviewer)
        standing = claimants.standing(connection, self._desk.project).standing_acts
        same = (old.id for old in standing if old.id > seen and (old.step, old.names, old.value, old.reviewer) == said)
        return next(same, 0)

    def _checked(self, connection: Connection, names: Sequence[str], seen: int) -> Joins:
        """Today's joins, when the project holds all names and nobody spoke of them since `seen`."""
        joins = claimants.standing(connection, self._desk.project)
        printed = {name for name, _, _ in claims.claimant_counts(connection, self._desk.project)}
        for name in names:
            if not printed.intersection(joins.names(name)):
                raise NotFound(f"No claim of this project is by “{name}”.", "See the list on the page Claimants.")
        whole = tuple(other for name in names for other in joins.names(name))
        newer = max(claimants.newest_on(connection, self._desk.project, whole).values(), default=0)
        if newer > seen:
            raise _told(next(act for act in claimants.listed(connection, self._desk.project) if act.id == newer))
        return joins

    def _refuse_foreign(self, connection: Connection, joins: Joins, names: Sequence[str], shown: str) -> None:
        """A name to show must not be another claimant's: that would join the two without saying so."""
        mine = {other for name in names for other in joins.names(name)}
        printed = {name for name, _, _ in claims.claimant_counts(connection, self._desk.project)}
        if shown not in mine and (shown in printed or joins.names(shown) != (shown,)):
            raise InvalidValue(f"“{shown}” is another claimant.", "Join the two, or choose another name.")

    def _views(self, connection: Connection, joins: Joins) -> Sequence[ClaimantView]:
        counts: dict[str, Counter[str]] = {}
        kinds: dict[str, Counter[ClaimantType]] = {}
        for printed, kind, number in claims.claimant_counts(connection, self._desk.project):
            shown = joins.shown(printed)
            counts.setdefault(shown, Counter())[printed] += number
            kinds.setdefault(shown, Counter())[kind] += number
        protected = reviews.protected_names(connection, self._desk.project)
        masked = protected_with_aliases(protected, joins.groups)
        views = [
            ClaimantView(
                shown,
                joins.type_of(next(iter(names))) or _commonest(kinds[shown]),
                names.total(),
                tuple(sorted(names.items(), key=lambda item: (-item[1], item[0]))),
                not masked.isdisjoint((shown, *names)),
            )
            for shown, names in counts.items()
        ]
        return sorted(views, key=lambda view: (-view.claims, view.name.casefold(), view.name))


def _commonest(kinds: Counter[ClaimantType]) -> ClaimantType:
    """The type of most claims among those that have one."""
    known = [(kind, number) for kind, number in kinds.items() if kind]
    return min(known, key=lambda item: (-item[1], item[0]))[0] if known else ClaimantType.UNKNOWN


def _refuse_refused(joins: Joins, names: Iterable[str]) -> None:
    whole = {other for name in names for other in joins.names(name)}
    for pair in sorted(map(sorted, joins.refused)):
        if whole.issuperset(pair):
            who = next(act for act in joins.standing_acts if set(pair) <= set(act.names)).reviewer
            raise InvalidValue(f"{who} said that {_quoted(pair)} are not one claimant.", "Take that back first.")


def _told(newest: ClaimantAct) -> StaleView:
    told = f"{_TOLD[newest.step]}, {_quoted(newest.names)}"
    return StaleView(
        f"{newest.reviewer} spoke of this claimant while you were looking: {told}.",
        "Nothing was changed. Look at the list again, then decide.",
    )


def _quoted(names: Iterable[str]) -> str:
    return " and ".join(f"“{shorten(name, 80)}”" for name in names)


def _subject(names: Iterable[str]) -> str:
    return shorten(_quoted(names), 500)


def _clean(name: str) -> str:
    return " ".join(name.split())
