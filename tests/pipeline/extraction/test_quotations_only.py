"""Text in other languages gives its quotations and nothing guessed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.pipeline.extraction import extract, quotations_only
from factcheck.pipeline.extraction.quotations_only import as_sentence

ARTICLES = Path(__file__).parents[2] / "data" / "languages"
RUSSIAN = "Мэр Анна Белова заявила: «Паром был полностью исправен». Слово «паром» она произнесла дважды."


def quotes(text: str, language: str = "") -> list[str]:
    return [claim.quote for claim in quotations_only(text, language)]


def test_a_quotation_in_another_language_is_returned_without_claimant_or_date() -> None:
    (claim,) = extract(RUSSIAN, "2031-05-02")
    assert claim.quote == "Паром был полностью исправен"
    assert RUSSIAN[claim.start : claim.end] == claim.quote
    assert claim.claim_text == "Паром был полностью исправен."
    assert (claim.claim_author_name, claim.cue, claim.claim_date) == ("", "", "")


def test_scripts_without_spaces_are_measured_in_letters() -> None:
    assert [claim.quote for claim in extract("市长说「这艘渡轮是安全的」，又说「好」。")] == ["这艘渡轮是安全的"]


def test_nothing_comes_of_nothing() -> None:
    assert extract("") == []
    assert extract(" \n\t ") == []
    assert extract("12 34 — 56") == []


def test_a_text_is_read_in_the_language_that_is_asked_for() -> None:
    assert quotes(RUSSIAN) == [claim.quote for claim in extract(RUSSIAN, language="bg-BG")]
    line = "— Avisámos em março e ninguém quis ouvir."
    assert extract(line, language="pt")
    assert extract(line, language="de") == []


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ("ru", 10),
        ("de", 6),
        ("ja", 7),
        ("pt", 7),
        ("fr", 8),
        ("ar", 6),
    ],
)
def test_articles_give_their_quotations_with_exact_spans(article: str, expected: int) -> None:
    text = (ARTICLES / f"{article}.txt").read_text()
    found = extract(text)
    assert len(found) == expected
    assert all(text[claim.start : claim.end] == claim.quote for claim in found)
    assert {(claim.claim_author_name, claim.cue, claim.claim_date) for claim in found} == {("", "", "")}


def test_who_said_it_is_left_out_where_the_speech_goes_on_behind_it() -> None:
    text = "«Сетей там не было, — возразил Пётр Гуляев. — Мы убрали их ещё в понедельник»."
    assert quotes(text, "ru") == ["Сетей там не было", "Мы убрали их ещё в понедельник"]
    text = "—Avisamos en marzo y nadie quiso —afirmó—. Ahora buscan a los culpables."
    assert quotes(text, "es") == ["Avisamos en marzo y nadie quiso", "Ahora buscan a los culpables."]


def test_a_dash_inside_a_sentence_parts_nothing() -> None:
    text = "— Те, кто был на пароме, — герои."
    assert quotes(text, "ru") == ["Те, кто был на пароме, — герои."]


def test_dashed_lines_are_speech_only_where_the_language_writes_it_so() -> None:
    line = "— Vous aviez promis un contrôle chaque semaine."
    assert quotes(line, "fr") == ["Vous aviez promis un contrôle chaque semaine."]
    assert quotes("— Die Schleuse bleibt bis auf Weiteres zu.", "de") == []
    assert quotes("— pommes de terre nouvelles et carottes", "fr") == []


@pytest.mark.parametrize(
    ("quote", "language", "said"),
    [
        ("il ponte è chiuso,", "it", "Il ponte è chiuso."),
        ("istanbul’da köprü kapandı", "tr", "İstanbul’da köprü kapandı."),
        ("橋は閉まっている", "ja", "橋は閉まっている。"),
        ("橋は閉まっている。", "ja", "橋は閉まっている。"),
        ("पुल बंद है", "hi", "पुल बंद है।"),
        ("ხიდი დაკეტილია", "ka", "ხიდი დაკეტილია."),
        ("هل أغلق الجسر؟", "ar", "هل أغلق الجسر؟"),
        ("On m’a répondu : “rien”", "fr", "On m’a répondu : “rien”."),
        ("¿Quién\nlo dijo?", "es", "¿Quién lo dijo?"),
        (" ,", "fr", ""),
    ],
)
def test_a_quote_becomes_a_sentence_of_its_own_script(quote: str, language: str, said: str) -> None:
    assert as_sentence(quote, language) == said


PIECES = [
    *"“”„«»「」\"'’ \n,.—–",
    " — сказал он. — ",
    "Слово ",
    "Wort ",
    "水がありません",
    "\n— Olá",
    "é",
    "\xa0",
    "\x00",
    "\u2028",
]
TEXTS = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=60).map("".join))


@settings(max_examples=300)
@given(text=TEXTS, language=st.sampled_from(["", "ru", "pt", "ja", "xx"]))
def test_any_text_gives_claims_with_exact_spans_in_order(text: str, language: str) -> None:
    found = quotations_only(text, language)
    for claim in found:
        assert text[claim.start : claim.end] == claim.quote
        assert claim.quote.strip() == claim.quote
        assert claim.claim_text.strip()
    assert [(c.start, -c.end) for c in found] == sorted((c.start, -c.end) for c in found)
