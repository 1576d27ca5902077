"""Which pairs the model of contradiction is asked about."""

from __future__ import annotations

import shutil
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from factcheck import models
from factcheck.errors import ModelUnavailable
from factcheck.pipeline.gate import chances, load_weights, worth_asking
from factcheck.pipeline.gate.cues import NAMES, in_pairs, read

TEXTS = [
    "Government troops have beaten back the raid on Larkov.",
    "The raiders are still fighting inside Larkov.",
    "The raid on Larkov was repelled within hours, not days.",
    "Two women were killed in Larkov by shelling.",
    "Nobody died in the shelling of Larkov.",
    "Three people were killed when Larkov was shelled.",
    "The museum of clocks in Dorn has a new director.",
    "Bread in Dorn costs no more than it did last year.",
]
PAIRS = np.array(list(combinations(range(len(TEXTS)), 2)), np.int64)


@pytest.fixture(scope="module")
def vectors() -> np.ndarray:
    from factcheck.pipeline.embedding import load_embedder

    return load_embedder().embed(TEXTS)


def nothing_known(pairs: np.ndarray = PAIRS) -> np.ndarray:
    return np.zeros(len(pairs), np.float32)


def column(name: str, pairs: np.ndarray = PAIRS) -> dict[tuple[int, int], float]:
    found = in_pairs(read(TEXTS), *pairs.T)[:, NAMES.index(name)]
    return dict(zip(map(tuple, pairs.tolist()), found.tolist(), strict=True))


def test_the_cues_see_names_figures_opposites_and_denials() -> None:
    assert column("names in common")[0, 1] > 0
    assert column("names in both, none in common")[5, 6] == 1
    assert column("opposite words")[0, 1] > 0
    assert column("opposite words")[0, 3] == 0
    assert column("figures in both, none in common")[3, 5] == 1
    assert column("negation in one only")[3, 4] == 1
    assert column("words in common")[3, 5] > column("words in common")[3, 6]


@pytest.mark.models
def test_a_pair_of_opposite_accounts_is_asked_about(vectors: np.ndarray) -> None:
    near, far = (
        {tuple(pair) for pair in PAIRS[worth_asking(TEXTS, vectors, PAIRS, nothing_known() + known)].tolist()}
        for known in (0, -3)
    )
    assert {(0, 1), (1, 2), (3, 4), (4, 5), (3, 5)} <= near
    assert {(0, 1), (3, 4), (4, 5), (3, 5)} <= far
    assert not {(0, 6), (1, 7), (5, 6), (2, 7)} & far


@pytest.mark.models
def test_chances_depend_on_no_order_and_on_no_other_pair(vectors: np.ndarray) -> None:
    found = chances(TEXTS, vectors, PAIRS)
    assert chances(TEXTS, vectors, PAIRS[:, ::-1]).tolist() == found.tolist()
    assert chances(TEXTS, vectors, PAIRS[::-1])[::-1].tolist() == found.tolist()
    assert [chances(TEXTS, vectors, PAIRS[at : at + 1])[0] for at in range(len(PAIRS))] == found.tolist()
    many = np.tile(PAIRS, (300, 1))
    assert (chances(TEXTS, vectors, many).reshape(300, -1) == found).all()
    back = np.arange(len(TEXTS))[::-1]
    turned = chances([TEXTS[at] for at in back], vectors[back], len(TEXTS) - 1 - PAIRS)
    assert turned.tolist() == found.tolist()


@pytest.mark.models
def test_statements_in_other_languages_always_pass(vectors: np.ndarray) -> None:
    texts = [*TEXTS[:7], "Хлеб в Дорне не подорожал."]
    asked = worth_asking(texts, vectors, PAIRS, nothing_known())
    assert asked[(PAIRS == 7).any(axis=1)].all()


@pytest.mark.models
def test_claims_years_apart_need_a_better_chance(vectors: np.ndarray) -> None:
    near = worth_asking(TEXTS, vectors, PAIRS, nothing_known())
    far = worth_asking(TEXTS, vectors, PAIRS, nothing_known() - 3)
    assert (far <= near).all()
    assert far.sum() < near.sum()


@pytest.mark.models
def test_the_least_chance_can_be_chosen(vectors: np.ndarray) -> None:
    assert worth_asking(TEXTS, vectors, PAIRS, nothing_known(), least=0.0).all()
    assert worth_asking(TEXTS, vectors, PAIRS, nothing_known(), least=1.0).sum() == 0


def test_odd_texts_and_no_pairs_are_no_obstacle() -> None:
    texts = ["", "?!", "12", "word " * 5000]
    vectors = np.eye(4, 384, dtype=np.float32)
    pairs = np.array(list(combinations(range(4), 2)), np.int64)
    assert np.isfinite(chances(texts, vectors, pairs)).all()
    assert chances(texts, vectors, np.zeros((0, 2), np.int64)).shape == (0,)
    assert chances([], np.zeros((0, 384), np.float32), np.zeros((0, 2), np.int64)).shape == (0,)


def test_as_many_vectors_as_texts_are_wanted() -> None:
    with pytest.raises(ValueError, match="one vector for each text"):
        chances(TEXTS, np.eye(2, 384, dtype=np.float32), PAIRS)


def test_changed_weights_are_refused(tmp_path: Path) -> None:
    shutil.copytree(models.GATE, tmp_path / "gate")
    (tmp_path / "gate" / "weights.npz").write_bytes(b"other")
    with pytest.raises(ModelUnavailable, match="weights.npz"):
        load_weights(tmp_path / "gate")
    assert 0 < float(load_weights().least) < 1
