"""Labelled pairs to train on: an NLI mix, and disputes with their dates."""

from __future__ import annotations

import gzip
import hashlib
import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from factcheck.model import PairContext
from factcheck.pipeline.conflicts.timing import same_speaker
from factcheck.pipeline.scoring.timed import timed

LABELS = ("entailment", "neutral", "contradiction", "superseded")
ENTAILMENT, NEUTRAL, CONTRADICTION, SUPERSEDED = range(4)

DATED, SAME_DAY = 0.5, 0.1
"""Shares of dispute pairs shown with the days between them, and of superseded ones shown as made on one day."""
KNOWN_SPEAKER = 0.7
"""Share of the pairs by one speaker that say so."""
TWICE = (0, 3)
"""Labels (entailment, superseded) of which disputes hold few: each such pair is shown twice in a pass."""
COMPATIBLE = 0.6
"""Share of the compatible pairs that one pass shows; another pass draws others."""
UNNAMED, SHORTEST = 0.4, 4
"""Share of pairs that lose some of the names that both texts have; no text gets shorter than so many words."""
STRANGERS = 0.05
"""Pairs of claims from two disputes, added as neutral, for each labelled pair."""
LONGEST = 90
"""Words; longer rows of the NLI mix are left out."""


_NAME = re.compile(r"\b[A-Z][\w’'-]+")
_NAMED = re.compile(
    r"\s(?:in|at|on|near|of|from|inside|outside|around|off|over|by|to|through|across)\s(?:the\s)?"
    r"[A-Z][\w’'-]+(?:\s(?:(?:of|de|the)\s)?[A-Z][\w’'-]+)*(?=[\s.,;:]|$)"
)


@dataclass(frozen=True)
class Example:
    """Two texts, the second with its time in front, and the place of their relation in LABELS."""

    first: str
    second: str
    label: int

    @property
    def length(self) -> int:
        return len(self.first) + len(self.second)


@dataclass(frozen=True)
class DisputePair:
    """Two claims of one dispute, the earlier first, with the days between them."""

    first: str
    second: str
    context: PairContext
    label: int
    kind: str

    @property
    def days(self) -> int:
        return self.context.days or 0


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a .jsonl or .jsonl.gz file."""
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    yield from (json.loads(line) for line in text.split("\n") if line.strip())


def nli_rows(path: Path, most: dict[str, int], seed: int) -> list[Example]:
    """Rows of an NLI file, shuffled; `most` limits the rows of a source (a source not named is not limited)."""
    rows = [row for row in lines(path) if len((row["premise"] + " " + row["hypothesis"]).split()) <= LONGEST]
    random.Random(seed).shuffle(rows)
    taken: dict[str, int] = {}
    found: list[Example] = []
    for row in rows:
        source = row.get("source", "")
        taken[source] = taken.get(source, 0) + 1
        if taken[source] <= most.get(source, len(rows)):
            found.append(Example(row["premise"], row["hypothesis"], LABELS.index(row["label"])))
    return found


def part_of(dispute_id: str) -> str:
    """train, develop or check: where a dispute of our own belongs, by its name alone, for ever."""
    tenth = int(hashlib.sha256(dispute_id.encode()).hexdigest(), 16) % 10
    return {0: "check", 1: "develop"}.get(tenth, "train")


def read_disputes(place: Path, part: str, only: Sequence[str] = ()) -> list[dict[str, Any]]:
    """The disputes of a file; of a folder, those of one part ("all": every one), of all its files or `only` some."""
    if place.is_file():
        return list(lines(place))
    files = [path for path in sorted(place.glob("*.jsonl")) if not only or path.stem in only]
    rows = [row for path in files for row in lines(path)]
    return [row for row in rows if part in ("all", part_of(row["id"]))]


def dispute_pairs(dispute: dict[str, Any]) -> list[DisputePair]:
    """Every pair of claims of one dispute with its label; a pair that is not listed is neutral."""
    named: dict[tuple[str, ...], tuple[int, str]] = {}
    for a, b, kind in dispute.get("conflict", []):
        named[tuple(sorted((a, b)))] = (CONTRADICTION, kind)
    for label, listed in ((ENTAILMENT, "agree"), (SUPERSEDED, "superseded")):
        for a, b in dispute.get(listed, []):
            named[tuple(sorted((a, b)))] = (label, listed)
    found: list[DisputePair] = []
    for one, other in combinations(sorted(dispute["claims"], key=lambda claim: claim["when"]), 2):
        label, kind = named.get(tuple(sorted((one["id"], other["id"]))), (NEUTRAL, "compatible"))
        days = (date.fromisoformat(other["when"]) - date.fromisoformat(one["when"])).days
        context = PairContext(days, same_speaker(one["who"], other["who"]))
        found.append(DisputePair(one["text"], other["text"], context, label, kind))
    return found


def one_pass(disputes: Sequence[Sequence[DisputePair]], seed: int) -> list[Example]:
    """Every pair once, in a random order of its two texts, with or without dates, and some strangers."""
    draw = random.Random(seed)
    pairs = [pair for dispute in disputes for pair in dispute]
    rare = [pair for pair in pairs if pair.label in TWICE]
    found = [shown(pair, draw) for pair in pairs + rare if pair.label != NEUTRAL or draw.random() < COMPATIBLE]
    for _ in range(int(STRANGERS * len(found)) if len(disputes) > 1 else 0):
        one, other = draw.sample(list(disputes), 2)
        context = PairContext(draw.choice((None, None, 0, 1, 3, 12)), draw.random() < 0.1)
        found.append(Example(draw.choice(one).first, timed(draw.choice(other).second, context), NEUTRAL))
    draw.shuffle(found)
    return found


def shown(pair: DisputePair, draw: random.Random) -> Example:
    """A pair as the model sees it. Without dates, or on one day, no statement overtakes another."""
    days = pair.context.days if draw.random() < DATED else None
    label = pair.label
    if label == SUPERSEDED:
        days = (
            draw.choice((0, None)) if draw.random() < SAME_DAY else pair.context.days if draw.random() < 0.75 else None
        )
        label = SUPERSEDED if days else CONTRADICTION
    context = PairContext(days, pair.context.same_speaker and draw.random() < KNOWN_SPEAKER)
    first, second = pair.first, pair.second
    if draw.random() < UNNAMED:
        first, second = without_shared_names(first, second, draw), without_shared_names(second, first, draw)
    if draw.random() < 0.5:
        return Example(first, timed(second, context), label)
    return Example(second, timed(first, context.turned()), label)


def without_shared_names(text: str, other: str, draw: random.Random) -> str:
    """The text without some of the places and persons that the other text names as well.

    Claims cut from articles seldom repeat them ("the raid", "the port"); which raid is meant, the article says.
    """
    known = set(_NAME.findall(other))

    def kept(match: re.Match[str]) -> str:
        shared = set(_NAME.findall(match[0])) <= known
        return "" if shared and draw.random() < 0.7 else match[0]

    shorter = _NAMED.sub(kept, text)
    return shorter if len(shorter.split()) >= SHORTEST else text


def batches(examples: Iterable[Example], size: int, seed: int) -> list[list[Example]]:
    """Batches of like length in random order; the length of a batch is bounded, so its memory is."""
    pool = list(examples)
    draw = random.Random(seed)
    draw.shuffle(pool)
    found: list[list[Example]] = []
    chunk = size * 64
    for start in range(0, len(pool), chunk):
        part = sorted(pool[start : start + chunk], key=lambda example: example.length)
        found += [part[at : at + size] for at in range(0, len(part), size)]
    draw.shuffle(found)
    return found
