"""Turn a trained tagger into the shipped files: python -m training.attribution_export RUN FOLDER …

RUN is what training.attribution wrote. Writes reader.onnx (weights in int8), linker.onnx, tokenizer.json and
manifest.json (name, sha256 of each file).
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import Any

import torch

from factcheck.models.loading import write_manifest
from training.quantise import to_int8
from training.tagger import Tagger

SHIPPED = ("reader.onnx", "linker.onnx", "tokenizer.json")


def main() -> None:
    options = _options()
    run, folder = Path(options.run), Path(options.folder)
    folder.mkdir(parents=True, exist_ok=True)
    model = read_tagger(run, options.start)
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "plain.onnx"
        reader_to_onnx(model, plain)
        to_int8(plain, folder / "reader.onnx")
    linker_to_onnx(model, folder / "linker.onnx")
    (folder / "tokenizer.json").write_bytes((Path(options.start) / "tokenizer.json").read_bytes())
    write_manifest(folder, SHIPPED, name=options.name)
    size = sum((folder / part).stat().st_size for part in SHIPPED)
    print(f"{folder}: {size / 1e6:.1f} MB")


def read_tagger(run: Path, start: str) -> Tagger:
    """The trained tagger, or the last checkpoint of a run that has not ended."""
    model = Tagger(start)
    whole = run / "tagger.pt"
    state = torch.load(whole if whole.exists() else run / "checkpoint.pt", map_location="cpu", weights_only=True)
    model.load_state_dict(state if whole.exists() else state["model"])
    return model.eval()


def reader_to_onnx(model: Tagger, path: Path) -> None:
    """The reader as an fp32 graph with free batch size and length."""
    names = ["ids", "mask", "looks"]
    example = (
        torch.tensor([[2, 1, 3]]),
        torch.ones(1, 3, dtype=torch.long),
        torch.zeros(1, 3, dtype=torch.long),
    )
    free = {0: "batch", 1: "length"}
    _export(
        model.reader, example, path, names, ["scores", "vectors"], dict.fromkeys([*names, "scores", "vectors"], free)
    )


def linker_to_onnx(model: Tagger, path: Path) -> None:
    """The linker as an fp32 graph with a free number of pieces and cues."""
    example = (torch.zeros(7, model.linker.piece.in_features), torch.tensor([2, 3]), torch.tensor([2, 4]))
    axes = {"vectors": {0: "pieces"}, "first": {0: "cues"}, "last": {0: "cues"}, "roles": {0: "cues", 1: "pieces"}}
    _export(model.linker, example, path, ["vectors", "first", "last"], ["roles"], axes)


def _export(part: Any, example: Any, path: Path, given: list[str], found: list[str], axes: dict[str, Any]) -> None:
    torch.onnx.export(
        part,
        example,
        str(path),
        input_names=given,
        output_names=found,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run", help="folder of the trained tagger")
    parser.add_argument("folder", help="where to put the shipped files")
    parser.add_argument("--start", required=True, help="folder of the backbone it was trained from")
    parser.add_argument("--name", required=True, help="stored beside every claim, for example attribution-1")
    return parser.parse_args()


if __name__ == "__main__":
    main()
