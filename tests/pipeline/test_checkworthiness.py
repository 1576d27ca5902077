"""Which sentences are worth checking: the shipped weights on sentences of our own, and what the stage promises."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import models
from factcheck.errors import ModelUnavailable
from factcheck.pipeline.checkworthiness import check_worthiness, load_weights
from factcheck.pipeline.checkworthiness.features import CUES, plain
from factcheck.pipeline.checkworthiness.weights import FILE, save_weights
from factcheck.pipeline.embedding import load_embedder

FACTS = (
    "Unemployment in Larkov fell from 9 percent to 6 percent in the last two years.",
    "The council cut the hospital's budget by $40 million in 2019.",
    "Two women were killed when shells hit a car near the border.",
    "The senator voted against the bridge three times.",
    "Every fourth well in the valley is polluted with nitrates.",
)
OTHERS = {
    "opinion": "I think it was a wonderful evening and a great honour.",
    "question": "Would you really want to live in a town like that?",
    "forecast": "We will do better next time, and we will get there together.",
    "wish": "I hope that all of us can work together.",
    "courtesy": "Thank you very much, and good night.",
}


def score(*sentences: str) -> np.ndarray:
    return check_worthiness(sentences, load_embedder().embed(sentences))


@pytest.mark.models
def test_every_fact_stands_above_every_opinion_question_forecast_and_wish() -> None:
    facts, others = score(*FACTS), score(*OTHERS.values())
    assert facts.min() > others.max(), dict(zip(OTHERS, others, strict=True))
    assert np.median(facts) > 0.5 > others.max()


@pytest.mark.models
def test_a_sentence_scores_the_same_whatever_stands_beside_it() -> None:
    alone = [float(score(sentence)[0]) for sentence in FACTS]
    np.testing.assert_allclose(score(*FACTS), alone, atol=1e-4)
    np.testing.assert_allclose(score(*reversed(FACTS)), alone[::-1], atol=1e-4)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=300), max_size=4), st.integers(0, 9))
def test_any_text_gives_one_probability_each(sentences: list[str], seed: int) -> None:
    vectors = np.random.default_rng(seed).normal(size=(len(sentences), 384)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    found = check_worthiness(sentences, vectors)
    assert found.shape == (len(sentences),)
    assert found.dtype == np.float32
    assert ((found >= 0) & (found <= 1)).all()


def test_a_missing_vector_is_noticed() -> None:
    with pytest.raises(ValueError, match="2 sentences, but 1 vectors"):
        check_worthiness(FACTS[:2], np.zeros((1, 384), np.float32))


def test_each_cue_is_seen_where_it_is_meant_to_be() -> None:
    examples = {
        "figure": "They have 12 boats.",
        "year": "It opened in 1998.",
        "per cent": "Half a percent.",
        "money": "It costs ten euros.",
        "large number": "A million voted.",
        "question": "Who came?",
        "I": "That is mine.",
        "we": "Let us go.",
        "you": "You know it.",
        "he, she, they": "She left.",
        "modal": "It’ll rain.",
        "intent": "They want to leave.",
        "opinion": "He believes it.",
        "comparison": "The longest road.",
        "negation": "It isn't there.",
        "past": "Bread went up.",
        "condition": "Ask whether it is so.",
        "name": "It is in Larkov now.",
        "opening": "Well, no.",
        "courtesy": "Thanks to all.",
        "time": "Years ago.",
        "all": "Every boat.",
    }
    assert set(examples) == set(CUES)
    seen = {name: bool(plain([text])[0, list(CUES).index(name)]) for name, text in examples.items()}
    assert all(seen.values()), [name for name, there in seen.items() if not there]
    assert plain(["Boats on a lake"])[0, : len(CUES)].sum() == 0


def test_the_weights_are_small_and_are_the_ones_of_the_manifest() -> None:
    assert (models.CHECKWORTHY / FILE).stat().st_size <= 3_000_000
    assert 0 < float(load_weights().threshold) < 1


def test_weights_that_were_changed_are_refused(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(models.CHECKWORTHY, tmp_path / "model"))
    data = bytearray((folder / FILE).read_bytes())
    data[len(data) // 2] ^= 1
    (folder / FILE).write_bytes(data)
    with pytest.raises(ModelUnavailable, match="damaged or was changed") as refused:
        load_weights(folder)
    assert refused.value.hint == (
        "Install the workbench again, or take the folder src/factcheck/models/checkworthy from a fresh copy."
    )


@pytest.mark.parametrize("missing", ["manifest.json", FILE])
def test_a_missing_file_is_named_with_what_to_do(missing: str, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(models.CHECKWORTHY, tmp_path / "model"))
    (folder / missing).unlink()
    with pytest.raises(ModelUnavailable, match=str(folder)):
        load_weights(folder)


def test_saved_weights_come_back_and_are_the_same_bytes_every_time(tmp_path: Path) -> None:
    known = load_weights()
    for name in ("a", "b"):
        save_weights(tmp_path / name, "again", known)
    assert (tmp_path / "a" / FILE).read_bytes() == (tmp_path / "b" / FILE).read_bytes()
    assert json.loads((tmp_path / "a" / "manifest.json").read_text())["name"] == "again"
    np.testing.assert_array_equal(load_weights(tmp_path / "a").linear, known.linear)
