"""NLI models named in the settings, on a tiny one made here."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from factcheck.errors import ModelUnavailable
from factcheck.pipeline.scoring import NEUTRAL, load_scorer

pytestmark = pytest.mark.models
WORDS = [
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "the",
    "gate",
    "is",
    "open",
    "shut",
    "raid",
    "was",
    "repelled",
    "they",
    "are",
    "still",
    "fighting",
]


def tiny(folder: Path, labels: list[str]) -> str:
    """A BERT of two layers with random weights, saved as a hub would serve it."""
    import torch
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizer

    torch.manual_seed(3)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "vocab.txt").write_text("\n".join(WORDS))
    BertTokenizer(str(folder / "vocab.txt")).save_pretrained(folder)
    sizes: dict[str, Any] = {
        "vocab_size": len(WORDS),
        "hidden_size": 16,
        "num_hidden_layers": 2,
        "num_attention_heads": 2,
        "intermediate_size": 32,
        "initializer_range": 0.8,
    }
    names = dict(enumerate(labels))
    config = BertConfig(**sizes, num_labels=len(labels), id2label=names, label2id={n: at for at, n in names.items()})
    BertForSequenceClassification(config).save_pretrained(folder)
    return str(folder)


PAIRS = [("the gate is open", "the gate is shut"), ("the raid was repelled", "they are still fighting")]


def test_the_order_of_labels_is_read_from_the_model(tmp_path: Path) -> None:
    one = load_scorer(tiny(tmp_path / "one", ["entailment", "neutral", "contradiction"])).score(PAIRS)
    other = load_scorer(tiny(tmp_path / "other", ["contradiction", "entailment", "neutral"])).score(PAIRS)
    assert one.shape == (2, 4)
    assert one.sum(axis=1) == pytest.approx(1, abs=1e-5)
    # The same weights under other names: what was entailment is contradiction now, and so on round.
    assert other[:, [0, 1, 2]].tolist() == pytest.approx(one[:, [1, 2, 0]], abs=1e-5)
    assert (one[:, 3] == 0).all()


def test_it_agrees_with_the_library_itself(tmp_path: Path) -> None:
    from sentence_transformers import CrossEncoder

    folder = tiny(tmp_path, ["neutral", "contradiction", "entailment"])
    theirs = CrossEncoder(folder, device="cpu").predict(PAIRS, apply_softmax=True)
    assert load_scorer(folder).score(PAIRS)[:, [2, 0, 1]].tolist() == pytest.approx(theirs, abs=1e-5)


def test_empty_texts_are_neutral(tmp_path: Path) -> None:
    scorer = load_scorer(tiny(tmp_path, ["neutral", "contradiction", "entailment"]))
    assert scorer.score([("", "the gate is open")])[0, NEUTRAL] == 1
    assert scorer.misreads(" ") == "empty"


def test_a_model_with_two_labels_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="'entailment', 'not_entailment': it is no NLI model") as caught:
        load_scorer(tiny(tmp_path, ["entailment", "not_entailment"]))
    assert "FACTCHECK_NLI_MODEL" in caught.value.hint


def test_a_folder_without_a_model_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="cannot be loaded"):
        load_scorer(str(tmp_path))


def test_a_hub_model_without_network_is_an_error_that_says_what_works(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(ModelUnavailable, match="'nobody/no-such-model' cannot be loaded") as caught:
        load_scorer("nobody/no-such-model")
    assert "FACTCHECK_NLI_MODEL=builtin always works" in caught.value.hint
