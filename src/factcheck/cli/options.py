"""Options that several commands share, and how they become an open workbench."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck import config

if TYPE_CHECKING:
    from factcheck.workbench import Workbench

Database = Annotated[
    str | None,
    typer.Option("--database", metavar="URL", help="Database; else FACTCHECK_DATABASE_URL, else SQLite in db/."),
]
Project = Annotated[
    str | None, typer.Option("--project", metavar="NAME", help="Project to work in; made when it is new.")
]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Your name in the history.")]
Out = Annotated[str, typer.Option("--out", metavar="FILE", help="File to write, or - for standard output.")]
Bom = Annotated[bool, typer.Option("--bom/--no-bom", help="Byte order mark, so that Excel reads every script right.")]


def settings(database: str | None = None, port: str | None = None, host: str | None = None) -> config.Settings:
    return config.load(database_url=database, port=port, host=host)


def open_workbench(database: str | None, project: str | None) -> Workbench:
    from factcheck.workbench import Workbench

    return Workbench.open(settings(database), project)


def signature(by: str | None) -> str:
    """Who acts: the name given, else the account's."""
    if by:
        return by
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "command line"
