"""How well attributions were found: exact spans sentence by sentence, their overlap, and whole attributions.

The first two follow CofeNet (Wang et al. 2022, COLING; arXiv 2209.09432): spans are cut at the edges of sentences and
counted in words. The third asks what a reader asks: is this said by the right source, with nearly all of its content?
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from factcheck.model import TaggedAttribution

PARTS = ("source", "cue", "content")
Span = tuple[int, int]
_WORD = re.compile(r"\w+|[^\w\s]")
_OPENING = "“‘\"'(["
NEARLY_ALL, MOSTLY = 0.8, 0.5


@dataclass
class Count:
    """Of gold spans, of found ones, of both; and the overlap that Jaccard averages."""

    gold: int = 0
    found: int = 0
    right: int = 0
    overlaps: list[float] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.gold + self.found) if self.gold + self.found else 0.0

    @property
    def jaccard(self) -> float:
        return sum(self.overlaps) / len(self.overlaps) if self.overlaps else 0.0


def gold_attributions(row: Mapping[str, Any]) -> list[TaggedAttribution]:
    """The marked attributions of an article; spans of a part that follow each other directly are joined."""
    text = row["text"]
    return [
        TaggedAttribution(*(_joined(text, [(span[0], span[1]) for span in each[part]]) for part in PARTS))
        for each in row["attributions"]
    ]


def _joined(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and not text[found[-1][1] : start].strip():
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return tuple(found)


def score(
    texts: Sequence[str], gold: Sequence[Sequence[TaggedAttribution]], found: Sequence[Sequence[TaggedAttribution]]
) -> dict[str, Count]:
    """Counts for "source", "cue", "content" (sentence level) and "attribution" (article level)."""
    counts = {name: Count() for name in (*PARTS, "attribution")}
    for text, wanted, given in zip(texts, gold, found, strict=True):
        words, sentences = _words(text), _sentences(text)
        for part in PARTS:
            _compare(counts[part], _spans(wanted, part, words, sentences), _spans(given, part, words, sentences))
        _match(counts["attribution"], [_whole(each, words) for each in wanted], [_whole(each, words) for each in given])
    return counts


def _words(text: str) -> list[Span]:
    return [match.span() for match in _WORD.finditer(text)]


def _sentences(text: str) -> list[int]:
    """Offsets at which sentences begin: after a line break, or after a full stop as spaCy's sentencizer sees it."""
    starts = [_before_marks(text, sent.start_char) for sent in _splitter()(text).sents]
    return sorted({0, *starts, *(match.end() for match in re.finditer(r"\n\s*", text))})


def _before_marks(text: str, start: int) -> int:
    """The splitter leaves an opening quotation mark to the sentence before it."""
    place = start
    while place > 0 and text[place - 1] in _OPENING:
        place -= 1
    return place if place == 0 or text[place - 1].isspace() else start


@lru_cache(maxsize=1)
def _splitter() -> Any:
    import spacy

    splitter = spacy.blank("en")
    splitter.add_pipe("sentencizer")
    splitter.max_length = 10_000_000
    return splitter


def _numbers(span: Span, words: Sequence[Span]) -> list[int]:
    """Which words a character span touches."""
    first = bisect_right(words, span[0], key=lambda word: word[1])
    last = first
    while last < len(words) and words[last][0] < span[1]:
        last += 1
    return list(range(first, last))


def _spans(found: Sequence[TaggedAttribution], part: str, words: Sequence[Span], sentences: Sequence[int]) -> set[Span]:
    """Spans (first word, last word + 1) of one part, cut at the edges of sentences, each once."""
    spans: set[Span] = set()
    for attribution in found:
        for span in getattr(attribution, part):
            run: list[int] = []
            for number in _numbers(span, words):
                if run and _sentence(words[number], sentences) != _sentence(words[run[-1]], sentences):
                    spans.add((run[0], run[-1] + 1))
                    run = []
                run.append(number)
            if run:
                spans.add((run[0], run[-1] + 1))
    return spans


def _sentence(word: Span, sentences: Sequence[int]) -> int:
    return bisect_right(sentences, word[0])


def _compare(count: Count, gold: set[Span], found: set[Span]) -> None:
    count.gold += len(gold)
    count.found += len(found)
    count.right += len(gold & found)
    best = {span: max((_overlap(span, other) for other in found), default=0.0) for span in gold}
    count.overlaps += best.values()
    count.overlaps += [0.0 for span in found if not any(_overlap(span, other) for other in gold)]


def _overlap(a: Span, b: Span) -> float:
    return max(0, min(a[1], b[1]) - max(a[0], b[0])) / (max(a[1], b[1]) - min(a[0], b[0]))


def _whole(attribution: TaggedAttribution, words: Sequence[Span]) -> tuple[frozenset[int], frozenset[int]]:
    """Word numbers of the source and of the content."""
    source, content = (
        frozenset(number for span in spans for number in _numbers(span, words))
        for spans in (attribution.source, attribution.content)
    )
    return source, content


def _match(count: Count, gold: Sequence[Any], found: Sequence[Any]) -> None:
    """One found attribution for each gold one: the same source, nearly all of the content, and mostly nothing else."""
    left = list(found)
    count.gold += len(gold)
    count.found += len(found)
    for source, content in gold:
        for other in left:
            shared = len(content & other[1])
            if other[0] == source and shared >= NEARLY_ALL * len(content) and shared >= MOSTLY * len(other[1]):
                left.remove(other)
                count.right += 1
                break
