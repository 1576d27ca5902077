"""`topics`: topics.csv, and what a person does to topics: list, rename, merge, split, move, undo."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli.options import Bom, By, Database, Out, Project, open_workbench, signature
from factcheck.cli.output import write

Why = Annotated[str, typer.Option("--why", help="Your reason, for the history.")]
TopicId = Annotated[str, typer.Argument(metavar="TOPIC", help="Id of a topic, see `factcheck topics list`.")]
ClaimIds = Annotated[list[int], typer.Argument(metavar="CLAIM...", help="Ids of claims, see topics.csv.")]

group = typer.Typer(invoke_without_command=True, no_args_is_help=False, rich_markup_mode=None)


def register(app: typer.Typer) -> None:
    app.add_typer(group, name="topics")


@group.callback()
def topics(
    context: typer.Context, out: Out = "-", bom: Bom = True, project: Project = None, database: Database = None
) -> None:
    """Write topics.csv: one row a claim, by topic; or change topics. Every later analysis keeps the changes."""
    if context.invoked_subcommand is None:
        write(open_workbench(database, project).reports.topics_csv(bom=bom), out)


@group.command("list")
def listed(project: Project = None, database: Database = None) -> None:
    """List topics, the largest first, and what people did to them, newest first."""
    workbench = open_workbench(database, project)
    for topic in workbench.browse.topics():
        typer.echo(f"{topic.id}\t{len(topic.claim_ids)}\t{topic.label}")
    for act in workbench.topics.acts():
        typer.echo(f"act {act.id}\t{act.reviewer}\t{act.step}: {act.told}")


@group.command()
def rename(
    topic: TopicId, name: str, by: By = None, why: Why = "", project: Project = None, database: Database = None
) -> None:
    """Call a topic otherwise."""
    bench = open_workbench(database, project)
    _done(bench.topics.rename(topic, name, signature(by), bench.topics.seen(), why))


@group.command()
def merge(
    topics: Annotated[list[str], typer.Argument(metavar="TOPIC...", help="Ids; the first one's is kept.")],
    name: Annotated[str, typer.Option("--name", help="What to call it; else as the first.")] = "",
    by: By = None,
    why: Why = "",
    project: Project = None,
    database: Database = None,
) -> None:
    """Make topics one."""
    bench = open_workbench(database, project)
    _done(bench.topics.merge(topics, signature(by), bench.topics.seen(), name, why))


@group.command()
def split(
    claims: ClaimIds,
    name: Annotated[str, typer.Option("--name", help="What to call it; else after the words of the claims.")] = "",
    by: By = None,
    why: Why = "",
    project: Project = None,
    database: Database = None,
) -> None:
    """Make a new topic of claims."""
    bench = open_workbench(database, project)
    _done(bench.topics.split(claims, signature(by), bench.topics.seen(), name, why))


@group.command()
def move(
    claims: ClaimIds,
    to: Annotated[
        str, typer.Option("--to", metavar="TOPIC", help="Id of a topic; without it: out of all topics.")
    ] = "",
    by: By = None,
    why: Why = "",
    project: Project = None,
    database: Database = None,
) -> None:
    """Move claims to another topic, or out of all topics."""
    bench = open_workbench(database, project)
    _done(bench.topics.move(claims, to, signature(by), bench.topics.seen(), why))


@group.command()
def undo(act: int, by: By = None, why: Why = "", project: Project = None, database: Database = None) -> None:
    """Take an act on topics back, by its number."""
    bench = open_workbench(database, project)
    bench.topics.undo(act, signature(by), why)
    typer.echo("Taken back.")


def _done(act: int) -> None:
    typer.echo(f"Done; `factcheck topics undo {act}` takes it back.")
