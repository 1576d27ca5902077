"""A project of any size in a database file, with a whole analysis and people's work in it, without a model.

    python -m benchmarks.big_project FILE --claims 100000 [--data FOLDER]

Topics, conflicts, disputes, verdicts and decisions are drawn by a fixed seed and written through the store: they say
nothing about quality, but their numbers and sizes are those of a large desk. One claim in seven has no topic, most
topics are small and a few hold hundreds; five pairs a claim, one claim in twenty judged.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np

from benchmarks.big_texts import invented, texts
from factcheck import config
from factcheck.model import (
    SCALE,
    Act,
    Article,
    Claim,
    ClaimantAct,
    ClaimantStep,
    ClaimantType,
    ClaimFilter,
    Conflict,
    ConflictKind,
    DatePrecision,
    Dispute,
    Evidence,
    ImportCounts,
    PairChoice,
    PairDecision,
    Position,
    Topic,
    Verdict,
    conflict_id,
)
from factcheck.pipeline.importing import duplicate_key
from factcheck.store import analyses, articles, batches, claimants, claims, derived, history, projects, reviews
from factcheck.store.engine import Connection
from factcheck.text.normalise import sha256_of
from factcheck.workbench import Workbench

PROJECT = "Large desk"
PER_ARTICLE, PAIRS_EACH, IN_QUESTION = 10, 5, 14
MODEL, DIMENSION = "made-up-vectors", 384
REVIEWERS = ("Ada Fox", "Ben Ito", "Cleo Marsh", "Dev Rao")
KINDS = ("contradiction", "contradiction", "number", "responsibility", "superseded", "agreement")


@dataclass(frozen=True)
class Lines:
    """What is lined up: the pairs, and the disputes they belong to."""

    topics: list[Topic]
    conflicts: list[Conflict]
    disputes: list[Dispute]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--data", type=Path, help="folder of public data sets whose texts are taken")
    given = parser.parse_args()
    url = f"sqlite:///{given.file.absolute()}"
    build(url, texts(given.data, given.claims) if given.data else invented(given.claims))


def build(url: str, said: Sequence[str]) -> Workbench:
    """A workbench on a new project whose claims have the texts `said`, analysed and partly judged."""
    bench = Workbench.open(config.load({}, database_url=url), PROJECT)
    draw, project = random.Random(7), bench.desk.project
    with bench.desk.writing() as connection:
        _bring_in(connection, project, said, draw)
        projects.claims_changed(connection, project)
    run = bench.analysis.start()
    with bench.desk.reading() as connection:
        ids = claims.ids(connection, project, ClaimFilter())
    lines = lined_up(ids, draw)
    with bench.desk.writing() as connection:
        analyses.finish(connection, run.id, MODEL, "made-up-scores")
        derived.replace(connection, project, lines.topics, lines.conflicts, lines.disputes)
    with bench.desk.writing() as connection:
        _judge(connection, project, ids, lines, draw)
    return bench


def add_vectors(connection: Connection, project: int, said: Sequence[str]) -> None:
    """A made-up unit vector for every text."""
    rows = np.random.default_rng(7).standard_normal((len(said), DIMENSION), np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    derived.cache_vectors(connection, project, MODEL, dict(zip(map(sha256_of, said), rows, strict=True)))


def claims_of(said: Sequence[str], draw: random.Random) -> list[Claim]:
    """A claim for each text; a few claimants and outlets speak often, most of them rarely."""
    names = [f"{('Mayor', 'Council', 'Hospital', 'Union')[n % 4]} of District {n}" for n in range(len(said) // 8 + 3)]
    outlets = [f"District {n} Courier" for n in range(min(400, len(said) // 20 + 3))]
    first = date(2031, 3, 1)
    made = []
    for number, text in enumerate(said):
        who, where = (int(len(given) * draw.random() ** 2.5) for given in (names, outlets))
        made.append(
            Claim(
                claim_text=text,
                claim_author_name=names[who],
                claim_author_type=ClaimantType.PERSON if who % 4 == 0 else ClaimantType.ORGANISATION,
                cue="said",
                claim_date=(first + timedelta(days=draw.randrange(90))).isoformat(),
                claim_date_precision=DatePrecision.DAY,
                language="en",
                source_name=outlets[where],
                source_url=f"https://courier-{where}.example/{number}",
                source_published=(first + timedelta(days=90)).isoformat(),
                external_id=f"x{number}" if number % 2 else "",
            )
        )
    return made


def _bring_in(connection: Connection, project: int, said: Sequence[str], draw: random.Random) -> None:
    """Two thirds come in files of up to 5,000, a third in articles of ten claims."""
    made = claims_of(said, draw)
    in_files = len(made) * 2 // 3
    for start in range(0, in_files, 5000):
        part = made[start : min(start + 5000, in_files)]
        batch = _batch(connection, project, f"claims-{start}.csv", len(part))
        claims.add(connection, project, batch, [(claim, duplicate_key(claim)) for claim in part])
    for start in range(in_files, len(made), PER_ARTICLE):
        _article(connection, project, made[start : start + PER_ARTICLE])


def _article(connection: Connection, project: int, part: Sequence[Claim]) -> None:
    text, at = "\n".join(claim.claim_text for claim in part), 0
    source = part[0]
    article = Article(text, source.claim_text[:60], "", source.source_name, source.source_url, source.source_published)
    batch = _batch(connection, project, article.name, len(part))
    number = articles.add(connection, project, batch, article)
    placed = []
    for claim in part:
        end = at + len(claim.claim_text)
        placed.append(replace(claim, quote=claim.claim_text, start=at, end=end, article_id=number))
        at = end + 1
    claims.add(connection, project, batch, [(claim, duplicate_key(claim)) for claim in placed])


def _batch(connection: Connection, project: int, name: str, rows: int) -> int:
    return batches.add(connection, project, name, sha256_of(name), ImportCounts(rows, rows), REVIEWERS[0])


def lined_up(ids: Sequence[int], draw: random.Random) -> Lines:
    """Topics of all sizes, in each questions with two sides, and pairs within and between the sides."""
    lines = Lines([], [], [])
    for members in _topics(ids, draw):
        topic = Topic(f"t{members[0]}", f"Event {members[0]}: strike, talks", ("strike", "talks"), members)
        lines.topics.append(topic)
        # The largest topics have one very large question, the others several small ones.
        size = 60 if len(members) > 150 else IN_QUESTION
        for start in range(0, len(members), size):
            _question(topic, members[start : start + size], lines, draw)
    return lines


def _topics(ids: Sequence[int], draw: random.Random) -> Iterator[tuple[int, ...]]:
    shuffled = list(ids)
    draw.shuffle(shuffled)
    at, end = 0, len(ids) * 6 // 7
    while at < end:
        few, some, many = draw.randint(3, 12), draw.randint(20, 60), draw.randint(200, 2000)
        size = draw.choices((few, some, min(many, len(ids) // 20 + 2)), (0.96, 0.039, 0.001))[0]
        yield tuple(sorted(shuffled[at : min(at + size, end)]))
        at += size


def _question(topic: Topic, members: Sequence[int], lines: Lines, draw: random.Random) -> None:
    if len(members) < 2:
        return
    sides = members[::2], members[1::2]
    name, pairs = f"d{members[0]}", {}
    for _ in range(PAIRS_EACH * len(members)):
        kind = ConflictKind(draw.choice(KINDS))
        other = sides[1] if kind.is_conflict else sides[0]
        a, b = sorted((draw.choice(sides[0]), draw.choice(other)))
        if a != b:
            pairs[a, b] = kind
    found = [_pair(a, b, kind, topic.id, name, draw.random()) for (a, b), kind in pairs.items()]
    lines.conflicts.extend(found)
    scores = [pair.score for pair in found if pair.kind.is_conflict]
    if scores:
        positions = tuple(Position(side, tuple(ids)) for side, ids in enumerate(sides, 1))
        lines.disputes.append(Dispute(name, topic.id, f"Was {name} closed or open?", max(scores), positions))


def _pair(a: int, b: int, kind: ConflictKind, topic: str, dispute: str, score: float) -> Conflict:
    parts = (("what the model reads", 1.5), ("same day", 0.25), ("numbers", -0.4))
    named = dispute if kind.is_conflict else ""
    return Conflict(
        a,
        b,
        kind,
        score,
        score,
        score,
        0.8,
        0.1,
        0.9,
        'what is said: "closed" × "open"',
        ((4, 9),),
        (),
        topic,
        named,
        parts,
    )


def _judge(connection: Connection, project: int, ids: Sequence[int], lines: Lines, draw: random.Random) -> None:
    """One claim in twenty judged, up to 2,000 pairs decided, some claimants joined; all of it in the history."""
    for claim_id in draw.sample(ids, len(ids) // 20):
        rating, who = draw.choice(SCALE).label, draw.choice(REVIEWERS)
        evidence = (Evidence(f"https://archive.example/{claim_id}"),)
        verdict = Verdict(claim_id, who, rating, "Both bulletins were compared.", evidence, "2031-06-01")
        reviews.add_verdict(connection, project, verdict, "", 0)
        _record(connection, project, who, "verdict", f"claim {claim_id}", rating)
    in_dispute = [pair for pair in lines.conflicts if pair.dispute_id]
    for pair in draw.sample(in_dispute, min(2000, len(in_dispute) // 20)):
        choice, who = draw.choice(list(PairChoice)), draw.choice(REVIEWERS)
        decision = PairDecision(pair.claim_a_id, pair.claim_b_id, choice, "Read in full.", who)
        reviews.add_decision(connection, project, decision, 0)
        _record(connection, project, who, "pair decided", conflict_id(pair.claim_a_id, pair.claim_b_id), choice)
    names = claims.distinct(connection, project, "claim_author_name")
    for first, second in zip(names[0:400:2], names[1:400:2], strict=False):
        act = ClaimantAct(ClaimantStep.JOIN, (first, second), first, REVIEWERS[0])
        claimants.add(connection, project, act)
        _record(connection, project, REVIEWERS[0], "claimants joined", f"“{first}” and “{second}”", first)


def _record(connection: Connection, project: int, who: str, what: str, subject: str, after: str) -> None:
    history.record(connection, project, Act(datetime.now(UTC), who, what, subject, "", after, ""))


if __name__ == "__main__":
    main()
