from __future__ import annotations

import pytest

from factcheck.pipeline.reading.headline import split_headline

HEADLINE = "Ferry ‘still aground’, owner says"
BODY = "The ferry ran aground on Monday.\n\nThe coastguard says that it has been freed."


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("times", [2, 3])
def test_a_repeated_headline_is_the_title_once(times: int, gap: str) -> None:
    assert split_headline(gap.join([HEADLINE] * times + [BODY])) == (HEADLINE, BODY)


def test_a_repeated_headline_may_end_a_sentence() -> None:
    assert split_headline(f"Who freed the ferry?\nWho freed the ferry?\n{BODY}") == ("Who freed the ferry?", BODY)


def test_a_short_first_line_above_a_blank_line_is_the_title() -> None:
    assert split_headline(f"{HEADLINE}\n\n{BODY}") == (HEADLINE, BODY)


@pytest.mark.parametrize("text", [BODY, f"{HEADLINE}\n{BODY}", HEADLINE, f"{'long ' * 41}\n\n{BODY}", "", "—\n\n…"])
def test_without_an_obvious_title_line_the_text_stays_whole(text: str) -> None:
    assert split_headline(text) == ("", text)


def test_a_known_title_leaves_the_body_however_it_is_set() -> None:
    broken = HEADLINE.upper().replace("OWNER", "\nOWNER")
    assert split_headline(f"{broken}\n\n{HEADLINE}\n\n{BODY}", HEADLINE) == (HEADLINE, BODY)


def test_a_known_title_that_the_text_does_not_repeat_is_kept() -> None:
    assert split_headline(BODY, "  Ferry\naground ") == ("Ferry aground", BODY)


def test_a_text_that_is_only_its_title_stays() -> None:
    assert split_headline(f"{HEADLINE}\n{HEADLINE}", HEADLINE) == (HEADLINE, f"{HEADLINE}\n{HEADLINE}")


def test_a_date_above_the_headline_is_no_title() -> None:
    title, body = split_headline(f"2 June 2023\n\n{HEADLINE}\n\n{BODY}")
    assert title == HEADLINE
    assert body == f"2 June 2023\n\n{BODY}"
    assert split_headline("2 июня 2023\n\nПлотина выдержала.", language="ru")[0] == ""
