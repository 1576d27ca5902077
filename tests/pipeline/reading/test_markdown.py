from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Article
from factcheck.pipeline.reading import read_article
from factcheck.pipeline.reading.markdown import plain_inline


def read(text: str) -> Article:
    return read_article(text.encode(), "story.md")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a **bold** and *soft* and ***both*** word", "a bold and soft and both word"),
        ("an __old__ and _new_ word", "an old and new word"),
        ("**bold with *soft* inside**", "bold with soft inside"),
        ("~~struck~~ out", "struck out"),
        ('[the ministry](https://m.example/a_(b) "home") said', "the ministry said"),
        ("[the ministry][1] said", "the ministry said"),
        ("![a map](map.png) and [![logo](l.png)](https://x.example)", "a map and logo"),
        ("<https://m.example/a_b_c>", "https://m.example/a_b_c"),
        ("<mailto:desk@m.example>", "desk@m.example"),
        ("a snake_case_name and 2 * 3 * 4", "a snake_case_name and 2 * 3 * 4"),
        (r"\*not soft\* and 5\_000", "*not soft* and 5_000"),
        ("`**kept** &amp; [as](is)`", "**kept** &amp; [as](is)"),
        ("Marks &amp; Co<br>and <b>more</b>", "Marks & Coand more"),
        (r"[a](http://x.example/\_b) `c`", "a c"),
        ("\ue0000\ue001 `a` &#xE000;0&#xE001;", "0 a \ue0000\ue001"),
        ("3 < 4 and 5 > 2", "3 < 4 and 5 > 2"),
    ],
)
def test_inline_markup_leaves_its_words(written: str, shown: str) -> None:
    assert plain_inline(written) == shown


def test_blocks_become_plain_lines() -> None:
    article = read(
        "# The *dam* held #\n\n> Quoted, he said.\n\n## What is known\n\n* one thing\n+ another thing\n1. first\n\n"
        "***\n\nSub heading\n---\n\n[1]: https://m.example\n\n| Village | Houses |\n|---|---:|\n| Senn | 40 |\n"
    )
    assert article.title == "The dam held"
    assert [line for line in article.text.split("\n") if line] == [
        "Quoted, he said.",
        "What is known",
        "- one thing",
        "- another thing",
        "1. first",
        "Sub heading",
        "Village | Houses",
        "Senn | 40",
    ]


def test_code_fences_are_kept_as_they_are() -> None:
    fence = "````text\n# no *heading*\n```\n[1]: x\n````"
    article = read(f"# Title\n\nThe log reads:\n\n{fence}\n\nHe *denied* it.")
    assert fence in article.text
    assert article.text.endswith("He denied it.")


def test_an_underlined_title_is_a_title() -> None:
    article = read("The dam held\n============\n\nThe engineers said so.")
    assert (article.title, article.text) == ("The dam held", "The engineers said so.")


def test_front_matter_becomes_title_author_and_date() -> None:
    article = read(
        '---\ntitle: "The dam held"\nauthor: Ada Finch\ndate: 2023-06-02T10:00:00Z\ntags: [a]\n---\nIt held, she said.'
    )
    assert (article.title, article.author, article.published) == ("The dam held", "Ada Finch", "2023-06-02")
    assert article.text == "It held, she said."


@given(st.text(alphabet="ab*_`[]()<>\\&;#!~|\ue000\ue0010 \n-="))
def test_no_markup_is_too_broken_to_read(text: str) -> None:
    assert isinstance(read(f"word {text}").text, str)
