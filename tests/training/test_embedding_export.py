"""What is shipped as the sentence model computes what the published one does: mean over the tokens, length 1."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

pytestmark = pytest.mark.models


def encoder() -> Any:
    """A BERT of two layers with random weights."""
    import torch
    from transformers import BertConfig, BertModel

    torch.manual_seed(3)
    config = BertConfig(
        vocab_size=50,
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=4,
        intermediate_size=64,
        initializer_range=0.2,
        attn_implementation="eager",
    )
    return BertModel(config, add_pooling_layer=False).eval()


@pytest.fixture(scope="module")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    import onnxruntime
    from training.embedding_export import to_onnx
    from training.quantise import to_int8

    folder = tmp_path_factory.mktemp("model")
    to_onnx(encoder(), folder / "plain.onnx")
    to_int8(folder / "plain.onnx", folder / "model.onnx")

    def computed(name: str) -> Any:
        session = onnxruntime.InferenceSession(str(folder / name), providers=["CPUExecutionProvider"])
        return lambda ids: session.run(None, {"input_ids": ids})[0]

    return {"fp32": computed("plain.onnx"), "int8": computed("model.onnx")}


def tokens(rows: int, length: int) -> Any:
    return np.random.default_rng(length).integers(0, 50, (rows, length))


@pytest.mark.parametrize("length", [2, 7, 40])
def test_the_graph_is_the_mean_over_the_tokens_at_length_one(graphs: dict[str, Any], length: int) -> None:
    import torch

    with torch.inference_mode():
        mean = encoder()(torch.tensor(tokens(5, length))).last_hidden_state.mean(dim=1).numpy()
    wanted = mean / np.linalg.norm(mean, axis=1, keepdims=True)
    assert graphs["fp32"](tokens(5, length)) == pytest.approx(wanted, abs=1e-5)


def test_int8_points_nearly_where_fp32_does(graphs: dict[str, Any]) -> None:
    cosines = (graphs["int8"](tokens(20, 9)) * graphs["fp32"](tokens(20, 9))).sum(axis=1)
    assert cosines.min() > 0.98


def test_a_row_is_the_same_to_the_last_bit_alone_and_in_a_batch(graphs: dict[str, Any]) -> None:
    whole = graphs["int8"](tokens(11, 9))
    for row in range(11):
        assert (graphs["int8"](tokens(11, 9)[row : row + 1])[0] == whole[row]).all()


def test_changed_weights_are_not_exported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from factcheck.errors import ModelUnavailable
    from factcheck.pipeline.embedding import published
    from training import embedding_export

    (tmp_path / "model.safetensors").write_bytes(b"other weights")
    monkeypatch.setattr(published, "folder_of_weights", lambda: tmp_path)
    with pytest.raises(ModelUnavailable, match="sha256"):
        embedding_export.published_folder()
