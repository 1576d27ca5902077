"""Any NLI model of a hub or a folder, behind the seam of pair scorers."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from factcheck.errors import ModelUnavailable
from factcheck.model import PairContext, Progress, silent
from factcheck.pipeline.scoring.seam import FloatArray, columns, in_order, neutral, softmax

BATCH = 32
STEP = 512


class CrossEncoderScorer:
    """A sentence-transformers CrossEncoder (Reimers and Gurevych 2019, arXiv 1908.10084); reads no dates."""

    def __init__(self, model: Any, name: str) -> None:
        labels = getattr(model.config, "id2label", None) or {}
        self._places = columns([str(labels[at]) for at in sorted(labels)], name)
        self._model = model
        self.name = name

    def score(
        self, pairs: Sequence[tuple[str, str]], contexts: Sequence[PairContext] = (), progress: Progress = silent
    ) -> FloatArray:
        """Probabilities (n, 4); see PairScorer. `contexts` is not used: such models were not taught time."""
        found = neutral(len(pairs))
        rows = [at for at, pair in enumerate(pairs) if all(text.strip() for text in pair)]
        for start in range(0, len(rows), STEP):
            progress("Comparing statements", start, len(pairs))
            part = rows[start : start + STEP]
            found[part] = in_order(softmax(self._logits([pairs[at] for at in part])), self._places)
        progress("Comparing statements", len(pairs), len(pairs))
        return found

    def misreads(self, text: str) -> str:
        """What languages a named model reads is for its user to know."""
        return "" if text.strip() else "empty"

    def _logits(self, pairs: Sequence[tuple[str, str]]) -> FloatArray:
        from torch import nn

        logits = self._model.predict(
            list(pairs), batch_size=BATCH, activation_fn=nn.Identity(), show_progress_bar=False
        )
        return np.asarray(logits, np.float32).reshape(len(pairs), -1)


def load_cross_encoder(name: str) -> CrossEncoderScorer:
    """From a folder, or by its hub name: what lies on this machine first, then the network.

    Raises ModelUnavailable when it cannot be loaded, or has no labels of natural language inference.
    """
    is_folder = Path(name).is_dir()
    try:
        model = _load(name, is_folder)
    except Exception as error:  # the library raises whatever its parts raise; none of it says what to do
        words = (str(error).strip().splitlines() or [type(error).__name__])[0]
        raise ModelUnavailable(
            f"The model of contradiction {name!r} cannot be loaded: {words}",
            "Name a folder with an NLI cross-encoder, or a hub model while there is a network; "
            "FACTCHECK_NLI_MODEL=builtin always works.",
        ) from error
    return CrossEncoderScorer(model, Path(name).name if is_folder else name)


def _load(name: str, is_folder: bool) -> Any:
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    from sentence_transformers import CrossEncoder

    try:
        return CrossEncoder(name, device="cpu", local_files_only=True)
    except OSError:
        if is_folder:
            raise
        return CrossEncoder(name, device="cpu")
