"""Text in → its words with their places, stems and weight: the ground that all cue readers stand on."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*"  # 1,200 and 1.5
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*"  # words, with don't and minister's
    r"|[%$€£¥₽₴.;:,!?()\"“”—–]"
)


def listed(words_in_a_row: str) -> frozenset[str]:
    """The words of one string: a lexicon that stays readable."""
    return frozenset(words_in_a_row.split())


_IRREGULAR = dict(
    pair.split(":")
    for pair in listed(
        "fought:fight shot:shoot died:die dying:die lying:lie laid:lay left:leave took:take taken:take "
        "gave:give given:give went:go gone:go goes:go held:hold kept:keep broke:break broken:break fell:fall "
        "fallen:fall rose:rise risen:rise lost:lose won:win said:say told:tell knew:know known:know "
        "found:find met:meet paid:pay sent:send built:build burnt:burn stolen:steal stole:steal drove:drive "
        "driven:drive flew:fly flown:fly ran:run sank:sink sunk:sink struck:strike stood:stand caught:catch "
        "bought:buy sold:sell began:begin begun:begin came:come became:become withdrew:withdraw "
        "withdrawn:withdraw overthrew:overthrow overthrown:overthrow blew:blow blown:blow threw:throw "
        "thrown:throw spoke:speak spoken:speak chose:choose chosen:choose forgot:forget forgotten:forget "
        "led:lead fed:feed fled:flee tore:tear torn:tear wore:wear worn:wear wrote:write written:write "
        "saw:see seen:see set:set grew:grow grown:grow shrank:shrink shrunk:shrink hid:hide hidden:hide "
        "slept:sleep woke:wake spent:spend lent:lend made:make did:do done:do had:have has:have was:be "
        "were:be is:be are:be been:be being:be am:be men:man women:woman children:child people:person "
        "lives:life wounded:wound news:news series:series bodies:body fired:fire firing:fire fires:fire "
        "ceased:cease staged:stage ashes:ash plane:plane planes:plane used:use "
        "using:use quite:quite nothing:nothing during:during"
    )
)

STOP = listed(
    "a about after again all also although am an and any are as at away back be because been before being both but by "
    "can could day days did do does doing down during each either else even ever every few first for former from "
    "further get got had has have having he her here hers him his how however i if in into is it its itself just last "
    "later less like long made make many may me might more most much must my near never new next no none nor not now "
    "of off on once one only onto or other others our out over own per quite rather said same say says she should "
    "since so some still such than that the their them then there these they this those though through time to too "
    "took toward towards two under until up upon us very was way we well were what when where whether which while who "
    "whole whom whose why will with within without would year years yet you your monday tuesday wednesday thursday "
    "friday saturday sunday january february march april june july august september october november december morning "
    "evening afternoon night today yesterday week weeks month months according claim claims claimed told"
)
"""Words that say nothing about the subject matter (days and months included: dates are kept apart)."""

_BREAKS = frozenset('.;:,!?()"“”—–')


class Word(NamedTuple):
    """One token at `text[start:end]`; `stem` is lower case."""

    text: str
    stem: str
    start: int
    end: int

    @property
    def is_content(self) -> bool:
        return len(self.stem) > 1 and self.text[0].isalpha() and self.text.lower() not in STOP

    @property
    def is_break(self) -> bool:
        return self.text in _BREAKS

    @property
    def is_name(self) -> bool:
        return self.text[0].isupper()


@lru_cache(maxsize=50_000)
def words(text: str) -> tuple[Word, ...]:
    """Words, numbers and punctuation marks of `text`, in order."""
    return tuple(Word(m.group(), stem(m.group()), m.start(), m.end()) for m in _TOKEN.finditer(text))


def stems(words_in_a_row: str) -> frozenset[str]:
    """The stems of a lexicon written as one string."""
    return frozenset(stem(word) for word in words_in_a_row.split())


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """`word` without case, possessive and common English endings.

    A light suffix stripper after Porter (1980), made for comparing verbs and nouns of two short texts;
    strong verbs of the news go through a table.
    """
    low = re.sub(r"['’]s?$", "", word.lower())
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if len(low) <= 3 or not low.isalpha():
        return low
    low = low[:-2] + "an" if low.endswith("men") else _without_plural(low)
    if low.endswith("ly") and len(low) > 5:
        low = low[:-2]
    return _closed(_without_tense(low))


def _without_plural(low: str) -> str:
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("shes", "ches", "xes", "sses", "zes")):
        return low[:-2]
    if low.endswith("s") and not low.endswith(("ss", "us", "is")):
        return low[:-1]
    return low


def _without_tense(low: str) -> str:
    if low.endswith("ied") and len(low) > 4:
        return low[:-3] + "y"
    for ending in ("ing", "ed"):
        body = low[: -len(ending)]
        if low.endswith(ending) and len(body) > 2 and re.search("[aeiouy]", body):
            doubled = body[-1] == body[-2] and (body[-1] not in "lsz" or (body[-1] == "l" and len(body) > 5))
            return body[:-1] if doubled else body
    return low


def _closed(low: str) -> str:
    """One form for fire/fir(ed), kill/kill(ed): a silent e goes, and so does a doubled l or s."""
    if low.endswith("e") and len(low) > 4:
        return low[:-1]
    return low


@lru_cache(maxsize=50_000)
def content_stems(text: str) -> frozenset[str]:
    """Stems of the words that carry the subject matter of `text`."""
    return frozenset(w.stem for w in words(text) if w.is_content)


@lru_cache(maxsize=50_000)
def names(text: str) -> frozenset[str]:
    """Stems of the words of `text` that a capital marks as names, the first word left out."""
    return frozenset(w.stem for w in words(text)[1:] if w.is_name and w.is_content)


def alike(a: str, b: str) -> float:
    """0..1: Dice's coefficient of the subject matter of two texts.

    Words that begin in lower case count double: within one story the names are everywhere.
    """
    proper = names(a) | names(b)

    def weigh(stems: frozenset[str]) -> float:
        return sum(0.5 if s in proper else 1.0 for s in stems)

    both = weigh(content_stems(a)) + weigh(content_stems(b))
    return 2 * weigh(content_stems(a) & content_stems(b)) / both if both else 0.0


def name_others(a: str, b: str) -> bool:
    """Whether both texts name somebody or some place, and nothing that one names is in the other."""
    in_a, in_b = names(a), names(b)
    return bool(in_a and in_b) and not (in_a & content_stems(b) or in_b & content_stems(a))
