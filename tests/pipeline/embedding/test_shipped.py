"""The sentence model that comes with the package: near the published one, and the same to the last bit each time."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from factcheck import models
from factcheck.errors import ModelUnavailable
from factcheck.pipeline.embedding import Embedder, load_embedder
from factcheck.pipeline.embedding.published import SHA256
from factcheck.pipeline.embedding.shipped import CHUNK, read_manifest

PLACES = ("Larkov", "the port of Dorn", "a village north of the river", "the capital")
EVENTS = (
    "{} was shelled for the third night, the governor said.",
    "No shell fell on {}, according to the ministry.",
    "Bread costs three crowns in {}.",
    "Voters in {} stood in line until midnight because 14 of 20 machines had failed, an observer wrote.",
    "Two people drowned near {} when a ferry with 212 passengers turned over in a storm on Sunday, and the company "
    "that ran it had been warned about its engine twice since spring.",
    "{}?",
)
TEXTS = [event.format(place) for event in EVENTS for place in PLACES]
ODD = [
    "",
    " ",
    "\n\t",
    "\x00\x01\x7f",
    "Война и мир",
    "戦争と平和",
    "مرحبا بالعالم",
    "🔥🔥",
    "\ud83d half",
    "x" * 50_000,
    "so " * 9000,
]

pytestmark = pytest.mark.models


@pytest.fixture(scope="module")
def shipped() -> Embedder:
    return load_embedder("builtin")


def test_vectors_are_near_those_of_the_published_model(shipped: Embedder) -> None:
    published = load_embedder("builtin-fp32")
    ours, theirs = shipped.embed(TEXTS), published.embed(TEXTS)
    cosines = (ours * theirs).sum(axis=1)
    assert cosines.mean() > 0.99
    assert cosines.min() > 0.98
    assert shipped.dimension == published.dimension == 384


def test_its_name_tells_precision_and_weights_apart(shipped: Embedder) -> None:
    assert shipped.name == f"all-MiniLM-L6-v2 int8 {read_manifest().sha256[:8]}"
    assert json.loads((models.EMBEDDING / "manifest.json").read_text())["weights"] == SHA256
    assert shipped.name != load_embedder("builtin-fp32").name


def test_a_vector_is_the_same_to_the_last_bit_in_any_order_and_company(shipped: Embedder) -> None:
    texts = TEXTS + ODD
    whole = shipped.embed(texts)
    order = np.random.default_rng(4).permutation(len(texts))
    assert (shipped.embed([texts[at] for at in order]) == whole[order]).all()
    assert (shipped.embed(texts * 3) == np.tile(whole, (3, 1))).all()
    alone = [shipped.embed([text])[0] for text in texts]
    assert (np.array(alone) == whole).all()


def test_every_text_has_a_finite_unit_vector(shipped: Embedder) -> None:
    vectors = shipped.embed(ODD)
    assert vectors.dtype == np.float32
    assert np.isfinite(vectors).all()
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)


def test_more_texts_than_are_cut_at_once(shipped: Embedder) -> None:
    vectors = shipped.embed(["Bread.", "Bread and salt."] * (CHUNK // 2 + 1))
    assert (vectors[::2] == vectors[0]).all()
    assert (vectors[1::2] == vectors[1]).all()
    assert (vectors[0] != vectors[1]).any()


def test_what_comes_after_the_most_tokens_is_not_read(shipped: Embedder) -> None:
    begun = "The ferry sank. " * 80
    one, other, short = shipped.embed([f"{begun} It was raised.", f"{begun} It lies there still.", "The ferry sank."])
    assert (one == other).all()
    assert (one != short).any()


def test_paraphrases_are_closer_than_strangers(shipped: Embedder) -> None:
    same, near, far = shipped.embed(
        ["The ferry sank off the coast.", "The boat went down near the shore.", "Bread prices rose in May."]
    )
    assert same @ near > 0.5 > 0.2 > same @ far


def test_no_texts_give_no_rows(shipped: Embedder) -> None:
    assert shipped.embed([]).shape == (0, 384)


def test_progress_reaches_its_end(shipped: Embedder) -> None:
    seen: list[tuple[str, int, int]] = []
    shipped.embed(TEXTS, lambda *step: seen.append(step))
    done = [count for _, count, _ in seen]
    assert done == sorted(done)
    assert (done[0], done[-1]) == (0, len(TEXTS))
    assert {total for _, _, total in seen} == {len(TEXTS)}


def test_no_weight_uses_the_eighth_bit() -> None:
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(str(models.EMBEDDING / "model.onnx")).graph
    matrices = {i.name: numpy_helper.to_array(i) for i in graph.initializer if i.name.endswith("_quantized")}
    assert len(matrices) == 1 + 6 * 4, "word vectors, and four products a layer"
    assert all(abs(values).max() <= 63 for name, values in matrices.items() if "word_embeddings" not in name)


def test_weights_that_were_changed_are_refused(tmp_path: Path) -> None:
    for path in models.EMBEDDING.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes() + (b"x" if path.name == "model.onnx" else b""))
    with pytest.raises(ModelUnavailable, match=r"sentence model has sha256.*changed") as refused:
        read_manifest(tmp_path)
    assert "src/factcheck/models/embedding" in refused.value.hint


def test_a_manifest_without_its_facts_is_refused(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text('{"sha256": {}}')
    with pytest.raises(ModelUnavailable, match="missing or damaged"):
        read_manifest(tmp_path)


def test_it_is_loaded_and_used_without_pytorch() -> None:
    heavy = "{'torch', 'sentence_transformers', 'transformers'}"
    code = (
        "import sys; from factcheck.pipeline.embedding import load_embedder; load_embedder().embed(['Bread.']); "
        f"sys.exit(sorted({heavy} & set(sys.modules)) or 0)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_stages_import_no_model_library() -> None:
    stages = "embedding, topics, pairs, scoring, conflicts, disputes"
    heavy = "{'torch', 'sklearn', 'sentence_transformers', 'transformers', 'scipy', 'pandas', 'spacy', 'onnxruntime'}"
    code = f"import sys; from factcheck.pipeline import {stages}; sys.exit(sorted({heavy} & set(sys.modules)) or 0)"
    subprocess.run([sys.executable, "-c", code], check=True)
