"""The gaps named are those that are there."""

from __future__ import annotations

from dataclasses import replace

from factcheck.model import Evidence
from factcheck.pipeline.export import completeness
from tests.pipeline.export.rows import CLAIM, CONFLICT, RECORD, verdict

ARCHIVED = (
    Evidence("https://road.example.org/notice", "https://archive.example.org/2"),
    Evidence("https://police.example.net/log", "https://archive.example.org/3"),
)


def test_a_claim_nobody_judged_lacks_everything_but_the_archive_it_has() -> None:
    assert completeness(RECORD) == ("evidence", "both_sides", "as_of", "explanation")


def test_a_full_verdict_lacks_nothing() -> None:
    assert completeness(replace(RECORD, verdicts=(verdict(evidence=ARCHIVED),))) == ()


def test_a_page_without_an_archived_copy_is_a_gap_wherever_it_is() -> None:
    full = replace(RECORD, verdicts=(verdict(evidence=ARCHIVED),))
    unarchived_source = replace(full, claim=replace(CLAIM, source_archive_url=""))
    unarchived_evidence = replace(full, verdicts=(verdict(evidence=(*ARCHIVED, Evidence("https://a.example"))),))
    assert completeness(unarchived_source) == completeness(unarchived_evidence) == ("archive",)


def test_an_opposing_claim_or_a_second_site_gives_both_sides() -> None:
    one_site = replace(RECORD, verdicts=(verdict(evidence=(ARCHIVED[0], ARCHIVED[0])),))
    assert completeness(one_site) == ("both_sides",)
    assert completeness(replace(one_site, conflicts=(CONFLICT,))) == ()


def test_two_pages_of_one_site_are_one_side() -> None:
    pages = (ARCHIVED[0], Evidence("https://www.road.example.org/other", "https://archive.example.org/4"))
    assert completeness(replace(RECORD, verdicts=(verdict(evidence=pages),))) == ("both_sides",)


def test_a_word_is_no_explanation_and_a_short_sentence_in_chinese_is_one() -> None:
    terse = replace(RECORD, conflicts=(CONFLICT,), verdicts=(verdict(explanation="  wrong  "),))
    chinese = replace(terse, verdicts=(verdict(explanation="通告只提到封闭一天，没有三天。"),))
    assert completeness(terse) == ("explanation",)
    assert completeness(chinese) == ()


def test_only_the_standing_verdict_counts() -> None:
    better = verdict(evidence=ARCHIVED, version=2)
    assert completeness(replace(RECORD, verdicts=(verdict(as_of="", evidence=()), better))) == ()


def test_an_address_that_cannot_be_parsed_is_no_site() -> None:
    broken = (Evidence("http://[broken", "x"), ARCHIVED[0])
    assert completeness(replace(RECORD, verdicts=(verdict(evidence=broken),))) == ("both_sides",)
