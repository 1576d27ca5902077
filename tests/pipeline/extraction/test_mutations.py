"""Spoilt articles: whatever became of the text, every span gives back its quote, and nothing is raised."""

from __future__ import annotations

import random
import string
import time

import pytest
from benchmarks.gold_articles import read_articles

from factcheck.pipeline.extraction import extract, load_parser
from tests.pipeline.extraction.mutations import MUTATIONS, Mutation, mutate

pytestmark = pytest.mark.models

TEXTS = [article.text for article in read_articles()]
PUBLISHED = ("2032-03-18", "2031-05", "2030", "", "last Thursday", "2031-05-02T23:59:59+14:00")
SEED, COUNT, BATCHES = 20320318, 1000, 10
SHORT, WHOLE = 240, 3000
"""Characters. One mutation in fifty is of a whole article; the others are of a few sentences, for speed."""


def _check(text: str, published: str) -> int:
    found = extract(text, published, parser=load_parser())
    for claim in found:
        assert text[claim.start : claim.end] == claim.quote
        assert claim.quote.strip()
        assert claim.claim_text.strip()
    assert found == sorted(found, key=lambda claim: claim.start)
    return len(found)


@pytest.mark.parametrize("batch", range(BATCHES))
def test_spoilt_articles_give_exact_spans(batch: int) -> None:
    found = 0
    for number in range(batch, COUNT, BATCHES):
        chance = random.Random(SEED + number)
        length = WHOLE if number % 50 == batch % 50 == number // 50 % 10 else SHORT
        found += _check(mutate(chance.choice(TEXTS), chance, length=length), chance.choice(PUBLISHED))
    assert found > COUNT / BATCHES / 4, "the mutations leave nothing to extract"


@pytest.mark.parametrize("mutation", MUTATIONS, ids=[mutation.__name__ for mutation in MUTATIONS])
def test_a_mutation_changes_a_text_and_can_be_repeated(mutation: Mutation) -> None:
    spoilt = [mutation(TEXTS[0], random.Random(SEED)) for _ in range(2)]
    assert spoilt[0] == spoilt[1] != TEXTS[0]


def test_an_article_of_two_megabytes_comes_back() -> None:
    """Prose around data set into the page: reading takes as long as its words, not as its characters."""
    chance = random.Random(SEED)
    prose = "\n\n".join(TEXTS)
    data = "\n".join("".join(chance.choices(string.ascii_letters + string.digits, k=4000)) for _ in range(490))
    text = f"{prose}\n\n{data}\n\n{prose}"
    assert len(text) > 2_000_000
    load_parser()
    started = time.process_time()
    assert _check(text, PUBLISHED[0]) > 150
    assert time.process_time() - started < 90
