from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

ARTICLE = """The interior ministry said on Tuesday that government troops had repelled the raid on Larkov.

The Free Hill Brigade said on Tuesday that its fighters were still fighting in Larkov.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "larkov.txt"
    path.write_text(ARTICLE)
    return path


def factcheck(*arguments: object, database: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "factcheck.cli", *map(str, arguments)]
    if database:
        command += ["--database", database]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_help_needs_no_heavy_library_and_under_a_second() -> None:
    heavy = "'torch', 'onnxruntime', 'spacy', 'sqlalchemy', 'pandas', 'numpy', 'streamlit'"
    code = (
        "import sys, time\nfrom factcheck.cli import app\n"
        "app(['--help'], standalone_mode=False)\n"
        f"print([m for m in ({heavy}) if m in sys.modules], time.process_time())"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "import" in result.stdout
    loaded, seconds = result.stdout.splitlines()[-1].rsplit(" ", 1)
    assert loaded == "[]"
    assert float(seconds) < 1, "of processor time, which other work on the machine does not change"


@pytest.mark.models
def test_claims_are_printed_with_and_ordered_by_how_much_they_are_worth_checking(tmp_path: Path) -> None:
    path = tmp_path / "flood.txt"
    path.write_text(
        "The bishop of Larkov said he hoped for better days.\n\n"
        "The mayor said that 212 houses were flooded in May, 40 percent more than a year ago.\n"
    )
    as_found = json.loads(factcheck("read", path, "--json").stdout)
    ordered = json.loads(factcheck("read", path, "--json", "--worth-checking-first").stdout)
    assert sorted(as_found, key=lambda claim: -claim["check_worthiness"]) == ordered
    assert "212" in ordered[0]["claim_text"]
    assert len(as_found) == len(ordered) > 1
    own = json.loads(factcheck("read", path, "--json", "--own-voice").stdout)
    assert [claim for claim in own if claim in as_found] == as_found
    printed = factcheck("read", path).stdout
    assert all(f"\n{claim['check_worthiness']:4.2f}  " in printed for claim in as_found)


@pytest.mark.models
def test_the_whole_job_on_the_command_line(article: Path, tmp_path: Path, database_url: str) -> None:
    printed = factcheck("read", article, "--date", "2021-06-02", "--json", "--save", database=database_url)
    claims = json.loads(printed.stdout)
    assert all(ARTICLE[claim["start"] : claim["end"]] == claim["quote"] for claim in claims)
    assert [claim["claim_date"] for claim in claims] == ["2021-06-01", "2021-06-01"]
    assert set(claims[0]) == {
        *("claim_text", "quote", "start", "end", "claim_author_name", "claim_author_type", "cue"),
        *("attribution_chain", "claim_date", "claim_date_precision", "modality", "check_worthiness"),
    }
    again = factcheck("read", article, "--date", "2021-06-02", "--save", database=database_url)
    assert "already here" in again.stderr
    assert "2 claims" in factcheck("analyse", database=database_url).stdout
    factcheck("conflicts", "--out", tmp_path / "c.csv", database=database_url)
    (pair,) = [row for row in rows(tmp_path / "c.csv") if row["kind"] == "contradiction"]
    assert "repelled" in pair["reason"]
    assert pair["nli_model"].startswith("nli-")
    factcheck("export", "--out", tmp_path / "v.csv", database=database_url)
    assert len(rows(tmp_path / "v.csv")) == 2
    factcheck("topics", "--out", tmp_path / "t.csv", "--no-bom", database=database_url)
    assert (tmp_path / "t.csv").read_bytes().startswith(b"topic_id")


def test_topics_are_changed_on_the_command_line(tmp_path: Path, database_url: str) -> None:
    path = tmp_path / "ferry.csv"
    path.write_text("claim\nThe ferry sank.\nThe ferry is afloat.\nThe mill burnt.\n")
    factcheck("import", path, database=database_url)
    made = factcheck("topics", "split", 1, 2, "--name", "Ferry", "--by", "Ada", database=database_url)
    assert made.stdout == "Done; `factcheck topics undo 1` takes it back.\n"
    factcheck("topics", "rename", "t1", "The ferry", "--by", "Ada", database=database_url)
    factcheck("topics", "move", 3, "--to", "t1", "--by", "Ben", database=database_url)
    listed = factcheck("topics", "list", database=database_url).stdout.splitlines()
    assert listed[:2] == ["t1\t3\tThe ferry", "act 3\tBen\tmove: “The mill burnt.” → no topic → The ferry"]
    assert factcheck("topics", "undo", 3, database=database_url).returncode == 0
    factcheck("topics", "--out", tmp_path / "t.csv", database=database_url)
    assert [row["topic_label"] for row in rows(tmp_path / "t.csv")] == ["The ferry", "The ferry", ""]
    assert "no topic t9" in factcheck("topics", "merge", "t1", "t9", database=database_url).stderr


def test_a_text_in_another_language_says_so_and_gives_quotations_or_nothing(tmp_path: Path, database_url: str) -> None:
    path = tmp_path / "parom.txt"
    path.write_text("Мэр города заявила вечером: «Паром был полностью исправен».")
    read = factcheck("read", path, "--json", database=database_url)
    assert "This text is in Russian. The English models were not used; its claims are its quotations" in read.stderr
    assert [claim["quote"] for claim in json.loads(read.stdout)] == ["Паром был полностью исправен"]
    none = factcheck("read", path, "--json", "--no-quotations", "--language", "uk", database=database_url)
    assert "This text is in Ukrainian. The English models were not used, and no claims were taken." in none.stderr
    assert json.loads(none.stdout) == []


def test_import_dry_run_rejects_and_undo(tmp_path: Path, database_url: str) -> None:
    path = tmp_path / "ferry.csv"
    path.write_text("statement of fact,day\nThe ferry left.,2021-05-04\n,2021-05-04\n")
    options = ("--map", "statement of fact=claim_text", "--map", "day=claim_date")
    dry = factcheck("import", path, *options, "--dry-run", database=database_url)
    assert "2 read = 1 would be added" in dry.stdout
    done = factcheck("import", path, *options, "--rejects", tmp_path / "bad.csv", database=database_url)
    assert "2 read = 1 added + 0 updated + 0 duplicate + 1 rejected" in done.stdout
    assert rows(tmp_path / "bad.csv")[0]["error_code"] == "E_EMPTY_TEXT"
    assert factcheck("undo", 1, "--why", "wrong", "--by", "Ada", database=database_url).returncode == 0
    assert factcheck("undo", 1, database=database_url).returncode == 1
    history = factcheck("history", database=database_url).stdout
    assert "import undone" in history


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("read", "no-such-file.txt"), 1, "no file no-such-file.txt"),
        (("read", "http://127.0.0.1:8080/x"), 1, "not a public address"),
        (("read", "http://no-such-host.invalid/"), 1, "no-such-host.invalid"),
        (("read", "x.txt", "--language", "klingon"), 1, "'klingon' is no language that is known here"),
        (("import", "no-such-file.csv"), 1, "cannot be read"),
        (("import",), 2, "Missing argument"),
        (("undo", "7"), 1, "no import 7"),
        (("conflicts", "--out", "no/such/folder/c.csv"), 1, "cannot be written"),
        (("nonsense",), 2, "nonsense"),
    ],
)
def test_wrong_use_is_told_on_standard_error(
    database_url: str, arguments: tuple[str, ...], code: int, message: str
) -> None:
    result = factcheck(*arguments, database=database_url if arguments[0] != "nonsense" else "")
    assert result.returncode == code
    assert message in result.stderr
    assert "Traceback" not in result.stderr


def test_a_newer_database_is_refused_and_migrate_says_why(database_url: str) -> None:
    from factcheck.store.engine import Database

    assert factcheck("migrate", database=database_url).returncode == 0
    with Database(database_url).writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    for command in ("migrate", "analyse"):
        result = factcheck(command, database=database_url)
        assert result.returncode == 1
        assert "newer version" in result.stderr


def test_doctor_finds_a_prepared_installation_healthy(database_url: str) -> None:
    factcheck("migrate", database=database_url)
    result = factcheck("doctor", database=database_url)
    assert result.returncode == 0, result.stdout
    assert "model of contradiction: nli-" in result.stdout
