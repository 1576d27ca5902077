"""Claims from what a model tagged."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import TaggedAttribution
from factcheck.pipeline.extraction import claims_of_tagged

TEXT = "«Сетей не было, — возразил\nПётр Гуляев, — их убрали ещё весной». Мэр сказала: «Паром был полностью исправен»."


def spans(*words: str) -> tuple[tuple[int, int], ...]:
    return tuple((TEXT.index(word), TEXT.index(word) + len(word)) for word in words)


def test_each_piece_that_stands_apart_is_a_claim_of_the_source() -> None:
    tagged = TaggedAttribution(
        spans("Пётр Гуляев,"), spans("возразил"), spans("«Сетей не было,", "их убрали ещё весной")
    )
    first, second, third = claims_of_tagged(TEXT, [tagged], "ru")
    assert [first.claim_author_name, first.cue] == ["Пётр Гуляев", "возразил"]
    assert [second.claim_author_name, second.cue, second.claim_text] == [
        "Пётр Гуляев",
        "возразил",
        "Их убрали ещё весной.",
    ]
    assert [third.claim_author_name, third.quote] == ["", "Паром был полностью исправен"]


def test_marks_around_a_content_are_no_part_of_its_quote() -> None:
    tagged = TaggedAttribution(spans("Мэр"), spans("сказала"), spans("«Паром был полностью исправен»"))
    assert claims_of_tagged(TEXT, [tagged], "ru")[-1].quote == "Паром был полностью исправен"
    assert claims_of_tagged(TEXT, [tagged], "ru")[-1].claim_author_name == "Мэр"


def test_pieces_with_only_marks_between_are_one_claim() -> None:
    tagged = TaggedAttribution((), (), spans("Паром был", "полностью исправен"))
    assert [claim.quote for claim in claims_of_tagged(TEXT, [tagged])][-1] == "Паром был полностью исправен"


@given(st.data())
def test_any_tags_give_claims_with_exact_spans_in_order(data: st.DataObject) -> None:
    text = data.draw(
        st.lists(st.sampled_from(["слово", " ", "«", "»", ", ", "\n", "水が", "."]), max_size=40).map("".join)
    )
    places = st.integers(0, len(text)).flatmap(lambda a: st.tuples(st.just(a), st.integers(a, len(text))))
    pieces = st.lists(places, max_size=3).map(tuple)
    tagged = data.draw(st.lists(st.builds(TaggedAttribution, pieces, pieces, pieces), max_size=4))
    found = claims_of_tagged(text, tagged, "ru")
    for claim in found:
        assert text[claim.start : claim.end] == claim.quote
        assert claim.claim_text.strip()
    assert [(c.start, c.end) for c in found] == sorted({(c.start, c.end) for c in found})
