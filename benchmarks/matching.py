"""Same claim, other words: MAP@5 beside its floors, and speed: python -m benchmarks.matching FOLDER

FOLDER holds dev_queries.jsonl.gz (tweet, gold) and snopes_claims.jsonl.gz (vclaim_id, vclaim, title). Scored is what
`match_claims` does, against the claims alone and against title and claim. Floors of the same run: BM25 on the same
stems, and the cosine of the built-in embedder. Speed: the index grown to --size judged claims by numbered restatements.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from training.matching import rows

from factcheck.pipeline.embedding import load_embedder
from factcheck.pipeline.matching import MatchIndex, Post, post_vectors, read_post
from factcheck.pipeline.matching.vocabulary import Vocabulary, read_terms

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
BEST = 5
FRAMES = ("Report {n}: {text}", "It was said in case {n} that {text}", "{text} (file {n})")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", type=int, default=100_000, help="judged claims for the speed; 0: quality only")
    given = parser.parse_args()
    asked = list(rows(given.folder / "dev_queries.jsonl.gz"))
    judged = list(rows(given.folder / "snopes_claims.jsonl.gz"))
    place = {row["vclaim_id"]: at for at, row in enumerate(judged)}
    gold = np.array([place[row["gold"]] for row in asked], np.int64)
    tweets = [row["tweet"] for row in asked]
    for name, texts in (
        ("claim alone", [row["vclaim"] for row in judged]),
        ("title and claim", [f"{row['title']} {row['vclaim']}" for row in judged]),
    ):
        vectors = quality(name, tweets, texts, gold)
    if given.size:
        speed(tweets, texts, vectors, given.size)


def quality(name: str, tweets: Sequence[str], texts: Sequence[str], gold: Ints) -> Floats:
    """Print the scores; gives the vectors of `texts`."""
    embedder, index = load_embedder(), MatchIndex()
    vectors, raw = embedder.embed(texts), embedder.embed(tweets)
    index.add(texts, vectors)
    posts, means = read(tweets)
    ours = [index.nearest(post, mean, BEST).places for post, mean in zip(posts, means, strict=True)]
    by_words_only = [index.nearest(post, None, BEST).places for post in posts]
    words = Vocabulary()
    words.add(texts)
    by_words = [best(words.relevance(read_terms(tweet).stems)) for tweet in tweets]
    print(f"\nmatching: {len(tweets)} posts, {len(texts)} judged claims, {name}")
    for title, found in (
        ("shipped", ours),
        ("shipped, without model", by_words_only),
        ("BM25 (floor)", by_words),
        ("MiniLM alone (floor)", [best(vectors @ vector) for vector in raw]),
    ):
        show(title, found, gold)
    return vectors


def read(tweets: Sequence[str]) -> tuple[list[Post], Floats]:
    posts = [read_post(tweet) for tweet in tweets]
    forms = sorted({form for post in posts for form in post.forms})
    return posts, post_vectors(posts, dict(zip(forms, load_embedder().embed(forms), strict=True)))


def best(scores: Floats) -> Ints:
    return np.argsort(-scores, kind="stable")[:BEST]


def show(title: str, found: Sequence[Ints], gold: Ints) -> None:
    """MAP@5 with one right claim a query is the mean of 1 / rank; its 95 % interval by the normal distribution."""
    hits = [np.flatnonzero(places == right) for places, right in zip(found, gold, strict=True)]
    scores = np.array([1 / (1 + at[0]) if len(at) else 0.0 for at in hits])
    error = 1.96 * scores.std() / np.sqrt(len(scores))
    first = np.mean(scores == 1)
    print(f"{title:23} MAP@5 {scores.mean():.3f} ± {error:.3f}, P@1 {first:.3f}, in five {np.mean(scores > 0):.3f}")


def speed(tweets: Sequence[str], texts: Sequence[str], vectors: Floats, size: int) -> None:
    """Restatements get the vector of their claim, slightly turned: what is timed is words, search and ranking."""
    more = [FRAMES[n % len(FRAMES)].format(n=n, text=texts[n % len(texts)]) for n in range(size)]
    turned = vectors[np.arange(size) % len(texts)]
    turned = turned + np.random.default_rng(0).normal(0, 0.01, turned.shape).astype(np.float32)
    turned /= np.linalg.norm(turned, axis=1, keepdims=True)
    index, began = MatchIndex(), time.perf_counter()
    index.add(more, turned)
    built = time.perf_counter() - began
    posts, means = read(tweets)
    took = []
    for post, mean in zip(posts, means, strict=True):
        began = time.perf_counter()
        index.nearest(post, mean, BEST)
        took.append(1000 * (time.perf_counter() - began))
    middle, slow = np.percentile(took, (50, 95))
    began = time.perf_counter()
    index.add(more[:1], turned[:1])
    added = 1000 * (time.perf_counter() - began)
    print(
        f"\n{size} judged claims: index built in {built:.1f} s, a query {middle:.1f} ms (95th percentile {slow:.1f}), "
        f"one more claim {added:.1f} ms; embedding not counted"
    )


if __name__ == "__main__":
    main()
