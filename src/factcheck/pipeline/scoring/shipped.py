"""The model that comes with the package: int8 ONNX, read by onnxruntime on the processor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from factcheck import models
from factcheck.model import PairContext, Progress, silent
from factcheck.models.loading import checked, damaged, processors, session, tokenizer
from factcheck.pipeline.scoring.seam import FloatArray, columns, in_order, neutral, softmax
from factcheck.pipeline.scoring.timed import ended, timed
from factcheck.text.language import may_be_english

TOKENS = 320
"""In a batch: small ones stay in the processor's cache."""
UNKNOWN = PairContext()
WHAT = "model of contradiction"
"""In errors."""


@dataclass(frozen=True)
class Manifest:
    """What the folder of a shipped model says of itself."""

    name: str
    labels: tuple[str, ...]
    max_tokens: int
    inputs: tuple[str, ...]
    sha256: dict[str, str]


def read_manifest(folder: Path = models.NLI) -> Manifest:
    """Raises ModelUnavailable when the folder or a file is missing, or a file is not the one that was shipped."""
    found = checked(folder, WHAT, models.NLI)
    try:
        return Manifest(
            found["name"], tuple(found["labels"]), int(found["max_tokens"]), tuple(found["inputs"]), found["sha256"]
        )
    except (ValueError, KeyError, TypeError) as error:
        raise damaged(folder, WHAT, models.NLI) from error


class ShippedScorer:
    """Scores pairs of English statements. Texts beyond the longest pair lose the end of the longer one."""

    def __init__(self, folder: Path = models.NLI) -> None:
        manifest = read_manifest(folder)
        self.name = manifest.name
        self._longest, self._inputs = manifest.max_tokens, manifest.inputs
        self._places = columns(manifest.labels, manifest.name)
        self._tokenizer = tokenizer(folder / "tokenizer.json")
        self._session = session(folder / "model.onnx")

    def score(
        self, pairs: Sequence[tuple[str, str]], contexts: Sequence[PairContext] = (), progress: Progress = silent
    ) -> FloatArray:
        """Probabilities (n, 4); see PairScorer."""
        found = neutral(len(pairs))
        unread = {text: self._is_unread(text) for text in {text for pair in pairs for text in pair}}
        rows = [at for at, (a, b) in enumerate(pairs) if not (unread[a] or unread[b])]
        tokens = [self._tokens(*pairs[at], contexts[at] if contexts else UNKNOWN) for at in rows]
        batches = list(_batches([ids for ids, _ in tokens]))
        done = len(pairs) - len(rows)
        with ThreadPoolExecutor(processors()) as pool:
            logits = pool.map(lambda batch: self._logits([tokens[at] for at in batch]), batches)
            for batch, values in zip(batches, logits, strict=True):
                progress("Comparing statements", done, len(pairs))
                found[[rows[at] for at in batch]] = in_order(softmax(values), self._places)
                done += len(batch)
        progress("Comparing statements", len(pairs), len(pairs))
        return found

    def misreads(self, text: str) -> str:
        """Why a text is not read, or not all of it; "" where all is well."""
        if self._is_unread(text):
            return "no English" if text.strip() else "empty"
        long = len(self._tokenizer.encode(text, add_special_tokens=False).ids) > self._longest // 2
        return "long" if long else ""

    def _tokens(self, first: str, second: str, context: PairContext) -> tuple[list[int], list[int]]:
        texts = ended(first), timed(ended(second), context)
        a, b = (self._tokenizer.encode(text, add_special_tokens=False) for text in texts)
        room = self._longest - self._tokenizer.num_special_tokens_to_add(True)
        kept_a, kept_b = _shares(len(a.ids), len(b.ids), room)
        a.truncate(kept_a)
        b.truncate(kept_b)
        joined = self._tokenizer.post_process(a, b)
        return joined.ids, joined.type_ids

    def _logits(self, tokens: Sequence[tuple[list[int], list[int]]]) -> FloatArray:
        return np.asarray(self._session.run(None, self._feed(tokens))[0], np.float32)

    def _feed(self, tokens: Sequence[tuple[list[int], list[int]]]) -> dict[str, Any]:
        shape = len(tokens), max(len(ids) for ids, _ in tokens)
        fed = {name: np.zeros(shape, np.int64) for name in ("input_ids", "attention_mask", "token_type_ids")}
        fed["input_ids"][:] = self._padding
        for row, (ids, types) in enumerate(tokens):
            fed["input_ids"][row, : len(ids)] = ids
            fed["attention_mask"][row, : len(ids)] = 1
            fed["token_type_ids"][row, : len(ids)] = types
        return {name: fed[name] for name in self._inputs}

    @property
    def _padding(self) -> int:
        found = [self._tokenizer.token_to_id(name) for name in ("<pad>", "[PAD]")]
        return next(int(number) for number in found if number is not None)

    @staticmethod
    def _is_unread(text: str) -> bool:
        return not may_be_english(text)


def _shares(first: int, second: int, room: int) -> tuple[int, int]:
    """How many tokens of each text fit: the longer one gives way first."""
    half = room // 2
    if first + second <= room:
        return first, second
    if first <= half:
        return first, room - first
    return (room - second, second) if second <= half else (room - half, half)


def _batches(tokens: Sequence[list[int]]) -> Iterator[list[int]]:
    """Places of like length, so that little is padded; each batch holds about TOKENS tokens.

    The same pairs make the same batches in whatever order they come, so that their scores are the same to the last bit.
    """
    batch: list[int] = []
    for at in sorted(range(len(tokens)), key=lambda at: (len(tokens[at]), tokens[at])):
        if batch and (len(batch) + 1) * len(tokens[at]) > TOKENS:
            yield batch
            batch = []
        batch.append(at)
    if batch:
        yield batch
