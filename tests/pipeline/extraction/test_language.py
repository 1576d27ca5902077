"""English or not, by letters and common words."""

from __future__ import annotations

import pytest

from factcheck.pipeline.extraction.language import reads_as_english


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said that the ferry was safe.",
        "Ferry sinks off Sundvik, says mayor, but the crew has been saved.",
        "The paper Нова Правда wrote that the ferry had sunk.",
    ],
)
def test_english_is_recognised(text: str) -> None:
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
