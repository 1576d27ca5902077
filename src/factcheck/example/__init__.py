"""Files of this folder → the worked example: articles, a claim file and three verdicts."""

from __future__ import annotations

import csv
import io
import json
from html.parser import HTMLParser
from importlib.resources import files
from typing import NamedTuple

from factcheck.model import Article, Confidence, Evidence, Verdict

PROJECT_NAME = "Worked example"
REVIEWER = "Example reviewer"

_CLAIM_FILE = "claims.csv"
_FOLDER = files(__name__)


class ExampleVerdict(NamedTuple):
    """A verdict on the claim that `external_id` names in the claim file; `evidence` holds URLs."""

    external_id: str
    rating: str
    explanation: str
    evidence: tuple[str, ...]
    as_of: str
    confidence: Confidence

    def on(self, claim_id: int) -> Verdict:
        """The verdict as REVIEWER gives it on the claim stored as `claim_id`."""
        return Verdict(
            claim_id=claim_id,
            reviewer=REVIEWER,
            rating=self.rating,
            explanation=self.explanation,
            evidence=tuple(Evidence(url) for url in self.evidence),
            as_of=self.as_of,
            confidence=self.confidence,
        )


def example_articles() -> list[Article]:
    """The articles of the three stories, in the order in which each story unfolds."""
    return [_article(row) for row in csv.DictReader(io.StringIO(_read("articles.csv")))]


def claim_file() -> tuple[str, bytes]:
    """The name and the content of the claim file, as a user would upload it."""
    return _CLAIM_FILE, _FOLDER.joinpath(_CLAIM_FILE).read_bytes()


def example_verdicts() -> list[ExampleVerdict]:
    """What REVIEWER says of three claims of the claim file."""
    return [
        ExampleVerdict(**row | {"evidence": tuple(row["evidence"]), "confidence": Confidence(row["confidence"])})
        for row in json.loads(_read("verdicts.json"))
    ]


def _article(row: dict[str, str]) -> Article:
    return Article(
        text=_article_text(row["file"]),
        title=row["title"],
        author=row["author"],
        source_name=row["source_name"],
        source_url=row["source_url"],
        published=row["published"],
        language=row["language"],
    )


def _article_text(name: str) -> str:
    """The paragraphs of an article file without its headline."""
    content = _read("articles", name)
    if name.endswith(".html"):
        page = _Paragraphs()
        page.feed(content)
        return "\n\n".join(page.paragraphs)
    return content.split("\n\n", 1)[1].strip()


def _read(*path: str) -> str:
    return _FOLDER.joinpath(*path).read_text(encoding="utf-8")


class _Paragraphs(HTMLParser):
    """Collects the text of every <p>: the files here are written by hand and hold nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self.paragraphs: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "p":
            self.paragraphs.append("")
            self._inside = True

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "p"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.paragraphs[-1] += data
