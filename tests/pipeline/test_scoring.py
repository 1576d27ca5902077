"""The seam of pair scorers: labels by name, time in words, and both kinds of model behind it."""

from __future__ import annotations

import hashlib
import json
import random
from pathlib import Path

import numpy as np
import pytest

from factcheck.errors import ModelUnavailable
from factcheck.model import PairContext
from factcheck.pipeline.scoring import CONTRADICTION, ENTAILMENT, NEUTRAL, SUPERSEDED, PairScorer, load_scorer
from factcheck.pipeline.scoring.seam import columns, in_order
from factcheck.pipeline.scoring.shipped import ShippedScorer, read_manifest
from factcheck.pipeline.scoring.timed import ended, timed

REPELLED = "Border troops repelled the raid on Orvel."
FIGHTING = "The raiders are still fighting in Orvel."
ELSEWHERE = "The price of bread in Kolm rose by a tenth."


@pytest.fixture(scope="module")
def shipped() -> PairScorer:
    return load_scorer()


@pytest.mark.parametrize(
    ("days", "same_speaker", "words"),
    [
        (None, False, "It rained."),
        (None, True, "The same speaker: It rained."),
        (0, False, "The same day: It rained."),
        (0, True, "The same day, the same speaker: It rained."),
        (1, False, "1 day later: It rained."),
        (-3, False, "3 days earlier: It rained."),
        (-3, True, "3 days earlier, the same speaker: It rained."),
    ],
)
def test_time_and_speaker_are_put_in_words_before_the_second_text(
    days: int | None, same_speaker: bool, words: str
) -> None:
    assert timed("It rained.", PairContext(days, same_speaker)) == words


def test_a_context_can_be_seen_from_the_other_side() -> None:
    assert PairContext(3, True).turned() == PairContext(-3, True)
    assert PairContext(None).turned() == PairContext()


def test_a_headline_is_read_as_a_sentence() -> None:
    assert [ended(text) for text in ("Dam holds", " Dam held. ", "Held?", "by 5%", "")] == [
        "Dam holds.",
        "Dam held.",
        "Held?",
        "by 5%.",
        "",
    ]


def test_labels_are_found_by_name_in_whatever_order() -> None:
    assert columns(["Neutral", "ENTAILMENT", "contradiction"], "m") == [2, 1, 0]
    assert columns(["superseded", "entailment", "neutral", "contradiction"], "m") == [3, 1, 2, 0]


@pytest.mark.parametrize("labels", [["LABEL_0", "LABEL_1", "LABEL_2"], ["entailment", "not_entailment"], []])
def test_a_model_that_does_not_name_its_labels_is_refused(labels: list[str]) -> None:
    with pytest.raises(ModelUnavailable, match="it is no NLI model"):
        columns(labels, "some/model")


def test_probabilities_of_other_labels_are_left_out() -> None:
    found = in_order(np.array([[0.2, 0.3, 0.5]], np.float32), [2, 0, 1])
    assert found[0].tolist() == pytest.approx([0.5, 0.2, 0.3, 0.0])


@pytest.mark.models
def test_rows_sum_to_one_and_the_columns_mean_what_they_say(shipped: PairScorer) -> None:
    scores = shipped.score([(REPELLED, FIGHTING), (REPELLED, REPELLED), (REPELLED, ELSEWHERE)])
    assert scores.shape == (3, 4)
    assert scores.sum(axis=1) == pytest.approx(1, abs=1e-5)
    assert [int(row.argmax()) for row in scores] == [CONTRADICTION, ENTAILMENT, NEUTRAL]


@pytest.mark.models
def test_a_toll_that_rose_days_later_overtakes_and_without_dates_contradicts(shipped: PairScorer) -> None:
    pair = ("Twelve people died in the Arn flood.", "The death toll of the Arn flood has risen to 31.")
    later, unknown = shipped.score([pair, pair], [PairContext(3), PairContext()])
    assert later[SUPERSEDED] > later[CONTRADICTION]
    assert unknown[CONTRADICTION] > unknown[SUPERSEDED]


@pytest.mark.models
def test_no_pairs_give_no_rows(shipped: PairScorer) -> None:
    assert shipped.score([]).shape == (0, 4)


@pytest.mark.models
@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        ("   \n", "empty"),
        ("Набег на Орвель отбит пограничниками.", "no English"),
        ("袭击被击退,战斗仍在继续。", "no English"),
        ("Die Grenztruppen haben den Überfall auf Orvel am frühen Morgen zurückgeschlagen.", "no English"),
        (REPELLED, ""),
        ("word " * 2000, "long"),
    ],
)
def test_what_the_model_does_not_read_is_neutral_and_named(shipped: PairScorer, text: str, why: str) -> None:
    scores = shipped.score([(text, FIGHTING), (FIGHTING, text)])
    assert shipped.misreads(text) == why
    if why in ("empty", "no English"):
        assert scores[:, NEUTRAL].tolist() == [1.0, 1.0]


@pytest.mark.models
def test_a_pairs_score_does_not_depend_on_its_place_and_hardly_on_its_company(shipped: PairScorer) -> None:
    pairs = [(REPELLED, FIGHTING), (REPELLED, ELSEWHERE), ("word " * 300, FIGHTING), (FIGHTING, REPELLED)] * 5
    together = shipped.score(pairs)
    order = list(range(len(pairs)))
    random.Random(4).shuffle(order)
    shuffled = shipped.score([pairs[at] for at in order])
    alone = np.concatenate([shipped.score([pair]) for pair in pairs[:4]])
    assert (shuffled == together[order]).all()
    assert np.abs(alone - together[:4]).max() < 0.01


@pytest.mark.models
def test_ten_thousand_characters_are_cut_not_refused(shipped: PairScorer) -> None:
    long = FIGHTING + " " + "And there was much more to tell of it. " * 260
    assert len(long) > 10_000
    assert shipped.score([(REPELLED, long), (long, long)]).sum(axis=1) == pytest.approx(1, abs=1e-5)


@pytest.mark.models
def test_progress_reaches_its_end(shipped: PairScorer) -> None:
    seen: list[tuple[str, int, int]] = []
    shipped.score([(REPELLED, FIGHTING)] * 70, (), lambda *step: seen.append(step))
    assert seen[-1] == ("Comparing statements", 70, 70)
    assert all(done <= total for _, done, total in seen)


def _folder(tmp_path: Path) -> Path:
    (tmp_path / "model.onnx").write_bytes(b"weights")
    manifest = {
        "name": "tiny",
        "labels": ["entailment", "neutral", "contradiction"],
        "max_tokens": 32,
        "inputs": ["input_ids"],
        "sha256": {"model.onnx": hashlib.sha256(b"weights").hexdigest()},
    }
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    return tmp_path


def test_a_whole_folder_is_accepted(tmp_path: Path) -> None:
    assert read_manifest(_folder(tmp_path)).name == "tiny"


def test_weights_that_were_changed_are_refused(tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    (folder / "model.onnx").write_bytes(b"weightz")
    with pytest.raises(ModelUnavailable, match="model.onnx of the shipped model of contradiction has sha256") as caught:
        ShippedScorer(folder)
    assert "Install the workbench again" in caught.value.hint


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    (folder / "model.onnx").unlink()
    with pytest.raises(ModelUnavailable, match="lacks its file model.onnx"):
        read_manifest(folder)


@pytest.mark.parametrize("content", [None, "", "{}", '{"name": 3}', "[1]"])
def test_a_missing_or_broken_manifest_is_an_error(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "manifest.json").write_text(content)
    with pytest.raises(ModelUnavailable, match="missing or damaged"):
        read_manifest(tmp_path)
