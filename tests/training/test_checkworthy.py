"""Training check-worthiness: what is read, left out, kept together and chosen."""

from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
import pytest
from sklearn.metrics import f1_score
from training.checkworthy import Labelled, best_cut, fit, folds, kept_vectors, read, unseen

from factcheck.model import Progress, silent
from factcheck.pipeline.checkworthiness import chances
from factcheck.pipeline.checkworthiness.features import dense, letter_counts, weigh, word_counts


class CountingEmbedder:
    """Two dimensions, from the length of the text; counts its calls."""

    name, dimension, calls = "two", 2, 0

    def embed(self, texts: list[str] | tuple[str, ...], progress: Progress = silent) -> np.ndarray:
        self.calls += 1
        angles = np.array([len(text) for text in texts], np.float32)
        return np.stack([np.cos(angles), np.sin(angles)], axis=1)


def as_seen(sentences: tuple[str, ...], truth: list[bool]) -> Labelled:
    counts = word_counts(sentences), letter_counts(sentences)
    return Labelled(sentences, np.array(truth), counts, dense(sentences, CountingEmbedder().embed(sentences)))


def test_a_file_is_read_with_its_quotes(tmp_path: Path) -> None:
    path = tmp_path / "few.tsv.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write('Sentence_id\tText\tclass_label\n1\t"He said ""no"", twice."\tYes\n2\tGood night.\tNo\n')
    sentences, truth = read(path)
    assert sentences == ('He said "no", twice.', "Good night.")
    assert truth.tolist() == [True, False]


def test_sentences_of_dev_are_left_out_of_train_in_whatever_case() -> None:
    train = as_seen(("Thank you!", "Bread costs 3 crowns.", "THANK YOU"), [False, True, False])
    kept = unseen(train, as_seen(("thank you.",), [False]))
    assert kept.sentences == ("Bread costs 3 crowns.",)
    assert kept.truth.tolist() == [True]
    assert kept.dense.shape[0] == kept.counts[0].shape[0] == 1


def test_the_same_words_are_never_on_both_sides_of_a_fold() -> None:
    sentences = [f"Sentence {number % 20}{'!' * (number % 3)}" for number in range(120)]
    truth = np.arange(120) % 4 == 0
    seen = []
    for kept, judged in folds(sentences, truth):
        known = {sentences[at].rstrip("!") for at in kept}
        assert not known & {sentences[at].rstrip("!") for at in judged}
        seen.extend(judged)
    assert sorted(seen) == list(range(120))


def test_no_other_cut_gives_a_higher_f1() -> None:
    draw = np.random.default_rng(1)
    values = draw.random(200)
    truth = draw.random(200) < values
    f1, cut = best_cut(truth, values)
    assert f1 == pytest.approx(f1_score(truth, values >= cut))
    assert f1 == pytest.approx(max(f1_score(truth, values >= at) for at in values))


def test_vectors_are_made_once_and_anew_for_other_sentences(tmp_path: Path) -> None:
    embedder = CountingEmbedder()
    first = kept_vectors(("One.", "Two, three."), embedder, tmp_path)
    np.testing.assert_array_equal(kept_vectors(("One.", "Two, three."), embedder, tmp_path), first)
    assert embedder.calls == 1
    assert kept_vectors(("Four.",), embedder, tmp_path).shape == (1, 2)
    assert embedder.calls == 2


def test_what_is_fitted_knows_a_fact_from_a_wish_and_is_the_same_again() -> None:
    towns = ("Larkov", "Dorn", "Vell", "Ostrava", "Brenn", "Kolm", "Sarn", "Tarn")
    facts = tuple(f"Rents in {town} rose by {number} percent." for number, town in enumerate(towns, 3)) * 8
    wishes = tuple(f"I hope we can visit {town} some day." for town in towns) * 8
    train = as_seen(facts + wishes, [True] * len(facts) + [False] * len(wishes))
    weights, again = fit(train), fit(train)
    new = as_seen(("Wages in Pell rose by 12 percent.", "I hope we can go home some day."), [True, False])
    fact, wish = chances(weights, weigh(new.counts, weights.idf), new.dense)
    assert fact > 0.6 > 0.4 > wish
    np.testing.assert_array_equal(weights.linear, again.linear)
    np.testing.assert_array_equal(weights.hidden, again.hidden)
