"""The ten invented articles of tests/data/articles with the claims that a person found in them.

`NN_style.txt` is the text, `NN_style.json` its claims. A claim in the outlet's own voice names nobody. Claims made
without a time of saying carry the day of publication; null is a time that the text leaves open. The chain runs from
the publication inwards and leaves out the claimant. `not_claims` are stretches that an extractor might wrongly take;
those in `either` may be taken or left.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.model import DatePrecision, Modality, Span

FOLDER = Path(__file__).parents[1] / "tests" / "data" / "articles"


@dataclass(frozen=True)
class GoldClaim:
    """One claim as it should be found. `also_accepted` are other names that the claimant may be given."""

    quote: str
    start: int
    end: int
    claim_text: str
    claim_author_name: str
    also_accepted: tuple[str, ...]
    cue: str
    attribution_chain: tuple[str, ...]
    modality: Modality
    claim_date: str
    claim_date_precision: DatePrecision
    own_voice: bool


@dataclass(frozen=True)
class Stretch:
    """Words of the article that are no claim, or need not be one, and why."""

    quote: str
    start: int
    end: int
    why: str

    @property
    def span(self) -> Span:
        return self.start, self.end


@dataclass(frozen=True)
class GoldArticle:
    """One article and everything a person marked in it."""

    name: str
    text: str
    style: str
    published: str
    source_name: str
    title: str
    claims: tuple[GoldClaim, ...]
    not_claims: tuple[Stretch, ...]
    either: tuple[Stretch, ...]

    @property
    def attributed(self) -> tuple[GoldClaim, ...]:
        return tuple(claim for claim in self.claims if not claim.own_voice)

    @property
    def own_voice(self) -> tuple[GoldClaim, ...]:
        return tuple(claim for claim in self.claims if claim.own_voice)


def read_articles(folder: Path = FOLDER) -> list[GoldArticle]:
    """All articles of `folder`, by name. A wrong field or value raises TypeError, KeyError or ValueError."""
    return [_article(path) for path in sorted(folder.glob("*.json"))]


def _article(path: Path) -> GoldArticle:
    marked = json.loads(path.read_text(encoding="utf-8"))
    claims, not_claims, either = (marked.pop(key) for key in ("claims", "not_claims", "either"))
    return GoldArticle(
        name=path.stem,
        text=path.with_suffix(".txt").read_bytes().decode("utf-8"),
        claims=tuple(_claim(row) for row in claims),
        not_claims=tuple(Stretch(**row) for row in not_claims),
        either=tuple(Stretch(**row) for row in either),
        **marked,
    )


def _claim(row: dict[str, Any]) -> GoldClaim:
    return GoldClaim(
        **row
        | {
            "also_accepted": tuple(row["also_accepted"]),
            "attribution_chain": tuple(row["attribution_chain"]),
            "modality": Modality(row["modality"]),
            "claim_date": row["claim_date"] or "",
            "claim_date_precision": DatePrecision(row["claim_date_precision"]),
        }
    )
