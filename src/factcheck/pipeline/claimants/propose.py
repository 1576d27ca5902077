"""Claimants with their names → pairs and groups that may be one claimant, each with its reason, the surest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from factcheck.model import ClaimantType
from factcheck.pipeline.claimants import bodies, people
from factcheck.pipeline.claimants.forms import Body, Form, Person, StandIn, forms
from factcheck.pipeline.claimants.lexicon import ARTICLES
from factcheck.pipeline.claimants.likeness import Found, Likeness, pairs_once
from factcheck.pipeline.claimants.spelling import fold, printed_words
from factcheck.text.normalise import shorten

SAME_NAME, STANDS_FOR = 0.98, 0.55
_WITH_ARTICLE = {"Union", "United", "Republic", "Netherlands", "Philippines", "US", "Department", "Police", "Agency"}
ROLES = {"country": "the country", "capital": "the capital", "seat": "the seat", "government": "the government"}


@dataclass(frozen=True)
class Named:
    """One claimant as it stands: the name it is shown by, all its names, its type, and how many claims it has."""

    name: str
    type: ClaimantType = ClaimantType.UNKNOWN
    count: int = 1
    names: tuple[str, ...] = ()

    @property
    def every(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((self.name, *self.names)))


@dataclass(frozen=True)
class Proposal:
    """Claimants, by the names they are shown by, that may be one; the first is the name to show them by.

    `score` is in 0..1; `reason` is one line for a person to decide by.
    """

    names: tuple[str, ...]
    reason: str
    score: float


def propose(claimants: Sequence[Named], refused: Collection[frozenset[str]] = ()) -> list[Proposal]:
    """Proposals, the surest first; the same claimants in any order give the same.

    `refused` are pairs of printed names that a person said are not one; no proposal holds two claimants with such a
    pair. Unnamed voices are never proposed, nor two given names of one family, nor bodies of two countries.
    """
    units = sorted(claimants, key=lambda unit: (-unit.count, unit.name))
    apart = _Apart(units, refused)
    groups = [rows for rows in _same_names(units) if len(rows) > 1]
    found = [_group(units, rows) for rows in _without_clashes(groups, apart)]
    leaders = _leaders(units, groups, apart)
    best: dict[tuple[int, int], tuple[Likeness, bool]] = {}
    for i, j, likeness in _likely(units):
        first, second = leaders[i], leaders[j]
        pair = (min(first, second), max(first, second))
        if first == second or apart.holds(*pair):
            continue
        if pair not in best or _rank(likeness) < _rank(best[pair][0]):
            best[pair] = (likeness, first > second)
    found += [_pair(units, pair, likeness, turned) for pair, (likeness, turned) in best.items()]
    return sorted(found, key=lambda proposal: (-proposal.score, proposal.names))


class _Apart:
    """Which claimants cannot be one: by a person's word, by type, or by what their names say."""

    def __init__(self, units: Sequence[Named], refused: Collection[frozenset[str]]) -> None:
        self._units = units
        self._refused = set(refused) | {
            pair for pair in (frozenset(map(_bare, names)) for names in refused) if len(pair) > 1
        }
        self._forms = [[form for name in unit.every for form in forms(name, unit.type)] for unit in units]

    def holds(self, i: int, j: int) -> bool:
        one, other = self._units[i], self._units[j]
        if {one.type, other.type} == {ClaimantType.PERSON, ClaimantType.ORGANISATION}:
            return True
        return self._said(one, other) or any(_clash(a, b) for a in self._forms[i] for b in self._forms[j])

    def _said(self, one: Named, other: Named) -> bool:
        if not self._refused:
            return False
        # A refusal of "Kremlin" holds for "the Kremlin" as well.
        pairs = ((a, b) for a in one.every for b in other.every)
        return any(
            frozenset((a, b)) in self._refused or frozenset((_bare(a), _bare(b))) in self._refused for a, b in pairs
        )


def _clash(a: Form, b: Form) -> bool:
    if isinstance(a, Person) and isinstance(b, Person):
        return people.clash(a, b)
    return isinstance(a, Body) and isinstance(b, Body) and bodies.clash(a, b)


# ---- one name in several ways of printing ------------------------------------------------------


def _same_names(units: Sequence[Named]) -> list[list[int]]:
    """Rows whose names differ in case, accents, article, hyphens or script only."""
    groups: dict[str, list[int]] = defaultdict(list)
    for at, unit in enumerate(units):
        for bare in sorted({_bare(name) for name in unit.every if forms(name, unit.type)}):
            groups[bare].append(at)
    return list(groups.values())


@lru_cache(maxsize=100_000)
def _bare(name: str) -> str:
    words = [fold(word) for word in printed_words(name)]
    return "".join(words[1:] if len(words) > 1 and words[0] in ARTICLES else words)


def _without_clashes(groups: Iterable[list[int]], apart: _Apart) -> Iterator[list[int]]:
    seen: set[tuple[int, ...]] = set()
    for rows in groups:
        kept: list[int] = []
        for row in rows:
            if not any(apart.holds(other, row) for other in kept):
                kept.append(row)
        if len(kept) > 1 and tuple(kept) not in seen:
            seen.add(tuple(kept))
            yield kept


def _leaders(units: Sequence[Named], groups: Iterable[list[int]], apart: _Apart) -> list[int]:
    """For each row the row that stands for its group in pairs with others."""
    leaders = list(range(len(units)))
    for rows in _without_clashes(groups, apart):
        for row in rows:
            leaders[row] = min(leaders[row], leaders[rows[0]])
    return leaders


def _group(units: Sequence[Named], rows: Sequence[int]) -> Proposal:
    names = tuple(units[row].name for row in rows)
    return Proposal(names, "One name, printed in different ways", SAME_NAME)


# ---- other names -------------------------------------------------------------------------------


def _likely(units: Sequence[Named]) -> Iterator[Found]:
    """Pairs of rows of `units`; one may come more than once."""
    rows: dict[type, list[int]] = defaultdict(list)
    values: dict[type, list[Form]] = defaultdict(list)
    for at, unit in enumerate(units):
        for name in unit.every:
            for form in forms(name, unit.type):
                rows[type(form)].append(at)
                values[type(form)].append(form)
    persons = [form for form in values[Person] if isinstance(form, Person)]
    corporate = [form for form in values[Body] if isinstance(form, Body)]
    standing = [form for form in values[StandIn] if isinstance(form, StandIn)]
    for kind, found in (
        (Person, people.pairs_of_people(persons)),
        (Body, bodies.pairs_of_bodies(corporate)),
        (StandIn, _standing_for_one(standing)),
    ):
        for i, j, likeness in found:
            yield rows[kind][i], rows[kind][j], likeness


def _standing_for_one(standing: Sequence[StandIn]) -> Iterator[Found]:
    whom: dict[str, list[int]] = defaultdict(list)
    for at, form in enumerate(standing):
        whom[form.whom].append(at)
    for i, j in pairs_once(whom.values()):
        one, other = standing[i], standing[j]
        roles = [ROLES.get(form.role, "the name") for form in (one, other)]
        name = f"the {one.whom}" if _WITH_ARTICLE & set(one.whom.split()) else one.whom
        of = name if "the name" in roles else f"the government of {name}"
        told = f"{{a}} ({roles[0]}) and {{b}} ({roles[1]}) may both stand for {of}"
        yield i, j, Likeness(STANDS_FOR, told)


def _rank(likeness: Likeness) -> tuple[float, str]:
    return -likeness.score, likeness.reason


def _pair(units: Sequence[Named], pair: tuple[int, int], likeness: Likeness, turned: bool) -> Proposal:
    first, second = (units[row] for row in (reversed(pair) if turned else pair))
    quoted = {key: f"“{shorten(unit.name, 60)}”" for key, unit in (("a", first), ("b", second))}
    reason = likeness.reason.replace("{a}", quoted["a"]).replace("{b}", quoted["b"])
    names = sorted((units[row] for row in pair), key=_fullness)
    return Proposal(tuple(unit.name for unit in names), reason[:1].upper() + reason[1:], likeness.score)


def _fullness(unit: Named) -> tuple[bool, bool, int, str]:
    """A person's whole name without a title comes first, then the name of most claims."""
    told = [form for form in forms(unit.name, unit.type) if isinstance(form, Person)]
    return not any(form.is_full for form in told), any(form.title for form in told), -unit.count, unit.name
