"""How the texts of a pair are put to the shipped model, in training and after: in words, without marks of its own."""

from __future__ import annotations

from factcheck.model import PairContext


def ended(text: str) -> str:
    """A headline without its full stop is read as the sentence it is: the model hardly saw such in training."""
    text = text.strip()
    return f"{text}." if text and (text[-1].isalnum() or text[-1] in "%)]") else text


def timed(text: str, context: PairContext) -> str:
    """The second text of a pair, with its time after (or before) the first and "the same speaker" in front."""
    known = [words for words in (_when(context.days), "the same speaker" if context.same_speaker else "") if words]
    if not known:
        return text
    lead = ", ".join(known)
    return f"{lead[0].upper()}{lead[1:]}: {text}"


def _when(days: int | None) -> str:
    if days is None:
        return ""
    if days == 0:
        return "the same day"
    unit = "day" if abs(days) == 1 else "days"
    return f"{abs(days)} {unit} {'later' if days > 0 else 'earlier'}"
