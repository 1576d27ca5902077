"""Which source and cue belong to which content."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import TaggedAttribution
from factcheck.pipeline.attribution.linking import PARTS, link


def test_a_content_takes_the_cue_nearest_to_it_and_the_source_nearest_to_the_cue() -> None:
    tagged = {"source": [(0, 5), (60, 65)], "cue": [(6, 10), (66, 70)], "content": [(11, 40), (71, 90)]}
    assert link(tagged) == [
        TaggedAttribution(((0, 5),), ((6, 10),), ((11, 40),)),
        TaggedAttribution(((60, 65),), ((66, 70),), ((71, 90),)),
    ]


def test_contents_on_both_sides_of_a_cue_are_pieces_of_one_attribution() -> None:
    tagged = {"source": [(27, 30)], "cue": [(22, 26)], "content": [(0, 20), (32, 50)]}
    assert link(tagged) == [TaggedAttribution(((27, 30),), ((22, 26),), ((0, 20), (32, 50)))]


def test_no_cue_is_fetched_from_beyond_another_content() -> None:
    tagged = {"source": [(0, 3)], "cue": [(4, 8)], "content": [(9, 20), (25, 40)]}
    assert link(tagged) == [
        TaggedAttribution(((0, 3),), ((4, 8),), ((9, 20),)),
        TaggedAttribution((), (), ((25, 40),)),
    ]


def test_one_speaker_of_two_contents_is_the_source_of_both_cues() -> None:
    tagged = {"source": [(0, 3)], "cue": [(4, 8), (22, 28)], "content": [(9, 20), (29, 40)]}
    assert [one.source for one in link(tagged)] == [((0, 3),), ((0, 3),)]


def test_without_contents_there_is_no_attribution() -> None:
    assert link({"source": [(0, 3)], "cue": [(4, 8)], "content": []}) == []


@st.composite
def tags(draw: st.DrawFn) -> dict[str, list[tuple[int, int]]]:
    """Spans that do not overlap, as a tagger gives them, each of one part."""
    places = sorted(draw(st.sets(st.integers(0, 200), max_size=24)))
    spans = list(zip(places[::2], places[1::2], strict=False))
    parts = draw(st.lists(st.sampled_from(PARTS), min_size=len(spans), max_size=len(spans)))
    return {part: [span for span, own in zip(spans, parts, strict=True) if own == part] for part in PARTS}


@given(tagged=tags())
def test_every_content_is_in_one_attribution_and_no_span_is_made_up(tagged: dict[str, list[tuple[int, int]]]) -> None:
    found = link(tagged)
    assert sorted(span for one in found for span in one.content) == tagged["content"]
    assert all(one.content for one in found)
    assert {span for one in found for span in one.cue} <= set(tagged["cue"])
    assert {span for one in found for span in one.source} <= set(tagged["source"])
