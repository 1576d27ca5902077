from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from factcheck import config
from factcheck.errors import AmbiguousMapping, InvalidValue, NotFound, UnreadableInput
from factcheck.model import ClaimFilter
from factcheck.workbench import Workbench
from factcheck.workbench.imports import DuplicatePolicy, ReadOptions

FILE = b"""claim,speaker,date,outlet,id,mood
The ferry left on time.,Port office,2021-05-04,Coast Daily,f1,calm
The ferry never left.,Passengers' league,2021-05-04,Coast Daily,f2,angry
,Port office,2021-05-04,Coast Daily,f3,calm
The ferry was full.,Port office,soon,Coast Daily,f4,calm
"""


def texts(bench: Workbench) -> list[str]:
    return [claim.claim_text for claim in bench.browse.claims(ClaimFilter())]


def run(bench: Workbench, data: bytes = FILE, policy: DuplicatePolicy = DuplicatePolicy.SKIP) -> tuple[int, ...]:
    counts = bench.imports.run(data, "ferry.csv", "Ada", policy=policy).counts
    return counts.read, counts.added, counts.updated, counts.duplicate, counts.rejected


def test_every_row_is_accounted_for(bench: Workbench) -> None:
    assert run(bench) == (4, 2, 0, 0, 2)
    assert texts(bench) == ["The ferry left on time.", "The ferry never left."]


def test_the_same_file_twice_adds_nothing(bench: Workbench) -> None:
    run(bench)
    assert run(bench) == (4, 0, 0, 2, 2)
    assert len(texts(bench)) == 2


def test_unknown_columns_are_listed_and_kept(bench: Workbench) -> None:
    report = bench.imports.run(FILE, "ferry.csv", "Ada")
    assert report.unmapped == ("mood",)
    assert bench.browse.claims(ClaimFilter())[0].extra == {"mood": "calm"}


def test_a_dry_run_says_the_same_and_stores_nothing(bench: Workbench) -> None:
    planned = bench.imports.run(FILE, "ferry.csv", "Ada", dry_run=True)
    assert texts(bench) == []
    assert bench.imports.list() == []
    assert bench.imports.run(FILE, "ferry.csv", "Ada").counts == planned.counts


def test_a_known_external_id_with_new_content_is_an_update(bench: Workbench) -> None:
    run(bench)
    changed = FILE.replace(b"left on time", b"left an hour late")
    assert run(bench, changed) == (4, 0, 1, 1, 2)
    assert texts(bench)[0] == "The ferry left an hour late."


def test_duplicates_can_be_kept_beside_each_other(bench: Workbench) -> None:
    run(bench)
    assert run(bench, policy=DuplicatePolicy.KEEP) == (4, 2, 0, 0, 2)
    assert len(texts(bench)) == 4


def test_a_repeated_row_in_one_file_is_one_claim(bench: Workbench) -> None:
    data = b"claim,speaker\nThe quay is shut.,Port office\nthe quay is SHUT,Port office\n"
    assert run(bench, data) == (2, 1, 0, 1, 0)


def test_undo_takes_back_what_was_added_and_what_was_updated(bench: Workbench) -> None:
    run(bench)
    changed = FILE.replace(b"left on time", b"left an hour late") + b"The quay is shut.,Port office,,,f5,calm\n"
    report = bench.imports.run(changed, "ferry2.csv", "Ada")
    assert len(texts(bench)) == 3
    bench.imports.undo(report.batch_id, "Ada", "wrong file")
    assert texts(bench) == ["The ferry left on time.", "The ferry never left."]
    act = bench.review.history()[0]
    assert (act.what, act.why) == ("import undone", "wrong file")
    with pytest.raises(NotFound, match="left to undo"):
        bench.imports.undo(report.batch_id, "Ada")


def test_an_undone_file_can_be_loaded_again(bench: Workbench) -> None:
    first = bench.imports.run(FILE, "ferry.csv", "Ada")
    bench.imports.undo(first.batch_id, "Ada")
    assert run(bench) == (4, 2, 0, 0, 2)


def test_rejected_rows_come_back_and_load_when_mended(bench: Workbench) -> None:
    report = bench.imports.run(FILE, "ferry.csv", "Ada")
    rejected = "".join(report.rejects_csv())
    assert "E_EMPTY_TEXT" in rejected
    assert "E_BAD_DATE" in rejected
    mended = rejected.replace("soon", "2021-05-04").replace(",Port office,2021-05-04,Coast Daily,f3", "A,B,,,f3", 1)
    counts = bench.imports.run(mended.encode(), "mended.csv", "Ada").counts
    assert (counts.read, counts.added, counts.rejected) == (2, 2, 0)


def test_a_row_with_an_article_and_no_claim_is_read_as_an_article(bench: Workbench) -> None:
    article = "The port office said on Tuesday that the ferry had left on time. It was raining."
    data = f'title,article_text,outlet,article_date\nFerry,"{article}",Coast Daily,2021-05-08\n'.encode()
    assert run(bench, data) == (1, 1, 0, 0, 0)
    (stored,) = bench.articles.list()
    claims = bench.articles.claims_of(stored.id)
    assert stored.title == "Ferry"
    assert [claim.claim_author_name.lower() for claim in claims] == ["the port office"] or len(claims) == 1
    assert run(bench, data) == (1, 0, 0, 1, 0)


@pytest.mark.parametrize(
    ("data", "name"),
    [(b"", "empty.csv"), (b"\x00\x01\x02\xff" * 500, "picture.csv"), (b"PK\x03\x04broken", "book.xlsx")],
)
def test_unreadable_files_are_refused_by_name(bench: Workbench, data: bytes, name: str) -> None:
    with pytest.raises(UnreadableInput, match=name):
        bench.imports.run(data, name, "Ada")
    assert bench.imports.list() == []


def test_a_file_over_the_limit_is_refused_before_it_is_read(database_url: str) -> None:
    bench = Workbench.open(config.load({"FACTCHECK_MAX_FILE_MB": "1"}, database_url=database_url), "Test desk")
    with pytest.raises(UnreadableInput, match="big.csv is 2 MB; at most 1 MB"):
        bench.imports.run(b"x" * 2_000_000, "big.csv", "Ada")


def test_ambiguous_dates_are_asked_for_and_never_guessed(bench: Workbench) -> None:
    data = b"claim,date\nThe quay is shut.,03/04/2021\n"
    assert bench.imports.preview(data, "quay.csv").needs_date_order
    with pytest.raises(AmbiguousMapping):
        bench.imports.run(data, "quay.csv", "Ada")
    bench.imports.run(data, "quay.csv", "Ada", ReadOptions(day_first=True))
    assert bench.browse.claims(ClaimFilter())[0].claim_date == "2021-04-03"


def test_nobody_imports_without_a_name(bench: Workbench) -> None:
    with pytest.raises(InvalidValue, match="reviewer's name"):
        bench.imports.run(FILE, "ferry.csv", " ")


def test_a_killed_import_leaves_all_or_nothing(database_url: str, tmp_path: Path) -> None:
    """kill -9 at several moments of a large import: afterwards the whole file is there, or none of it."""
    rows = 40_000
    path = tmp_path / "large.csv"
    path.write_text("claim\n" + "".join(f"Lorry {n} crossed the bridge at dawn.\n" for n in range(rows)))
    Workbench.open(config.load({}, database_url=database_url), "Desk").close()
    command = [sys.executable, "-m", "factcheck.cli", "import", str(path), "--database", database_url]
    outcomes = set()
    for wait in (1.5, 2.0, 2.5, 3.0):
        process = subprocess.Popen(
            [*command, "--project", f"Desk {wait}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(wait)
        if process.poll() is None:
            os.kill(process.pid, signal.SIGKILL)
        process.wait()
        bench = Workbench.open(config.load({}, database_url=database_url), f"Desk {wait}")
        outcomes.add(bench.browse.count(ClaimFilter()))
        assert len(bench.imports.list()) == (1 if bench.browse.count(ClaimFilter()) else 0)
        bench.close()
    assert outcomes <= {0, rows}
