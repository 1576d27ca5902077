"""Real articles in → spoilt ones out: cut, shuffled, in other scripts, with marks gone or doubled. Seeded."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

Mutation = Callable[[str, random.Random], str]

_SENTENCE_END = re.compile(r"(?<=[.!?”\"])\s+")
_MARKS = "\"'“”‘’«»„「」"
_ODD = [
    *map(chr, range(32)),
    "\x7f",
    "\x85",
    "\xa0",
    "\xad",
    "\u200b",
    "\u200d",
    "\u200f",
    "\u202e",
    "\u2028",
    "\ufeff",
]
_ODD += ["\ufffd", "\U0001f6a2", "\U000e0001", "e\u0301\u0301\u0301", "\ud800", "\udfff", "\udfff\ud800"]
_CYRILLIC = str.maketrans("abcdefghijklmnoprstuvyz", "абцдефгхийклмнопрстувыз")
_GREEK = str.maketrans("abdegiklmnoprstux", "αβδεγικλμνοπρστυξ")
_HAN = str.maketrans({letter: chr(0x4E00 + 37 * place) for place, letter in enumerate("abcdefghijklmnopqrstuvwxyz ")})
_ARABIC = str.maketrans({letter: chr(0x0627 + place) for place, letter in enumerate("abcdefghijklmnopqrstuvwxyz")})
_WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


def cut(text: str, chance: random.Random) -> str:
    """A piece that starts and ends in the middle of a word."""
    start, end = sorted(chance.sample(range(len(text) + 1), 2))
    return text[start:end]


def shuffle_sentences(text: str, chance: random.Random) -> str:
    sentences = _SENTENCE_END.split(text)
    chance.shuffle(sentences)
    return chance.choice([" ", "\n", "\n\n", ""]).join(sentences)


def shuffle_words(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    chance.shuffle(words)
    return " ".join(words)


def other_script(text: str, chance: random.Random) -> str:
    """A half or all of the text in the letters of another script."""
    table = chance.choice([_CYRILLIC, _GREEK, _HAN, _ARABIC, _WIDE])
    edge = chance.choice([0, chance.randrange(len(text) + 1)])
    return text[:edge] + text[edge:].translate(table)


def odd_characters(text: str, chance: random.Random) -> str:
    """Control and joining characters, halves of surrogate pairs, stacked accents, in up to 30 places."""
    for _ in range(chance.randint(1, 30)):
        place = chance.randrange(len(text) + 1)
        text = text[:place] + chance.choice(_ODD) * chance.randint(1, 3) + text[place:]
    return text


def drop_marks(text: str, chance: random.Random) -> str:
    """Some of the quotation marks gone, or all of them."""
    share = chance.choice([0.3, 0.6, 1.0])
    return "".join(char for char in text if char not in _MARKS or chance.random() >= share)


def double_marks(text: str, chance: random.Random) -> str:
    return "".join(char * chance.choice([1, 2, 3]) if char in _MARKS else char for char in text)


def swap_marks(text: str, chance: random.Random) -> str:
    """Every quotation mark another one: open where it should close, and of other languages."""
    return "".join(chance.choice(_MARKS) if char in _MARKS else char for char in text)


def break_spacing(text: str, chance: random.Random) -> str:
    """Spaces and line ends exchanged, dropped or many times over."""
    spaces = ["", " ", "  ", "\n", "\n\n", "\r\n", "\t", "\u2028", " \n \n"]
    return "".join(chance.choice(spaces) if char.isspace() and chance.random() < 0.4 else char for char in text)


def change_case(text: str, chance: random.Random) -> str:
    return chance.choice([str.upper, str.lower, str.swapcase, str.title])(text)


def drop_stops(text: str, chance: random.Random) -> str:
    """One sentence without end, or sentences of two words."""
    return text.replace(".", "") if chance.random() < 0.5 else text.replace(" ", ". ", chance.randint(1, 40))


def say_again(text: str, chance: random.Random) -> str:
    """A piece of the text many times over."""
    start = chance.randrange(len(text) or 1)
    return text + text[start : start + 60] * chance.randint(2, 10)


MUTATIONS: tuple[Mutation, ...] = (
    cut,
    shuffle_sentences,
    shuffle_words,
    other_script,
    odd_characters,
    drop_marks,
    double_marks,
    swap_marks,
    break_spacing,
    change_case,
    drop_stops,
    say_again,
)


def mutate(text: str, chance: random.Random, *, length: int) -> str:
    """About `length` characters of `text` after one to three mutations."""
    start = chance.randrange(max(len(text) - length, 1))
    text = text[start : start + length]
    for mutation in chance.sample(MUTATIONS, chance.randint(1, 3)):
        text = mutation(text, chance)
    return text
