"""Names of organisations and offices → the pairs that may be one; never across countries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.pipeline.claimants.forms import Body
from factcheck.pipeline.claimants.likeness import Found, Likeness, pairs_once
from factcheck.pipeline.claimants.spelling import alike, near_keys

ORDER, LEGAL, ACRONYM, SPELLING, COUNTRY = 0.95, 0.9, 0.9, 0.75, 0.65
AMBIGUOUS = 0.5
MOST_CHOICES = 3


def pairs_of_bodies(bodies: Sequence[Body]) -> Iterator[Found]:
    """Pairs (i, j) of rows of `bodies`, each as often as it has a reason. Work grows with the pairs that fit."""
    yield from _same_words(bodies)
    yield from _acronyms(bodies)
    yield from _misspelt(bodies)


def clash(one: Body, other: Body) -> bool:
    """Whether two bodies cannot be one: each names a country, and not the same."""
    return bool(one.country and other.country and one.country != other.country)


def _same_words(bodies: Sequence[Body]) -> Iterator[Found]:
    """One set of words: in another order, with a legal form, or with the country left out."""
    groups: dict[frozenset[str], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for at, body in enumerate(bodies):
        groups[body.words][body.country].append(at)
    for words, countries in groups.items():
        for rows in countries.values():
            for i, j in pairs_once([rows]):
                yield i, j, _likeness(bodies[i], bodies[j])
        named = [country for country in countries if country]
        if "" in countries and len(words) > 1 and len(named) <= MOST_CHOICES:
            for country in named:
                for i in countries[""]:
                    for j in countries[country]:
                        yield i, j, _country(country, len(named))


def _likeness(one: Body, other: Body) -> Likeness:
    if one.legal_form != other.legal_form:
        return Likeness(LEGAL, "one name, with and without its legal form")
    if one.order != other.order:
        return Likeness(ORDER, "the same words in another order")
    return Likeness(ORDER, "the same words, small ones apart")


def _country(country: str, choices: int) -> Likeness:
    if choices > 1:
        return Likeness(AMBIGUOUS, f"the same words, but {{b}} names {country}; others name another country")
    return Likeness(COUNTRY, f"the same words, but only {{b}} names {country}")


def _acronyms(bodies: Sequence[Body]) -> Iterator[Found]:
    whole: dict[str, list[int]] = defaultdict(list)
    for at, body in enumerate(bodies):
        for letters in body.initials:
            whole[letters].append(at)
    for i, body in enumerate(bodies):
        fitting = whole.get(body.acronym, [])
        choices = len({(bodies[j].words, bodies[j].country) for j in fitting})
        if not body.acronym or choices > MOST_CHOICES:
            continue
        for j in fitting:
            yield i, j, _shortened(choices)


def _shortened(choices: int) -> Likeness:
    if choices > 1:
        return Likeness(AMBIGUOUS, "{a} has the initials of {b}; others have them too")
    return Likeness(ACRONYM, "{a} has the initials of {b}")


def _misspelt(bodies: Sequence[Body]) -> Iterator[Found]:
    """All words but one are the same, and a letter or two tell that one apart."""
    near: dict[tuple[frozenset[str], str], list[int]] = defaultdict(list)
    for at, body in enumerate(bodies):
        for word in body.words:
            for key in near_keys(word):
                near[body.words - {word}, key].append(at)
    for i, j in pairs_once(near.values()):
        mine, theirs = bodies[i].words - bodies[j].words, bodies[j].words - bodies[i].words
        if len(mine) == len(theirs) == 1 and bodies[i].country == bodies[j].country and alike(*mine, *theirs):
            yield i, j, Likeness(SPELLING, "the same but for a letter or two")
