"""Claims cut in two and joined, words taken from a text: every quote stays the text's own words."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import InvalidValue
from factcheck.model import AttributedClaim, DatePrecision, Modality
from factcheck.ui.draft_cut import cut_before, halves, merged, neighbour, taken, words_of
from factcheck.ui.draft_place import Order, ordered

TEXT = "The mayor said the bridge was closed and the power station had burned down. She said nobody was hurt."


def claim(quote: str, who: str = "Mayor", **more: object) -> AttributedClaim:
    start = TEXT.index(quote)
    made = AttributedClaim(f"{quote[0].upper()}{quote[1:]}.", quote, start, start + len(quote), who)
    return replace(made, **more)  # type: ignore[arg-type]


LONG = claim("the bridge was closed and the power station had burned down")
LAST = claim("nobody was hurt")


def test_a_cut_leaves_the_joint_out_and_begins_the_second_half_large() -> None:
    word = words_of(LONG.claim_text).index("and")
    assert cut_before(LONG.claim_text, word) == ("The bridge was closed", "The power station had burned down.")
    assert cut_before(LONG.claim_text, word + 1) == ("The bridge was closed", "The power station had burned down.")


@pytest.mark.parametrize("word", [-1, 0, 99])
def test_a_cut_at_no_place_gives_nothing_for_the_second_half(word: int) -> None:
    assert cut_before("One two", word) == ("One two", "")


def test_each_half_stands_at_its_own_words() -> None:
    first, second = halves(LONG, "The bridge was closed", "The power station had burned down.")
    assert (first.quote, second.quote) == ("the bridge was closed", "the power station had burned down")
    assert all(TEXT[half.start : half.end] == half.quote for half in (first, second))


def test_a_half_in_other_words_gets_what_the_other_half_leaves() -> None:
    first, second = halves(LONG, "Orm's bridge was shut", "the power station had burned down")
    assert first.quote == "the bridge was closed and"
    assert TEXT[first.start : first.end] == first.quote
    assert second.quote == "the power station had burned down"


def test_two_halves_that_say_the_same_are_refused() -> None:
    with pytest.raises(InvalidValue, match="two different claims"):
        halves(LONG, "The bridge was closed", "the bridge was closed.")


@given(st.integers(1, 10), st.text(max_size=20), st.text(max_size=20))
def test_whatever_is_typed_the_quotes_are_the_articles_words(word: int, before: str, after: str) -> None:
    first, second = cut_before(LONG.claim_text, word)
    try:
        made = halves(LONG, before + first, second + after)
    except InvalidValue:
        return
    assert all(TEXT[half.start : half.end] == half.quote for half in made)


def test_a_merged_claim_reaches_over_both_whichever_comes_first() -> None:
    one = merged(TEXT, LAST, LONG)
    assert one == merged(TEXT, LONG, LAST)
    assert one.quote == TEXT[LONG.start : LAST.end]
    assert one.claim_text == "The bridge was closed and the power station had burned down. Nobody was hurt."


def test_a_merge_keeps_a_date_only_when_both_do_not_differ() -> None:
    dated = replace(LONG, claim_date="2024-05-27", claim_date_precision=DatePrecision.DAY)
    later = replace(LAST, claim_date="2024-05-28", claim_date_precision=DatePrecision.DAY)
    assert merged(TEXT, dated, LAST).claim_date == "2024-05-27"
    assert merged(TEXT, dated, later).claim_date_precision is DatePrecision.UNKNOWN


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (replace(LAST, claim_author_name="Ministry"), "two claimants"),
        (replace(LAST, modality=Modality.DENIED), "One is asserted, the other denied"),
    ],
)
def test_what_does_not_belong_together_is_not_merged(other: AttributedClaim, reason: str) -> None:
    with pytest.raises(InvalidValue, match=reason):
        merged(TEXT, LONG, other)


def test_the_neighbour_is_the_next_of_the_same_claimant_else_the_one_before() -> None:
    stranger = replace(LAST, claim_author_name="Ministry")
    assert neighbour([LONG, LAST, stranger], 0) == 1
    assert neighbour([LONG, LAST, stranger], 1) == 0
    assert neighbour([LONG, stranger, LAST], 0) is None


def test_a_selection_grows_to_whole_words_and_loses_blanks() -> None:
    start = TEXT.index("ridge was clo")
    assert TEXT[slice(*taken(TEXT, start, start + 13, "ridge was clo") or ())] == "bridge was closed"
    start = TEXT.index(" nobody")
    assert TEXT[slice(*taken(TEXT, start, start + 8, " nobody ") or ())] == "nobody"


def test_a_selection_whose_place_is_wrong_is_looked_for_and_one_that_is_not_there_refused() -> None:
    assert TEXT[slice(*taken(TEXT, 3, 9, "nobody was hurt") or ())] == "nobody was hurt"
    assert taken(TEXT, -4, 10_000, "somebody was hurt") is None


@given(st.text(max_size=30), st.integers(-5, 40), st.integers(-5, 40), st.text(max_size=8))
def test_whatever_a_browser_sends_a_place_lies_in_the_text(text: str, start: int, end: int, words: str) -> None:
    span = taken(text, start, end, words)
    assert span is None or 0 <= span[0] < span[1] <= len(text)


@dataclass(frozen=True)
class Scored(AttributedClaim):
    check_worthiness: float | None = None


def test_most_check_worthy_first_leaves_none_out_and_keeps_the_text_order_among_equals() -> None:
    claims = [Scored("a", "", 0, 0, check_worthiness=score) for score in (0.2, None, 0.9, 0.2)]
    assert ordered(claims, Order.WORTH) == [2, 0, 3, 1]
    assert ordered(claims, Order.TEXT) == [0, 1, 2, 3]
