"""What commands show: progress on standard error, results on standard output or in a whole file."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from factcheck.errors import InvalidValue
from factcheck.model import Progress


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """A `Progress` that draws a bar on a terminal, and prints one line a stage elsewhere."""
    if sys.stderr.isatty():
        with _bars() as draw:
            yield draw
    else:
        yield _Lines()


class _Lines:
    def __init__(self) -> None:
        self._stage = ""

    def __call__(self, stage: str, done: int, total: int) -> None:
        if stage != self._stage:
            self._stage = stage
            typer.echo(f"{stage} …", err=True)


@contextmanager
def _bars() -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bars(*columns, console=Console(stderr=True)) as bars:
        tasks: dict[str, object] = {}

        def draw(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total or None)
            bars.update(tasks[stage], completed=done, total=total or None)  # type: ignore[arg-type]

        yield draw


def write(chunks: Iterable[str], out: str) -> None:
    """Write text to a file, whole or not at all, or to standard output for "-".

    Raises InvalidValue when the file cannot be written.
    """
    if out == "-":
        sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
        sys.stdout.writelines(chunks)
        return
    target = Path(out)
    try:
        _write_whole(chunks, target)
    except OSError as error:
        raise InvalidValue(f"{target} cannot be written: {error.strerror}.", "Name another file.") from error
    typer.echo(f"Wrote {target}.", err=True)


def _write_whole(chunks: Iterable[str], target: Path) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.writelines(chunks)
        # A temporary file is private; a report gets the permissions that any new file would.
        umask = os.umask(0)
        os.umask(umask)
        part.chmod(0o666 & ~umask)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
