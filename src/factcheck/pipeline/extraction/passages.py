"""A paragraph and its quotations in → the text to parse, speech lifted out, with its way back, out."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, field

from factcheck.model import Span
from factcheck.pipeline.extraction.lexicon import lexicon
from factcheck.pipeline.extraction.quotes import Quotation

STAND_IN = "this is so"
"""Stands where direct speech was, so that the sentence around it is short and parses well."""

_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_SPEAKING = lexicon(
    "said says saying say added adding adds wrote writes writing told replied answered asked posted "
    "tweeted insisted declared announced warned claimed stated shouted"
)
_LONGEST_RUN = 300
_SMALL_WORDS = lexicon("a an and at by for from in of on or the to with is")


@dataclass
class Passage:
    """Text for the parser; character i of `text` stands for `starts[i]:ends[i]` of the article.

    `lifted` maps the offset of each stand-in in `text` to the quotation it stands for.
    """

    text: str = ""
    starts: array[int] = field(default_factory=lambda: array("q"))
    ends: array[int] = field(default_factory=lambda: array("q"))
    lifted: dict[int, Quotation] = field(default_factory=dict)

    def article_span(self, start: int, end: int) -> Span:
        """The article's characters behind `text[start:end]`, which must not be empty."""
        return self.starts[start], self.ends[end - 1]

    def place(self, start: int) -> int:
        """The article offset of one character of `text`."""
        return self.starts[start] if self.starts else 0


def plain_passage(text: str, span: Span) -> Passage:
    """`text[span]` with white space evened out."""
    return lift_speech(text, span, [])


def lift_speech(text: str, span: Span, quotations: list[Quotation]) -> Passage:
    """The same with each quotation that reads as speech replaced by a stand-in of three words.

    Scare quotes, titles and quoted parts of a sentence stay where they are.
    """
    builder = _Builder()
    position = span[0]
    for quotation in quotations:
        if not reads_as_speech(text, quotation, (position, span[1]), goes_on=position > span[0]):
            continue
        builder.copy(text, (position, quotation.start))
        builder.stand_in(quotation, _stand_in(text, quotation, span))
        position = quotation.end
    builder.copy(text, (position, span[1]))
    return builder.finish()


class _Builder:
    def __init__(self) -> None:
        self._chars: list[str] = []
        self._passage = Passage()
        self._run = 0

    def copy(self, text: str, span: Span) -> None:
        for at in range(*span):
            char = text[at]
            if char in _INVISIBLE or (ord(char) < 32 and not char.isspace()):
                continue
            if text[at : at + 2] == ".-" or text[at - 1 : at + 1] == ".-":
                # "Lt.-Gen." would end a sentence for the parser.
                char = " "
            if not char.isspace():
                self._break_run(at)
                self._add(char, at, at + 1)
            elif self._chars and self._chars[-1] == " ":
                self._passage.ends[-1] = at + 1
            else:
                self._add(" ", at, at + 1)

    def _break_run(self, at: int) -> None:
        """Part a run without white space: tokenizing one takes time in the square of its length."""
        self._run = 0 if self._chars and self._chars[-1] == " " else self._run + 1
        if self._run >= _LONGEST_RUN:
            self._add(" ", at, at)
            self._run = 0

    def stand_in(self, quotation: Quotation, words: str) -> None:
        self._passage.lifted[len(self._chars)] = quotation
        for char in words:
            self._add(char, quotation.start, quotation.end)

    def finish(self) -> Passage:
        self._passage.text = "".join(self._chars)
        return self._passage

    def _add(self, char: str, start: int, end: int) -> None:
        self._chars.append(char)
        self._passage.starts.append(start)
        self._passage.ends.append(end)


def reads_as_speech(text: str, quotation: Quotation, rest: Span, *, goes_on: bool) -> bool:
    """Whether a quotation is direct speech, judged by what stands before it, its length and its end.

    `rest` is the paragraph from the last speech before it; `goes_on` says that there was one, so that
    this one may finish its sentence in small letters.
    """
    inner = text[quotation.start : quotation.end]
    words = _WORD.findall(inner)
    ends_itself = inner[-1:] in ".,!?…"
    if len(words) < 2 or (len(words) < 4 and not ends_itself):
        return False
    if _is_title(words) and not ends_itself:
        return False
    before = text[rest[0] : quotation.outer_start].rstrip()
    if before.endswith(",") and inner[0].islower() and not goes_on:
        return False
    if not before or not (before[-1].isalnum() or before[-1] in ")%"):
        return not (before[-1:] in ("”", '"', "’") and inner[0].islower())
    # No punctuation before it: a part of the sentence, unless a verb of speaking leads straight to it.
    last = _WORD.findall(before[-24:])[-1:]
    closed = ends_itself or text[quotation.outer_end : quotation.outer_end + 1] in {".", ",", ""}
    return inner[0].isupper() and closed and bool(last) and last[0].lower() in _SPEAKING


def _is_title(words: list[str]) -> bool:
    heavy = [word for word in words if word.lower() not in _SMALL_WORDS]
    capital = sum(1 for word in heavy if word[0].isupper() or word.isdigit())
    return len(heavy) > 1 and capital >= 0.8 * len(heavy)


def _stand_in(text: str, quotation: Quotation, paragraph: Span) -> str:
    before = text[paragraph[0] : quotation.outer_start].rstrip()
    after = text[quotation.outer_end : paragraph[1]].lstrip()
    words = STAND_IN if before.endswith(",") else STAND_IN.capitalize()
    last = text[quotation.end - 1]
    if last == "." and (not after or not after[0].islower()):
        return f"{words}."
    if not after:
        return f"{words}." if last in "!?…" else words
    return f"{words}," if last in ".,!?…-—–" else words
