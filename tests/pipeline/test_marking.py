"""The words that a clash hangs on, found by leaving them out; with a scorer whose reasons are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from factcheck.model import Conflict, ConflictKind, Modality, PairContext, Progress, silent
from factcheck.pipeline.conflicts import mark_words
from factcheck.pipeline.conflicts.marking import clashing_words
from factcheck.pipeline.conflicts.occlusion import telling_phrases, without_each_word
from tests.pipeline.support import claim

REPELLED = "On Thursday border troops repelled the raid on Orvel."
FIGHTING = "In Orvel the raiders are still fighting."


class Telling:
    """Sees a clash where one text has "repelled" and the other "fighting", a weaker one without "still"."""

    name = "telling"

    def score(
        self, pairs: Sequence[tuple[str, str]], contexts: Sequence[PairContext] = (), progress: Progress = silent
    ) -> np.ndarray:
        progress("Comparing statements", len(pairs), len(pairs))
        clash = [0.1 + 0.8 * ("repelled" in a and "fighting" in b) - 0.6 * ("still" not in b) for a, b in pairs]
        found = np.zeros((len(pairs), 4), np.float32)
        found[:, 0] = np.maximum(clash, 0.01)
        found[:, 2] = 1 - found[:, 0]
        return found


def marked(text: str, spans: Sequence[tuple[int, int]]) -> list[str]:
    return [text[start:end] for start, end in spans]


def conflict(**changes: object) -> Conflict:
    plain = Conflict(1, 2, ConflictKind.CONTRADICTION, 0.9, 0.9, 0.9, 0.5, 0.0, 1.0, "before", ((0, 2),), ((0, 2),))
    return replace(plain, **changes)  # type: ignore[arg-type]


def test_the_words_that_matter_are_found_in_both_texts() -> None:
    ((first, second),) = clashing_words(Telling(), [(REPELLED, FIGHTING, PairContext())])
    assert marked(REPELLED, first) == ["repelled"]
    assert marked(FIGHTING, second) == ["still fighting"]


def test_several_pairs_are_asked_at_once_and_told_apart() -> None:
    pairs = [
        (REPELLED, FIGHTING, PairContext()),
        (FIGHTING, REPELLED, PairContext()),
        (REPELLED, FIGHTING, PairContext(3)),
    ]
    found = clashing_words(Telling(), pairs)
    assert found[0] == found[2]
    assert found[1] == ((), ())


def test_every_word_but_the_empty_ones_is_left_out_once() -> None:
    assert [one.text for one in without_each_word("The gate is still open.")] == [
        "The is still open.",
        "The gate is open.",
        "The gate is still .",
    ]


def test_a_clash_that_hangs_on_no_word_marks_none() -> None:
    tried = without_each_word(FIGHTING)
    assert telling_phrases(FIGHTING, tried, [0.0] * len(tried)) == ()
    assert telling_phrases("", [], []) == ()


def test_marks_and_reason_of_a_conflict_are_put_with_it() -> None:
    claims = [claim(1, REPELLED, "Ministry", "2031-05-01"), claim(2, FIGHTING, "Brigade", "2031-05-02")]
    seen: list[tuple[str, int, int]] = []
    (found,) = mark_words([conflict()], claims, Telling(), lambda *step: seen.append(step))
    assert found.reason == 'different speakers, 1 day apart; "repelled" × "still fighting"'
    assert marked(REPELLED, found.clash_a) == ["repelled"]
    assert seen[-1][0] == "Looking for the words that clash"
    assert seen[-1][1] == seen[-1][2]


def test_what_hangs_on_no_word_and_what_is_no_clash_stay_as_they_were() -> None:
    claims = [claim(1, FIGHTING, "Brigade"), claim(2, REPELLED, "Ministry")]
    agreement = conflict(kind=ConflictKind.AGREEMENT)
    assert mark_words([conflict(), agreement], claims, Telling()) == [conflict(), agreement]
    denied = [claim(1, REPELLED, "Ministry", modality=Modality.DENIED), claim(2, FIGHTING, "Brigade")]
    assert mark_words([conflict()], denied, Telling()) == [conflict()]
    assert mark_words([], claims, Telling()) == []


class Naming(Telling):
    """Sees a clash where both texts name the solvent."""

    def score(
        self, pairs: Sequence[tuple[str, str]], contexts: Sequence[PairContext] = (), progress: Progress = silent
    ) -> np.ndarray:
        found = np.zeros((len(pairs), 4), np.float32)
        found[:, 0] = [0.05 + 0.9 * ("solvent" in a.lower() and "solvent" in b.lower()) for a, b in pairs]
        found[:, 2] = 1 - found[:, 0]
        return found


def test_the_same_word_in_both_texts_is_no_mark() -> None:
    claims = [claim(1, "No solvent had left the plant.", "Owner"), claim(2, "Solvent ran into the river.", "Anglers")]
    assert mark_words([conflict()], claims, Naming()) == [conflict()]
