"""A line of English in → the spans of its time expressions and what each consists of, out."""

from __future__ import annotations

import re

from factcheck.model import Span
from factcheck.pipeline.extraction.lexicon import lexicon

DAY_NAME = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?-i:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)(?:\.|\b))"
_MONTH = (
    r"(?:(?-i:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|(?-i:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\.|\b))"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_TO_DAY = rf"(?:\s?[-–]\s?|\ to\ |\ and\ ){_DAY}"
_YEAR = r"(?:,?\ [12]\d{3})"
_NUMBER = (
    r"(?:\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty)"
)
_SEVERAL = r"(?:several|some|many|a\ few|a\ couple\ of|a\ number\ of)"
_UNIT = r"(?:hour|day|week|fortnight|month|year)"
_PART_OF_DAY = r"(?:day|morning|afternoon|evening|night)"
_STRETCH = rf"(?:the\ (?:{_PART_OF_DAY}|small\ hours|early\ hours|start|beginning|middle|end)\ of\ )?"
_ENDS_HERE = r"(?=\s*(?:[,.;:)”\"]|that\b|$))"

EXPRESSION = re.compile(
    rf"""
      \b(?:
        (?P<iso>[12]\d{{3}}-(?:0[1-9]|1[0-2])-[0-3]\d)(?!\d)
      | {_STRETCH}(?:(?P<named_day>{DAY_NAME}),?\ )?(?:the\ )?(?P<date>
            {_DAY}(?:{_TO_DAY})?(?:\ of)?\ {_MONTH}{_YEAR}?
            | {_MONTH}\ {_DAY}\b(?!:)(?:{_TO_DAY}\b)?{_YEAR}?)
      | (?:{_STRETCH}|(?P<which_month>last|this|next)\ )(?P<month>{_MONTH}{_YEAR}?)
      | {_STRETCH}(?:(?P<which>last|this|the\ previous|the\ following|that|next)\ )?(?P<weekday>{DAY_NAME})
            (?:\ {_PART_OF_DAY}\b)?
      | (?:earlier\ |later\ )?(?P<near>the\ day\ before\ yesterday|yesterday|today|tonight
            |last\ (?-i:night)|this\ (?-i:morning|afternoon|evening))\b
      | (?P<now>earlier\ in\ the\ day|{_NUMBER}\ minutes?\ ago|(?:minutes|moments)\ ago)\b
      | (?P<count>{_NUMBER})\ (?P<unit>{_UNIT})s?\ (?P<way>ago|earlier|later|before{_ENDS_HERE})\b
      | (?P<step>the\ (?:previous|preceding|next|following|same)|that)\ (?P<of>{_PART_OF_DAY}|week|month|year)\b
      | the\ (?P<before>{_PART_OF_DAY}|week|month|year)\ before\b{_ENDS_HERE}
      | (?:(?:earlier|later)\ )?(?P<period>(?:last|this)\ (?-i:week|month|year)|(?:last|this|the)\ (?-i:weekend))\b
      | earlier\ in\ the\ (?P<running>week|month|year)\b
      | (?P<vague>recently(?!\ as)|lately|previously|the\ other\ day
            |in\ (?:the\ past|recent\ (?:days|weeks|months|years))
            |next\ (?:week|month|year)|tomorrow|(?:{_SEVERAL}\ )?{_UNIT}s\ (?:ago|earlier|later)
            |(?:{_NUMBER}|{_SEVERAL}|the)\ {_UNIT}s?\ (?:before|after)\ \w+|the\ {_PART_OF_DAY}\ (?:before|after)\ \w+
            |(?:(?:{_NUMBER}|{_SEVERAL})\ )?decades?\ ago|(?:last|this)\ (?:spring|summer|autumn|fall|winter))\b
      | (?:(?<=\bin\ )|(?<=\ba\ ))(?P<year>(?:19|20)\d\d)\b(?!-)
      )
    """,
    re.VERBOSE | re.IGNORECASE,
)

_HINTS = lexicon(
    """day week month year decade night morning noon evening hour minute moment tomorrow recent lately previous past
    spring summer autumn fall winter 19 20 -0 -1 jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri
    sat sun"""
)
"""Every time expression holds one of them: most sentences hold none, and looking for them costs little."""


def time_expressions(text: str) -> list[Span]:
    """Spans of the time expressions in one line of English, without "on", "in", "late" before them.

    Own rules, for the search of dateparser, measured on our sentences, takes in words beside a date ("on
    Monday the"), misses "the weekend" and "a day earlier", and tells no precision.
    """
    lower = text.lower()
    if not any(hint in lower for hint in _HINTS):
        return []
    return [match.span() for match in EXPRESSION.finditer(text)]
