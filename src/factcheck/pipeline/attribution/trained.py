"""The attribution tagger that comes with the package: int8 ONNX, English, read by onnxruntime on the processor."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from factcheck import models
from factcheck.model import Span, TaggedAttribution
from factcheck.models.loading import checked, processors, session, tokenizer
from factcheck.pipeline.attribution.decode import CONTENT, SOURCE, FloatArray, best_labels, runs
from factcheck.pipeline.attribution.pieces import Pieces, cut
from factcheck.pipeline.attribution.windows import home, windows

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


class TrainedTagger:
    """Reads windows of about 250 words; the cues of a window, then what each piece is to each cue."""

    def __init__(self, folder: Path = models.ATTRIBUTION) -> None:
        manifest = checked(folder, "tagger of attributions", models.ATTRIBUTION)
        self.name = str(manifest["name"])
        self._tokenizer = tokenizer(folder / "tokenizer.json")
        self._reader = session(folder / "reader.onnx")
        self._linker = session(folder / "linker.onnx")
        self._edges = [self._tokenizer.token_to_id(name) for name in ("[CLS]", "[SEP]")]

    def tag(self, text: str) -> list[TaggedAttribution]:
        """See AttributionTagger."""
        # The same length, so that places stay: a lone surrogate cannot be encoded.
        pieces = cut(_CONTROL.sub(" ", text), self._tokenizer)
        ranges = windows(len(pieces))
        with ThreadPoolExecutor(processors()) as pool:
            found = list(pool.map(lambda number: self._window(pieces, ranges, number), range(len(ranges))))
        return sorted((tagged for part in found for tagged in part), key=lambda tagged: tagged.cue)

    def _window(self, pieces: Pieces, ranges: list[Span], number: int) -> list[TaggedAttribution]:
        """The attributions whose cue is judged in this window."""
        start, end = ranges[number]
        part = _part(pieces, start, end)
        heads = np.flatnonzero(part.begins)
        if not len(heads):
            return []
        scores, vectors = self._read(part)
        cues = runs(best_labels(scores[None, heads])[0], 0)
        cues = [cue for cue in cues if home(start + int(heads[cue[0]]), ranges) == number]
        if not cues:
            return []
        spans = [_pieces_of(cue, heads, len(part)) for cue in cues]
        first, last = np.array([a for a, _ in spans], np.int64), np.array([b - 1 for _, b in spans], np.int64)
        roles = self._linker.run(None, {"vectors": vectors, "first": first, "last": last})[0]
        labels = best_labels(_without_cue(np.asarray(roles)[:, heads], cues))
        found = []
        for span, row in zip(spans, labels, strict=True):
            parts = [[_pieces_of(run, heads, len(part)) for run in runs(row, role)] for role in (SOURCE, CONTENT)]
            found.append(_characters(part, span, parts))
        return found

    def _read(self, pieces: Pieces) -> tuple[FloatArray, FloatArray]:
        """Scores (n, 3) of cues and vectors (n, d) of the pieces of one window."""
        begin, end = self._edges
        ids = np.array([[begin, *pieces.ids, end]], np.int64)
        looks = np.array([[0, *pieces.looks, 0]], np.int64)
        scores, vectors = self._reader.run(None, {"ids": ids, "mask": np.ones_like(ids), "looks": looks})
        return scores[0, 1:-1], vectors[0, 1:-1]


def _part(pieces: Pieces, start: int, end: int) -> Pieces:
    names = ("ids", "looks", "starts", "ends", "begins")
    return Pieces(*(getattr(pieces, name)[start:end] for name in names))


def _pieces_of(run: Span, heads: Any, n: int) -> Span:
    """Words [a, b) as pieces: to where the next word begins."""
    return int(heads[run[0]]), int(heads[run[1]]) if run[1] < len(heads) else n


def _without_cue(scores: FloatArray, cues: list[Span]) -> FloatArray:
    """No word of a cue is its own source or content."""
    found = scores.copy()
    for row, (start, end) in enumerate(cues):
        found[row, start:end, 1:] = -1e3
    return found


def _characters(pieces: Pieces, cue: Span, parts: list[list[Span]]) -> TaggedAttribution:
    def place(span: Span) -> Span:
        return int(pieces.starts[span[0]]), int(pieces.ends[span[1] - 1])

    source, content = (tuple(place(span) for span in spans) for spans in parts)
    return TaggedAttribution(source, (place(cue),), content)


@lru_cache(maxsize=1)
def load_tagger() -> TrainedTagger:
    """The shipped tagger, read once. Raises ModelUnavailable when a file is missing or was changed."""
    return TrainedTagger()
