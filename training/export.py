"""Turn a trained model into the shipped files: python -m training.export MODEL FOLDER --name NAME

Writes model.onnx (weights in int8), tokenizer.json, config.json and manifest.json (name, labels, longest pair in
tokens, sha256 of each file).
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import Any

import torch
from transformers import AutoModelForSequenceClassification, AutoTokenizer

from factcheck.models.loading import write_manifest
from training.first_token import keep_first_token
from training.quantise import to_int8

SHIPPED = ("model.onnx", "tokenizer.json", "config.json")
MAX_TOKENS = 256


def main() -> None:
    options = _options()
    folder = Path(options.folder)
    folder.mkdir(parents=True, exist_ok=True)
    model = AutoModelForSequenceClassification.from_pretrained(options.model).eval().float()
    tokenizer = AutoTokenizer.from_pretrained(options.model)
    tokenizer.backend_tokenizer.save(str(folder / "tokenizer.json"))
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "plain.onnx"
        to_onnx(model, tokenizer, plain)
        to_int8(plain, folder / "model.onnx")
    model.config.save_pretrained(folder)
    labels = [model.config.id2label[at] for at in range(model.config.num_labels)]
    inputs = list(tokenizer.model_input_names)
    write_manifest(folder, SHIPPED, name=options.name, labels=labels, max_tokens=MAX_TOKENS, inputs=inputs)
    print(f"{folder / 'model.onnx'}: {(folder / 'model.onnx').stat().st_size / 1e6:.1f} MB")


class _Logits(torch.nn.Module):
    """A classifier that takes tensors and gives its logits, nothing else."""

    def __init__(self, model: Any, names: list[str]) -> None:
        super().__init__()
        self.model, self.names = model, names

    def forward(self, *tensors: torch.Tensor) -> torch.Tensor:
        return self.model(**dict(zip(self.names, tensors, strict=True))).logits


def to_onnx(model: Any, tokenizer: Any, path: Path) -> None:
    """The classifier as an fp32 graph with free batch size and length."""
    keep_first_token(model)
    tokens = tokenizer(["One text."], ["Another text."], return_tensors="pt")
    names = list(tokens.keys())
    torch.onnx.export(
        _Logits(model, names),
        tuple(tokens[name] for name in names),
        str(path),
        input_names=names,
        output_names=["logits"],
        dynamic_axes={name: {0: "batch", 1: "length"} for name in names} | {"logits": {0: "batch"}},
        opset_version=17,
        dynamo=False,
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", help="folder of the trained model")
    parser.add_argument("folder", help="where to put the shipped files")
    parser.add_argument("--name", required=True, help="stored beside every score, for example nli-mpnet9-1")
    return parser.parse_args()


if __name__ == "__main__":
    main()
