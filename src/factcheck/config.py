"""The one table of settings; read once at the entry, values are handed on from there."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from factcheck.errors import InvalidValue


@dataclass(frozen=True)
class Setting:
    """One setting: its environment variable is FACTCHECK_ and the name in capitals."""

    name: str
    default: str
    help: str

    @property
    def variable(self) -> str:
        return f"FACTCHECK_{self.name.upper()}"


SETTINGS: tuple[Setting, ...] = (
    Setting("database_url", "", "SQLAlchemy URL of the database. Empty: SQLite, db/factcheck.sqlite3."),
    Setting("project", "My project", "The project that the command line works in when --project is not given."),
    Setting(
        "embedding_model",
        "builtin",
        "Sentence embeddings: 'builtin' (all-MiniLM-L6-v2 in int8, offline), 'builtin-fp32' (the same as published, "
        "slower), a folder, or a model hub name.",
    ),
    Setting(
        "nli_model",
        "builtin",
        "Who sees that statements clash: 'builtin' (shipped, English, offline), or an NLI cross-encoder: a folder "
        "or a model hub name.",
    ),
    Setting(
        "attribution_model",
        "builtin",
        "Who finds who said what: 'builtin' (English, offline), or, for the other languages, a token-classification "
        "model: a folder or a model hub name.",
    ),
    Setting(
        "gate",
        "on",
        "Which candidate pairs the model is asked about: 'on' (those that a quick look does not rule out), 'off' "
        "(every one), or the least chance, 0 to 1, that the quick look must give.",
    ),
    Setting("host", "127.0.0.1", "Address to listen on; the default is this machine only."),
    Setting("port", "8501", "Port the workbench listens on."),
    Setting("max_file_mb", "100", "Largest claim file or article that is read, in megabytes."),
)


@dataclass(frozen=True)
class Settings:
    """Checked values of SETTINGS."""

    database_url: str
    project: str
    embedding_model: str
    nli_model: str
    attribution_model: str
    gate: float | None
    """None: the least chance that was chosen when the gate was trained. 0: off."""
    host: str
    port: int
    max_file_mb: int


def checkout() -> Path:
    """The folder that holds db/ and app.py: the checkout, or its copy inside an installed wheel."""
    package = Path(__file__).resolve().parent
    carried = package / "_checkout"
    return carried if carried.is_dir() else package.parents[1]


def default_database_url() -> str:
    """SQLite under db/ of a checkout; in the working folder for an installed wheel."""
    root = checkout()
    folder = Path.cwd() if root.name == "_checkout" else root / "db"
    return f"sqlite:///{folder / 'factcheck.sqlite3'}"


def load(environment: Mapping[str, str] | None = None, **overrides: str | None) -> Settings:
    """Settings from `overrides`, then FACTCHECK_* variables, then defaults.

    Raises InvalidValue when a number is not one or an override names no setting.
    """
    env = os.environ if environment is None else environment
    unknown = set(overrides) - {s.name for s in SETTINGS}
    if unknown:
        known = ", ".join(s.name for s in SETTINGS)
        raise InvalidValue(f"There is no setting {sorted(unknown)[0]!r}.", f"Known settings: {known}.")
    values = {s.name: overrides.get(s.name) or env.get(s.variable) or s.default for s in SETTINGS}
    return Settings(
        database_url=values["database_url"] or default_database_url(),
        project=values["project"],
        embedding_model=values["embedding_model"],
        nli_model=values["nli_model"],
        attribution_model=values["attribution_model"],
        gate=_gate(values["gate"]),
        host=values["host"],
        port=_number("port", values["port"]),
        max_file_mb=_number("max_file_mb", values["max_file_mb"]),
    )


def _number(name: str, value: str) -> int:
    if not value.isdigit():
        raise InvalidValue(f"The setting {name} is {value!r}.", "Give a whole number.")
    return int(value)


def _gate(value: str) -> float | None:
    named = {"on": None, "off": 0.0}
    if value.strip().lower() in named:
        return named[value.strip().lower()]
    try:
        least = float(value)
    except ValueError:
        least = -1.0
    if not 0 <= least <= 1:
        raise InvalidValue(f"The setting gate is {value!r}.", "Give on, off or a number from 0 to 1.")
    return least
