"""Two texts in → where they hold different parties, or different causes, answerable for the same harm."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from factcheck.model import Span
from factcheck.text.negation import negators
from factcheck.text.words import Word, content_stems, listed, names, stems, words

_HARM = {
    "violence": stems(
        "killed killing died deaths dead injured wounded hit struck shot shooting shelled shelling bombed bombing bomb "
        "attacked attack strike rocket missile massacre blast explosion exploded blew murdered drone raid torpedo "
        "mortar opened fired gunned ambush bloodshed fighting fight clash clashes"
    ),
    "fire": stems("burned burnt burning blaze flames fire fires lit set ignited alight arson"),
    "theft": stems("stole stolen theft robbery robbed burglary hacked hack breach took heist"),
    "failure": stems(
        "crash crashed collapse collapsed disaster outage blackout leak spill crush failure failed accident derailed "
        "sank sinking flood delay delayed closure bankruptcy shutdown broke brought"
    ),
    "illness": stems("ill sick poisoned poisoning infected outbreak virus sickened contaminated"),
    "unrest": stems("unrest riot riots uprising protest protests revolt coup violence brawl"),
}
_DEEDS = stems(
    "killed shot shelled bombed struck hit attacked staged organised organized ordered launched planned started "
    "provoked sabotaged crippled destroyed poisoned caused triggered fired carried stole robbed abducted "
    "drilled tore set burned detonated unleashed forced threw burgled rammed invaded planted forged leaked "
    "brought blew opened"
)
_STRONG = listed("hit struck shot set tore brought blew stole threw broke")
_CAUSE_AFTER = (
    "because",
    "because of",
    "due to",
    "caused by",
    "owing to",
    "thanks to",
    "result of",
    "results of",
    "consequence of",
    "work of",
    "fault of",
    "act of",
    "cause was",
    "cause is",
    "lies with",
    "blame on",
    "blamed on",
    "blames",
    "blamed",
    "began with",
    "began when",
    "started when",
    "started with",
    "broke out after",
    "started by",
    "triggered by",
    "set off by",
)
_CAUSE_BEFORE = (
    "to blame",
    "responsible",
    "at fault",
    "behind",
    "guilty of",
    "bears responsibility",
    "bears the blame",
    "caused",
    "triggered",
    "led to",
    "set off",
    "sparked",
    "was the cause",
    "were the cause",
    "were the main cause",
    "was the main cause",
    "had a hand in",
)
_CLEARED = (
    "nothing to do with",
    "nothing whatever to do with",
    "no part",
    "no role",
    "no hand",
    "no connection",
    "not involved",
    "no share",
    "no involvement",
    "not to blame",
    "not responsible",
    "no responsibility",
    "without any involvement",
)
_VICTIMS = {
    "civilians": stems(
        "civilian civilians people person residents women woman children child car bus passengers villagers "
        "hospital school protesters demonstrators crowd"
    ),
    "fighters": stems("raiders fighters rebels militants soldiers troops gunmen terrorists militia insurgents"),
}
_CLAUSES = listed(
    "and that but who which when while as after before because where if until says said claims claimed thinks believes"
)
_ALIKE = (
    stems("soldiers troops army forces military servicemen"),
    stems("police officers policemen guards forces"),
    stems("fans supporters"),
    stems("gunmen attackers raiders militants fighters terrorists rebels"),
    stems("drone missile rocket shell shelling mortar"),
)
_NOBODY = stems("themselves himself herself itself somebody someone anybody everyone something anything")
_PEOPLE = re.compile(r"[A-Z]\w+(?:an|ish|ese|eli|qi|ni)s?")
"""Russian, Turkish, Chinese, Israeli: a people, also where it opens the sentence."""
_PASSIVE = listed("was were been being is are be get got")


class Blame(NamedTuple):
    """Who or what one text holds answerable; `cleared` when it says they were not."""

    agent: frozenset[str]
    span: Span
    cleared: bool
    harms: frozenset[str]
    victims: frozenset[str]
    named: bool
    """Whether the agent is called by the name of a country, people or organisation."""


class BlameClash(NamedTuple):
    """Two texts that cannot both be right about who or what did it; `strength` in 0..1."""

    a: Span
    b: Span
    strength: float


@lru_cache(maxsize=50_000)
def blamed(text: str) -> tuple[Blame, ...]:
    """The parties and causes that `text` blames or clears, left to right."""
    found = words(text)
    present = content_stems(text) | frozenset(w.stem for w in found)
    harms = frozenset(name for name, family in _HARM.items() if family & present)
    read: list[Blame] = []
    for first, last, cleared in sorted(set(_agents(found, negators(text)))):
        agent = frozenset(w.stem for w in found[first:last] if w.is_content) - _NOBODY
        if agent:
            victims = frozenset(kind for kind, people in _VICTIMS.items() if people & (present - agent))
            named = any(w.stem in names(text) or _PEOPLE.fullmatch(w.text) for w in found[first:last])
            span = found[first].start, found[last - 1].end
            read.append(Blame(agent, span, cleared, harms, victims, named))
    return tuple(read)


def blame_clashes(a: str, b: str) -> list[BlameClash]:
    """Different parties blamed for the same harm, or one blamed here and cleared there; best first."""
    both = content_stems(a) & content_stems(b) - names(a) - names(b)
    clashes = [
        BlameClash(x.span, y.span, strength)
        for x in blamed(a)
        for y in blamed(b)
        if (strength := _strength(x, y, both)) > 0
    ]
    return sorted(clashes, key=lambda c: (-c.strength, c.a, c.b))


def _strength(x: Blame, y: Blame, both: frozenset[str]) -> float:
    about = len(both - x.agent - y.agent)
    harm, victims = bool(x.harms & y.harms), bool(x.victims & y.victims)
    cleared = x.cleared or y.cleared
    if (x.cleared and y.cleared) or not (about or (harm and (victims or cleared))):
        return 0.0
    same_party = _overlap(x.agent, y.agent) or any(x.agent & alike and y.agent & alike for alike in _ALIKE)
    if cleared:
        return 0.85 if same_party else 0.0
    if same_party or (x.victims and y.victims and not victims):
        return 0.0
    if harm and victims and x.named and y.named:
        return 0.85
    return min(0.25 + 0.15 * harm + 0.15 * victims + 0.15 * min(about, 3), 0.8)


_MANNER = ("mistake", "accident", "error", "chance", "force", "hand", "night", "day")
"""What follows "by" and says how, not by whom."""


def _overlap(x: frozenset[str], y: frozenset[str]) -> bool:
    """Whether two names share a word, taking Russia for Russian."""
    return any(p == q or (min(len(p), len(q)) > 3 and (p.startswith(q) or q.startswith(p))) for p in x for q in y)


def _agents(found: Sequence[Word], turned: Sequence[int]) -> Iterator[tuple[int, int, bool]]:
    """(first word, word after the last, cleared) of every party or cause named as answerable."""
    lowered = [w.text.lower() for w in found]
    for at in range(len(found)):
        if _phrase(lowered, at, _CLEARED):
            yield (*_subject(found, at), True)
        elif after := _phrase(lowered, at, _CAUSE_AFTER):
            yield (*_object(found, after), turned[at] >= 0)
        elif _phrase(lowered, at, _CAUSE_BEFORE):
            yield (*_subject(found, at), turned[at] >= 0)
        elif found[at].text == "by" and _follows_deed(found, at) and not _phrase(lowered, at + 1, _MANNER):
            yield (*_object(found, at + 1), turned[at - 1] >= 0)
        elif at and found[at].stem in _DEEDS and _is_active(found, at):
            yield (*_subject(found, at), turned[at] >= 0)


def _phrase(lowered: Sequence[str], at: int, phrases: Sequence[str]) -> int:
    """The word after the phrase that stands at `at`, or 0."""
    for phrase in phrases:
        parts = phrase.split()
        if list(lowered[at : at + len(parts)]) == parts:
            return at + len(parts)
    return 0


def _follows_deed(found: Sequence[Word], at: int) -> bool:
    """killed by, two injured by, a torpedo fired by: a harm or a deed within the four words before."""
    near = {w.stem for w in found[max(0, at - 4) : at]}
    return bool(near & _DEEDS) or any(near & family for family in _HARM.values())


def _is_active(found: Sequence[Word], at: int) -> bool:
    """An active past or present verb: no passive, no infinitive, no noun with an article."""
    if at + 1 < len(found) and found[at + 1].text.lower() in {"by", "in", "during"}:
        return False
    before = [w.text.lower() for w in found[max(0, at - 2) : at]]
    if before == ["did", "not"]:
        return True
    if not before or set(before) & _PASSIVE or before[-1] in {"to", "the", "a", "an", "of", "by", "in", "this"}:
        return False
    return found[at].text.lower().endswith("ed") or found[at].text.lower() in _STRONG


def _subject(found: Sequence[Word], at: int) -> Span:
    """The noun phrase before the verb: back to the start of the clause, without what follows a preposition."""
    start = at
    while start > 0 and not found[start - 1].is_break and found[start - 1].text.lower() not in _CLAUSES:
        start -= 1
    while start < at and not found[start].is_content:
        start += 1
    end = start
    while end < at and (found[end].is_content or found[end].text.lower() in {"the", "of"}) and end - start < 5:
        end += 1
    return start, end


def _object(found: Sequence[Word], at: int) -> Span:
    """The noun phrase after "by" or "because of": up to five words."""
    start = at
    while start < len(found) and not found[start].is_content and not found[start].is_break and start - at < 3:
        start += 1
    end = start
    while end < len(found) and (found[end].is_content or _joins(found, end)) and end - start < 7:
        end += 1
    return start, end


def _joins(found: Sequence[Word], at: int) -> bool:
    """Lack of care by the army; shelling of the port: "of" goes on to the party meant."""
    return found[at].text.lower() in {"of", "the", "by"} and at + 1 < len(found) and not found[at + 1].is_break
