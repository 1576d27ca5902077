from __future__ import annotations

from factcheck.pipeline.reading.paragraphs import joined_paragraphs

FULL = "The inspectors arrived at nine in the morning and closed the bridge to all"


def test_lines_of_one_paragraph_are_joined() -> None:
    assert joined_paragraphs([FULL, FULL, "traffic."]) == f"{FULL} {FULL} traffic."


def test_a_sentence_that_stops_short_ends_its_paragraph() -> None:
    assert joined_paragraphs([FULL, "traffic until further notice.", FULL, "cars."]) == (
        f"{FULL} traffic until further notice.\n\n{FULL} cars."
    )


def test_a_blank_line_ends_a_paragraph() -> None:
    assert joined_paragraphs([FULL, "", FULL]) == f"{FULL}\n\n{FULL}"


def test_a_heading_stands_alone() -> None:
    assert joined_paragraphs([FULL, "cars.", "What is known", FULL, "vans."]) == (
        f"{FULL} cars.\n\nWhat is known\n\n{FULL} vans."
    )


def test_bullets_stand_alone() -> None:
    assert joined_paragraphs([FULL, "• one thing", "• another thing"]) == f"{FULL}\n\n• one thing\n\n• another thing"


def test_a_word_broken_at_the_line_end_is_whole_again() -> None:
    assert joined_paragraphs([f"{FULL} and then spoke to the govern-", "ment about it."]).endswith(
        "the government about it."
    )


def test_a_hyphen_that_the_document_writes_elsewhere_stays() -> None:
    lines = [f"A cross-border raid. {FULL} cross-", "border traffic was cut."]
    assert joined_paragraphs(lines).endswith("cross-border traffic was cut.")


def test_a_hyphen_before_a_capital_stays() -> None:
    assert "Freetown- Lungi" in joined_paragraphs([f"{FULL} Freetown-", "Lungi road."])


def test_no_lines_are_no_text() -> None:
    assert joined_paragraphs([]) == ""
    assert joined_paragraphs(["", ""]) == ""
