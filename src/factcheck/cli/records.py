"""`export` and `history`: verdict reports and the record of who did what."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from factcheck.cli.options import Bom, Database, Out, Project, open_workbench
from factcheck.cli.output import write


class Format(StrEnum):
    CSV = "csv"
    JSONLD = "jsonld"


def register(app: typer.Typer) -> None:
    app.command("export")(export)
    app.command("history")(history)


def export(
    out: Out = "-",
    form: Annotated[Format, typer.Option("--format", help="verdicts.csv, or ClaimReview JSON-LD.")] = Format.CSV,
    bom: Bom = True,
    project: Project = None,
    database: Database = None,
) -> None:
    """Write the verdict report: one row a claim, or one ClaimReview a finished verdict."""
    reports = open_workbench(database, project).reports
    if form is Format.CSV:
        write(reports.verdicts_csv(bom=bom), out)
        return
    found = reports.claimreview_jsonld()
    write([found.text], out)
    typer.echo(f"{found.items} finished verdicts; {found.skipped} claims without one were skipped.", err=True)


def history(out: Out = "-", bom: Bom = True, project: Project = None, database: Database = None) -> None:
    """Write history.csv: every human act, oldest first."""
    write(open_workbench(database, project).reports.history_csv(bom=bom), out)
