"""Words around a number in → what is counted: which fate, which kind of people, which thing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.text.words import Word, listed, stem

_FATES = {
    "dead": "dead deaths died dying killed fatalities fatally perished toll corpses body bodies slain drowned "
    "lives murdered massacred executed",
    "injured": "injured injuries wounded hurt maimed hospitalised hospitalized hospital treated",
    "missing": "missing unaccounted disappeared",
    "arrested": "arrested arrests detained detentions custody jailed imprisoned handcuffs rounded",
    "evacuated": "evacuated evacuees displaced",
    "rescued": "rescued saved survivors survived",
    "freed": "freed released",
    "taken": "abducted kidnapped hostages hostage captive captives captured",
    "ill": "infected infections cases sick ill poisoned sickened",
    "present": "attended attendance marched march marchers turnout crowd crowds demonstrated gathered rallied "
    "rally procession demonstrators",
    "destroyed": "destroyed damaged burnt burned flattened gutted demolished",
    "dismissed": "dismissed redundancies redundant laid sacked layoffs",
}
_WEAK = frozenset({"present"})
"""Fates that give way to any other: people arrested at a rally are counted as arrested."""
_FATE_OF = {stem(word): fate for fate, listed in _FATES.items() for word in listed.split()}

_PEOPLE = {
    "people": "people persons men lives body bodies victims dead human souls individuals",
    "civilians": "civilians residents villagers locals inhabitants bystanders civilian women woman",
    "fighters": "raiders rebels fighters soldiers troops militants gunmen terrorists servicemen legionnaires "
    "attackers insurgents guerrillas mercenaries combatants saboteurs intruders infiltrators militiamen",
    "police": "police policemen officers guards constables",
    "children": "children child pupils schoolchildren boys girls infants babies students",
    "travellers": "passengers crew sailors tourists travellers drivers pilots",
    "staff": "workers employees miners staff jobs",
    "crowd": "protesters demonstrators marchers pilgrims fans supporters visitors spectators participants",
    "migrants": "migrants refugees",
    "patients": "patients",
}
_KIND_OF = {stem(word): kind for kind, listed in _PEOPLE.items() for word in listed.split()}
_GENERAL = frozenset({"people", "civilians"})
_SKIP = listed("of the its their our these those them all more other his her a an as")
_JOINS = listed("and but while whereas with after before")
_SUBSETS = frozenset({"including", "among", "whom"})


class Counted(NamedTuple):
    """What a number counts. `part` when it is a share of another number of the sentence."""

    fate: str = ""
    kind: str = ""
    things: frozenset[str] = frozenset()
    part: bool = False

    @property
    def is_known(self) -> bool:
        return bool(self.fate or self.kind or self.things)


def counted(found: Sequence[Word], first: int, last: int) -> Counted:
    """What the number in `found[first:last]` counts."""
    things = _things(found, last)
    start, _ = _segment(found, first, last)
    kind = next((_KIND_OF[t] for t in things if t in _KIND_OF), "") or _kind_before(found, start, first)
    names = frozenset(t for t in things if t not in _FATE_OF or t in _KIND_OF)
    return Counted(_fate(found, first, last), kind, names, _is_part(found, start, first, last))


def _things(found: Sequence[Word], last: int) -> list[str]:
    """Stems of the noun phrase right after the number: at most three words."""
    at = last
    while at < len(found) and found[at].text.lower() in _SKIP:
        at += 1
    things: list[str] = []
    while at < len(found) and found[at].is_content and len(things) < 3:
        things.append(found[at].stem)
        at += 1
    return things


def _is_edge(word: Word) -> bool:
    return word.is_break or word.text.lower() in _JOINS


def _segment(found: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """The stretch around the number up to the next comma or "and" on either side."""
    start, end = first, last
    while start > 0 and not _is_edge(found[start - 1]):
        start -= 1
    while end < len(found) and not _is_edge(found[end]):
        end += 1
    return start, end


def _fate(found: Sequence[Word], first: int, last: int) -> str:
    """The nearest fate in the number's own segment, else the first one later in the sentence."""
    start, end = _segment(found, first, last)
    near = [
        (at - last if at >= last else 1.2 * (first - at), _FATE_OF[found[at].stem])
        for at in (*range(start, first), *range(last, end))
        if found[at].stem in _FATE_OF
    ]
    if near:
        return min((fate in _WEAK, distance, fate) for distance, fate in near)[2]
    for word in found[end : end + 12]:
        if word.text in ".;!?":
            break
        if word.stem in _FATE_OF:
            return _FATE_OF[word.stem]
    return ""


def _kind_before(found: Sequence[Word], start: int, first: int) -> str:
    """ "The number of pupils missing is ten": the people stand before the number."""
    kinds = [_KIND_OF[w.stem] for w in found[start:first] if w.stem in _KIND_OF]
    return kinds[0] if kinds else ""


def _is_part(found: Sequence[Word], start: int, first: int, last: int) -> bool:
    lead = {w.text.lower() for w in found[max(start - 1, 0) : first]}
    tail = [w.text.lower() for w in found[last : last + 2]]
    nought = {w.text.lower() for w in found[first:last]} & {"none", "not", "no"}
    return bool(lead & _SUBSETS) or (not nought and tail in (["of", "them"], ["of", "whom"], ["of", "those"]))


def same_counted(a: Counted, b: Counted) -> float:
    """0..1: how surely two numbers count the same thing; 0 when they cannot."""
    if a.part != b.part or a.fate != b.fate or not _kinds_agree(a, b):
        return 0.0
    if a.fate:
        return 0.9 if a.things & b.things or not (a.things and b.things) or (a.kind and b.kind) else 0.5
    if a.things & b.things:
        return 0.8
    return 0.6 if a.kind and b.kind else 0.0


def _kinds_agree(a: Counted, b: Counted) -> bool:
    """Fighters are never counted with civilians; unnamed people may be anybody but fighters."""
    if a.kind == b.kind:
        return True
    if not (a.kind and b.kind):
        return "fighters" not in (a.kind, b.kind) or not (a.things and b.things)
    return "fighters" not in (a.kind, b.kind) and bool({a.kind, b.kind} & _GENERAL)
