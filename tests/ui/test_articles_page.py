"""The page Articles: a text becomes a draft, a person corrects it, it is saved."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest

from factcheck.model import Article, AttributedClaim, ClaimantType, DatePrecision, Modality
from factcheck.ui.article_intake import PASTED
from factcheck.ui.draft_change import name_of
from factcheck.workbench import Workbench
from tests.ui.screens import Screen, desk, fresh

pytestmark = pytest.mark.models

TEXT = (
    "Raid on Orm\n\n"
    "The mayor of Orm said on Monday that the bridge was closed and the power station burned down.\n\n"
    "“Nobody was hurt,” said Ada Quill, the governor of <b>Orm</b>.\n\n"
    "The ministry denied that shells had hit the road."
)


def found(quote: str, who: str, **more: object) -> AttributedClaim:
    start = TEXT.index(quote)
    claim = AttributedClaim(f"{quote[0].upper()}{quote[1:]}.", quote, start, start + len(quote), who, cue="said")
    return replace(claim, **more)  # type: ignore[arg-type]


CLAIMS = (
    found("the bridge was closed and the power station burned down", "Mayor of Orm", claim_date="2024-05-27"),
    found("Nobody was hurt", "Ada Quill", claim_author_type=ClaimantType.PERSON),
    found("shells had hit the road", "The ministry", modality=Modality.DENIED),
)


def as_given(bench: Workbench, draft: int) -> tuple[AttributedClaim, ...]:
    """The draft's claims, apart from how much they are worth checking, which is worked out anew."""
    return tuple(replace(claim, check_worthiness=None) for claim in bench.articles.draft(draft).claims)


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch, database_url: str) -> Iterator[Workbench]:
    fresh(monkeypatch, database_url)
    opened = desk(database_url)
    yield opened
    opened.close()


@pytest.fixture
def draft(bench: Workbench) -> int:
    """A draft with the three claims above."""
    article = Article(TEXT, title="Raid on Orm", source_name="Orm Courier", published="2024-05-28", language="en")
    draft_id = bench.articles.start_draft(article, "Ada Fox")
    bench.articles.change_draft(replace(bench.articles.draft(draft_id), claims=CLAIMS))
    return draft_id


def articles(reviewer: str = "Ada Fox", **where: str) -> Screen:
    return Screen("Test desk", reviewer).go("articles", **where)


def opened(draft: int, at: int = 1, action: str = "") -> Screen:
    """The draft in a browser tab, at its claim number `at`, with the form of `action` open."""
    page = Screen("Test desk")
    key = f"{draft}_{name_of(CLAIMS[at - 1])}"
    page.app.session_state["draft_at"] = (draft, key)
    if action:
        page.app.session_state["draft_action"] = (draft, action, key)
    return page.go("articles", draft=str(draft))


def in_hand(page: Screen) -> str:
    """Which claim is in hand, e.g. "Claim 2 of 3 · 0 accepted"."""
    return next(caption.value for caption in page.app.caption if caption.value.startswith("Claim "))


def enabled(page: Screen, label: str) -> bool:
    return not next(button for button in page.app.button if button.label.startswith(label)).disabled


def texts(bench: Workbench, draft: int) -> list[str]:
    return [claim.claim_text for claim in bench.articles.draft(draft).claims]


def test_an_empty_project_says_what_to_do_first(bench: Workbench) -> None:
    page = articles()
    assert "press “Find claims”" in page.words()
    assert "Drafts waiting" not in page.words()


def test_pasted_text_becomes_a_draft_that_opens_at_an_address_of_its_own(bench: Workbench) -> None:
    page = articles().type("Text of the article", TEXT).type("Title", "Raid on Orm").type("Published", "28 May 2024")
    page.click("Find claims", place=2)
    (draft,) = bench.articles.drafts()
    assert page.app.query_params["draft"] == str(draft.id)
    assert (draft.article.title, draft.article.published, draft.created_by) == ("Raid on Orm", "2024-05-28", "Ada Fox")
    assert any("Ada Quill" in claim.claim_author_name for claim in draft.claims)
    assert "Save article and" in "".join(page.buttons())


def test_without_a_name_nothing_is_stored_and_nothing_typed_is_lost(bench: Workbench) -> None:
    page = articles(reviewer="").type("Text of the article", TEXT)
    page.click("Find claims", place=2)
    assert "Say who you are first" in page.words()
    assert page.typed("Text of the article") == TEXT
    assert bench.articles.drafts() == []


def test_pasted_text_with_a_wrong_date_is_kept_in_its_field_and_named(bench: Workbench) -> None:
    page = articles().type("Text of the article", TEXT).type("Published", "03/04/2024")
    page.click("Find claims", place=2)
    assert "“03/04/2024” is no date, or reads two ways" in page.words()
    assert page.app.session_state[PASTED[0]] == TEXT
    assert bench.articles.drafts() == []


def read_through(page: Screen, bench: Workbench) -> Screen:
    """Wait for the worker, as the page does by asking once a second."""
    deadline = time.monotonic() + 60
    while any(not entry.state.is_over for entry in bench.reading.entries()):
        assert time.monotonic() < deadline, bench.reading.entries()
        time.sleep(0.1)
    return page.run()


def test_several_files_become_drafts_beside_the_page_and_the_faulty_one_is_named(bench: Workbench) -> None:
    second = TEXT.replace("Ada Quill", "Ben Hale").encode()
    page = articles().upload(("one.txt", TEXT.encode()), ("broken.pdf", b"%PDF-1.4 nothing"), ("two.txt", second))
    page.click("Find claims in 3 files")
    assert " of 3 read" in page.words()
    assert page.app.file_uploader[0].value in (None, []), "the same files must not be brought in again"
    read_through(page, bench)
    assert len(bench.articles.drafts()) == 2
    assert "2 of 3 read · 1 could not be" in page.words()
    assert any("broken.pdf" in error.value.replace("\\", "") for error in page.app.error)
    assert "one.txt is a new draft" in page.words()
    assert "Drafts waiting (2)" in page.words()
    page.click("Clear this list")
    assert "of 3 read" not in page.words()


def test_what_failed_can_be_tried_again_from_the_list(bench: Workbench) -> None:
    bench.reading.add([("broken.pdf", b"%PDF-1.4 nothing"), ("one.txt", TEXT.encode())], [], "Ada Fox")
    page = read_through(articles(), bench)
    read_through(page.click("Try again"), bench)
    assert "1 of 2 read · 1 could not be" in page.words()


def test_a_queue_that_a_restart_has_stopped_goes_on_when_the_page_is_opened(bench: Workbench) -> None:
    bench.reading.add([("one.txt", TEXT.encode())], [], "Ada Fox")
    read_through(articles(), bench)
    assert len(bench.articles.drafts()) == 1


def test_several_addresses_go_into_the_queue_each_with_its_own_fault(bench: Workbench) -> None:
    page = articles().type("Addresses of articles", "http://127.0.0.1/a\nhttp://127.0.0.1/b")
    read_through(page.click("Find claims", place=1), bench)
    faults = [error.value.replace("\\", "") for error in page.app.error]
    assert [fault.partition(":**")[0].partition("**: ")[0] for fault in faults] == [
        "**http://127.0.0.1/a",
        "**http://127.0.0.1/b",
    ]
    assert page.typed("Addresses of articles") == ""


def test_a_stored_article_is_shown_and_not_drafted_again(bench: Workbench) -> None:
    stored = bench.articles.save(bench.articles.read_file(TEXT.encode(), "raid.txt"), [], "Ada Fox")
    page = articles().upload(("again.txt", TEXT.encode())).click("Find claims")
    assert bench.articles.drafts() == []
    assert "is in the project already" in page.words()
    assert page.app.query_params["article"] == str(stored.article_id)


def test_an_article_that_waits_as_a_draft_is_opened_and_not_drafted_again(bench: Workbench) -> None:
    articles().upload(("raid.txt", TEXT.encode())).click("Find claims")
    page = articles().upload(("again.txt", TEXT.encode())).click("Find claims")
    (draft,) = bench.articles.drafts()
    assert page.app.query_params["draft"] == str(draft.id)
    assert "waits as a draft already" in page.words()


def test_an_address_that_is_none_is_refused_and_stays_in_its_field(bench: Workbench) -> None:
    page = articles().type("Addresses of articles", "orm-courier")
    page.click("Find claims", place=1)
    assert "“orm-courier” is no web address" in page.words()
    assert page.typed("Addresses of articles") == "orm-courier"


def test_a_draft_shows_its_text_with_every_claim_numbered(bench: Workbench, draft: int) -> None:
    page = opened(draft)
    html = "".join(page.html())
    assert 'title="2  Ada Quill: Nobody was hurt."' in html
    assert "&lt;b&gt;Orm&lt;/b&gt;" in html
    assert "<b>Orm" not in html
    assert "denied" in html
    assert "Save article and 3 claims" in page.buttons()


def test_an_edit_is_in_the_database_before_anything_is_saved(bench: Workbench, draft: int) -> None:
    page = opened(draft, 2, "edit")
    page.type("Claim, so that it stands alone", "Nobody was hurt in Orm.").type("Claimant", "Governor Ada Quill")
    page.type("Date said", "May 2024").type("Through whom", "TASS > the governor's office").click("Save changes")
    claim = bench.articles.draft(draft).claims[1]
    assert claim.claim_text == "Nobody was hurt in Orm."
    assert claim.claim_author_name == "Governor Ada Quill"
    assert (claim.claim_date, claim.claim_date_precision) == ("2024-05", DatePrecision.MONTH)
    assert claim.attribution_chain == ("TASS", "the governor's office")
    assert "Nobody was hurt in Orm." in "".join(opened(draft).html())


def test_a_quote_that_is_not_in_the_article_is_refused_and_the_form_kept(bench: Workbench, draft: int) -> None:
    page = opened(draft, 2, "edit")
    page.type("Exact words", "Nobody was harmed").type("Claimant", "Somebody else").click("Save changes")
    assert "do not stand in the article" in page.words()
    assert page.typed("Exact words") == "Nobody was harmed"
    assert page.typed("Claimant") == "Somebody else"
    assert as_given(bench, draft) == CLAIMS


def test_a_quote_may_be_typed_with_other_spacing_and_quotation_marks(bench: Workbench, draft: int) -> None:
    page = opened(draft, 2, "edit")
    page.type("Exact words", '"Nobody  was hurt,"').click("Save changes")
    claim = bench.articles.draft(draft).claims[1]
    assert claim.quote == "“Nobody was hurt,”"
    assert TEXT[claim.start : claim.end] == claim.quote


def test_a_wrong_date_in_a_claim_is_refused_and_the_form_kept(bench: Workbench, draft: int) -> None:
    page = opened(draft, 1, "edit").type("Date said", "Monday").click("Save changes")
    assert "“Monday” is no date" in page.words()
    assert page.typed("Date said") == "Monday"
    assert as_given(bench, draft) == CLAIMS


def test_a_split_gives_two_claims_each_at_its_own_words(bench: Workbench, draft: int) -> None:
    page = opened(draft).click("Split")
    assert page.typed("First claim") == "The bridge was closed"
    page.type("First claim", "the bridge was closed").click("Split in two")
    first, second = bench.articles.draft(draft).claims[:2]
    assert (first.quote, second.quote) == ("the bridge was closed", "the power station burned down")
    assert [first.claim_text, second.claim_text] == ["the bridge was closed", "The power station burned down."]
    assert {first.claim_author_name, second.claim_author_name} == {"Mayor of Orm"}
    assert {first.claim_date, second.claim_date} == {"2024-05-27"}
    assert in_hand(page) == "Claim 1 of 4 · 2 accepted"
    page.click("Merge with 2")
    (one, *_) = bench.articles.draft(draft).claims
    assert one.quote == CLAIMS[0].quote
    assert one.claim_text == "the bridge was closed. The power station burned down."


@pytest.mark.models
def test_the_outlets_own_statements_are_added_and_taken_out_again(bench: Workbench) -> None:
    text = "The ferry Alder sank off Skarn Point in the night.\nMari Holm said the radar was off."
    article = Article(text, title="Ferry", source_name="Harbour Wire", published="2031-05-02", language="en")
    draft = bench.articles.start_draft(article, "Ada Fox")
    before = bench.articles.draft(draft).claims
    page = articles(draft=str(draft)).click("Outlet’s own statements")
    added = [claim for claim in bench.articles.draft(draft).claims if claim not in before]
    assert [claim.claim_author_name for claim in added] == ["Harbour Wire"]
    page.click("Undo")
    assert bench.articles.draft(draft).claims == before


def test_only_neighbours_of_one_claimant_can_be_merged(bench: Workbench, draft: int) -> None:
    assert not enabled(opened(draft, 2), "Merge")


def test_a_split_into_one_is_refused(bench: Workbench, draft: int) -> None:
    page = opened(draft, 1, "split").type("Second claim", "").click("Split in two")
    assert "A split needs two different claims" in page.words()
    assert as_given(bench, draft) == CLAIMS


def test_a_dropped_claim_can_be_put_back(bench: Workbench, draft: int) -> None:
    page = opened(draft, 2).click("Drop")
    assert texts(bench, draft) == [CLAIMS[0].claim_text, CLAIMS[2].claim_text]
    assert in_hand(page).startswith("Claim 2 of 2")
    page.click("Undo: Dropped")
    assert as_given(bench, draft) == CLAIMS
    assert in_hand(page).startswith("Claim 2 of 3")
    assert not enabled(page, "Undo")


def test_accept_goes_to_the_next_claim_that_nobody_has_accepted_and_a_reload_keeps_it(
    bench: Workbench, draft: int
) -> None:
    page = opened(draft, 2).click("Accept")
    assert in_hand(page) == "Claim 3 of 3 · 1 accepted"
    page.click("Accept")
    assert in_hand(page) == "Claim 1 of 3 · 2 accepted"
    assert in_hand(articles(draft=str(draft))) == "Claim 1 of 3 · 2 accepted"
    assert "".join(page.html()).count("✓ accepted") == 2
    assert in_hand(page.click("Next")) == "Claim 2 of 3 · 2 accepted"


def test_the_keys_are_printed_on_the_buttons_and_none_is_taken_by_streamlit(bench: Workbench, draft: int) -> None:
    keys = {button.label: button.proto.shortcut for button in opened(draft).app.button if button.proto.shortcut}
    wanted = {"Accept": "a", "Edit": "e", "Drop": "d", "Next": "n", "Split": "s", "Merge": "m", "Back": "b"}
    assert {label: key.lower() for label, key in keys.items()} == {**wanted, "Add": "i", "Undo": "u"}


def test_a_half_filled_form_is_there_again_after_a_reload_and_stops_the_saving(bench: Workbench, draft: int) -> None:
    key = f"{draft}_{name_of(CLAIMS[1])}"
    bench.articles.keep_typed(draft, key, {"text": "Nobody was h", "type": "Organisation"})
    page = articles(draft=str(draft))
    assert in_hand(page).startswith("Claim 2 of 3")
    assert page.typed("Claim, so that it stands alone") == "Nobody was h"
    assert "✎ unfinished" in "".join(page.html())
    assert not enabled(page, "Save article")
    page.type("Claim, so that it stands alone", "Nobody was hurt in Orm.").click("Save changes")
    assert bench.articles.draft(draft).typed == {}
    assert bench.articles.draft(draft).claims[1].claim_author_type is ClaimantType.ORGANISATION
    assert enabled(page, "Save article")


def test_a_form_begun_in_another_window_is_not_lost_by_saving(bench: Workbench, draft: int) -> None:
    page = opened(draft)
    bench.articles.keep_typed(draft, f"{draft}_new", {"quote": "on Mon"})
    page.click("Save article")
    assert "Something is typed halfway: the new claim" in page.words()
    assert bench.articles.list() == []
    assert page.click("Add").typed("Exact words") == "on Mon"
    page.click("Cancel")
    assert bench.articles.draft(draft).typed == {}


def test_the_claimants_have_colours_and_a_legend(bench: Workbench, draft: int) -> None:
    html = "".join(opened(draft).html())
    assert '<span class="fc-hue-1">Ada Quill · 1</span>' in html
    assert 'class="fc-one fc-hue-2"' in html


def test_a_claim_is_added_from_its_exact_words(bench: Workbench, draft: int) -> None:
    page = opened(draft).click("Add").type("Exact words", "on Monday").type("Claimant", "Mayor")
    page.click("Add claim")
    added = bench.articles.draft(draft).claims[0]
    assert (added.quote, added.claim_text, added.claim_author_name) == ("on Monday", "on Monday", "Mayor")
    page.click("Add")
    assert page.typed("Exact words") == "", "the next claim begins with an empty form"


def test_while_a_claim_is_open_the_draft_cannot_be_saved_without_it(bench: Workbench, draft: int) -> None:
    page = opened(draft).click("Edit")
    assert not enabled(page, "Save article")
    assert enabled(page.click("Cancel"), "Save article")


def test_a_change_in_another_window_is_told_and_not_overwritten(bench: Workbench, draft: int) -> None:
    page = opened(draft)
    bench.articles.change_draft(replace(bench.articles.draft(draft), claims=CLAIMS[1:]))
    page.click("Drop")
    assert "changed in another window" in page.words()
    assert as_given(bench, draft) == CLAIMS[1:]


def test_saving_puts_the_article_into_the_project_and_says_what_is_next(bench: Workbench, draft: int) -> None:
    page = opened(draft).click("Save article and 3 claims")
    assert "Saved “Raid on Orm” with 3 claims. Next:" in page.words()
    assert "Analyse" in page.words()
    (article,) = bench.articles.list()
    claims = bench.articles.claims_of(article.id)
    assert page.app.query_params["article"] == str(article.id)
    assert bench.articles.drafts() == []
    assert page.links()["Give a verdict"].startswith("review?")
    assert len(claims) == 3


def test_saving_needs_a_name(bench: Workbench, draft: int) -> None:
    page = articles(reviewer="", draft=str(draft))
    assert "first type your name" in page.words()
    page.click("Save article")
    assert "Nothing was saved" in page.words()
    assert bench.articles.list() == []


def test_a_draft_saved_elsewhere_is_told_and_leads_back_to_the_list(bench: Workbench, draft: int) -> None:
    page = opened(draft)
    bench.articles.save_draft(draft, bench.articles.draft(draft).version, "Ben Hale")
    page.click("Save article")
    assert f"There is no draft {draft}" in page.words()
    assert len(bench.articles.list()) == 1


def test_a_draft_is_discarded_after_a_second_press(bench: Workbench, draft: int) -> None:
    page = opened(draft).click("Discard it")
    assert "Discarded the draft “Raid on Orm”" in page.words()
    assert bench.articles.drafts() == []
    assert "draft" not in page.app.query_params


def test_details_are_kept_as_soon_as_they_are_typed(bench: Workbench, draft: int) -> None:
    opened(draft).type("Outlet", "Orm Evening Post").type("Address", "https://example.org/orm").run()
    article = bench.articles.draft(draft).article
    assert (article.source_name, article.source_url) == ("Orm Evening Post", "https://example.org/orm")


def test_details_typed_just_before_a_press_are_kept_and_the_press_counts(bench: Workbench, draft: int) -> None:
    page = opened(draft).type("Outlet", "Orm Evening Post").type("Title", "The raid")
    page.click("Save article")
    (article,) = bench.articles.list()
    assert (article.source_name, article.title) == ("Orm Evening Post", "The raid")


def test_another_date_offers_to_find_the_claims_again(bench: Workbench, draft: int) -> None:
    page = opened(draft)
    assert "The date has changed" not in page.words()
    page.type("Published", "4 June 2024").run()
    assert bench.articles.draft(draft).article.published == "2024-06-04"
    assert page.typed("Published") == "2024-06-04"
    assert "The date has changed" in page.words()
    page.click("Replace the claims")
    assert "Looked again" in page.words()
    assert "The date has changed" not in page.words()
    monday = [claim for claim in bench.articles.draft(draft).claims if "bridge" in claim.quote]
    assert monday[0].claim_date == "2024-06-03"


def test_a_date_that_is_none_stays_beside_its_reason_and_stops_the_saving(bench: Workbench, draft: int) -> None:
    page = opened(draft).type("Published", "soon").run()
    assert "“soon” is no date" in page.words()
    page.click("Save article")
    assert "Nothing was saved" in page.words()
    assert bench.articles.draft(draft).article.published == "2024-05-28"


def test_drafts_wait_in_a_list_with_outlet_and_count(bench: Workbench, draft: int) -> None:
    page = articles()
    assert "Drafts waiting (1)" in page.words()
    assert "Orm Courier · 2024-05-28 · 3 claims" in page.words()
    assert f"draft={draft}" in page.links()["Raid on Orm"]


def test_a_stored_article_is_shown_with_its_claims_marked_and_cannot_be_edited(bench: Workbench, draft: int) -> None:
    saved = bench.articles.save_draft(draft, bench.articles.draft(draft).version, "Ada Fox")
    page = articles(article=str(saved.article_id))
    assert 'title="2  Ada Quill: Nobody was hurt."' in "".join(page.html())
    assert "Edit" not in page.buttons()
    claim = bench.articles.claims_of(saved.article_id)[-1]
    assert page.links()["Give a verdict"].endswith(f"claim={claim.id}")


def test_an_unknown_draft_or_article_is_told_above_the_list(bench: Workbench) -> None:
    assert "There is no draft 99" in articles(draft="99").words()
    assert "There is no article 99" in articles(article="99").words()


def test_a_title_full_of_signs_is_shown_as_it_is(bench: Workbench) -> None:
    title = "**Bold** [link](https://evil.example) :red[x] <script>alert(1)</script>"
    bench.articles.start_draft(Article(TEXT, title=title), "Ada Fox")
    page = articles()
    assert title in page.links()
    label = next(link.proto.label for link in page.app.get("page_link") if "Bold" in link.proto.label)
    assert r"\*\*Bold\*\*" in label
    assert r"\[link\]\(" in label


def test_after_saving_the_next_draft_of_a_queue_is_one_press_away(bench: Workbench, draft: int) -> None:
    waiting = bench.articles.start_draft(Article(TEXT.replace("Orm", "Dorn"), title="Raid on Dorn"), "Ada Fox")
    page = opened(draft).click("Save article")
    assert page.links()["Next draft (1 waiting)"].endswith(f"draft={waiting}")
