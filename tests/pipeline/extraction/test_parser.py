"""The pinned parser is the one that runs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from factcheck.errors import ModelUnavailable
from factcheck.pipeline.extraction import PARSER_NAME, PARSER_SHA256, PARSER_VERSION, load_parser, parser_facts
from factcheck.pipeline.extraction import parser as module
from factcheck.pipeline.extraction.parser import ParserFacts, content_hash, facts_of


def test_the_installed_parser_is_the_pinned_one() -> None:
    facts = parser_facts()
    assert (facts.name, facts.version, facts.sha256) == (PARSER_NAME, PARSER_VERSION, PARSER_SHA256)
    assert facts.fault == ""


def test_the_hash_changes_with_any_byte_and_any_name_but_not_with_compiled_files(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text("{}")
    (tmp_path / "weights").write_bytes(b"abc")
    first = content_hash(tmp_path)
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "x.pyc").write_bytes(b"1")
    assert content_hash(tmp_path) == first
    (tmp_path / "weights").write_bytes(b"abd")
    second = content_hash(tmp_path)
    (tmp_path / "weights").rename(tmp_path / "weight")
    assert len({first, second, content_hash(tmp_path)}) == 3


def test_facts_of_a_folder_name_a_missing_or_changed_model(tmp_path: Path) -> None:
    assert "is not installed" in facts_of(tmp_path / "nowhere").fault
    (tmp_path / "meta.json").write_text(
        f'{{"lang": "en", "name": "x", "version": "{PARSER_VERSION}", "spacy_version": ">=3.8.0,<3.9.0"}}'
    )
    fault = facts_of(tmp_path).fault
    assert "sha256" in fault
    assert PARSER_SHA256 in fault


def test_another_version_is_named() -> None:
    assert "version 3.7.1, not 3.8.0" in ParserFacts(PARSER_NAME, "3.7.1", PARSER_SHA256).fault


@pytest.mark.models
def test_a_changed_model_is_refused_with_a_hint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = Path(str(module.find_spec(PARSER_NAME).origin)).parent  # type: ignore[union-attr]
    shutil.copytree(source, tmp_path / PARSER_NAME)
    (tmp_path / PARSER_NAME / "extra").write_text("one file too many")
    monkeypatch.setattr(module, "parser_facts", lambda: facts_of(tmp_path / PARSER_NAME))
    load_parser.cache_clear()
    with pytest.raises(ModelUnavailable) as refused:
        load_parser()
    assert "sha256" in refused.value.message
    assert "pip install" in refused.value.hint


@pytest.mark.models
def test_the_parser_is_loaded_once() -> None:
    assert load_parser() is load_parser()
