"""`match`: what was ruled before on claims that say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.options import Database, Project, open_workbench
from factcheck.cli.output import progress_bar

if TYPE_CHECKING:
    from factcheck.workbench.past_rulings import NearRuling


def register(app: typer.Typer) -> None:
    app.command("match")(match)


def match(
    text: Annotated[str, typer.Argument(help="A claim, or a post with its links, tags and signature.")],
    project: Project = None,
    database: Database = None,
) -> None:
    """Print the judged claims that say the same as TEXT, the nearest first."""
    workbench = open_workbench(database, project)
    with progress_bar() as progress:
        found = workbench.past_rulings.near_text(text, progress)
    if not found:
        typer.echo("Nothing like it was judged before.", err=True)
    for near in found:
        typer.echo(_told(near))


def _told(near: NearRuling) -> str:
    lines = [f"claim {near.claim.id}, {near.likeness}: {near.claim.claim_text}"]
    for ruling in near.rulings:
        day = f", {ruling.day}" if ruling.day else ""
        where = " (elsewhere)" if ruling.elsewhere else ""
        lines.append(f"  {ruling.rating}: {ruling.reviewer or 'no reviewer named'}{day}{where}")
    return "\n".join(lines)
