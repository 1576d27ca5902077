"""Near-copies and origins on labelled sets, and the time they take: python -m benchmarks.origins [--failures].

`tests/data/origins/sets.jsonl` holds invented sets of claims, one a line, with the groups that a person put them in:
`same` (near-copies, judged once) and `origins` (who they go back to). All sets are looked through together, so that a
claim of one set that is put beside a claim of another counts as a mistake as well.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from factcheck.model import Article, Claim, DatePrecision, Origin
from factcheck.pipeline.origins import find_origins

SETS = Path(__file__).parents[1] / "tests" / "data" / "origins" / "sets.jsonl"
Pairs = set[tuple[int, int]]


def load(path: Path = SETS) -> tuple[list[Claim], list[Article], Pairs, Pairs, dict[int, str]]:
    """Claims, articles, pairs of the same claim, pairs of one origin, and claim id → name of its set."""
    claims: list[Claim] = []
    articles: list[Article] = []
    same: Pairs = set()
    origins: Pairs = set()
    names: dict[int, str] = {}
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        first = len(claims) + 1
        claims += [_claim(item, first + at) for at, item in enumerate(row["claims"])]
        names |= dict.fromkeys(range(first, len(claims) + 1), row["name"])
        texts = row.get("articles", {})
        outlets = {claim.article_id: claim.source_name for claim in claims[first - 1 :]}
        articles += [Article(text, source_name=outlets[int(key)], id=int(key)) for key, text in texts.items()]
        same |= _pairs([[first + at for at in group] for group in row["same"]])
        origins |= _pairs([[first + at for at in group] for group in row["origins"]])
    return claims, articles, same, origins, names


def found_pairs(found: Iterable[Origin], name: str) -> Pairs:
    """The pairs of claims that share `name` ("same_id" or "origin_id")."""
    groups: dict[str, list[int]] = {}
    for origin in found:
        groups.setdefault(getattr(origin, name), []).append(origin.claim_id)
    return _pairs(groups.values())


def scores(found: Pairs, wanted: Pairs) -> tuple[float, float]:
    """Precision and recall of pairs; 1 where there is nothing to find or nothing found."""
    hit = len(found & wanted)
    return hit / len(found) if found else 1.0, hit / len(wanted) if wanted else 1.0


def synthetic(number: int) -> Iterator[Claim]:
    """Numbered restatements: invented events, each told four times, in copies and in other words."""
    places = [
        "port",
        "bridge",
        "school",
        "hospital",
        "mine",
        "market",
        "river",
        "station",
        "harbour",
        "museum",
        "mill",
        "quarry",
    ]
    fates = ["closed", "opened", "burned", "flooded", "collapsed", "reopened", "evacuated", "inspected"]
    causes = (
        "after a heavy storm crossed the northern valley",
        "because engineers found cracks in the main pillar",
        "when workers walked out over unpaid wages",
        "before the autumn festival began in the old town",
    )
    tags = ("", "", "", " (Reuters)", " (AP)")
    speakers = ("", "", "Ann Ferrant", "Mayor Ferrant", "the police")
    for at in range(number):
        event, copy = divmod(at, 4)
        place, fate, cause = places[event % 11], fates[event // 11 % 8], causes[event // 88 % 4]
        text = f"The {place} in district {event} was {fate} {cause}, {('officials', 'residents')[copy % 2]} said."
        if copy == 3:
            text = f"District {event}: {place} {fate} {cause}."
        yield Claim(
            text + tags[event % 5],
            claim_author_name=speakers[event % 5],
            source_name=f"Paper {at % 97}",
            claim_date=f"2031-0{event % 9 + 1}-1{event % 10}",
            claim_date_precision=DatePrecision.DAY,
            id=at + 1,
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--failures", action="store_true", help="list the pairs that were missed or wrongly joined")
    parser.add_argument("--speed", type=int, nargs="*", default=[1_000, 10_000, 100_000], help="numbers of claims")
    given = parser.parse_args()
    claims, articles, *wanted, names = load()
    found = find_origins(claims, articles)
    print(f"{len(claims)} claims in {len(set(names.values()))} sets")
    for label, name, pairs in zip(("same claim", "one origin"), ("same_id", "origin_id"), wanted, strict=True):
        got = found_pairs(found, name)
        precision, recall = scores(got, pairs)
        print(f"{label:<12} precision {precision:.3f}  recall {recall:.3f}  ({len(pairs)} pairs)")
        if given.failures:
            for kind, missed in (("wrong", got - pairs), ("missed", pairs - got)):
                print(*(f"  {kind}: {names[a]} {a} / {names[b]} {b}" for a, b in sorted(missed)), sep="\n")
    for number in given.speed:
        _time(number)


def _time(number: int) -> None:
    claims = list(synthetic(number))
    wall, cpu = time.perf_counter(), time.process_time()
    found = find_origins(claims)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    groups = len({origin.same_id for origin in found}), len({origin.origin_id for origin in found})
    print(f"{number:>7} claims: {wall:.1f} s ({cpu:.1f} s of processor time), {groups[0]} claims, {groups[1]} origins")


def _claim(item: dict[str, Any], number: int) -> Claim:
    return Claim(
        item["text"],
        quote=item.get("quote", ""),
        claim_author_name=item.get("speaker", ""),
        source_name=item["outlet"],
        claim_date=item["date"],
        claim_date_precision=DatePrecision.DAY,
        attribution_chain=tuple(item.get("chain", ())),
        article_id=item.get("article"),
        id=number,
    )


def _pairs(groups: Iterable[Iterable[int]]) -> Pairs:
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


if __name__ == "__main__":
    main()
