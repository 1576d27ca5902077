"""The trained weights this project ships, each in a folder with its model card."""

from __future__ import annotations

from pathlib import Path

NLI = Path(__file__).parent / "nli"
"""The model of contradiction: model.onnx, tokenizer.json, manifest.json and its card, README.md."""
ATTRIBUTION = Path(__file__).parent / "attribution"
"""The tagger of attributions: reader.onnx, linker.onnx, tokenizer.json, manifest.json and its card, README.md."""
GATE = Path(__file__).parent / "gate"
"""What rules out pairs that need no model: weights.npz, manifest.json and its card, README.md."""

CHECKWORTHY = Path(__file__).parent / "checkworthy"
"""The model of check-worthiness: weights.npz, manifest.json and its card, README.md."""

EMBEDDING = Path(__file__).parent / "embedding"
"""The sentence model: model.onnx, tokenizer.json, manifest.json and its card, README.md."""
