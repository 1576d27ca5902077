"""Training goes on from its checkpoint as if it had never stopped; what is exported computes the same."""

from __future__ import annotations

import gzip
import json
import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

import pytest

from tests.pipeline.test_cross_encoder import WORDS

pytestmark = pytest.mark.models


def encoder(folder: Path) -> str:
    """A BERT of two layers with random weights and no head."""
    import torch
    from transformers import BertConfig, BertModel, BertTokenizer

    torch.manual_seed(3)
    folder.mkdir()
    (folder / "vocab.txt").write_text("\n".join(WORDS))
    BertTokenizer(str(folder / "vocab.txt")).save_pretrained(folder)
    sizes: dict[str, Any] = {"hidden_size": 16, "num_attention_heads": 2, "intermediate_size": 32}
    BertModel(BertConfig(vocab_size=len(WORDS), num_hidden_layers=3, **sizes)).save_pretrained(folder)
    return str(folder)


def options(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, out: str, *more: str) -> Namespace:
    from training.nli import _options

    mix = tmp_path / "mix.jsonl.gz"
    rows = [
        {"premise": "the gate is open", "hypothesis": f"the gate {word}", "label": label, "source": "own"}
        for word in WORDS[4:]
        for label in ("entailment", "neutral", "contradiction")
    ]
    mix.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    if not (tmp_path / "start").exists():
        encoder(tmp_path / "start")
    start = str(tmp_path / "start")
    given = ["nli", "nli", str(tmp_path / out), "--start", start, "--nli", str(mix), "--batch", "4", "--layers", "2"]
    monkeypatch.setattr(sys, "argv", [*given, "--frozen", "1", "--minutes", "0", *more])
    return _options()


def weights(run: Any) -> dict[str, Any]:
    return {name: value.clone() for name, value in run.model.state_dict().items()}


def test_a_run_that_was_cut_off_goes_on_as_if_it_had_not_been(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import torch
    from training.nli import Run

    given = options(monkeypatch, tmp_path, "whole")
    torch.manual_seed(1)
    whole = Run(given)
    first = weights(whole)
    whole.train()

    torch.manual_seed(1)
    cut = Run(options(monkeypatch, tmp_path, "cut"))
    step, taken = cut._step, []

    def stops(batch: Any) -> float:
        if len(taken) == 4:
            raise KeyboardInterrupt
        taken.append(1)
        return step(batch)

    monkeypatch.setattr(cut, "_step", stops)
    with pytest.raises(KeyboardInterrupt):
        cut.train()
    again = Run(options(monkeypatch, tmp_path, "cut"))
    assert again.progress.step == 4
    again.train()
    assert all(torch.equal(value, weights(again)[name]) for name, value in weights(whole).items())
    assert any(not torch.equal(value, first[name]) for name, value in weights(whole).items())


def test_word_vectors_and_the_lowest_layers_stay_as_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import torch
    from training.nli import Run

    run = Run(options(monkeypatch, tmp_path, "out"))
    before = weights(run)
    run.train()
    changed = {name for name, value in weights(run).items() if not torch.equal(value, before[name])}
    assert run.model.config.num_hidden_layers == 2
    assert not any("embeddings" in name or "layer.0." in name for name in changed)
    assert any("layer.1." in name for name in changed)
