from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.language import (
    article_language,
    claim_language,
    detect_language,
    is_known,
    known_languages,
    language_name,
    may_be_english,
    primary,
    reads_as_english,
)

ARTICLES = Path(__file__).parents[1] / "data" / "languages"


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


RUSSIAN = "Мэр сообщила, что паром был исправен и что всех пассажиров сняли рыбацкие лодки ещё до полуночи."
ENGLISH = "The mayor said that the ferry was sound and that every passenger had been taken off before midnight."


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said that the ferry was safe.",
        "Ferry sinks off Sundvik, says mayor, but the crew has been saved.",
        "The paper Нова Правда wrote that the ferry had sunk.",
    ],
)
def test_common_words_make_a_text_english(text: str) -> None:
    assert reads_as_english(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1234 5678 !!!",
        "Мэр сказал, что паром был исправен и что все спасены.",
        "市长说渡轮是安全的。",
        "Der Bürgermeister sagte, die Fähre war in Ordnung und alle an Bord seien in Sicherheit.",
        "De burgemeester zei dat de veerboot in orde was en dat we ons geen zorgen hoeven te maken.",
        "Le maire a dit que le bac était sûr et que tout le monde avait été sauvé par un pêcheur.",
        "Il sindaco ha detto che il traghetto era sicuro e che tutti erano stati salvati.",
    ],
)
def test_other_languages_and_no_language_are_not_taken_for_english(text: str) -> None:
    assert not reads_as_english(text)
    assert article_language(text) != "en"


@pytest.mark.parametrize("path", sorted(ARTICLES.glob("*.txt")), ids=lambda path: path.stem)
def test_an_article_is_in_the_language_it_is_written_in(path: Path) -> None:
    assert article_language(path.read_text()) == path.stem.split("-")[0]


def test_quotations_do_not_make_an_article_theirs() -> None:
    quoted = f"{ENGLISH} She added: «{RUSSIAN} {RUSSIAN} {RUSSIAN}»"
    assert article_language(quoted) == "en"
    assert article_language(f"{RUSSIAN} Она добавила: “{ENGLISH} {ENGLISH} {ENGLISH}”") == "ru"


def test_a_text_that_is_all_quotation_is_judged_by_it() -> None:
    assert article_language(f"«{RUSSIAN}»") == "ru"


def test_a_text_half_in_one_language_and_half_in_another_has_none() -> None:
    assert article_language(f"{ENGLISH}\n{RUSSIAN}", declared="en") == ""


def test_a_minority_of_paragraphs_does_not_count() -> None:
    assert article_language(f"{ENGLISH}\n{ENGLISH}\n{ENGLISH}\n{RUSSIAN}") == "en"


def test_what_the_page_declares_counts_where_the_text_does_not_tell() -> None:
    assert article_language("Orm, 12:30", declared="de-AT") == "de"
    assert article_language(RUSSIAN, declared="en") == "ru"
    assert article_language("", declared="") == ""


def test_a_claim_keeps_its_own_language() -> None:
    assert claim_language("Пожар начался на складе, а не в цехе, и его потушили за час.", "en") == "ru"
    assert claim_language("Das Tor hat dem Druck nicht mehr standgehalten.", "en") == "de"
    assert claim_language("The wiring had not been checked since 2029.", "en") == "en"
    assert claim_language("Passengers were taken off by boats.", "ru") == "en"


def test_a_claim_too_short_to_tell_is_in_its_articles_language_unless_its_script_is_another() -> None:
    assert claim_language("Kaum wahr.", "de") == "de"
    assert claim_language("2029: 40 %", "de") == "de"
    assert claim_language("посмотрим", "en") == ""
    assert claim_language("水がない", "ja") == "ja"


def test_models_for_english_leave_out_other_scripts_and_sure_languages() -> None:
    assert may_be_english("Two women were killed.")
    assert not may_be_english("Погибли две женщины.")
    assert not may_be_english("Das Tor hat dem Druck des Wassers seit Dienstag nicht mehr standgehalten.")
    assert not may_be_english("  ")


def test_languages_have_english_names() -> None:
    assert language_name("pt-BR") == "Portuguese"
    assert language_name("xx") == "xx"
    assert primary("zh_Hant") == "zh"
    names = [language_name(tag) for tag in known_languages()]
    assert names == sorted(names)
    assert is_known("en-GB")
    assert not is_known("klingon")


@given(text=st.text(max_size=400), tag=st.sampled_from(["", "en", "ru", "ja", "xx", "pt-BR"]))
def test_any_text_and_tag_are_accepted(text: str, tag: str) -> None:
    assert article_language(text, tag) in ("", primary(tag), *known_languages())
    assert claim_language(text, tag) in ("", tag, *known_languages())
