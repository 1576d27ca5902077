from __future__ import annotations

import pytest

from factcheck.pipeline.reading.properties import sensible_author, sensible_title


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("The bridge\nreport", "The bridge report"),
        ("Microsoft Word - The bridge report", "The bridge report"),
        ("Microsoft Word - report.docx", ""),
        ("report_final.indd", ""),
        ("Untitled", ""),
        ("Untitled-1", ""),
        ("Document1", ""),
        ("Документ 3", ""),
        ("https://news.example/a", ""),
        ("Document leak shakes ministry", "Document leak shakes ministry"),
        ("", ""),
    ],
)
def test_only_titles_that_a_person_wrote_count(written: str, meant: str) -> None:
    assert sensible_title(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Ada Finch", "Ada Finch"),
        ("Microsoft Office User", ""),
        ("Пользователь Windows", "Пользователь Windows"),
        ("user", ""),
        ("python-docx", ""),
        ("-", ""),
        ("Admiral Userly", "Admiral Userly"),
    ],
)
def test_only_authors_that_are_somebody_count(written: str, meant: str) -> None:
    assert sensible_author(written) == meant
