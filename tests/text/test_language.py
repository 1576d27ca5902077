from __future__ import annotations

import pytest

from factcheck.text.language import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The governor said on Friday that two women had been killed by shelling.", "en"),
        ("Губернатор сообщил о гибели двух женщин, ехавших в одной из машин.", "ru"),
        ("Двоє людей загинули внаслідок обстрілу, повідомив губернатор.", "uk"),
        ("Die Regierung hat am Donnerstag mitgeteilt, dass das Werk geschlossen wurde.", "de"),
        ("La ministre a déclaré que personne n’avait été blessé pendant l’incendie.", "fr"),
        ("أعلنت الوزارة يوم الخميس أن المصنع مغلق وأن أحدا لم يصب بأذى.", "ar"),
    ],
)
def test_a_sentence_tells_its_language(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    "text", ["", "   ", "Moscow", "12 345 678 901 234", "Kyiv 2023", "qwpo zxcm vbnk asdf qwer lkjh"]
)
def test_too_little_text_has_no_language(text: str) -> None:
    assert detect_language(text) == ""


def test_half_a_surrogate_pair_does_no_harm() -> None:
    assert detect_language("The governor \ud800 said on Friday that two women had been killed.") == "en"
