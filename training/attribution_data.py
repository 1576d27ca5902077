"""Articles with marked attributions (PolNeAR) → windows of word pieces with labels, for training the tagger."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from factcheck.pipeline.attribution.decode import BEGIN, INSIDE
from factcheck.pipeline.attribution.pieces import Pieces, cut
from factcheck.pipeline.attribution.windows import WINDOW

IntArray = npt.NDArray[np.int64]
ROLES = ("source", "content")


@dataclass(frozen=True)
class Marked:
    """An article: its pieces, and each attribution as ranges of pieces (cue, and role → ranges)."""

    pieces: Pieces
    cues: list[tuple[int, int]]
    roles: list[list[tuple[int, int, int]]]
    """Per cue: (role, start, end)."""


@dataclass(frozen=True)
class Window:
    """n pieces with a label each (outside, begin, inside of a cue), and c cues with a label (c, n) per piece."""

    ids: IntArray
    looks: IntArray
    cue_labels: IntArray
    cues: list[tuple[int, int]]
    role_labels: IntArray


def read_articles(path: Path) -> list[dict[str, Any]]:
    """Rows of a .jsonl or .jsonl.gz file with `text` and `attributions` (source, cue, content: [start, end, text])."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def mark(row: dict[str, Any], tokenizer: Any) -> Marked:
    """An article's attributions, those without a cue left out, as ranges of its pieces."""
    pieces = cut(row["text"], tokenizer)
    cues, roles = [], []
    for attribution in row["attributions"]:
        cue = _cover(pieces, [span[:2] for span in attribution["cue"]])
        if not cue:
            continue
        cues.append((cue[0][0], cue[-1][1]))
        spans = [(role, name) for role, name in enumerate(ROLES)]
        roles.append(
            [
                (role, start, end)
                for role, name in spans
                for start, end in _cover(pieces, [span[:2] for span in attribution[name]])
            ]
        )
    return Marked(pieces, cues, roles)


def _cover(pieces: Pieces, spans: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """Ranges of pieces that touch the character spans, parts that follow each other joined."""
    found: list[tuple[int, int]] = []
    for start, end in sorted((int(span[0]), int(span[1])) for span in spans):
        first = int(np.searchsorted(pieces.ends, start, side="right"))
        last = int(np.searchsorted(pieces.starts, end, side="left"))
        if first >= last:
            continue
        if found and first <= found[-1][1]:
            found[-1] = found[-1][0], max(last, found[-1][1])
        else:
            found.append((first, last))
    return found


def one_pass(articles: Sequence[Marked], seed: int, size: int = WINDOW) -> list[Window]:
    """Every article once, cut at places that differ from pass to pass; in random order."""
    dice = random.Random(seed)
    found = [window for article in articles for window in _windows(article, size, dice)]
    dice.shuffle(found)
    return found


def _windows(article: Marked, size: int, dice: random.Random) -> Iterator[Window]:
    n = len(article.pieces)
    offset = -dice.randrange(size // 2) if n > size else 0
    for start in range(offset, n, size):
        begin, end = max(0, start), min(n, start + size)
        if end - begin > 8:
            yield window_of(article, begin, end)


def window_of(article: Marked, start: int, end: int) -> Window:
    """The part of an article from piece `start` to `end`; cues that stand in it, their spans cut to it."""
    pieces, n = article.pieces, end - start
    held = [at for at, (first, last) in enumerate(article.cues) if start <= first and last <= end]
    cue_labels = np.zeros(n, np.int64)
    role_labels = np.zeros((len(held), n), np.int64)
    for row, at in enumerate(held):
        first, last = article.cues[at]
        _paint(cue_labels, first - start, last - start, BEGIN, INSIDE)
        for role, a, b in article.roles[at]:
            _paint(role_labels[row], a - start, b - start, 1 + 2 * role, 2 + 2 * role)
    inner = ~pieces.begins[start:end]
    return Window(
        pieces.ids[start:end],
        pieces.looks[start:end],
        np.where(inner, -100, cue_labels),
        [(article.cues[at][0] - start, article.cues[at][1] - start) for at in held],
        np.where(inner[None], -100, role_labels),
    )


def _paint(labels: IntArray, start: int, end: int, begin: int, inside: int) -> None:
    if end <= 0 or start >= len(labels):
        return
    labels[max(0, start) : end] = inside
    labels[max(0, start)] = begin


def batches(windows: Sequence[Window], size: int) -> list[list[Window]]:
    """Windows of like length together, the batches in the order of their first window."""
    order = sorted(range(len(windows)), key=lambda at: (len(windows[at].ids) // 64, at))
    groups = [order[start : start + size] for start in range(0, len(order), size)]
    return [[windows[at] for at in group] for group in sorted(groups, key=min)]
