"""Sources, cues and contents of one paragraph in → attributions out, by nearness alone, which holds in any language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from factcheck.model import Span, TaggedAttribution

PARTS = ("source", "cue", "content")


def link(tagged: Mapping[str, Sequence[Span]]) -> list[TaggedAttribution]:
    """One attribution for each cue and the contents nearest to it, with the source nearest to the cue.

    `tagged` holds the spans of each of PARTS. A content takes the nearest cue that no other content parts it from;
    contents of one cue are pieces of one attribution. Without a cue, its source is the nearest that none parts it from.
    """
    contents = sorted(tagged["content"])
    pieces: dict[Span, list[Span]] = {}
    found: list[TaggedAttribution] = []
    for content in contents:
        cue = _nearest(tagged["cue"], content, contents)
        if cue is not None:
            pieces.setdefault(cue, []).append(content)
        else:
            found.append(TaggedAttribution(_one(_nearest(tagged["source"], content, contents)), (), (content,)))
    for cue, own in pieces.items():
        source = _nearest(tagged["source"], cue, contents) or _nearest(tagged["source"], cue, ())
        found.append(TaggedAttribution(_one(source), (cue,), tuple(own)))
    return sorted(found, key=lambda one: one.content)


def _nearest(candidates: Iterable[Span], to: Span, walls: Sequence[Span]) -> Span | None:
    """The candidate with the fewest characters between, none of them of a wall; the earlier of two as near."""
    free = [one for one in candidates if not any(_parts(wall, one, to) for wall in walls)]
    return min(free, key=lambda one: (max(one[0] - to[1], to[0] - one[1], 0), one), default=None)


def _parts(wall: Span, one: Span, other: Span) -> bool:
    first, second = sorted((one, other))
    return wall not in (one, other) and first[1] <= wall[0] and wall[1] <= second[0]


def _one(span: Span | None) -> tuple[Span, ...]:
    return () if span is None else (span,)
