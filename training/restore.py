"""Shipped int8 weights → a model folder that can be trained on or compared with: python -m training.restore SHIPPED OUT

Multiplies each int8 weight by its scale. The result computes in fp32 what the shipped model computes in int8, and is
where a next round of training can start. The config of the model lies in the shipped folder.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import numpy_helper
from transformers import AutoConfig, AutoModelForSequenceClassification, PreTrainedTokenizerFast

from training.quantise import JOINT, QUANTISED, SCALE, SIZES

Weights = dict[str, npt.NDArray[np.float32]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shipped", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    restore(given.shipped, given.out)


def restore(shipped: Path, out: Path) -> None:
    """Write a model folder with fp32 weights. Raises ValueError when a weight of the model is not in the graph."""
    model = AutoModelForSequenceClassification.from_config(AutoConfig.from_pretrained(shipped))
    found = {name: torch.from_numpy(values.copy()) for name, values in weights(shipped / "model.onnx").items()}
    left = model.load_state_dict(found, strict=False)
    missing = [name for name in left.missing_keys if not name.endswith("position_ids")]
    if missing or left.unexpected_keys:
        raise ValueError(f"Weights missing: {missing[:5]}; not of this model: {left.unexpected_keys[:5]}.")
    model.save_pretrained(out)
    special = {"pad_token": "<pad>", "unk_token": "[UNK]", "cls_token": "<s>", "sep_token": "</s>"}
    PreTrainedTokenizerFast(tokenizer_file=str(shipped / "tokenizer.json"), **special).save_pretrained(out)


def weights(path: Path) -> Weights:
    """The fp32 weights of a graph by their names in PyTorch."""
    stored = {item.name: numpy_helper.to_array(item) for item in onnx.load(str(path)).graph.initializer}
    found: Weights = {}
    for name, values in stored.items():
        if name.startswith("model.") and not name.endswith("_Transposed"):
            found[name.removeprefix("model.")] = values
        elif name.startswith("model."):
            found[name.removeprefix("model.").removesuffix("_Transposed")] = values.T
        elif name.endswith(QUANTISED):
            found |= _restored(name.removesuffix(QUANTISED), stored)
    return found


def _restored(name: str, stored: dict[str, npt.NDArray[np.float32]]) -> Weights:
    whole = stored[f"{name}{QUANTISED}"].astype(np.float32) * stored[f"{name}{SCALE}"]
    if f"{name}{SIZES}" not in stored:
        return {name: whole}
    parts = np.split(whole, np.cumsum(stored[f"{name}{SIZES}"])[:-1], axis=1)
    return {f"{module}.weight": part.T for module, part in zip(name.split(JOINT), parts, strict=True)}


if __name__ == "__main__":
    main()
