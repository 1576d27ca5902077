"""Paragraphs of an article in → who has the word in each, when it is printed as questions and answers, out.

Answers in an interview stand without quotation marks; only the layout says whose words they are. Two layouts are
read: turns that open with a label ("Q:", "Ann Lee:", "AL:"), and questions between answers in the first person.
What cannot be told for sure is neither a question nor an answer.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice, pairwise

from factcheck.model import Span
from factcheck.pipeline.extraction.lexicon import lexicon


class Role(StrEnum):
    """What a paragraph is in an interview."""

    QUESTION = "question"
    ANSWER = "answer"
    NEITHER = "neither"


@dataclass(frozen=True)
class Turn:
    """One paragraph of an interview; `span` leaves out its label and the marks of bold type.

    `label` is the name or the initials that it opens with, "" for none and for "Q" and "A".
    """

    span: Span
    role: Role
    label: str = ""


_FEWEST = 2
"""Questions, and answers, that make an interview of labelled turns."""
_FEWEST_PLAIN = 3
"""The same without labels, where only the wording tells them apart."""
_LONGEST_QUESTION = 60
"""Words; a longer paragraph that speaks to "you" tells something itself."""
_EMPHASIS = r"(?:\*\*|__|\*|_)?"
_NAME = r"[A-Z][\w.'’-]*(?:\ (?:[A-Z][\w.'’-]*|de|van|von|bin|al|der|la)){0,3}"
_LABEL = re.compile(rf"[-–—•]?\s*{_EMPHASIS}(Q|A|Question|Answer|{_NAME}){_EMPHASIS}\s*:\s*{_EMPHASIS}\s+(?=\S)")
_LETTER = re.compile(rf"{_EMPHASIS}([QA])\.?{_EMPHASIS}[.:]?{_EMPHASIS}\s+(?=[\"“‘A-Z])")
_ASKS = ("Q", "Question")
_ANSWERS = ("A", "Answer")
_WORD = re.compile(r"[^\W\d_]+")
_BOLD = re.compile(r"(\*\*|__).+\1", re.DOTALL)
_DASH = re.compile(r"[-–—]\s*")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_FIRST = lexicon("i we me us my our myself ourselves")
_I = lexicon("i me my myself")
_SECOND = lexicon("you your yours yourself")
_LET_US = re.compile(r"\blet[’']s\b", re.IGNORECASE)


def find_turns(text: str, paragraphs: Sequence[Span]) -> list[Turn]:
    """A turn for each paragraph, in order; none when `text` is no interview."""
    return _labelled(text, paragraphs) or _unlabelled(text, paragraphs)


def without_labels(text: str, paragraphs: list[Span]) -> list[Span]:
    """The paragraphs, those of an interview without "Q:", "Ann Lee:" and the marks of bold type."""
    return [turn.span for turn in find_turns(text, paragraphs)] or paragraphs


def _labelled(text: str, paragraphs: Sequence[Span]) -> list[Turn]:
    turns = [_opened(text, span) for span in paragraphs]
    uses = Counter(turn.label for turn in turns if turn.label)
    once = {label for label, count in uses.items() if count < _FEWEST}
    turns = [
        Turn(span, Role.NEITHER) if turn.label in once else turn for turn, span in zip(turns, paragraphs, strict=True)
    ]
    said = [turn for turn in turns if turn.label]
    asked = Counter(turn.label for turn in said if _asks(text, turn))
    repeated = set(uses) - once
    askers = {
        label for label in repeated if label in _ASKS or (label not in _ANSWERS and 2 * asked[label] >= uses[label])
    }
    answerers = repeated - askers
    between = sum(1 for turn in turns if not turn.label and _asks(text, turn))
    if not answerers or not (askers or between >= _FEWEST):
        return []
    return _with_roles(text, turns, askers, answerers)


def _with_roles(text: str, turns: list[Turn], askers: set[str], answerers: set[str]) -> list[Turn]:
    last = max(number for number, turn in enumerate(turns) if turn.label in answerers)
    found: list[Turn] = []
    before = Turn((0, 0), Role.NEITHER)
    for number, turn in enumerate(turns):
        if turn.label in askers or (not turn.label and _asks(text, turn)):
            turn = replace(turn, role=Role.QUESTION, label="" if turn.label in _ASKS else turn.label)
        elif turn.label in answerers:
            turn = replace(turn, role=Role.ANSWER, label="" if turn.label in _ANSWERS else turn.label)
        elif not turn.label and before.role is Role.ANSWER and number < last and not _is_note(text, turn.span):
            # A second paragraph of the answer.
            turn = replace(turn, role=Role.ANSWER, label=before.label)
        before = turn
        found.append(turn)
    return found


def _opened(text: str, span: Span) -> Turn:
    """The paragraph as a turn with the label that it opens with, which still plays no role."""
    match = _LABEL.match(text, *span) or _LETTER.match(text, *span)
    if match is None:
        return Turn(_plain(text, span), Role.NEITHER)
    return Turn(_plain(text, (match.end(), span[1])), Role.NEITHER, match.group(1).strip())


def _plain(text: str, span: Span) -> Span:
    """The span without marks of bold type around all of it and at its ends, and without a dash before it."""
    start, end = span
    if (dash := _DASH.match(text, start, end)) is not None and dash.end() < end:
        start = dash.end()
    if _BOLD.fullmatch(text, start, end):
        return start + 2, end - 2
    return start, end - 2 if text[end - 2 : end] in ("**", "__") and end - 2 > start else end


def _asks(text: str, turn: Turn) -> bool:
    return text[slice(*turn.span)].rstrip('*_ ”"’').endswith("?")


def _is_note(text: str, span: Span) -> bool:
    """Whether a paragraph stands in brackets: a word of the editor."""
    return text[span[0]] in "([" and text[span[1] - 1] in ")]"


def _unlabelled(text: str, paragraphs: Sequence[Span]) -> list[Turn]:
    turns = [Turn(_plain(text, span), _role(text, span)) for span in paragraphs]
    roles = [turn.role for turn in turns]
    first = roles.index(Role.QUESTION) if Role.QUESTION in roles else len(roles)
    turns = [replace(turn, role=Role.NEITHER) if number < first else turn for number, turn in enumerate(turns)]
    turns = [replace(turn, role=_between(turns, number, text)) for number, turn in enumerate(turns)]
    questions = [turn for turn in turns if turn.role is Role.QUESTION]
    answers = [after for before, after in pairwise(turns) if (before.role, after.role) == (Role.QUESTION, Role.ANSWER)]
    asked = sum(_asks(text, turn) for turn in questions)
    personal = sum(_holds(text, turn, _SECOND) for turn in questions), sum(_holds(text, turn, _I) for turn in answers)
    talked = min(asked, len(answers)) >= _FEWEST_PLAIN and min(personal) >= _FEWEST
    return turns if talked and 2 * len(answers) > asked else []


def _between(turns: Sequence[Turn], number: int, text: str) -> Role:
    """Between two questions stands an answer, whatever its wording."""
    turn = turns[number]
    asked = number > 0 and turns[number - 1].role is Role.QUESTION
    if turn.role is not Role.NEITHER or not asked or _is_note(text, turn.span):
        return turn.role
    later = (each.role for each in islice(turns, number + 1, None))
    following = next((role for role in later if role is not Role.ANSWER), Role.NEITHER)
    return Role.ANSWER if following is Role.QUESTION else Role.NEITHER


def _holds(text: str, turn: Turn, pronouns: frozenset[str]) -> bool:
    return not pronouns.isdisjoint(_words(text[slice(*turn.span)]))


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(_QUOTED.sub(" ", text))]


def _role(text: str, span: Span) -> Role:
    """What the wording of one paragraph says of it, whatever stands around it."""
    if _is_note(text, span):
        return Role.NEITHER
    printed = text[slice(*span)]
    words = _words(printed)
    first = not _FIRST.isdisjoint(words)
    if _asks(text, Turn(span, Role.NEITHER)):
        return Role.QUESTION
    if len(words) <= _LONGEST_QUESTION and not first and (_LET_US.search(printed) or not _SECOND.isdisjoint(words)):
        return Role.QUESTION
    return Role.ANSWER if first else Role.NEITHER
