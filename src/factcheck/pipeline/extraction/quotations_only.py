"""Text in any language in → its quotations as claims of nobody, out.

No speaker is proposed: on which side of a quotation the speaker stands, and whether a name beside it is the speaker or
the one spoken of, differs from language to language. An empty field is filled in; a wrong name is overlooked.
"""

from __future__ import annotations

import re

from factcheck.model import AttributedClaim
from factcheck.pipeline.extraction.dialogue import find_dialogue, spoken_parts
from factcheck.pipeline.extraction.quotation_marks import find_quoted

_FEWEST_WORDS = 4
_FEWEST_LONG_WORDS, _LONG = 3, 20
_FEWEST_LETTERS = 6
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)
"""Scripts that put no, or few, spaces between words."""
_FULL_STOPS = (
    (re.compile("[\u3040-\u30ff\u3400-\u9fff]"), "。"),
    (re.compile("[\u0900-\u09ff]"), "।"),
    (re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]"), ""),
)
_ENDED = re.compile(r"[.!?…。！？．।؟۔։።][\"'”’»›“‘」』]?$")
_EDGE = " ,;:、，；：،؛–—"


def quotations_only(text: str, language: str = "") -> list[AttributedClaim]:
    """Every quotation long enough to say something, with no claimant, no date and no cue; sorted by start.

    A quotation within a quotation is a claim of its own. `language` "" reads no dialogue dashes.
    """
    spans = {part for span in (*find_quoted(text), *find_dialogue(text, language)) for part in spoken_parts(text, span)}
    claims = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        quote = text[start:end]
        if says_something(quote) and (said := as_sentence(quote, language)):
            claims.append(AttributedClaim(said, quote, start, end))
    return claims


def says_something(quote: str) -> bool:
    """Whether a quotation is long enough to be more than a name or a catchword."""
    letters, words = sum(map(str.isalpha, quote)), len(quote.split())
    if not letters:
        return False
    long = words >= _FEWEST_WORDS or (words >= _FEWEST_LONG_WORDS and letters >= _LONG)
    return long or (letters >= _FEWEST_LETTERS and bool(_UNSPACED.search(quote)))


def as_sentence(quote: str, language: str = "") -> str:
    """The quote on one line, with a capital where its script has them, and its script's full stop."""
    said = " ".join(quote.split()).strip(_EDGE)
    if not said:
        return ""
    first = "İ" if said[0] == "i" and language in ("az", "tr") else said[0].title()
    said = first + said[1:]
    return said if _ENDED.search(said) else said + _full_stop(said)


def _full_stop(said: str) -> str:
    return next((stop for script, stop in _FULL_STOPS if script.search(said)), ".")
