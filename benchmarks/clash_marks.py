"""How well the marked words carry the clash, against 50 pairs marked by hand: python -m benchmarks.clash_marks

The pairs are conflicts of the develop part of training/disputes; clash_words.jsonl holds, for each, the shortest
phrases that a careful reader would underline. Scored are the words of both texts: share of the marked ones that are
right, share of the right ones that are marked, and their F1, averaged over pairs; and how often the machine
underlines at least one right word in both texts. Floor: the words that the other text does not have.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from factcheck.model import Span
from factcheck.pipeline.conflicts.kinds import kind_of_clash
from factcheck.pipeline.conflicts.wording import Marks, marks
from factcheck.text.clashes import clashes
from factcheck.text.words import content_stems, words

PAIRS = Path(__file__).with_name("clash_words.jsonl")


def main() -> None:
    rows = [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]
    print(f"{len(rows)} pairs{'':28}precision  recall     F1  both hit")
    methods = (
        ("own words (floor)", own_words),
        ("as shown", by_rules),
    )
    for title, method in methods:
        report(title, rows, method)


def report(title: str, rows: Sequence[dict[str, str]], method: Callable[[str, str], Marks]) -> None:
    scores = []
    for row in rows:
        marked = method(row["a"], row["b"])
        parts = [
            (covered(row[side], found), covered(row[side], spans(row[side], row[f"mark_{side}"])))
            for side, found in zip("ab", marked, strict=True)
        ]
        right = sum(len(said & gold) for said, gold in parts)
        precision = right / max(sum(len(said) for said, _ in parts), 1)
        recall = right / sum(len(gold) for _, gold in parts)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        scores.append((precision, recall, f1, all(said & gold for said, gold in parts)))
    values = "".join(f"{value:9.3f}" for value in np.mean(scores, axis=0))
    print(f"{title:34}{values}")


def covered(text: str, found: Sequence[Span]) -> set[int]:
    """Places of the words that a span touches."""
    places = [match.span() for match in re.finditer(r"[\w'’.,%-]*\w", text)]
    return {at for at, (start, end) in enumerate(places) if any(s < end and start < e for s, e in found)}


def spans(text: str, phrases: Sequence[str]) -> list[Span]:
    return [(text.index(phrase), text.index(phrase) + len(phrase)) for phrase in phrases]


def own_words(a: str, b: str) -> Marks:
    """Every content word that the other text lacks."""
    sides = [
        tuple((w.start, w.end) for w in words(x) if w.is_content and w.stem not in content_stems(y))
        for x, y in ((a, b), (b, a))
    ]
    return sides[0], sides[1]


def by_rules(a: str, b: str) -> Marks:
    found = clashes(a, b)
    return marks(a, b, found, kind_of_clash(found))


if __name__ == "__main__":
    main()
