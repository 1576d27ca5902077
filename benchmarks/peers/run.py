"""Seconds that peers need for the same work: python run.py JOB.json, in the peers' own environment.

JOB holds `texts` (n,), `pairs` (m, 2) of texts, `model`, the folder of a cross-encoder, `embedder`, the folder of a
sentence model, and `threads`. Prints one JSON object: seconds of each step, and how many texts or pairs it had.
Every peer runs with its defaults. Nothing of the workbench is imported here.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any


def main() -> None:
    job = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    import torch

    torch.set_num_threads(job["threads"])
    found: dict[str, Any] = {}
    found["encode"], vectors = timed(lambda: encode(job["embedder"], job["texts"]))
    found["community_detection"], _ = timed(lambda: communities(vectors))
    found["bertopic_first"], topics = timed(lambda: bertopic(job["texts"], vectors))
    found["bertopic_again"], topics = timed(lambda: bertopic(job["texts"], vectors))
    found["bertopic_outliers"] = sum(topic == -1 for topic in topics) / max(len(topics), 1)
    if job["pairs"]:
        found["cross_encoder"], _ = timed(lambda: cross_encoder(job["model"], job["pairs"]))
    found["texts"], found["pairs"] = len(job["texts"]), len(job["pairs"])
    found["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(found))


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    began = time.perf_counter()
    result = work()
    return time.perf_counter() - began, result


def encode(folder: str, texts: list[str]) -> Any:
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(folder, device="cpu").encode(texts, show_progress_bar=False, normalize_embeddings=True)


def communities(vectors: Any) -> Any:
    from sentence_transformers.util import community_detection

    return community_detection(vectors, threshold=0.75, min_community_size=2)


def bertopic(texts: list[str], vectors: Any) -> list[int]:
    from bertopic import BERTopic

    topics, _ = BERTopic().fit_transform(texts, vectors)
    return list(topics)


def cross_encoder(folder: str, pairs: list[list[str]]) -> Any:
    from sentence_transformers import CrossEncoder

    return CrossEncoder(folder, device="cpu").predict(pairs, batch_size=32, show_progress_bar=False)


if __name__ == "__main__":
    main()
