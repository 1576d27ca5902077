"""How well claims are found in ten invented articles of ten styles: python -m benchmarks.extraction [--failures]

Attributed claims are scored first. `strict`: a found claim with the right claimant and at least 80 % of the words of
the quote, both ways; `loose`: 50 %. `span`: the words alone, at 50 %. Claimant, date, modality, chain: how many of
those are right in it; `text` is the mean likeness of the claim texts in percent. `extra` are found claims that lie on
no marked claim, `taken` those of them on a stretch marked as no claim; `wrong` lie on claims, but in other pieces or
once too often. Precision is strict matches among all found claims, without those on stretches that may be taken or
left (`either`) and without those that give the outlet's own claims, which are counted apart (`own`). Then the speed:
one process, two threads.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path

from rapidfuzz.fuzz import token_sort_ratio
from threadpoolctl import threadpool_limits

from benchmarks.gold_articles import FOLDER, GoldArticle, GoldClaim, read_articles
from benchmarks.gold_matching import (
    LOOSE,
    STRICT,
    ArticleWords,
    Match,
    claim_spans,
    in_stretches,
    match_claims,
    plain,
)
from factcheck.model import AttributedClaim
from factcheck.workbench.readings import find_english

THREADS, SECONDS = 2, 10.0
Extract = Callable[[str, str], list[AttributedClaim]]


@dataclass(frozen=True)
class Failure:
    """One thing that went wrong, to read."""

    kind: str
    article: str
    gold: str
    found: str


@dataclass
class Score:
    """Counts for one article or several; `+` adds them up."""

    gold: int = 0
    found: int = 0
    strict: int = 0
    loose: int = 0
    span: int = 0
    claimant: int = 0
    date: int = 0
    modality: int = 0
    chain: int = 0
    likeness: float = 0.0
    wrong: int = 0
    extra: int = 0
    taken: int = 0
    either: int = 0
    own_gold: int = 0
    own: int = 0
    failures: list[Failure] = field(default_factory=list)

    def __add__(self, other: Score) -> Score:
        return Score(*(getattr(self, each.name) + getattr(other, each.name) for each in fields(Score)))

    @property
    def recall(self) -> float:
        return self.strict / max(self.gold, 1)

    @property
    def precision(self) -> float:
        return self.strict / max(self.found - self.either - self.own, 1)

    @property
    def f1(self) -> float:
        return 2 * self.recall * self.precision / max(self.recall + self.precision, 1e-9)


def score(article: GoldArticle, found: Sequence[AttributedClaim]) -> Score:
    """`found` against what a person marked in `article`."""
    words = ArticleWords(article.text)
    strict = [m for m in match_claims(words, article.attributed, found, STRICT) if m.right_claimant]
    spans = match_claims(words, article.attributed, found, LOOSE)
    own, rest = _own_voice(article, words, _without(found, spans))
    either = [claim for claim in rest if in_stretches(words, (one.span for one in article.either), claim)]
    rest = _without(rest, either)
    extra = [claim for claim in rest if not in_stretches(words, claim_spans(article), claim)]
    taken = [claim for claim in rest if in_stretches(words, (one.span for one in article.not_claims), claim)]
    return Score(
        gold=len(article.attributed),
        found=len(found) - sum(len(match.found) - 1 for match in strict),
        strict=len(strict),
        loose=sum(match.right_claimant for match in spans),
        span=len(spans),
        claimant=sum(match.right_claimant for match in spans),
        date=sum(_right_date(match) for match in spans),
        modality=sum(match.best.modality is match.gold.modality for match in spans),
        chain=sum(_right_chain(match) for match in spans),
        likeness=sum(_likeness(match) for match in spans),
        wrong=len(_without(rest, extra)),
        extra=len(extra),
        taken=len(taken),
        either=len(either),
        own_gold=len(article.own_voice),
        own=len(own),
        failures=list(_failures(article, strict, spans, _without(rest, extra), extra)),
    )


def _own_voice(
    article: GoldArticle, words: ArticleWords, found: Sequence[AttributedClaim]
) -> tuple[list[Match], list[AttributedClaim]]:
    """The outlet's own claims among `found`, by nobody or by the outlet, and the other claims."""
    outlets = {"", plain(article.source_name)}
    unnamed = [claim for claim in found if plain(claim.claim_author_name) in outlets]
    matches = match_claims(words, article.own_voice, unnamed, LOOSE)
    return matches, _without(found, matches)


def _without(
    claims: Iterable[AttributedClaim], used: Iterable[Match] | Iterable[AttributedClaim]
) -> list[AttributedClaim]:
    gone = {id(claim) for one in used for claim in (one.found if isinstance(one, Match) else (one,))}
    return [claim for claim in claims if id(claim) not in gone]


def _right_date(match: Match) -> bool:
    gold, best = match.gold, match.best
    return (gold.claim_date, gold.claim_date_precision) == (best.claim_date, best.claim_date_precision)


def _right_chain(match: Match) -> bool:
    return [plain(name) for name in match.gold.attribution_chain] == [
        plain(name) for name in match.best.attribution_chain
    ]


def _likeness(match: Match) -> float:
    told = " ".join(claim.claim_text for claim in match.found)
    return token_sort_ratio(match.gold.claim_text.lower(), told.lower()) / 100


def _failures(
    article: GoldArticle,
    strict: Sequence[Match],
    spans: Sequence[Match],
    wrong: Iterable[AttributedClaim],
    extra: Iterable[AttributedClaim],
) -> Iterable[Failure]:
    def failed(kind: str, gold: str, found: str) -> Failure:
        return Failure(kind, article.name, gold, found)

    matched, right = {match.gold for match in spans}, {match.gold for match in strict}
    for claim in article.attributed:
        if claim not in matched:
            yield failed("missed", _told(claim), "")
    for match in spans:
        gold, best = match.gold, match.best
        if not match.right_claimant:
            yield failed("claimant", _told(gold), best.claim_author_name)
        elif gold not in right:
            yield failed("edges", _told(gold), best.quote)
        if not _right_date(match):
            yield failed("date", f"{_told(gold)} {gold.claim_date or 'unknown'}", best.claim_date or "unknown")
        if gold.modality is not best.modality:
            yield failed("modality", f"{_told(gold)} {gold.modality}", best.modality)
        if not _right_chain(match):
            yield failed("chain", f"{_told(gold)} {gold.attribution_chain}", str(best.attribution_chain))
        if _likeness(match) < STRICT:
            yield failed("text", gold.claim_text, best.claim_text)
    for found in wrong:
        yield failed("wrong", "", _told(found))
    for found in extra:
        yield failed("extra", "", _told(found))


def _told(claim: GoldClaim | AttributedClaim) -> str:
    return f"{claim.claim_author_name or '(nobody)'} [{claim.cue}] {claim.quote!r}"


def measure(articles: Sequence[GoldArticle], reader: Extract = find_english) -> list[Score]:
    """One score for each article."""
    return [score(article, reader(article.text, article.published)) for article in articles]


def articles_a_minute(articles: Sequence[GoldArticle], seconds: float = SECONDS) -> tuple[float, float]:
    """How many articles of this length are read in a minute, the models loaded: by the clock, and of processor time."""
    started, busy, count = time.perf_counter(), time.process_time(), 0
    with threadpool_limits(THREADS):
        while time.perf_counter() - started < seconds:
            for article in articles:
                find_english(article.text, article.published)
            count += len(articles)
    return 60 * count / (time.perf_counter() - started), 60 * count / (time.process_time() - busy)


COLUMNS = ("gold", "found", "strict", "loose", "span", "claimant", "date", "modality", "chain")
LAST = ("wrong", "extra", "taken", "either")


def table(names: Sequence[str], scores: Sequence[Score]) -> str:
    """A line for each article and one for all together."""
    heads = (*COLUMNS, "text", *LAST, "own", "recall", "prec.", "F1")
    lines = [f"{'article':18}" + "".join(f"{head:>{_width(head)}}" for head in heads)]
    rows = [*zip(names, scores, strict=True), ("all", sum(scores, Score()))]
    for name, one in rows:
        cells = [str(getattr(one, column)) for column in COLUMNS]
        cells.append(f"{100 * one.likeness / max(one.span, 1):.0f}")
        cells += [str(getattr(one, column)) for column in LAST]
        cells.append(f"{one.own}/{one.own_gold}")
        cells += [f"{100 * value:.1f}" for value in (one.recall, one.precision, one.f1)]
        lines.append(f"{name:18}" + "".join(f"{cell:>{_width(head)}}" for cell, head in zip(cells, heads, strict=True)))
    return "\n".join(lines)


def _width(head: str) -> int:
    return max(len(head), 5) + 2


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, default=FOLDER, help="folder of NN_style.txt and NN_style.json")
    parser.add_argument("--failures", action="store_true", help="list what went wrong, by kind")
    given = parser.parse_args()
    articles = read_articles(given.articles)
    scores = measure(articles)
    print(table([article.name for article in articles], scores))
    if given.failures:
        for one in sorted(sum(scores, Score()).failures, key=lambda failure: failure.kind):
            print(f"\n{one.kind:9}{one.article}\n  gold   {one.gold}\n  found  {one.found}")
    by_clock, busy = articles_a_minute(articles)
    print(
        f"\n{by_clock:.0f} articles a minute (one process, {THREADS} threads); {busy:.0f} in a minute of processor time"
    )


if __name__ == "__main__":
    main()
