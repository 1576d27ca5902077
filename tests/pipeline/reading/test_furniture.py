from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.pipeline.reading import clean_text
from factcheck.pipeline.reading.furniture import without_furniture

BODY = "The dam held, the engineers said.\n\nThe villagers say that it did not."


@pytest.mark.parametrize(
    "furniture",
    [
        "Leave a Reply\n\nYour email address will not be published. Required fields are marked *",
        "Leave a Reply Cancel reply\nYour email address will not be published.\nRequired fields are marked *\n"
        "Comment *\nName *\nEmail *\nWebsite\nSave my name, email, and website in this browser for the next time I "
        "comment.\nPost Comment\nΔ\nThis site uses Akismet to reduce spam. Learn how your comment data is processed.",
        "Share this:\n\nFacebook\nTwitter\nWhatsApp\nLike this:\nLoading...",
        "Sign up to our newsletter",
        "Subscribe to our daily newsletter!\nYour email address\nPrivacy policy",
        "Related articles\n\nRain delays the harvest again\n- Who runs the dam?\n• Minister “not informed” of leak",
        "More on this story\nRain delays the harvest again\n\nMost read\n1 A cat returns\n2 Snow in May",
        "12 comments\nLog in to comment",
        "Post a comment",
        "Advertisement",
        "ADVERTISEMENT\n\nAdvertisement",
        "We use cookies to improve your experience. By continuing you agree.\nAccept all",
        "Topics: dams, floods\n© 2024 The River Courier. All rights reserved.\nBack to top",
        "Добавить комментарий\nВаш адрес email не будет опубликован. Обязательные поля помечены *",
        "Читайте также:\nДождь снова задержал уборку урожая",
        "Schreiben Sie einen Kommentar\nIhre E-Mail-Adresse wird nicht veröffentlicht. Felder sind markiert",
    ],
)
def test_furniture_after_the_article_goes(furniture: str) -> None:
    assert without_furniture(f"{BODY}\n\n{furniture}") == BODY


@pytest.mark.parametrize(
    "furniture", ["Skip to main content\nMenu", "Advertisement", "We use cookies.\nAccept all cookies"]
)
def test_furniture_before_the_article_goes(furniture: str) -> None:
    assert without_furniture(f"{furniture}\n\n{BODY}") == BODY


@pytest.mark.parametrize(
    "sentence",
    [
        "He declined to leave a reply to the committee’s letter.",
        "“Share this with your families,” the governor told the crowd.",
        "Related articles of clothing were found in the river, police said.",
        "The advertisement was withdrawn on Friday.",
        "Copyright was infringed on a large scale, the court found.",
        "Your email address will not be published by the ministry, it promised in March.",
        "Sign up to our newsletter, the mayor wrote, and you will learn who shelled the town.",
        "Comments by the minister were denied by his own office.",
        "Most read the letter as a threat.",
        "More from the army came at noon. Two soldiers had died.",
        "the company said it had no comment",
    ],
)
@pytest.mark.parametrize("place", ["last", "first", "middle"])
def test_a_sentence_that_only_sounds_like_furniture_stays(sentence: str, place: str) -> None:
    parts = {"last": [BODY, sentence], "first": [sentence, BODY], "middle": [BODY, sentence, BODY]}[place]
    text = "\n\n".join(parts)
    assert without_furniture(text) == text


def test_headings_like_furniture_stay_inside_the_article() -> None:
    text = f"{BODY}\n\nRelated news\n\nThe minister resigned on Friday.\n\nComments\n\nNobody commented, she said."
    assert without_furniture(text) == text


def test_only_advert_labels_go_from_the_middle_and_leave_no_gap() -> None:
    first, second = BODY.split("\n\n")
    text = f"{first}\n\nAdvertisement\n\nArticle continues below\n\nADVERTISEMENT\n\n{second}"
    assert without_furniture(text) == BODY


def test_short_lines_under_a_heading_of_the_article_stay() -> None:
    for heading in ("Responses", "Comments", "More from the scene", "Next"):
        text = f"{BODY}\n\n{heading}\n\n- Owner: denies it\n- Ministry: no comment"
        assert without_furniture(text) == text


def test_headlines_without_a_heading_above_them_stay() -> None:
    text = f"{BODY}\n\nRain delays the harvest again\n\nSnow in May"
    assert without_furniture(text) == text


def test_nothing_is_left_of_a_page_that_is_all_furniture() -> None:
    assert without_furniture("Menu\n\nSign in\n\nLeave a Reply") == ""


lines = st.lists(
    st.sampled_from(["", "Advertisement", "Share this:", "Menu", "A b", "It fell, he said.", "Related articles"])
)


@given(lines)
def test_what_stays_is_clean_and_every_sentence_is_in_it(parts: list[str]) -> None:
    text = clean_text("\n".join(parts))
    kept = without_furniture(text)
    assert kept == clean_text(kept)
    assert kept.count("It fell, he said.") == text.count("It fell, he said.")
