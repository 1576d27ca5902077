"""What people said of claimants, oldest first → which printed names are one claimant today. No database here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from factcheck.model import ClaimantAct, ClaimantStep, ClaimantType

_UNITING = (ClaimantStep.JOIN, ClaimantStep.SHOW)


class Joins:
    """The standing of all acts: a later act wins, an undone one counts for nothing."""

    def __init__(self, acts: Sequence[ClaimantAct]) -> None:
        self.newest = max((act.id for act in acts), default=0)
        undone = {act.undoes for act in acts if act.step is ClaimantStep.UNDO}
        self.standing_acts = [act for act in acts if act.id not in undone and act.step is not ClaimantStep.UNDO]
        self._group_of = united(act.names for act in self.standing_acts if act.step in _UNITING)
        self._shown: dict[str, str] = {}
        self._types: dict[str, ClaimantType] = {}
        for act in self.standing_acts:
            for name in (other for given in act.names for other in self.names(given)):
                if act.step in _UNITING and act.value:
                    self._shown[name] = act.value
                elif act.step is ClaimantStep.TYPE:
                    self._types[name] = ClaimantType(act.value)

    @property
    def refused(self) -> frozenset[frozenset[str]]:
        """Pairs of names that somebody said are not one."""
        said = (act.names for act in self.standing_acts if act.step is ClaimantStep.REFUSE)
        return frozenset(frozenset(pair) for names in said for pair in combinations(names, 2))

    @property
    def groups(self) -> list[tuple[str, ...]]:
        """The names of every claimant that has more than one."""
        return sorted(set(self._group_of.values()))

    def names(self, name: str) -> tuple[str, ...]:
        """All names of the claimant that `name` is one of, itself included."""
        return self._group_of.get(name, (name,))

    def joined(self, name: str) -> str:
        """The name that a joined claimant is shown by, "" for one that stands alone."""
        return self._shown.get(name, self.names(name)[0]) if name in self._group_of else ""

    def shown(self, name: str) -> str:
        return self.joined(name) or name

    def type_of(self, name: str) -> ClaimantType:
        """The type that a person gave the claimant, UNKNOWN when nobody did."""
        return self._types.get(name, ClaimantType.UNKNOWN)


def united(joined: Iterable[Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """name → all names that hang together with it, sorted; names that hang together with no other are left out."""
    groups: dict[str, set[str]] = {}
    for names in joined:
        whole = set(names).union(*(groups.get(name, ()) for name in names))
        groups |= dict.fromkeys(whole, whole)
    ordered = {id(group): tuple(sorted(group)) for group in groups.values()}
    return {name: ordered[id(group)] for name, group in groups.items() if len(group) > 1}
