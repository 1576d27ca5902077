"""Text in other languages gives its quotations and nothing guessed."""

from __future__ import annotations

from factcheck.pipeline.extraction import extract

RUSSIAN = "Мэр Анна Белова заявила: «Паром был полностью исправен». Слово «паром» она произнесла дважды."


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
