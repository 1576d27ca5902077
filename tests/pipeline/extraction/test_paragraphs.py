"""Where paragraphs begin and end."""

from __future__ import annotations

from factcheck.pipeline.extraction.paragraphs import LONGEST, split_paragraphs


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in split_paragraphs(text)]


def test_each_line_is_a_paragraph_without_the_space_around_it() -> None:
    assert pieces("First line.\n\n  Second line. \r\nThird.\n") == ["First line.", "Second line.", "Third."]


def test_a_line_that_goes_on_in_small_letters_belongs_to_the_one_before() -> None:
    assert pieces("The bridge was\nclosed at noon.\nIt reopened.") == [
        "The bridge was\nclosed at noon.",
        "It reopened.",
    ]


def test_text_wrapped_by_hand_is_joined_up_to_the_empty_line() -> None:
    line = "Sixty odd characters stand on each of the lines of this text"
    wrapped = "\n".join([line] * 4) + "\n\n" + "\n".join([line] * 3)
    assert len(pieces(wrapped)) == 2


def test_lines_of_one_sentence_each_are_not_taken_for_wrapped_text() -> None:
    text = "\n".join(["Short.", "A line of quite some length that ends here, at about seventy letters.", "Short."] * 3)
    assert len(pieces(text)) == 9


def test_a_very_long_paragraph_is_cut_at_sentence_ends_and_nothing_is_lost() -> None:
    text = "The water rose again. " * 1500
    cut = pieces(text)
    assert all(len(piece) <= LONGEST for piece in cut)
    assert all(piece.endswith("again.") for piece in cut)
    assert " ".join(cut) == text.strip()


def test_a_paragraph_without_any_space_is_cut_all_the_same() -> None:
    assert "".join(pieces("x" * (3 * LONGEST + 5))) == "x" * (3 * LONGEST + 5)
