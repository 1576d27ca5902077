"""Many articles at once: read one by one, each fault by name, nothing lost by a stop in the middle."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from factcheck.errors import InvalidValue
from factcheck.model import Article, EntryState, QueueEntry
from factcheck.store import queue as stored
from factcheck.workbench import Workbench

pytestmark = pytest.mark.models

FIRST = "The mayor of Orm said on Monday that the bridge was closed.\n\nThe ministry denied it."
SECOND = FIRST.replace("Orm", "Dorn")


def files(**texts: str) -> list[tuple[str, bytes]]:
    return [(f"{name}.txt", text.encode()) for name, text in texts.items()]


def drain(bench: Workbench) -> list[QueueEntry]:
    while bench.reading.read_next():
        pass
    return bench.reading.entries()


def states(bench: Workbench) -> dict[str, str]:
    return {entry.name: entry.state.value for entry in bench.reading.entries()}


def test_each_becomes_a_draft_in_the_order_it_came_and_a_reviewer_can_begin_with_the_first(bench: Workbench) -> None:
    bench.reading.add(files(one=FIRST, two=SECOND), [], "Ada Fox")
    assert bench.reading.read_next()
    assert states(bench) == {"one.txt": "draft", "two.txt": "waiting"}
    assert bench.articles.draft(bench.reading.entries()[0].number).article.text == FIRST
    drain(bench)
    assert [draft.created_by for draft in bench.articles.drafts()] == ["Ada Fox", "Ada Fox"]
    assert not bench.reading.read_next()


def test_what_cannot_be_read_is_named_with_its_reason_and_the_others_go_on(bench: Workbench) -> None:
    bench.reading.add([("broken.pdf", b"%PDF-1.4 nothing"), *files(two=SECOND)], ["http://127.0.0.1/x"], "Ada Fox")
    broken, two, address = drain(bench)
    assert (broken.state, two.state, address.state) == (EntryState.FAILED, EntryState.DRAFT, EntryState.FAILED)
    assert "broken.pdf" in broken.message
    assert "127.0.0.1" in address.message


def test_a_fault_nobody_thought_of_stops_only_the_one_that_has_it(
    bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = bench.articles.find_claims

    def fails_on_first(article: Article) -> list[object]:
        if "Orm" in article.text:
            raise RuntimeError("out of paper")
        return whole(article)  # type: ignore[return-value]

    monkeypatch.setattr(bench.articles, "find_claims", fails_on_first)
    bench.reading.add(files(one=FIRST, two=SECOND), [], "Ada Fox")
    one, two = drain(bench)
    assert "out of paper" in one.message
    assert two.state is EntryState.DRAFT


def test_a_failed_one_can_be_tried_again(bench: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(bench.articles, "find_claims", lambda _article: 1 / 0)
        bench.reading.add(files(one=FIRST), [], "Ada Fox")
        (failed,) = drain(bench)
    bench.reading.try_again(failed.id)
    (entry,) = drain(bench)
    assert (entry.state, len(bench.articles.drafts())) == (EntryState.DRAFT, 1)


def test_what_is_known_already_is_not_drafted_again(bench: Workbench) -> None:
    saved = bench.articles.save(bench.articles.read_text(FIRST), [], "Ada Fox")
    bench.reading.add(files(one=FIRST, two=SECOND, again=SECOND), [], "Ada Fox")
    one, two, again = drain(bench)
    assert (one.state, one.number) == (EntryState.STORED, saved.article_id)
    assert (again.state, again.number) == (EntryState.OPEN, two.number)


def test_a_reader_that_was_stopped_in_the_middle_is_given_up_after_a_while(
    bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.reading.add(files(one=FIRST), [], "Ada Fox")
    with bench.desk.writing() as connection:
        taken = stored.take(connection, bench.desk.project)
    assert taken is not None
    assert not bench.reading.read_next(), "it is being read"
    monkeypatch.setattr(stored, "ABANDONED", datetime.now(UTC) - taken[2])
    assert bench.reading.read_next()
    with bench.desk.writing() as connection:
        assert not stored.finish(connection, taken[0].id, taken[2], EntryState.FAILED, 0, "late"), "it is another's now"
    assert states(bench) == {"one.txt": "draft"}


def test_a_new_queue_takes_the_place_of_one_that_is_over_but_keeps_what_failed(bench: Workbench) -> None:
    bench.reading.add([("broken.pdf", b"%PDF-1.4 nothing"), *files(one=FIRST)], [], "Ada Fox")
    drain(bench)
    bench.reading.add(files(two=SECOND), [], "Ada Fox")
    assert states(bench) == {"broken.pdf": "failed", "two.txt": "waiting"}
    bench.reading.stop()
    bench.reading.clear()
    assert states(bench) == {}
    assert len(bench.articles.drafts()) == 1


def test_the_list_follows_a_draft_into_the_project_and_forgets_one_that_was_dropped(bench: Workbench) -> None:
    bench.reading.add(files(one=FIRST, two=SECOND), [], "Ada Fox")
    one, two = drain(bench)
    saved = bench.articles.save_draft(one.number, bench.articles.draft(one.number).version, "Ada Fox")
    bench.articles.drop_draft(two.number)
    (left,) = bench.reading.entries()
    assert (left.name, left.state, left.number) == ("one.txt", EntryState.STORED, saved.article_id)


def test_nothing_is_queued_for_nobody_and_nothing_is_no_queue(bench: Workbench) -> None:
    with pytest.raises(InvalidValue, match="reviewer's name"):
        bench.reading.add(files(one=FIRST), [], " ")
    with pytest.raises(InvalidValue, match="nothing to read"):
        bench.reading.add([], [], "Ada Fox")
    assert bench.reading.entries() == []


def test_a_half_filled_form_stays_beside_its_draft_until_it_is_forgotten(bench: Workbench) -> None:
    draft = bench.articles.start_draft(bench.articles.read_text(FIRST), "Ada Fox")
    version = bench.articles.draft(draft).version
    bench.articles.keep_typed(draft, "new", {"quote": "the bridge"})
    bench.articles.keep_typed(draft, "edit 3", {"text": "The bridge is"})
    kept = bench.articles.draft(draft)
    assert kept.typed == {"new": {"quote": "the bridge"}, "edit 3": {"text": "The bridge is"}}
    assert kept.version == version, "typing is no change that another window must hear of"
    bench.articles.keep_typed(draft, "new", {})
    assert bench.articles.draft(draft).typed.keys() == {"edit 3"}
