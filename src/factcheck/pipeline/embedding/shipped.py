"""The model that comes with the package: all-MiniLM-L6-v2 in int8, read by onnxruntime on the processor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from factcheck import models
from factcheck.model import Progress, silent
from factcheck.models.loading import checked, damaged, processors, session, tokenizer
from factcheck.pipeline.embedding.seam import STAGE, FloatArray

TOKENS = 320
"""In a batch: small ones stay in the processor's cache."""
CHUNK = 4096
"""Texts that are cut into tokens at once; bounds the memory."""
SLOW = ("SkipLayerNormFusion",)
"""What onnxruntime would make of two steps takes longer than both."""
WHAT = "sentence model"
"""In errors."""


@dataclass(frozen=True)
class Manifest:
    """What the folder of the shipped model says of itself."""

    name: str
    """With the precision and the weights' hash: vectors of other weights have another name."""
    max_tokens: int
    dimension: int
    sha256: str
    """Of model.onnx."""


def read_manifest(folder: Path = models.EMBEDDING) -> Manifest:
    """Raises ModelUnavailable when the folder or a file is missing, or a file is not the one that was shipped."""
    found = checked(folder, WHAT, models.EMBEDDING)
    try:
        digest = str(found["sha256"]["model.onnx"])
        name = f"{found['name']} int8 {digest[:8]}"
        return Manifest(name, int(found["max_tokens"]), int(found["dimension"]), digest)
    except (ValueError, KeyError, TypeError) as error:
        raise damaged(folder, WHAT, models.EMBEDDING) from error


class ShippedEmbedder:
    """Texts beyond the most tokens are read up to there, as the published model does.

    A batch holds texts of one length in tokens: nothing is padded, and a text's vector is the same to the last bit
    whatever stands beside it.
    """

    def __init__(self, folder: Path = models.EMBEDDING) -> None:
        manifest = read_manifest(folder)
        self.name, self.dimension = manifest.name, manifest.dimension
        self._tokenizer = tokenizer(folder / "tokenizer.json")
        self._tokenizer.enable_truncation(manifest.max_tokens)
        self._session = session(folder / "model.onnx", without=SLOW)

    def embed(self, texts: Sequence[str], progress: Progress = silent) -> FloatArray:
        """Vectors (n, dimension) float32; see Embedder."""
        found = np.zeros((len(texts), self.dimension), np.float32)
        with ThreadPoolExecutor(processors()) as pool:
            for start in range(0, len(texts), CHUNK):
                tokens = self._tokens(texts[start : start + CHUNK])
                batches = list(_batches(tokens))
                done = start
                vectors = pool.map(lambda batch, tokens=tokens: self._vectors([tokens[at] for at in batch]), batches)
                for batch, values in zip(batches, vectors, strict=True):
                    progress(STAGE, done, len(texts))
                    found[[start + at for at in batch]] = values
                    done += len(batch)
        progress(STAGE, len(texts), len(texts))
        return found

    def _tokens(self, texts: Sequence[str]) -> list[list[int]]:
        # Half a surrogate pair, as a cut file may have it, is no character.
        whole = [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
        return [found.ids for found in self._tokenizer.encode_batch(whole)]

    def _vectors(self, tokens: Sequence[Sequence[int]]) -> FloatArray:
        (vectors,) = self._session.run(None, {"input_ids": np.array(tokens, np.int64)})
        return np.asarray(vectors, np.float32)


def _batches(tokens: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """Places of texts of one length, about TOKENS tokens together."""
    batch: list[int] = []
    for at in sorted(range(len(tokens)), key=lambda at: len(tokens[at])):
        length = len(tokens[at])
        if batch and (len(tokens[batch[0]]) != length or (len(batch) + 1) * length > TOKENS):
            yield batch
            batch = []
        batch.append(at)
    if batch:
        yield batch
