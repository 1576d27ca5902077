from __future__ import annotations

import hashlib

import numpy as np
import numpy.typing as npt
import pytest

from factcheck.pipeline.matching import Found, MatchIndex, read_post

JUDGED = (
    "The ferry to Orle sank with forty passengers on board in May.",
    "Bread in Dorn costs three crowns.",
    "A new bridge to Orle will replace the ferry.",
    "The museum of clocks in Dorn was robbed.",
    "Паром в Орле затонул.",
)


def vectors(*texts: str) -> npt.NDArray[np.float32]:
    """Fixed unit vectors; texts that share words lie near each other."""
    rows = np.zeros((len(texts), 64), np.float32)
    for row, text in zip(rows, texts, strict=True):
        for word in text.lower().split():
            row[int(hashlib.sha256(word.encode()).hexdigest(), 16) % 64] += 1
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def index(*texts: str, embedded: bool = True) -> MatchIndex:
    made = MatchIndex()
    made.add(texts, vectors(*texts) if embedded else None)
    return made


def ask(made: MatchIndex, text: str, k: int = 5, embedded: bool = True) -> Found:
    return made.nearest(read_post(text), vectors(text)[0] if embedded else None, k)


@pytest.mark.parametrize("embedded", [True, False])
def test_the_claim_that_says_it_comes_first_and_surest(embedded: bool) -> None:
    made = index(*JUDGED, embedded=embedded)
    found = ask(made, "Forty passengers were on the Orle ferry when it sank", embedded=embedded)
    assert found.places[0] == 0
    assert found.chances[0] == found.chances.max()
    assert ask(made, JUDGED[3], embedded=embedded).chances[0] > 0.8
    far = ask(made, "The king of Larkov plays chess with his daughter", embedded=embedded)
    assert (far.chances < 0.4).all()


def test_another_script_is_found_by_its_words() -> None:
    assert ask(index(*JUDGED), "паром затонул").places[0] == 4


def test_texts_added_later_give_what_adding_all_at_once_gives() -> None:
    grown = index(*JUDGED[:2])
    for text in JUDGED[2:]:
        grown.add([text], vectors(text))
    for query in (*JUDGED, "the ferry", "crowns for bread"):
        once, later = ask(index(*JUDGED), query), ask(grown, query)
        assert once.places.tolist() == later.places.tolist()
        np.testing.assert_allclose(once.chances, later.chances, rtol=1e-5)


def test_texts_without_a_vector_are_ranked_among_those_with_one() -> None:
    made = index(*JUDGED[:2])
    made.add(JUDGED[2:])
    assert made.without_vector == [2, 3, 4]
    assert ask(made, "the museum of clocks in dorn was robbed").places[0] == 3
    assert ask(made, JUDGED[0]).places[0] == 0
    made.add_vectors(np.array([2, 3, 4]), vectors(*JUDGED[2:]))
    assert made.without_vector == []
    assert ask(made, JUDGED[3]).places.tolist() == ask(index(*JUDGED), JUDGED[3]).places.tolist()


def test_equal_texts_come_in_the_order_they_were_added() -> None:
    made = index(*[JUDGED[0]] * 120, JUDGED[1])
    assert ask(made, JUDGED[0], 7).places.tolist() == list(range(7))


def test_an_empty_index_and_a_blank_query_find_nothing() -> None:
    assert len(ask(MatchIndex(), "the ferry").places) == 0
    assert len(index(*JUDGED).nearest(read_post("  "), None).places) == 0


def test_one_text_and_a_large_k() -> None:
    assert ask(index(JUDGED[0]), "the ferry", 50).places.tolist() == [0]
    assert sorted(ask(index(*JUDGED), "the ferry", 50).places.tolist()) == [0, 1, 2, 3, 4]


def test_texts_and_vectors_must_be_as_many() -> None:
    with pytest.raises(ValueError, match="2 texts, but 1 vectors"):
        MatchIndex().add(["a", "b"], vectors("a"))
