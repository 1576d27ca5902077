"""A draft in a real browser: marks to press, words to select, keys to work with, a reload in the middle of typing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factcheck import config
from factcheck.model import Article, AttributedClaim
from factcheck.workbench import Workbench
from tests.browser.conftest import Server, no_faults, settled
from tests.browser.test_whole_job import give_name

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.models]

TEXT = (
    "The mayor said <img src=x onerror=\"document.title='taken over'\"> the road was shut 🙂🙂 and the mill had burned.\n\n"
    "The brigade denied that it had left the town. Its men were still in the mill, said a nurse."
)

PLACE = """([first, last]) => {
  const walk = document.createTreeWalker(document.querySelector(".fc-article"), NodeFilter.SHOW_TEXT);
  const middle = (words, from) => {
    walk.currentNode = walk.root;
    while (walk.nextNode()) {
      const at = walk.currentNode.textContent.indexOf(words);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(walk.currentNode, at + (from ? 1 : words.length - 2));
      range.setEnd(walk.currentNode, at + (from ? 2 : words.length - 1));
      const box = range.getBoundingClientRect();
      return [from ? box.left : box.right, box.top + box.height / 2];
    }
  };
  return [middle(first, true), middle(last, false)];
}"""
"""Where the second letter of some words stands on the screen, and the last but one of others."""


def claim(quote: str, who: str) -> AttributedClaim:
    start = TEXT.index(quote)
    return AttributedClaim(f"{quote[0].upper()}{quote[1:]}.", quote, start, start + len(quote), who, cue="said")


CLAIMS = (
    claim("the road was shut", "Mayor"),
    claim("the mill had burned", "Mayor"),
    claim("it had left the town", "Brigade"),
)


def drafted(server: Server) -> tuple[Workbench, int]:
    bench = Workbench.open(config.load({}, database_url=server.database_url), "Draft desk")
    draft = bench.articles.start_draft(Article(TEXT, title="Two accounts", language="en"), "Ada")
    bench.articles.change_draft(replace(bench.articles.draft(draft), claims=CLAIMS))
    return bench, draft


def opened(page: Page, server: Server, draft: int) -> None:
    page.goto(f"{server.url}/articles?project=Draft desk&draft={draft}")
    page.locator(".fc-article mark").first.wait_for()
    settled(page)


def in_hand(page: Page, words: str) -> None:
    """Wait until the claim in hand says `words`."""
    page.locator(".st-key-claim_in_hand").get_by_text(words).first.wait_for()
    settled(page)


def select(page: Page, first: str, last: str) -> None:
    """Draw the mouse over the article, a letter short of whole words at both ends."""
    page.locator(".fc-article").scroll_into_view_if_needed()
    (left, top), (right, bottom) = page.evaluate(PLACE, [first, last])
    page.mouse.move(left, top)
    page.mouse.down()
    page.mouse.move(right, bottom, steps=8)
    page.mouse.up()


def test_a_draft_is_worked_through_with_mouse_and_keys(server: Server, page: Page) -> None:
    bench, draft = drafted(server)
    opened(page, server, draft)
    give_name(page, "Ada")
    assert page.locator(".fc-article img").count() == 0
    assert page.title() != "taken over"

    page.locator(".fc-article mark").nth(1).click()
    field = page.get_by_role("textbox", name="Claim, so that it stands alone")
    field.fill("The old mill had bur")
    for _ in range(100):
        if bench.articles.draft(draft).typed:
            break
        page.wait_for_timeout(100)
    page.reload()
    field.wait_for()
    settled(page)
    assert field.input_value() == "The old mill had bur"
    field.fill("The old mill had burned down.")
    field.press("Control+Enter")
    in_hand(page, "The old mill had burned down.")
    assert bench.articles.draft(draft).claims[1].claim_text == "The old mill had burned down."
    assert bench.articles.draft(draft).typed == {}

    page.keyboard.press("a")
    in_hand(page, "It had left the town.")
    page.keyboard.press("d")
    in_hand(page, "The old mill had burned down.")
    page.keyboard.press("u")
    in_hand(page, "It had left the town.")
    assert len(bench.articles.draft(draft).claims) == 3

    select(page, "Its men", "the mill, said")
    page.get_by_role("button", name="Add as a claim").click()
    page.get_by_role("textbox", name="Claimant", exact=True).fill("Nurse")
    page.get_by_role("textbox", name="Claimant", exact=True).press("Enter")
    in_hand(page, "Nurse")
    added = bench.articles.draft(draft).claims[-1]
    assert (added.quote, added.claim_author_name) == ("Its men were still in the mill, said", "Nurse")
    assert TEXT[added.start : added.end] == added.quote
    assert bench.articles.list() == [], "nothing is saved before save"
    no_faults(page)
    bench.close()
