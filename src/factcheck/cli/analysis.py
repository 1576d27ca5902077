"""`analyse` and `conflicts`: the machine's part and its pairs."""

from __future__ import annotations

import typer

from factcheck.cli.options import Bom, Database, Out, Project, open_workbench
from factcheck.cli.output import progress_bar, write


def register(app: typer.Typer) -> None:
    app.command("analyse")(analyse)
    app.command("conflicts")(conflicts)


def analyse(project: Project = None, database: Database = None) -> None:
    """Group the claims by topic and line up the statements that cannot both be true."""
    workbench = open_workbench(database, project)
    with progress_bar() as progress:
        run = workbench.analysis.run(progress)
    summary = workbench.browse.summary()
    typer.echo(
        f"{summary.claims} claims: {summary.topics} topics, {summary.ungrouped} ungrouped, "
        f"{summary.disputes} disputes, {summary.open_pairs} pairs to look at"
    )
    typer.echo(f"Embeddings: {run.embedding_model}. Pairs scored by: {run.nli_model}.", err=True)
    if run.note:
        typer.echo(run.note, err=True)


def conflicts(out: Out = "-", bom: Bom = True, project: Project = None, database: Database = None) -> None:
    """Write conflicts.csv: one row a pair of claims, the surest first."""
    write(open_workbench(database, project).reports.conflicts_csv(bom=bom), out)
