"""Tiny token-classification models, made here as a hub would serve them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

LABELS = ["O", "B-SOURCE", "I-SOURCE", "B-CUE", "I-CUE", "B-CONTENT", "I-CONTENT"]
WORDS = [
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    ",",
    ".",
    "«",
    "»",
    "мэр",
    "##ия",
    "белова",
    "сказала",
    "что",
    "паром",
    "исправен",
]


def tiny(folder: Path, labels: list[str], places: int = 64) -> str:
    """A BERT of one layer with random weights; gives its folder."""
    import torch
    from transformers import BertConfig, BertForTokenClassification, BertTokenizerFast

    torch.manual_seed(6)
    folder.mkdir(parents=True, exist_ok=True)
    names = dict(enumerate(labels))
    config = BertConfig(
        vocab_size=len(WORDS),
        hidden_size=len(WORDS) + 1,
        num_hidden_layers=1,
        num_attention_heads=1,
        intermediate_size=8,
        max_position_embeddings=places,
        initializer_range=0.8,
        num_labels=len(labels),
        id2label=names,
        label2id={name: at for at, name in names.items()},
    )
    BertForTokenClassification(config).save_pretrained(folder)
    _tokenizer(BertTokenizerFast, folder)
    return str(folder)


def lookup(folder: Path, labels: list[str], tags: dict[str, str]) -> str:
    """A model that gives each known word the label it has in `tags`, "O" to all others: weights set by hand."""
    import torch
    from transformers import AutoModelForTokenClassification

    tiny(folder, labels)
    model: Any = AutoModelForTokenClassification.from_pretrained(folder)
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.zero_()
        for name, parameter in model.named_parameters():
            if "LayerNorm.weight" in name:
                parameter.fill_(1.0)
        for at, word in enumerate(WORDS):
            # Each word is one direction, which the layer leaves as it is; the last stage turns it into its label.
            model.bert.embeddings.word_embeddings.weight[at, at] = 1.0
            model.classifier.weight[labels.index(tags.get(word, "O")), at] = 1.0
    model.save_pretrained(folder)
    return str(folder)


def _tokenizer(kind: Any, folder: Path) -> None:
    (folder / "vocab.txt").write_text("\n".join(WORDS))
    kind(str(folder / "vocab.txt"), do_lower_case=True).save_pretrained(folder)
