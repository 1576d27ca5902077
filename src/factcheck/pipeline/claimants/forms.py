"""A claimant's printed name → what it says of who that is: a person, a body, or nobody in particular."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from factcheck.model import ClaimantType
from factcheck.pipeline.claimants.lexicon import (
    ARTICLES,
    BODY_WORDS,
    COMMON,
    GENERATIONS,
    GOVERNING,
    HOLDERS,
    LEGAL_FORMS,
    LINKS,
    MEN,
    PARTICLES,
    TITLES,
    UNNAMED,
    WOMEN,
)
from factcheck.pipeline.claimants.places import GOVERNMENTS, INSTITUTIONS
from factcheck.pipeline.claimants.spelling import body_word, fold, given_name, printed_words, skeleton

_ASIDE = re.compile(r"^(?P<name>[^(]+)\((?P<aside>[^()]+)\)\s*$")
_LONGEST_NAME = 4
_CLAUSES = frozenset({"who", "familiar", "close"})


@dataclass(frozen=True)
class Person:
    """`given` in one form each, `family` in plain letters; `title` is what was printed before the name."""

    given: tuple[str, ...]
    family: str
    title: tuple[str, ...] = ()
    gender: str = ""
    generation: str = ""
    printed: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The family name in the form that all its transliterations share."""
        return skeleton(self.family)

    @property
    def is_full(self) -> bool:
        return any(len(name) > 1 for name in self.given[:1])


@dataclass(frozen=True)
class Body:
    """`words` without country, articles and links; `country` is the first name of its line in GOVERNMENTS.

    `acronym` is set for a name in capitals, `initials` are those that the whole name may be shortened to.
    """

    words: frozenset[str]
    country: str = ""
    acronym: str = ""
    initials: frozenset[str] = frozenset()
    legal_form: bool = False
    order: tuple[str, ...] = ()


@dataclass(frozen=True)
class StandIn:
    """A name that is written for a government or institution: as its country, capital, seat or in so many words."""

    whom: str
    role: str


Form = Person | Body | StandIn


@lru_cache(maxsize=50_000)
def forms(name: str, kind: ClaimantType) -> tuple[Form, ...]:
    """What a name may say; () for one that names nobody ("a spokesman", "officials", "he")."""
    found: list[Form] = []
    for part in _parts(name):
        words = printed_words(part)
        folded = [fold(word) for word in words]
        standing = () if kind is ClaimantType.PERSON else _stand_ins(words, folded)
        person = None if standing or kind in (ClaimantType.ORGANISATION, ClaimantType.GROUP) else _person(part, kind)
        if person:
            found.append(person)
        found += standing
        if person is None or kind is ClaimantType.UNKNOWN:
            found += _bodies(words, folded, titled=person is not None and bool(person.title))
    return tuple(dict.fromkeys(found))


def _parts(name: str) -> Iterator[str]:
    """ "World Health Organization (WHO)" is two names of one body."""
    aside = _ASIDE.match(name)
    if aside and aside["aside"].isupper():
        yield from (aside["name"].strip(), aside["aside"].strip())
    else:
        yield name


# ---- people -----------------------------------------------------------------------------------


def _person(name: str, kind: ClaimantType) -> Person | None:
    """The person in "Kremlin spokesman Dmitry Peskov" or "Vyacheslav Gladkov, governor of Belgorod"."""
    words = printed_words(name.split(",")[0].split("(")[0])
    folded = [fold(word) for word in words]
    last = max((at for at, word in enumerate(folded) if word in TITLES and at + 1 < len(words)), default=-1)
    title = tuple(word for word in folded[: last + 1] if word in TITLES)
    rest, plain = words[last + 1 :], folded[last + 1 :]
    generation = next((word for word in plain if word in GENERATIONS), "")
    named = [at for at, word in enumerate(plain) if word not in GENERATIONS]
    if not _reads_as_name([rest[at] for at in named], [plain[at] for at in named], kind, bool(title)):
        return None
    core = [_without_al(rest[at]) for at in named if plain[at] not in PARTICLES] or [rest[at] for at in named]
    spelled = [fold(word) for word in core]
    return Person(
        given=tuple(given_name(word) for word in spelled[:-1]),
        family=spelled[-1],
        title=title,
        gender="m" if set(title) & MEN else "f" if set(title) & WOMEN else "",
        generation={"junior": "jr", "senior": "sr"}.get(generation, generation),
        printed=tuple(spelled),
    )


def _reads_as_name(words: Sequence[str], folded: Sequence[str], kind: ClaimantType, titled: bool) -> bool:
    core = [word for word, plain in zip(words, folded, strict=True) if plain not in PARTICLES]
    if not core or len(core) > _LONGEST_NAME or any(any(map(str.isdigit, word)) for word in core):
        return False
    if any(word.islower() and word.upper() != word for word in core) or core[0] == "The":
        return False
    if any(plain in BODY_WORDS or plain in TITLES or plain in ARTICLES - PARTICLES for plain in folded):
        return False
    if len(core) == 1 and (len(core[0]) < 2 or fold(core[0]) in UNNAMED):
        return False
    capitals = len(core) == 1 and len(core[0]) > 1 and core[0].isupper()
    return titled or kind is ClaimantType.PERSON or not (capitals or _countries(words, folded)[0])


def _without_al(word: str) -> str:
    return re.sub(r"^(?:al|el|ash|as|ad|at)[-‐’'](?=\w)", "", word, flags=re.IGNORECASE)


# ---- bodies -----------------------------------------------------------------------------------


def _bodies(words: Sequence[str], folded: Sequence[str], titled: bool) -> Iterator[Body]:
    if titled or names_nobody(words, folded):
        return
    country, rest = _countries(words, folded)
    core = [body_word(word) for word in rest if word not in ARTICLES | LINKS]
    legal = len(core) > 1 and any(word in LEGAL_FORMS for word in core)
    kept = [word for word in core if word not in LEGAL_FORMS] or core
    yield Body(
        words=frozenset(kept),
        country=country,
        acronym=folded[-1] if _is_acronym(words) else "",
        initials=_initials(folded),
        legal_form=legal,
        order=tuple(kept),
    )


def _is_acronym(words: Sequence[str]) -> bool:
    only = [word for word in words if fold(word) not in ARTICLES]
    return len(only) == 1 and only == list(words[-1:]) and 2 <= len(only[0]) <= 8 and only[0].isupper()


def names_nobody(words: Sequence[str], folded: Sequence[str]) -> bool:
    """Whether a phrase describes somebody who may be anybody: "two officials in the port", "the minister"."""
    plain = [body_word(word) for word in folded if word not in ARTICLES]
    end = next((at for at, word in enumerate(plain) if at and (word in LINKS or word in _CLAUSES)), len(plain))
    if not plain or (plain[end - 1] in UNNAMED and not _is_acronym(words)):
        return True
    country, rest = _countries(words, folded)
    core = [body_word(word) for word in rest if word not in ARTICLES | LINKS]
    if any(word not in COMMON | HOLDERS | GOVERNING for word in core):
        return False
    if country:
        return not core
    return len(core) < 2 or plain[end - 1] in HOLDERS | GOVERNING


def _initials(folded: Sequence[str]) -> frozenset[str]:
    """ "mod" and "md" for "ministry of defence"; () for fewer than two words."""
    whole = [word for word in folded if word not in ARTICLES and word != "&"]
    short = [word for word in whole if word not in LINKS]
    found = {"".join(word[0] for word in chosen) for chosen in (whole, short) if len(chosen) > 1 and all(chosen)}
    return frozenset(letters for letters in found if len(letters) > 1)


# ---- countries and what stands for them -------------------------------------------------------


def _countries(words: Sequence[str], folded: Sequence[str]) -> tuple[str, list[str]]:
    """The first country that a name holds, and its other words folded."""
    table, longest = _country_words()
    rest: list[str] = []
    country, at = "", 0
    while at < len(folded):
        for length in range(min(longest, len(folded) - at), 0, -1):
            phrase = tuple(folded[at : at + length])
            # "us" is a country only in capitals.
            if phrase in table and not (phrase == ("us",) and words[at] != "US"):
                country = country or table[phrase]
                at += length
                break
        else:
            rest.append(folded[at])
            at += 1
    return country, rest


def _stand_ins(words: Sequence[str], folded: Sequence[str]) -> tuple[StandIn, ...]:
    bare = tuple(word for word in folded if word not in ARTICLES)
    found = list(_known_stand_ins().get(tuple(folded), ()) or _known_stand_ins().get(bare, ()))
    if bare == ("us",) and "US" not in words:
        found = []
    country, rest = _countries(words, folded)
    core = {body_word(word) for word in rest if word not in ARTICLES | LINKS}
    if country and core and core <= GOVERNING:
        found.append(StandIn(country, "government"))
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=1)
def _country_words() -> tuple[dict[tuple[str, ...], str], int]:
    table: dict[tuple[str, ...], str] = {}
    for country, (names, adjectives, _, _) in _governments():
        for name in (*names, *adjectives):
            table[_key(name)] = country
    return table, max(map(len, table))


@lru_cache(maxsize=1)
def _known_stand_ins() -> dict[tuple[str, ...], list[StandIn]]:
    table: dict[tuple[str, ...], list[StandIn]] = {}
    for country, (names, _, capitals, seats) in _governments():
        for role, column in (("country", names), ("capital", capitals), ("seat", seats)):
            for name in column:
                table.setdefault(_key(name), []).append(StandIn(country, role))
    for line in filter(None, INSTITUTIONS.split("\n")):
        names, places = (_listed(part) for part in line.split("|"))
        for role, column in (("name", names), ("seat", places)):
            for name in column:
                table.setdefault(_key(name), []).append(StandIn(names[0], role))
    return table


@lru_cache(maxsize=1)
def _governments() -> list[tuple[str, list[list[str]]]]:
    rows = [[_listed(part) for part in line.split("|")] for line in filter(None, GOVERNMENTS.split("\n"))]
    return [(row[0][0], row) for row in rows]


def _listed(cell: str) -> list[str]:
    return [name.strip() for name in cell.split(",") if name.strip()]


def _key(name: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in printed_words(name))
