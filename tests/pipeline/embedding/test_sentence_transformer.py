"""Models of sentence-transformers behind the seam: the published one, and a tiny one made here from scratch."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from factcheck.errors import ModelUnavailable
from factcheck.pipeline.embedding import load_embedder, published, sentence_transformer
from factcheck.pipeline.embedding.published import SHA256, model_facts
from factcheck.pipeline.embedding.sentence_transformer import SentenceEmbedder


@pytest.fixture(scope="module")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sentence-transformers model of eight words and eight dimensions."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.pre_tokenizers import Whitespace

    known = ["[UNK]", "the", "bridge", "is", "open", "closed", "river", "ferry"]
    vocabulary = {word: number for number, word in enumerate(known)}
    tokenizer = Tokenizer(WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    weights = np.eye(8, dtype=np.float32) * 3
    model = SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_weights=weights)], device="cpu")
    folder = tmp_path_factory.mktemp("model") / "eight-words"
    model.save(str(folder))
    return folder


def test_a_model_in_a_folder_gives_unit_vectors_of_its_dimension(tiny_model: Path) -> None:
    embedder = load_embedder(str(tiny_model))
    vectors = embedder.embed(["the bridge is open", "the river", "open bridge"])
    assert vectors.shape == (3, embedder.dimension) == (3, 8)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)
    assert vectors[0] @ vectors[2] > vectors[0] @ vectors[1]


def test_no_texts_give_no_rows(tiny_model: Path) -> None:
    assert load_embedder(str(tiny_model)).embed([]).shape == (0, 8)


def test_the_name_of_a_model_changes_with_its_weights(tiny_model: Path, tmp_path: Path) -> None:
    from sentence_transformers import SentenceTransformer

    changed = SentenceTransformer(str(tiny_model), device="cpu", local_files_only=True)
    changed[0].embedding.weight.data[0, 0] = 5
    changed.save(str(tmp_path / "eight-words"))
    before, after = load_embedder(str(tiny_model)).name, load_embedder(str(tmp_path / "eight-words")).name
    assert before != after
    assert before.startswith("eight-words fp32 ")
    assert after.startswith("eight-words fp32 ")


def test_progress_counts_texts(tiny_model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sentence_transformer, "BATCH", 1)
    seen: list[tuple[str, int, int]] = []
    load_embedder(str(tiny_model)).embed(["river"] * 40, lambda *step: seen.append(step))
    assert [done for _, done, _ in seen] == [0, 16, 32, 40]
    assert {total for _, _, total in seen} == {40}


def test_a_model_is_loaded_once(tiny_model: Path) -> None:
    assert load_embedder(str(tiny_model)) is load_embedder(str(tiny_model))


def test_a_folder_without_a_model_is_named_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable) as refused:
        load_embedder(str(tmp_path))
    assert str(tmp_path) in refused.value.message
    assert "network" in refused.value.hint


def test_an_unknown_hub_model_is_named_with_what_to_do() -> None:
    with pytest.raises(ModelUnavailable, match="nobody/has-this-model") as refused:
        load_embedder("nobody/has-this-model")
    assert "folder" in refused.value.hint


def test_the_weights_in_the_package_are_the_published_ones() -> None:
    facts = model_facts()
    assert facts.problem == ""
    assert facts.sha256 == SHA256
    assert SHA256.startswith("53aa5117")
    assert SHA256.endswith("28d9db")


def test_changed_weights_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"other weights")
    monkeypatch.setattr(published, "folder_of_weights", lambda: tmp_path)
    assert "sha256" in model_facts().problem
    load_embedder.cache_clear()
    with pytest.raises(ModelUnavailable, match="sha256"):
        load_embedder("builtin-fp32")


def test_missing_weights_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(published, "folder_of_weights", lambda: tmp_path / "gone")
    assert "missing" in model_facts().problem


@pytest.mark.models
def test_the_published_model_puts_paraphrases_closer_than_strangers() -> None:
    embedder = load_embedder("builtin-fp32")
    assert isinstance(embedder, SentenceEmbedder)
    assert embedder.name == f"all-MiniLM-L6-v2 fp32 {SHA256[:8]}"
    same, near, far = embedder.embed(
        ["The ferry sank off the coast.", "The boat went down near the shore.", "Bread prices rose in May."]
    )
    assert embedder.dimension == 384
    assert same @ near > 0.5 > 0.2 > same @ far
