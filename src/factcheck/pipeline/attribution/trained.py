"""The attribution tagger that comes with the package: int8 ONNX, English, read by onnxruntime on the processor."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from factcheck import models
from factcheck.model import Span, TaggedAttribution
from factcheck.models.loading import checked, session, tokenizer
from factcheck.pipeline.attribution.decode import CONTENT, SOURCE, FloatArray, best_labels, runs
from factcheck.pipeline.attribution.pieces import Pieces, cut
from factcheck.pipeline.attribution.windows import home, windows

CUE_LEAD = 0.0
"""Added to the score of "no cue": higher finds fewer and surer ones."""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


class TrainedTagger:
    """Reads windows of about 250 words; the cues of a window, then what each piece is to each cue."""

    def __init__(self, folder: Path = models.ATTRIBUTION) -> None:
        manifest = checked(folder, "tagger of attributions")
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
        found: dict[Span, TaggedAttribution] = {}
        for number, (start, end) in enumerate(ranges):
            for cue, parts in self._window(_part(pieces, start, end)):
                if home(start + cue[0], ranges) == number:
                    tagged = _characters(pieces, start, cue, parts)
                    found.setdefault(tagged.cue[0], tagged)
        return [found[at] for at in sorted(found)]

    def _window(self, pieces: Pieces) -> Iterator[tuple[Span, list[list[Span]]]]:
        scores, vectors = self._read(pieces)
        heads = np.flatnonzero(pieces.begins)
        if not len(heads):
            return
        lead = np.array([CUE_LEAD, 0, 0], np.float32)
        cues = runs(best_labels(scores[None, heads] + lead)[0], 0)
        spans = [_pieces_of(run, heads, len(pieces)) for run in cues]
        if not spans:
            return
        first, last = (np.array(places, np.int64) for places in zip(*((a, b - 1) for a, b in spans), strict=True))
        roles = self._linker.run(None, {"vectors": vectors, "first": first, "last": last})[0]
        labels = best_labels(_without_cue(np.asarray(roles)[:, heads], cues))
        for span, row in zip(spans, labels, strict=True):
            parts = [[_pieces_of(run, heads, len(pieces)) for run in runs(row, role)] for role in (SOURCE, CONTENT)]
            yield span, parts

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


def _characters(pieces: Pieces, start: int, cue: Span, parts: list[list[Span]]) -> TaggedAttribution:
    def place(span: Span) -> Span:
        return int(pieces.starts[start + span[0]]), int(pieces.ends[start + span[1] - 1])

    source, content = (tuple(place(span) for span in spans) for spans in parts)
    return TaggedAttribution(source, (place(cue),), content)


@lru_cache(maxsize=1)
def load_tagger() -> TrainedTagger:
    """The shipped tagger, read once. Raises ModelUnavailable when a file is missing or was changed."""
    return TrainedTagger()
