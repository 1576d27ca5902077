"""What is shipped computes what was trained: whatever else is in the batch, on whatever processor."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

pytestmark = pytest.mark.models

WORDS = ["<s>", "<pad>", "</s>", "[UNK]", "<mask>", *(f"word{number}" for number in range(40))]


def classifier(**more: Any) -> Any:
    """An MPNet of three layers with random weights."""
    import torch
    from transformers import MPNetConfig, MPNetForSequenceClassification

    torch.manual_seed(5)
    sizes: dict[str, Any] = {"hidden_size": 32, "num_attention_heads": 4, "intermediate_size": 64}
    config = MPNetConfig(
        vocab_size=len(WORDS), num_hidden_layers=3, num_labels=4, initializer_range=0.2, **sizes, **more
    )
    model = MPNetForSequenceClassification(config).eval()
    for name, values in model.named_parameters():
        if name.endswith("bias") or "LayerNorm" in name:
            torch.nn.init.normal_(values, mean=float(name.endswith("LayerNorm.weight")), std=0.1)
    return model


def tokenizer(folder: Path) -> Any:
    from transformers import MPNetTokenizer

    (folder / "vocab.txt").write_text("\n".join(WORDS))
    return MPNetTokenizer(str(folder / "vocab.txt"))


def batch(rows: int = 12, length: int = 9) -> dict[str, Any]:
    ids = np.random.default_rng(2).integers(4, len(WORDS), (rows, length))
    return {"input_ids": ids, "attention_mask": np.ones_like(ids)}


def logits_of(model: Any, fed: dict[str, Any]) -> Any:
    import torch

    with torch.inference_mode():
        return model(**{name: torch.tensor(values) for name, values in fed.items()}).logits.numpy()


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, Any, Path]:
    """A model, what its int8 graph computes, and the graph."""
    import onnxruntime
    from training.export import to_onnx
    from training.quantise import to_int8

    folder = tmp_path_factory.mktemp("model")
    to_onnx(classifier(), tokenizer(folder), folder / "plain.onnx")
    to_int8(folder / "plain.onnx", folder / "model.onnx")
    session = onnxruntime.InferenceSession(str(folder / "model.onnx"), providers=["CPUExecutionProvider"])
    return classifier(), lambda fed: session.run(None, fed)[0], folder / "model.onnx"


def test_the_first_token_needs_no_other_token_of_the_last_layer() -> None:
    from training.first_token import keep_first_token

    model, fed = classifier(), batch()
    before = logits_of(model, fed)
    keep_first_token(model)
    assert logits_of(model, fed) == pytest.approx(before, abs=1e-5)
    assert set(model.state_dict()) == set(classifier().state_dict())


def test_int8_computes_nearly_what_fp32_computes(exported: tuple[Any, Any, Path]) -> None:
    model, int8, _ = exported
    fp32 = logits_of(model, batch())
    assert np.abs(int8(batch()) - fp32).mean() < 0.1 * fp32.std()


def test_a_row_has_the_same_result_alone_and_padded_in_a_batch(exported: tuple[Any, Any, Path]) -> None:
    _, int8, _ = exported
    whole = int8(batch())
    for row in range(12):
        alone = {name: values[row : row + 1] for name, values in batch().items()}
        assert int8(alone)[0] == pytest.approx(whole[row], abs=1e-5)
    padded = {
        name: np.pad(values, ((0, 0), (0, 7)), constant_values=name == "input_ids") for name, values in batch().items()
    }
    assert int8(padded) == pytest.approx(whole, abs=1e-5)


def test_no_weight_uses_the_eighth_bit(exported: tuple[Any, Any, Path]) -> None:
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(str(exported[2])).graph
    matrices = {i.name: numpy_helper.to_array(i) for i in graph.initializer if i.name.endswith("_quantized")}
    assert len(matrices) == 1 + 3 * 4 + 1, "word vectors, four products a layer, and the last layer's queries apart"
    assert all(abs(values).max() <= 63 for name, values in matrices.items() if "word_embeddings" not in name)
    assert not any(node.op_type == "MatMul" and "attn" not in node.name for node in graph.node)


def test_the_weights_can_be_restored(exported: tuple[Any, Any, Path]) -> None:
    from training.restore import weights

    model, _, path = exported
    found = weights(path)
    trained = {name: value.numpy() for name, value in model.state_dict().items() if not name.endswith("position_ids")}
    assert set(found) == set(trained)
    for name, values in found.items():
        assert values == pytest.approx(trained[name], abs=float(0.02 * np.abs(trained[name]).max() + 1e-6))
