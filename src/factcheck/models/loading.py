"""The folder of a shipped model → its manifest, checked against the files; its tokenizer and its graph."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from factcheck.errors import ModelUnavailable


def checked(folder: Path, what: str, home: Path) -> dict[str, Any]:
    """The manifest in `folder`; `what` names the model in errors, for example "model of contradiction",
    and `home` is where a fresh copy of the project has it.

    Raises ModelUnavailable when the folder or a file is missing, or a file is not the one that was shipped.
    """
    repair = _repair(home)
    try:
        manifest: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        hashes = dict(manifest["sha256"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise damaged(folder, what, home) from error
    for name, wanted in hashes.items():
        try:
            with (folder / name).open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            raise ModelUnavailable(f"The shipped {what} lacks its file {name} in {folder}.", repair) from error
        if digest != wanted:
            raise ModelUnavailable(
                f"The file {name} of the shipped {what} has sha256 {digest[:12]}…, not {wanted[:12]}…: it is damaged "
                "or was changed.",
                repair,
            )
    return manifest


def damaged(folder: Path, what: str, home: Path) -> ModelUnavailable:
    """The error for a folder that does not hold what a shipped model needs."""
    return ModelUnavailable(f"The shipped {what} in {folder} is missing or damaged.", _repair(home))


def _repair(home: Path) -> str:
    return f"Install the workbench again, or take the folder src/factcheck/models/{home.name} from a fresh copy."


def write_manifest(folder: Path, files: Sequence[str], **facts: Any) -> None:
    """Write manifest.json: `facts` of the model, and the sha256 of its `files`, which `checked` will ask for."""
    hashes = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in files}
    (folder / "manifest.json").write_text(json.dumps({**facts, "sha256": hashes}, indent=2) + "\n", encoding="utf-8")


def tokenizer(path: Path) -> Any:
    """A `tokenizers.Tokenizer` that neither cuts nor pads."""
    # The line that follows imports the library; the setting is read when it starts.
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    from tokenizers import Tokenizer

    found = Tokenizer.from_file(str(path))
    found.no_truncation()
    found.no_padding()
    return found


def session(path: Path, *, without: Sequence[str] = ()) -> Any:
    """An onnxruntime session of one thread: batches side by side waste less than threads that share a batch.

    `without` names rewritings of the graph that onnxruntime should leave out.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=list(without)
    )


def processors() -> int:
    """Cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
