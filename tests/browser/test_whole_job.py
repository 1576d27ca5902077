"""The whole job in a real browser: article in, claims saved, analysed, compared, judged, report out."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcheck import config
from factcheck.model import ClaimFilter, Verdict
from factcheck.workbench import Workbench
from tests.browser.conftest import Server, no_faults, settled

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.models]

ARTICLE = """Ministry and rebels give two accounts of the Larkov raid

The interior ministry said on Tuesday that government troops had repelled the raid on Larkov.

The Free Hill Brigade said on Tuesday that its fighters were still fighting in Larkov.

The governor, Pavel Orin, said two women had been killed by shelling from across the border. The Free Hill Brigade
said government soldiers had opened fire on the car of the two women.
"""


def open_page(page: Page, server: Server, path: str, heading: str) -> None:
    page.goto(f"{server.url}/{path}")
    page.get_by_role("heading", name=heading, exact=True).first.wait_for()
    settled(page)
    no_faults(page)


def give_name(page: Page, name: str) -> None:
    field = page.get_by_label("Your name", exact=True)
    field.fill(name)
    field.press("Enter")
    settled(page)


def downloaded(page: Page, button: str) -> list[dict[str, str]]:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).first.click()
    text = Path(waiting.value.path()).read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_from_article_to_verdict_report(server: Server, page: Page, tmp_path: Path) -> None:
    outside: list[str] = []
    page.on("request", lambda request: outside.append(request.url) if "127.0.0.1" not in request.url else None)
    path = tmp_path / "larkov.txt"
    path.write_text(ARTICLE)

    open_page(page, server, "articles?project=Larkov", "Articles")
    give_name(page, "Ada")
    page.locator("input[type=file]").first.set_input_files(path)
    settled(page)
    page.get_by_role("button", name="Find claims").first.click()
    page.get_by_role("button", name="Save article and").first.wait_for()
    settled(page)
    no_faults(page)
    page.get_by_role("button", name="Save article and").first.click()
    settled(page)
    page.get_by_text("saved", exact=False).first.wait_for()

    page.get_by_role("button", name="Analyse").first.click()
    page.get_by_text("Nothing has changed since").wait_for(timeout=120_000)

    open_page(page, server, "?project=Larkov", "Compare")
    page.get_by_role("link", name="Compare", exact=False).last.click()
    page.get_by_text("Why they are lined up").wait_for()
    settled(page)
    no_faults(page)
    assert page.locator("mark.fc-clash").count() >= 2
    page.get_by_role("link", name="Give a verdict").first.click()
    page.get_by_role("heading", name="Verdict on a claim").wait_for()
    settled(page)

    assert page.get_by_label("Your name", exact=True).input_value() == "Ada"
    page.get_by_text("Mostly false (2)").click()
    page.get_by_label("Explanation", exact=True).fill("Two witnesses saw otherwise.")
    page.get_by_label("Explanation", exact=True).press("Tab")
    settled(page)
    page.get_by_role("button", name="Save verdict").click()
    page.get_by_text("Verdict saved.").wait_for()
    settled(page)
    no_faults(page)

    open_page(page, server, "reports?project=Larkov", "Reports")
    rows = downloaded(page, "Download")
    judged = [row for row in rows if row["textual_rating"]]
    assert len(rows) >= 4
    assert [(row["textual_rating"], row["reviewer"], row["rating_explanation"]) for row in judged] == [
        ("Mostly false", "Ada", "Two witnesses saw otherwise.")
    ]
    assert judged[0]["conflicts_with"]
    assert outside == []


def test_two_people_saving_at_once_lose_nothing(server: Server, page: Page) -> None:
    bench = Workbench.open(config.load({}, database_url=server.database_url), "Two people")
    bench.imports.run(b"claim,speaker\nThe quay is shut.,Port office\n", "quay.csv", "Ada")
    (claim_id,) = bench.browse.review_order(ClaimFilter())

    open_page(page, server, f"review?project=Two people&claim={claim_id}", "Verdict on a claim")
    give_name(page, "Ben")
    page.get_by_text("Mixed (3)").click()
    page.get_by_label("Explanation", exact=True).fill("Only the south quay is shut.")
    page.get_by_label("Explanation", exact=True).press("Tab")
    settled(page)

    bench.review.save_verdict(Verdict(claim_id, "Cleo", "False", "I was there."), seen=0)
    page.get_by_role("button", name="Save verdict").click()
    page.get_by_text("Cleo saved the verdict “False” while you were writing").wait_for()
    settled(page)
    assert page.get_by_label("Explanation", exact=True).input_value() == "Only the south quay is shut."
    page.get_by_role("button", name="Save verdict").click()
    page.get_by_text("Verdict saved.").wait_for()
    assert [v.reviewer for v in bench.browse.claim(claim_id).verdicts] == ["Cleo", "Ben"]


@pytest.mark.parametrize(
    ("path", "heading"),
    [
        ("", "Compare"),
        ("review", "Verdicts"),
        ("topics", "Topics"),
        ("articles", "Articles"),
        ("files", "Claim files"),
        ("reports", "Reports"),
        ("history", "History"),
    ],
)
def test_every_page_says_what_to_do_in_an_empty_project(server: Server, page: Page, path: str, heading: str) -> None:
    open_page(page, server, f"{path}?project=Nothing here", heading)
