"""`import`, `imports` and `undo`: claim files in, and out again."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.options import By, Database, Project, open_workbench, signature
from factcheck.cli.output import progress_bar, write
from factcheck.errors import InvalidValue, UnreadableInput

if TYPE_CHECKING:
    from factcheck.workbench.imports import ImportReport

SHOWN_ERRORS = 10


class Duplicates(StrEnum):
    SKIP = "skip"
    UPDATE = "update"
    KEEP = "keep"


def register(app: typer.Typer) -> None:
    app.command("import")(import_files)
    app.command("imports")(list_imports)
    app.command("undo")(undo)


def import_files(
    files: Annotated[list[Path], typer.Argument(help="CSV, TSV, XLSX, JSON, JSONL, ClaimReview JSON-LD, .txt")],
    mapping: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="COLUMN=FIELD", help="Column by name or number; may be repeated."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen, change nothing.")] = False,
    rejects: Annotated[
        str | None,
        typer.Option("--rejects", metavar="FILE", help="Write rejected rows here, to fix and reload."),
    ] = None,
    duplicates: Annotated[Duplicates, typer.Option(help="Rows that the project already holds.")] = Duplicates.SKIP,
    encoding: Annotated[str | None, typer.Option(help="Instead of the detected one.")] = None,
    delimiter: Annotated[str | None, typer.Option(help="Instead of the detected one; 'tab' for a tab.")] = None,
    header: Annotated[bool | None, typer.Option("--header/--no-header", help="Instead of what was detected.")] = None,
    day_first: Annotated[
        bool | None, typer.Option("--day-first/--month-first", help="How 3/4/2024 is to be read.")
    ] = None,
    strict_ratings: Annotated[
        bool, typer.Option("--strict-ratings", help="Reject past ratings that are not on the scale.")
    ] = False,
    project: Project = None,
    database: Database = None,
    by: By = None,
) -> None:
    """Load claims from files; every row is accounted for, a file is loaded whole or not at all."""
    from factcheck.workbench.imports import DuplicatePolicy, ReadOptions

    if rejects and len(files) > 1:
        raise InvalidValue("--rejects holds the rows of one file.", "Import the files one by one.")
    options = ReadOptions(
        encoding=encoding,
        delimiter="\t" if delimiter in ("tab", r"\t") else delimiter,
        has_header=header,
        day_first=day_first,
        mapping=_pairs(mapping or []),
        strict_ratings=strict_ratings,
    )
    workbench = open_workbench(database, project)
    for path in files:
        with progress_bar() as progress:
            report = workbench.imports.run(
                _read(path),
                path.name,
                signature(by),
                options,
                DuplicatePolicy(duplicates.value),
                dry_run,
                progress,
            )
        _show(report, dry_run)
        if rejects and report.errors:
            write(report.rejects_csv(), rejects)


def list_imports(project: Project = None, database: Database = None) -> None:
    """List the project's imports, newest first."""
    for batch in open_workbench(database, project).imports.list():
        state = "undone" if batch.undone_at else "in use"
        counts = batch.counts
        typer.echo(
            f"{batch.id}\t{batch.created_at:%Y-%m-%d %H:%M}\t{batch.created_by}\t{batch.name}\t"
            f"{counts.added} added, {counts.updated} updated\t{state}"
        )


def undo(
    batch: Annotated[int, typer.Argument(help="Number of the import; see `factcheck imports`.")],
    why: Annotated[str, typer.Option("--why", help="Reason, for the history.")] = "",
    project: Project = None,
    database: Database = None,
    by: By = None,
) -> None:
    """Take a whole import back; verdicts on its claims stay in the history."""
    open_workbench(database, project).imports.undo(batch, signature(by), why)
    typer.echo(f"Import {batch} undone.", err=True)


def _pairs(given: list[str]) -> dict[str, str]:
    pairs = {}
    for item in given:
        column, equals, name = item.rpartition("=")
        if not equals or not column:
            raise InvalidValue(f"--map {item!r} is not COLUMN=FIELD.", "For instance --map statement=claim_text.")
        pairs[column] = name
    return pairs


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableInput(f"{path} cannot be read: {error.strerror}.", "Check the path.") from error


def _show(report: ImportReport, dry_run: bool) -> None:
    table, counts = report.table, report.counts
    header = "with a header" if table.has_header else "without a header"
    shown = {"\t": "tab"}.get(table.delimiter, table.delimiter) or "none"
    typer.echo(f"{report.name}: {table.format}, {table.encoding}, delimiter {shown}, {header}", err=True)
    for column, name in report.mapping.items():
        typer.echo(f"  {column} → {name}", err=True)
    if report.unmapped:
        typer.echo(f"  kept as extra fields: {', '.join(report.unmapped)}", err=True)
    for error in report.errors[:SHOWN_ERRORS]:
        typer.echo(f"  row {error.row}, {error.column}: {error.code} {error.message} {error.hint}", err=True)
    if len(report.errors) > SHOWN_ERRORS:
        typer.echo(f"  … {len(report.errors) - SHOWN_ERRORS} more; --rejects FILE writes them all", err=True)
    would = "would be " if dry_run else ""
    typer.echo(
        f"{report.name}: {counts.read} read = {counts.added} {would}added + {counts.updated} updated "
        f"+ {counts.duplicate} duplicate + {counts.rejected} rejected"
    )
