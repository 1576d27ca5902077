"""What stands between the marks of any language."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.pipeline.extraction.quotation_marks import LONGEST, find_quoted


def inner(text: str) -> list[str]:
    return [text[start:end] for start, end in find_quoted(text)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Мэр заявила: «Паром был исправен».", ["Паром был исправен"]),
        ("Er sagte: „Das Tor ist zu“, und ging.", ["Das Tor ist zu"]),
        ("Er sagte: »Das Tor ist zu«, und ging.", ["Das Tor ist zu"]),
        ("Die ‚vermeidbare Panne‘ kam.", ["vermeidbare Panne"]),
        ("« Les frigos sont froids », dit-elle.", ["Les frigos sont froids"]),
        ("Un ‹ incident isolé ›, dit-elle.", ["incident isolé"]),
        ("O presidente disse “não houve aviso”.", ["não houve aviso"]),
        ("Powiedział: „Nie było ostrzeżeń”.", ["Nie było ostrzeżeń"]),
        ("Hon sade: ”Vi såg ingenting” och gick.", ["Vi såg ingenting"]),
        ("Hän sanoi: »Emme nähneet» ja lähti.", ["Emme nähneet"]),
        ("課長は「点検は毎年行った」と述べた。", ["点検は毎年行った"]),
        ("店に『水がありません』とある。", ["水がありません"]),
        ("他说：“渡轮是安全的”。", ["渡轮是安全的"]),
        ('他说"渡轮是安全的"又走了', ["渡轮是安全的"]),
        ("그는 “다리가 안전하다”고 말했다.", ["다리가 안전하다"]),
        ("وأكد بأنه „تقصير واضح‟ اليوم.", ["تقصير واضح"]),
        ('הוא אמר: "לא ראינו דבר" והלך לצה"ל.', ["לא ראינו דבר"]),
        ("Είπε: «Η γέφυρα έκλεισε».", ["Η γέφυρα έκλεισε"]),
        ('" oui, bien sûr ", dit-il', ["oui, bien sûr"]),
    ],
)
def test_the_marks_of_each_language_are_read(text: str, quoted: list[str]) -> None:
    assert inner(text) == quoted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("«Он сказал: „Держитесь“, и всё».", ["Он сказал: „Держитесь“, и всё", "Держитесь"]),
        ("„Er sagte ‚komm‘ zu uns“.", ["Er sagte ‚komm‘ zu uns", "komm"]),
        ("»Er sagte ›komm‹ zu uns«.", ["Er sagte ›komm‹ zu uns", "komm"]),
        ("« Il a dit « viens » hier ».", ["Il a dit « viens » hier", "viens"]),
        ("「担当者は『直る』と言った」", ["担当者は『直る』と言った", "直る"]),
        ('«قال: "اغلوا الماء" ثم ذهب»', ['قال: "اغلوا الماء" ثم ذهب', "اغلوا الماء"]),
    ],
)
def test_nested_quotations_follow_the_ones_they_stand_in(text: str, quoted: list[str]) -> None:
    assert inner(text) == quoted


def test_apostrophes_and_measures_are_no_marks() -> None:
    assert inner("L’agence n’a pas dit l’heure à l'hôpital d'ici.") == []
    assert inner('Die Planke war 6" breit und 8" lang.') == []
    assert inner("Обʼєкт об'єкт об’єкт") == []


def test_a_long_quotation_that_opens_each_line_anew_gives_each_line() -> None:
    assert inner("« Un, deux.\n« Trois, quatre », dit-il.") == ["Un, deux.", "Trois, quatre"]


def test_a_quotation_may_run_over_a_few_lines_but_not_swallow_the_text() -> None:
    assert inner("„Wir warteten.\nNiemand kam“, sagte sie.") == ["Wir warteten.\nNiemand kam"]
    assert inner("„Wir warteten.\n" + "Zeile.\n" * 6 + "Ende“.") == []
    assert inner("«" + "а " * LONGEST + "»") == []


def test_a_mark_that_was_left_open_does_not_turn_the_others_inside_out() -> None:
    assert inner('"Wir warteten.\nSie sagte "nein" dazu.') == ["nein"]
    assert inner("«Он ушёл. Она сказала: «Нет, не ушёл».") == ["Нет, не ушёл"]


TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from([*"“”„‟«»‹›‘’‚「」『』\"'＂ \n,.—:", "слово", "Wort", "水", "l’a", "6"]), max_size=60).map(
        "".join
    ),
)


@settings(max_examples=300)
@given(text=TEXTS)
def test_any_text_gives_spans_in_order_that_are_apart_or_nested(text: str) -> None:
    spans = find_quoted(text)
    assert spans == sorted(spans, key=lambda span: (span[0], -span[1]))
    for start, end in spans:
        assert 0 < start < end < len(text) + 1
        assert text[start:end].strip() == text[start:end]
    for a, b in spans:
        assert not any(a < c < b < d for c, d in spans)


def test_a_hundred_thousand_marks_take_no_time() -> None:
    assert find_quoted("“" * 100_000) == []
    assert len(find_quoted("«а» " * 50_000)) == 50_000
