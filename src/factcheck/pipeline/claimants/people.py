"""Persons' names → the pairs that may be one person, and those that cannot be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.pipeline.claimants.forms import Person
from factcheck.pipeline.claimants.lexicon import HONORIFICS
from factcheck.pipeline.claimants.likeness import Found, Likeness, pairs_once
from factcheck.pipeline.claimants.spelling import alike, given_name, near_keys

SAME, TITLE, SPELLING, SHORT, INITIAL, MIDDLE, MORE = 0.95, 0.9, 0.85, 0.8, 0.85, 0.9, 0.7
AMBIGUOUS = 0.5
OTHER_TITLE = 0.6
MOST_CHOICES = 3
"""A family name alone that would fit more persons than this is proposed for none of them."""


def pairs_of_people(people: Sequence[Person]) -> Iterator[Found]:
    """Pairs (i, j) of rows of `people`, each as often as it has a reason. Work grows with the pairs that fit."""
    families: dict[str, list[int]] = defaultdict(list)
    for at, person in enumerate(people):
        families[person.key].append(at)
    for members in families.values():
        yield from _in_family(people, members)
    yield from _by_first_word(people, _first_words(people))
    yield from _misspelt(people)
    yield from _longer_names(people)


def clash(one: Person, other: Person) -> bool:
    """Whether two names of one family cannot be one person's."""
    if one.gender and other.gender and one.gender != other.gender:
        return True
    if one.generation and other.generation and one.generation != other.generation:
        return True
    return one.key == other.key and not _given_fit(one.given, other.given)


def _given_fit(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether given names can be one person's: the first is the same or its initial, the others may be missing."""
    if not one or not other:
        return True
    if not _is_or_begins(one[0], other[0]):
        return False
    shorter, longer = sorted((one[1:], other[1:]), key=len)
    return all(any(_is_or_begins(name, more) for more in longer) for name in shorter)


def _is_or_begins(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def _in_family(people: Sequence[Person], members: Sequence[int]) -> Iterator[Found]:
    bare = [at for at in members if not people[at].given]
    by_given: dict[str, list[int]] = defaultdict(list)
    for at in members:
        if people[at].given:
            by_given[people[at].given[0]].append(at)
    full = {name: rows for name, rows in by_given.items() if len(name) > 1}
    yield from _same_given(people, by_given)
    for name, rows in by_given.items():
        if len(name) == 1:
            fitting = [other for other in full if other[0] == name]
            for other in fitting:
                yield from _each(people, rows, full[other], INITIAL, "{a} is {b} with an initial", len(fitting))
    longer = full or by_given
    for rows in longer.values():
        yield from _each(people, bare, rows, SHORT, "{a} may be {b}, named by the family name alone", len(longer))
    if len(longer) != 1:
        yield from _bare_pairs(people, bare)


def _each(
    people: Sequence[Person],
    short: Sequence[int],
    long: Sequence[int],
    score: float,
    reason: str,
    choices: int,
) -> Iterator[Found]:
    """Each short form with the longer ones, surest where it fits one person only."""
    if choices > MOST_CHOICES:
        return
    if choices > 1:
        score, reason = AMBIGUOUS, f"{reason}; others of that name are here too"
    for i in short:
        for j in long:
            if not clash(people[i], people[j]):
                yield i, j, Likeness(score, reason)


def _same_given(people: Sequence[Person], by_given: dict[str, list[int]]) -> Iterator[Found]:
    for rows in by_given.values():
        for place, i in enumerate(rows):
            for j in rows[place + 1 :]:
                if not clash(people[i], people[j]):
                    yield i, j, _full_likeness(people[i], people[j])


def _full_likeness(one: Person, other: Person) -> Likeness:
    if one.printed == other.printed:
        return Likeness(TITLE, "one name with another title or none")
    if len(one.printed) != len(other.printed):
        return Likeness(MIDDLE, "one name, with and without a middle name")
    if one.given == other.given and one.family == other.family:
        return Likeness(SPELLING, "two forms of one given name, and the same family name")
    return Likeness(SPELLING, "two spellings of one name")


def _bare_pairs(people: Sequence[Person], bare: Sequence[int]) -> Iterator[Found]:
    for place, i in enumerate(bare):
        for j in bare[place + 1 :]:
            if clash(people[i], people[j]):
                continue
            offices = [set(people[at].title) - HONORIFICS for at in (i, j)]
            if all(offices) and offices[0] != offices[1]:
                yield i, j, Likeness(OTHER_TITLE, "one family name with two offices")
            elif people[i].family != people[j].family:
                yield i, j, Likeness(SPELLING, "two spellings of one family name")
            else:
                yield i, j, Likeness(SHORT, "one family name, with another title or none")


def _first_words(people: Sequence[Person]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for at, person in enumerate(people):
        if len(person.printed) == 2:
            found[given_name(person.printed[0])].append(at)
    return found


def _by_first_word(people: Sequence[Person], firsts: dict[str, list[int]]) -> Iterator[Found]:
    """ "President Xi" and "Xi Jinping": some names begin with that of the family."""
    for i, person in enumerate(people):
        if person.given or not set(person.title) - HONORIFICS:
            continue
        fitting = firsts.get(given_name(person.family), [])
        if len({people[j].printed for j in fitting}) == 1:
            for j in fitting:
                yield i, j, Likeness(MORE, "{a} may be {b}, named by its first part")


def _misspelt(people: Sequence[Person]) -> Iterator[Found]:
    """One given name with two family names that a letter or two tell apart."""
    near: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, person in enumerate(people):
        if person.is_full:
            for key in near_keys(person.key):
                near[person.given[0], key].append(at)
    for i, j in pairs_once(near.values()):
        one, other = people[i], people[j]
        if one.key != other.key and _given_fit(one.given, other.given) and alike(one.family, other.family):
            yield i, j, Likeness(SPELLING - 0.1, "one given name, and family names that differ by a letter or two")


def _longer_names(people: Sequence[Person]) -> Iterator[Found]:
    """ "Pedro Sánchez" and "Pedro Sánchez Castejón": the longer name goes on."""
    longer: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, person in enumerate(people):
        if len(person.printed) > 2:
            longer[person.printed[:2]].append(at)
    for i, person in enumerate(people):
        if len(person.printed) == 2:
            for j in longer.get(person.printed, []):
                yield i, j, Likeness(MORE, "{a} is the beginning of {b}")
