"""A text as the tagger reads it: pieces with their places, capitals, quotation marks and lines."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.pipeline.attribution.pieces import cut, quotation_spans


@pytest.fixture(scope="module")
def tokenizer() -> Any:
    from tokenizers import Tokenizer
    from tokenizers.models import WordPiece
    from tokenizers.normalizers import BertNormalizer
    from tokenizers.pre_tokenizers import BertPreTokenizer

    letters = [chr(at) for at in range(33, 127)]
    words = ["[UNK]", "the", "ferry", *letters, *(f"##{letter}" for letter in letters)]
    made = Tokenizer(WordPiece({word: at for at, word in enumerate(words)}, unk_token="[UNK]"))
    made.normalizer = BertNormalizer()
    made.pre_tokenizer = BertPreTokenizer()
    return made


def test_a_word_in_pieces_begins_once(tokenizer: Any) -> None:
    pieces = cut("The ferrys", tokenizer)
    assert pieces.begins.tolist() == [True, True, False]
    assert [(int(a), int(b)) for a, b in zip(pieces.starts, pieces.ends, strict=True)] == [(0, 3), (4, 9), (9, 10)]


def test_looks_tell_capitals_quotation_and_the_first_of_a_line(tokenizer: Any) -> None:
    looks = cut("The “ferry”\nX", tokenizer).looks.tolist()
    capital, quoted, first = 1, 4, 8
    assert looks[0] == capital + first
    assert looks[2] == quoted
    assert looks[-1] == capital + first


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("He said “yes”.", [(8, 13)]),
        ('"a" b "c"', [(0, 3), (6, 9)]),
        ("“outer “inner” outer” x", [(0, 21)]),
        ("“left open\nnext”", [(0, 10)]),
        ("«да» нет", [(0, 4)]),
        ("none", []),
    ],
)
def test_quotations_end_with_their_mark_or_their_line(text: str, spans: list[tuple[int, int]]) -> None:
    assert list(quotation_spans(text)) == spans


@given(st.text(max_size=80))
def test_any_text_is_cut_and_every_piece_lies_in_it(tokenizer: Any, text: str) -> None:
    if any("\ud800" <= char <= "\udfff" for char in text):
        return
    pieces = cut(text, tokenizer)
    assert all(0 <= a <= b <= len(text) for a, b in zip(pieces.starts.tolist(), pieces.ends.tolist(), strict=True))
    assert (pieces.looks >= 0).all()
    assert (pieces.looks < 16).all()
