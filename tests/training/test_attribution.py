"""The tagger learns, its graphs compute what was trained, and its scores count what they say."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from factcheck.model import TaggedAttribution
from factcheck.pipeline.attribution.decode import runs

pytestmark = pytest.mark.models

TEXT = "The mayor said the ferry was safe. “Nobody checked it,” a pilot replied."
WORDS = "the mayor said ferry was safe nobody checked it a pilot replied . , “ ”".split()  # noqa: SIM905


def article() -> dict[str, Any]:
    def span(words: str) -> list[Any]:
        start = TEXT.index(words)
        return [start, start + len(words), words]

    def attribution(source: str, cue: str, content: str) -> dict[str, Any]:
        return {"source": [span(source)], "cue": [span(cue)], "content": [span(content)], "no_source": False}

    return {
        "text": TEXT,
        "attributions": [
            attribution("The mayor", "said", "the ferry was safe"),
            attribution("a pilot", "replied", "“Nobody checked it,”"),
        ],
    }


@pytest.fixture(scope="module")
def backbone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A BERT of two layers with random weights, and a vocabulary of the article's words."""
    import torch
    from tokenizers import Tokenizer
    from tokenizers.models import WordPiece
    from tokenizers.normalizers import BertNormalizer
    from tokenizers.pre_tokenizers import BertPreTokenizer
    from transformers import BertConfig, BertModel

    folder = tmp_path_factory.mktemp("backbone")
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *WORDS]
    made = Tokenizer(WordPiece({word: at for at, word in enumerate(words)}, unk_token="[UNK]"))
    made.normalizer, made.pre_tokenizer = BertNormalizer(), BertPreTokenizer()
    made.save(str(folder / "tokenizer.json"))
    torch.manual_seed(3)
    sizes: dict[str, Any] = {"hidden_size": 32, "num_attention_heads": 4, "intermediate_size": 64}
    BertModel(BertConfig(vocab_size=len(words), num_hidden_layers=2, **sizes)).save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def shipped(backbone: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What training and export make of one article, learnt by heart."""
    from training import attribution, attribution_export

    place = tmp_path_factory.mktemp("run")
    (place / "train.jsonl").write_text("\n".join([json.dumps(article())] * 8))
    given = ["--start", str(backbone), "--train", str(place / "train.jsonl"), "--dropout", "0"]
    _run(attribution, [str(place / "run"), *given, "--epochs", "60", "--rate", "2e-3"])
    _run(attribution_export, [str(place / "run"), str(place / "ship"), "--start", str(backbone), "--name", "tiny"])
    return place / "ship"


def _run(module: Any, arguments: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", [module.__name__, *arguments])
        module.main()


def test_what_was_learnt_by_heart_is_found_again(shipped: Path) -> None:
    from training.attribution_scores import gold_attributions

    from factcheck.pipeline.attribution.trained import TrainedTagger

    assert TrainedTagger(shipped).tag(TEXT) == gold_attributions(article())


def test_a_changed_file_is_refused(shipped: Path, tmp_path: Path) -> None:
    import shutil

    from factcheck.errors import ModelUnavailable
    from factcheck.pipeline.attribution.trained import TrainedTagger

    copy = tmp_path / "attribution"
    shutil.copytree(shipped, copy)
    with (copy / "linker.onnx").open("ab") as file:
        file.write(b"x")
    with pytest.raises(ModelUnavailable, match=r"linker\.onnx.*damaged"):
        TrainedTagger(copy)


def test_labels_of_a_window_are_those_of_the_article(backbone: Path) -> None:
    from tokenizers import Tokenizer
    from training.attribution_data import mark, window_of

    marked = mark(article(), Tokenizer.from_file(str(backbone / "tokenizer.json")))
    window = window_of(marked, 0, len(marked.pieces))
    assert runs(window.cue_labels, 0) == marked.cues
    assert [runs(row, 0) + runs(row, 1) for row in window.role_labels] == [
        [(start, end) for _, start, end in roles] for roles in marked.roles
    ]
    part = window_of(marked, 3, len(marked.pieces))
    assert len(part.cues) == 1, "the cue before the window is not in it"


def tagged(source: str, cue: str, content: str) -> TaggedAttribution:
    spans = [((TEXT.index(part), TEXT.index(part) + len(part)),) if part else () for part in (source, cue, content)]
    return TaggedAttribution(*spans)


def test_scores_count_exact_spans_overlaps_and_whole_attributions() -> None:
    from training.attribution_scores import gold_attributions, score

    gold = gold_attributions(article())
    found = [tagged("mayor", "said", "the ferry was safe"), tagged("a pilot", "replied", "“Nobody checked it")]
    counts = score([TEXT], [gold], [found])
    assert [counts[part].f1 for part in ("source", "cue", "content")] == [0.5, 1.0, 0.5]
    assert counts["source"].jaccard == pytest.approx((1 + 1 / 2) / 2)
    assert counts["attribution"].right == 0, "the mayor lacks its article, and of the other content a third is missing"
    assert score([TEXT], [gold], [gold])["attribution"].f1 == 1.0


def test_a_content_over_two_sentences_counts_in_each() -> None:
    from training.attribution_scores import score

    whole = TaggedAttribution((), (), ((0, len(TEXT)),))
    counts = score([TEXT], [[whole]], [[]])
    assert (counts["content"].gold, counts["content"].right) == (2, 0)


def test_windows_differ_from_pass_to_pass_but_not_from_run_to_run(backbone: Path) -> None:
    from tokenizers import Tokenizer
    from training.attribution_data import mark, one_pass

    row = article()
    row["text"] = " ".join([TEXT] * 60)
    marked = [mark(row, Tokenizer.from_file(str(backbone / "tokenizer.json")))]

    def lengths(seed: int) -> list[int]:
        return [len(window.ids) for window in one_pass(marked, seed)]

    assert lengths(1) == lengths(1)
    assert sum(lengths(1)) == sum(lengths(2)) == len(marked[0].pieces)
    assert any(not np.array_equal(lengths(1), lengths(seed)) for seed in range(2, 9))
