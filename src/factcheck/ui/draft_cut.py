"""Claims cut in two, joined, and words selected in a text: pure functions on a draft's claims."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from factcheck.errors import InvalidValue
from factcheck.model import AttributedClaim, ClaimantType, DatePrecision, Span
from factcheck.text.normalise import comparable
from factcheck.ui.draft_wording import find_quote

_JOINT = re.compile(r"^(?:and|but|while|whereas|although)\s+", re.IGNORECASE)
_LOOSE_END = " ,;:–—-"


def words_of(text: str) -> list[str]:
    return text.split()


def cut_before(text: str, word: int) -> tuple[str, str]:
    """`text` cut before its word number `word` (from 0), each half made to stand alone."""
    places = [match.start() for match in re.finditer(r"\S+", text)]
    if not 0 < word < len(places):
        return text, ""
    first, second = text[: places[word]].rstrip(), text[places[word] :]
    second = _JOINT.sub("", second)
    first = re.sub(r"[\s,;]+(?:and|but|while|whereas|although)$", "", first, flags=re.IGNORECASE).rstrip(_LOOSE_END)
    return first, second[:1].upper() + second[1:]


def halves(claim: AttributedClaim, first: str, second: str) -> list[AttributedClaim]:
    """Two claims from one. A half that stands in its quote word for word gets its own place, the other what is left.

    Raises InvalidValue unless both halves say something, and not the same.
    """
    if not first or not second or comparable(first) == comparable(second):
        raise InvalidValue("A split needs two different claims.", "Write one into each field.")
    here, there = _place(claim.quote, first), _place(claim.quote, second)
    if here is None and there and there[0] > 0:
        here = _trimmed(claim.quote, 0, there[0])
    elif there is None and here and here[1] < len(claim.quote):
        there = _trimmed(claim.quote, here[1], len(claim.quote))
    return [_narrowed(claim, first, here), _narrowed(claim, second, there)]


def neighbour(claims: Sequence[AttributedClaim], at: int) -> int | None:
    """The claim beside claim `at` that the same claimant makes: the next one, else the one before."""
    who = comparable(claims[at].claim_author_name)
    for other in (at + 1, at - 1):
        if 0 <= other < len(claims) and comparable(claims[other].claim_author_name) == who:
            return other
    return None


def merged(text: str, one: AttributedClaim, other: AttributedClaim) -> AttributedClaim:
    """One claim from two of one claimant; its quote reaches from the first to the last of their words in `text`.

    Raises InvalidValue for claims of two claimants, or one asserted and one denied.
    """
    one, other = sorted((one, other), key=lambda claim: (claim.start, claim.end))
    if comparable(one.claim_author_name) != comparable(other.claim_author_name):
        raise InvalidValue("These are claims of two claimants.", "Only claims of the same claimant can be merged.")
    if one.modality != other.modality:
        raise InvalidValue(
            f"One is {one.modality}, the other {other.modality}.", "Make “Told as” the same in both, then merge them."
        )
    start, end = one.start, max(one.end, other.end)
    said, precision = _common_date(one, other)
    return replace(
        one,
        claim_text=f"{one.claim_text.strip().rstrip('.')}. {other.claim_text.strip()}",
        quote=text[start:end],
        start=start,
        end=end,
        claim_author_type=one.claim_author_type or other.claim_author_type or ClaimantType.UNKNOWN,
        cue=one.cue or other.cue,
        attribution_chain=one.attribution_chain or other.attribution_chain,
        claim_date=said,
        claim_date_precision=precision,
    )


def taken(text: str, start: int, end: int, words: str) -> Span | None:
    """The place of words selected with the mouse: grown to whole words, without blanks around them.

    When `words` do not stand at the place, the closest place where they do; None without one.
    """
    if not 0 <= start < end <= len(text) or comparable(text[start:end]) != comparable(words):
        found = find_quote(text, words, start)
        if found is None:
            return None
        start, end = found
    while 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return _trimmed(text, start, end)


def _place(quote: str, part: str) -> Span | None:
    bare = part.strip().rstrip(".")
    lower = bare[:1].lower() + bare[1:]
    return find_quote(quote, part) or find_quote(quote, bare) or find_quote(quote, lower)


def _narrowed(claim: AttributedClaim, text: str, place: Span | None) -> AttributedClaim:
    start, end = place or (0, len(claim.quote))
    return replace(
        claim, claim_text=text, quote=claim.quote[start:end], start=claim.start + start, end=claim.start + end
    )


def _trimmed(text: str, start: int, end: int) -> Span | None:
    part = text[start:end]
    start, end = start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())
    return (start, end) if start < end else None


def _common_date(one: AttributedClaim, other: AttributedClaim) -> tuple[str, DatePrecision]:
    dates = {(claim.claim_date, claim.claim_date_precision) for claim in (one, other) if claim.claim_date}
    return dates.pop() if len(dates) == 1 else ("", DatePrecision.UNKNOWN)
