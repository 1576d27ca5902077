"""Texts for a project of any size: public data sets, or statements of our own, and numbered restatements of them."""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Iterator, Sequence
from itertools import count, islice, zip_longest
from pathlib import Path

RESTATED = (
    "{text}",
    "Report {number}: {text}",
    "It was said again, for the {number}th time: {text}",
    "{text} (statement {number})",
    "According to bulletin {number}, {text}",
    "Asked on day {number}, the answer was: {text}",
)
"""How a text is said again; the number keeps every restatement a text of its own."""

PLACES = ("Arda", "Belvor", "Corrin", "Dunmere", "Eskel", "Farrow", "Glenby", "Harth", "Isper", "Jorund", "Kelvar")
THINGS = ("bridge", "ferry", "reservoir", "grain store", "power line", "school", "clinic", "tunnel", "market", "depot")
DONE = ("was closed", "was reopened", "was hit at night", "stayed undamaged", "was rebuilt", "was sold", "ran dry")
AFTER = ("after the storm", "before the vote", "during the strike", "without a warning", "for the second time")


def texts(data_folder: Path, wanted: int) -> list[str]:
    """`wanted` different texts: those of the data sets below `data_folder` in turn, then numbered restatements.

    Looks for `claims_liar.tsv` (LIAR), `snopes_claims.jsonl.gz` (Snopes), `allsides_*.jsonl.gz` (AllSides) and
    `claims_babe_semicolon_bom.csv` (BABE), wherever they lie. Raises ValueError when none of them is there.
    """
    found = [list(_unlike(read)) for read in _sets(data_folder)]
    originals = list(_unlike(text for row in zip_longest(*found) for text in row if text))
    if not originals:
        raise ValueError(f"{data_folder} holds none of the data sets; name the folder that they lie in.")
    return restated(originals, wanted)


def invented(wanted: int) -> list[str]:
    """`wanted` different statements of our own."""
    originals = [
        f"The {thing} of {place} {done} {after}, with {7 + 3 * len(place + done)} people present."
        for after in AFTER
        for done in DONE
        for thing in THINGS
        for place in PLACES
    ]
    return restated(originals, wanted)


def restated(originals: Sequence[str], wanted: int) -> list[str]:
    """The originals, then each again in the words of RESTATED, numbered, until there are `wanted`."""
    every = (
        RESTATED[turn % len(RESTATED)].format(text=text, number=turn) if turn else text
        for turn in count()
        for text in originals
    )
    return list(islice(_unlike(every), wanted))


def _sets(folder: Path) -> Iterator[Iterator[str]]:
    for path in sorted(folder.rglob("claims_liar.tsv")):
        yield _column(path, "\t", 2, quoting=csv.QUOTE_NONE)
    for path in sorted(folder.rglob("snopes_claims.jsonl.gz")):
        yield (str(row["vclaim"]) for row in _lines(path))
    for path in sorted(folder.rglob("allsides_*.jsonl.gz")):
        yield (str(article["title"]) for row in _lines(path) for article in row["articles"])  # type: ignore[attr-defined]
    for path in sorted(folder.rglob("claims_babe_semicolon_bom.csv")):
        yield islice(_column(path, ";", 0, quoting=csv.QUOTE_MINIMAL), 1, None)


def _column(path: Path, delimiter: str, column: int, quoting: int) -> Iterator[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.reader(file, delimiter=delimiter, quoting=quoting):  # type: ignore[arg-type]
            if len(row) > column:
                yield row[column]


def _lines(path: Path) -> Iterator[dict[str, object]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def _unlike(given: Iterator[str] | Sequence[str]) -> Iterator[str]:
    """Without blank texts and without what came before."""
    seen: set[str] = set()
    for text in given:
        clean = " ".join(text.split())
        if clean and clean not in seen:
            seen.add(clean)
            yield clean
