"""Statements → which of them go back to one origin, each link with its reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import NamedTuple

from factcheck.pipeline.origins.days import close
from factcheck.pipeline.origins.likeness import COPIED, RELATED, copied, related
from factcheck.pipeline.origins.speakers import is_somebody, may_be_one, parted
from factcheck.pipeline.origins.stars import stars
from factcheck.pipeline.origins.statement import Statement
from factcheck.pipeline.origins.wording import Wording

RELATED_DAYS = 3


class Link(NamedTuple):
    """Claims of one origin, and what says so of each of them."""

    ids: tuple[int, ...]
    reason: str


def links(statements: Sequence[Statement], same: Iterable[Sequence[Statement]]) -> list[Link]:
    """All links; claims may stand in several of them. `same` are the groups of near-copies."""
    by_source = (
        *_handed_on(statements, lambda one: one.agency, "credits {}"),
        *_handed_on(statements, lambda one: one.copied_articles, "its article shares sentences with the others"),
    )
    return [*_copied(same), *by_source, *_quoted(statements), *_one_page(statements)]


def _copied(same: Iterable[Sequence[Statement]]) -> Iterable[Link]:
    """Near-copies by one speaker; of an outlet's own words only telling ones, under one agency."""
    for group in same:
        speakers = parted([one.speaker for one in group])
        by_speaker: dict[str, list[Statement]] = defaultdict(list)
        for one in group:
            by_speaker[speakers[one.speaker] if _binds(one) else one.speaker].append(one)
        for speaker, told in by_speaker.items():
            yield from _worded(told) if speaker else _unsigned(told)


def _binds(one: Statement) -> bool:
    """Whether words without a speaker are telling enough to be a speaker's copied words."""
    return bool(one.speaker) or one.wording.is_telling


def _unsigned(told: Sequence[Statement]) -> Iterable[Link]:
    agencies = parted([one.agency.replace(" ", "") for one in told])
    by_agency: dict[str, list[Statement]] = defaultdict(list)
    for one in told:
        name = one.agency.replace(" ", "")
        if name or one.wording.is_telling:
            by_agency[agencies[name]].append(one)
    for copies in by_agency.values():
        yield from _worded(copies)


def _worded(told: Sequence[Statement]) -> Iterable[Link]:
    """One link for all; whose words are nobody else's are only nearly the same."""
    texts: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for one in told:
        texts[one.wording.tokens].append(one.id)
    if len(told) > 1:
        yield Link(tuple(one.id for one in told), "")
        for ids in texts.values():
            yield Link(tuple(ids), "same wording" if len(ids) > 1 else "nearly the same wording")


def _handed_on(statements: Iterable[Statement], source: Callable[[Statement], str], reason: str) -> Iterable[Link]:
    """Statements on one thing that come by way of one source."""
    by_source: dict[str, list[Statement]] = defaultdict(list)
    for one in statements:
        if source(one):
            by_source[source(one)].append(one)
    for name, told in sorted(by_source.items()):
        around = _Around(lambda one: one.wording, lambda one: (one.wording.turns, one.denied), RELATED, _related)
        yield from around.links(told, reason.format(name))


def _related(leader: Statement, one: Statement) -> float:
    if not (leader.wording.is_telling and one.wording.is_telling):
        share = float(leader.wording.tokens == one.wording.tokens and leader.day == one.day)
    else:
        share = related(leader.wording, one.wording) if close(leader.day, one.day, RELATED_DAYS) else 0.0
    return share if share and may_be_one(leader.speaker, one.speaker) else 0.0


def _quoted(statements: Iterable[Statement]) -> Iterable[Link]:
    """One speaker's same words on one day, though the claims made of them read differently."""
    named = [one for one in statements if one.quote and is_somebody(one.speaker)]
    around = _Around(_said, lambda one: (one.day, _said(one).numbers, _said(one).turns), COPIED, _same_quote)
    return around.links(named, "same quotation on the same day")


def _said(one: Statement) -> Wording:
    return one.quote or one.wording


def _same_quote(leader: Statement, one: Statement) -> float:
    a, b = _said(leader), _said(one)
    share = copied(a, b) if a.is_telling and b.is_telling else float(a.tokens == b.tokens)
    return share if share and may_be_one(leader.speaker, one.speaker) else 0.0


class _Around(NamedTuple):
    """How statements gather around the longest: by which words, what they share exactly, how much of the rest."""

    text: Callable[[Statement], Wording]
    key: Callable[[Statement], Hashable]
    share: float
    fit: Callable[[Statement, Statement], float]

    def links(self, told: Iterable[Statement], reason: str) -> Iterable[Link]:
        ordered = sorted(told, key=self._longest_first)
        tokens, keys = [self.text(one).tokens for one in ordered], [self.key(one) for one in ordered]
        leads = stars(tokens, keys, self.share, lambda leader, row: self.fit(ordered[leader], ordered[row]))
        grouped: dict[int, list[int]] = defaultdict(list)
        for one, leader in zip(ordered, leads, strict=True):
            grouped[leader].append(one.id)
        yield from (Link(tuple(ids), reason) for ids in grouped.values() if len(ids) > 1)

    def _longest_first(self, one: Statement) -> tuple[object, ...]:
        tokens = self.text(one).tokens
        return -len(tokens), tokens, one.speaker, one.day or 0, one.id


def _one_page(statements: Iterable[Statement]) -> Iterable[Link]:
    """What one speaker says in one text is one statement; what the outlet says there is one report."""
    pages: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for one in statements:
        if one.page:
            pages[one.page, one.speaker, one.speaker or one.agency].append(one.id)
    yield from (Link(tuple(ids), "same speaker in the same text") for ids in pages.values() if len(ids) > 1)
