"""verdicts.csv says what is known of each claim, and no more."""

from __future__ import annotations

import time
import tracemalloc
from dataclasses import replace

from factcheck.model import Claim, ConflictKind, Evidence, ReviewStatus, Topic, VerdictFlag
from factcheck.pipeline.export import BOM, VERDICT_COLUMNS, ClaimRecord, split_list, verdicts_csv
from tests.pipeline.export.rows import CLAIM, CONFLICT, CONTEXT, RECORD, TOPIC, read, verdict

JUDGED = replace(RECORD, verdicts=(verdict(),), status=ReviewStatus.FINAL)


def row(record: ClaimRecord, protected: frozenset[str] = frozenset()) -> dict[str, str]:
    return read(verdicts_csv([record], replace(CONTEXT, protected=protected)))[0]


def test_an_open_claim_leaves_every_verdict_column_empty() -> None:
    cells = row(RECORD)
    first, last = VERDICT_COLUMNS.index("textual_rating"), VERDICT_COLUMNS.index("adjudicated_at")
    of_the_verdict = (*VERDICT_COLUMNS[first : last + 1], "version", "correction_note", "modified_at", "url")
    assert {cells[column] for column in of_the_verdict} == {""}
    assert cells["review_status"] == "open"
    assert cells["missing"] == "evidence|both_sides|as_of|explanation"


def test_a_judged_claim_fills_the_row() -> None:
    cells = row(replace(JUDGED, url="https://desk.example.org/check/7"))
    assert cells["claim_id"] == "7"
    assert (cells["textual_rating"], cells["rating_value"]) == ("False", "1")
    assert (cells["best_rating"], cells["worst_rating"], cells["normalized_rating"]) == ("5", "1", "false")
    assert (cells["reviewer"], cells["reviewed_at"]) == ("Ada", "2025-03-14T12:00:00+00:00")
    assert (cells["agreement"], cells["version"], cells["modified_at"]) == ("single", "1", "")
    assert cells["url"] == "https://desk.example.org/check/7"
    assert (cells["embedding_model"], cells["nli_model"], cells["app_version"]) == ("mini", "pairs-1", "0.1.0")
    assert cells["exported_at"] == "2025-03-14T12:00:00+00:00"


def test_a_rating_off_the_scale_leaves_the_three_numbers_empty() -> None:
    cells = row(replace(JUDGED, verdicts=(verdict(rating="Unverifiable"),)))
    assert cells["textual_rating"] == "Unverifiable"
    assert {cells[name] for name in ("rating_value", "best_rating", "worst_rating")} == {""}
    assert cells["normalized_rating"] == "unverifiable"


def test_the_summary_is_short_on_one_line_and_without_a_rating() -> None:
    long = "FALSE: " + "The council shut the bridge\nfor repairs, " * 5
    summary = row(replace(RECORD, claim=replace(CLAIM, claim_text=long)))["claim_reviewed"]
    assert summary.startswith("The council shut the bridge for repairs")
    assert len(summary) < 75
    assert "\n" not in summary


def test_a_second_version_names_the_one_it_replaces() -> None:
    second = verdict(rating="Mixed", version=2, hours=5, correction_note="We misread the notice.")
    cells = row(replace(JUDGED, verdicts=(verdict(), second), status=ReviewStatus.CORRECTED))
    assert (cells["version"], cells["supersedes_version"]) == ("2", "1")
    assert cells["reviewed_at"] == "2025-03-14T12:00:00+00:00"
    assert cells["modified_at"] == "2025-03-14T17:00:00+00:00"
    assert cells["correction_note"] == "We misread the notice."


def test_two_reviewers_are_both_named_with_who_settled_it() -> None:
    versions = (verdict("Ada", "False"), verdict("Ben", "True"), verdict("Ben", "False", hours=2, version=2))
    cells = row(replace(JUDGED, verdicts=versions))
    assert (cells["reviewer"], cells["second_reviewer"], cells["second_rating"]) == ("Ada", "Ben", "False")
    assert (cells["agreement"], cells["adjudicated_by"]) == ("agree", "Ben")
    assert cells["adjudicated_at"] == "2025-03-14T14:00:00+00:00"


def test_the_lists_of_conflicts_run_side_by_side() -> None:
    other = replace(CONFLICT, claim_a_id=3, claim_b_id=7, kind=ConflictKind.CONTRADICTION)
    cells = row(replace(RECORD, conflicts=(CONFLICT, other), superseded_by=12))
    assert cells["conflict_ids"] == "c7-9|c3-7"
    assert cells["conflicts_with"] == "9|3"
    assert cells["conflict_kinds"] == "number|contradiction"
    assert cells["superseded_by"] == "12"


def test_evidence_and_its_archived_copies_run_side_by_side() -> None:
    links = (Evidence("https://a.example/x|y"), Evidence("https://b.example/", "https://archive.example/b"))
    flags = (VerdictFlag.OUTDATED, VerdictFlag.TRANSLATED)
    cells = row(replace(JUDGED, verdicts=(verdict(evidence=links, flags=flags),)))
    assert split_list(cells["evidence_urls"]) == ("https://a.example/x%7Cy", "https://b.example/")
    assert split_list(cells["evidence_archive_urls"]) == ("", "https://archive.example/b")
    assert cells["evidence_count"] == "2"
    assert cells["verdict_flags"] == "outdated_when_read|translated"


def test_without_known_appearances_the_claims_own_page_is_the_first() -> None:
    assert row(replace(RECORD, appearances=()))["claim_appearances"] == CLAIM.source_url
    bare = replace(RECORD, appearances=(), claim=Claim("Only a text.", id=1))
    assert row(bare)["claim_first_appearance"] == row(bare)["claim_appearances"] == ""


def test_a_formula_in_scraped_text_does_not_run() -> None:
    cells = row(replace(RECORD, claim=replace(CLAIM, claim_text='=HYPERLINK("http://x.example")', external_id="-1")))
    assert cells["claim_text"] == """'=HYPERLINK("http://x.example")"""
    assert (cells["claim_reviewed"][0], cells["external_id"]) == ("'", "'-1")


def test_scripts_of_all_directions_survive_in_utf_8_with_the_mark() -> None:
    text = "Мост закрыт; الجسر مغلق; הגשר סגור; 桥已关闭"
    chunks = verdicts_csv([replace(RECORD, claim=replace(CLAIM, claim_text=text))], CONTEXT)
    written = "".join(chunks).encode("utf-8")
    assert written.startswith(b"\xef\xbb\xbf")
    assert text in written.decode("utf-8-sig")


def test_a_protected_name_is_nowhere_in_the_row() -> None:
    page = "https://post.example.org/ruth"
    claim = replace(
        CLAIM,
        claim_text="Ruth Amsel saw the bridge shut, and " + "x" * 27 + " Ruth Amsel stood there until noon.",
        attribution_chain=("Valley Post", "friend of Ruth Amsel"),
        source_url=page,
        external_id="ruth-amsel-1",
    )
    given = verdict(
        explanation=f"RUTH AMSEL told us; see {page}.",
        evidence=(Evidence(page, f"https://web.archive.example/2025/{page}"), Evidence("https://b.example/")),
    )
    record = replace(
        JUDGED,
        claim=claim,
        topic=Topic("t1", "amsel, bridge", (), (7,)),
        verdicts=(given,),
        appearances=(page, "https://mirror.example.org/9"),
        url="https://desk.example.org/ruth-amsel",
    )
    cells = row(record, frozenset({"ruth amsel"}))
    text = "\n".join(cells.values()).casefold()
    for trace in ("ruth", "amsel", "post.example", "mirror.example"):
        assert trace not in text
    assert cells["claim_author_name"] == cells["source_url"] == cells["claim_first_appearance"] == "protected source"
    assert cells["source_name"] == "Valley Post"
    assert cells["evidence_urls"] == "protected source|https://b.example/"
    assert cells["evidence_count"] == "2"


def test_a_protected_source_hides_its_name_and_links() -> None:
    cells = row(JUDGED, frozenset({"valley post"}))
    assert cells["source_name"] == cells["source_url"] == cells["source_archive_url"] == "protected source"
    assert cells["claim_author_name"] == "Ruth Amsel"


def test_no_records_give_the_header_alone() -> None:
    assert "".join(verdicts_csv([], CONTEXT)) == BOM + ",".join(VERDICT_COLUMNS) + "\r\n"


def test_many_rows_are_streamed_in_little_memory() -> None:
    records = (replace(JUDGED, claim=replace(CLAIM, id=n), topic=TOPIC) for n in range(5_000))
    tracemalloc.start()
    rows = sum(chunk.count("\r\n") for chunk in verdicts_csv(records, CONTEXT))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert rows == 5_001
    assert peak < 4_000_000


def test_the_first_chunk_does_not_wait_for_the_last_record() -> None:
    def endless() -> object:
        while True:
            yield JUDGED

    started = time.perf_counter()
    assert next(verdicts_csv(endless(), CONTEXT)).startswith(BOM)  # type: ignore[arg-type]
    assert time.perf_counter() - started < 5
