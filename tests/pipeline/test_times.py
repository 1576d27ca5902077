"""What is worked out for many pairs at once is what is worked out for each pair by itself."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Claim
from factcheck.pipeline.conflicts.company import UNKNOWN, elsewhere
from factcheck.pipeline.conflicts.directions import asked
from factcheck.pipeline.conflicts.timing import times, timing

NAMES = ("", " ", "Vera Orlova", "Orlova", "orlova", "Police", "City police", "Ines Police", "Mayor", "Ana Mayor")
DAYS = ("", "2031", "2031-02", "2031-02-03", "2031-02-04", "2030-12-31", "2031-02-03T10:00", "soon", "2031-13-01")
TEXTS = ("The gate is open.", "The gate is shut.", "Nobody saw the gate.")
CLAIMS = st.builds(
    Claim,
    claim_text=st.sampled_from(TEXTS),
    claim_author_name=st.sampled_from(NAMES),
    claim_date=st.sampled_from(DAYS),
    joined=st.sampled_from(("", "", "Vera Orlova", "Town hall")),
)


def all_pairs(count: int) -> np.ndarray:
    return np.array([(i, j) for i in range(count) for j in range(count) if i != j], np.int64).reshape(-1, 2)


@settings(deadline=None)
@given(st.lists(CLAIMS, min_size=2, max_size=7))
def test_times_of_many_pairs_are_those_of_each(claims: list[Claim]) -> None:
    pairs = all_pairs(len(claims))
    found = times(claims, pairs)
    for at, (i, j) in enumerate(pairs.tolist()):
        assert found.context(at) == timing(claims[i], claims[j]).context


@settings(deadline=None)
@given(st.lists(CLAIMS, min_size=2, max_size=7))
def test_a_pair_is_asked_about_in_the_same_words_whichever_row_comes_first(claims: list[Claim]) -> None:
    pairs = all_pairs(len(claims))
    one, other = asked(claims, pairs), asked(claims, pairs[:, ::-1])
    for at, (i, j) in enumerate(pairs.tolist()):
        if claims[i].claim_text == claims[j].claim_text and not one.contexts[at].days:
            continue
        assert one.texts[at] == other.texts[at]
        assert one.contexts[at] == other.contexts[at]
        assert one.turned[at] != other.turned[at]
        later = claims[i] if one.turned[at] else claims[j]
        assert one.texts[at][1] == later.claim_text


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=15))
def test_the_company_of_a_pair_is_the_best_of_its_claims_other_pairs(drawn: list[tuple[int, int]]) -> None:
    pairs = sorted({(min(pair), max(pair)) for pair in drawn if pair[0] != pair[1]})
    clash = np.random.default_rng(len(pairs)).random(len(pairs)).astype(np.float32).round(1)
    chances: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for at, pair in enumerate(pairs):
        for claim in pair:
            chances[claim].append((at, float(clash[at])))

    def other(claim: int, pair: int) -> float:
        return max((chance for at, chance in chances[claim] if at != pair), default=UNKNOWN)

    wanted = [(other(i, at) + other(j, at)) / 2 for at, (i, j) in enumerate(pairs)]
    found = elsewhere(np.array(pairs, np.int64).reshape(-1, 2), clash)
    assert found.tolist() == np.array(wanted, np.float32).tolist()


def test_a_joined_name_counts_as_the_claimant() -> None:
    claims = [
        replace(Claim("One.", claim_author_name="V. O."), joined="Vera Orlova"),
        Claim("Two.", claim_author_name="Orlova"),
    ]
    assert times(claims, np.array([[0, 1]])).same_speaker.tolist() == [timing(*claims).same_speaker] == [True]
