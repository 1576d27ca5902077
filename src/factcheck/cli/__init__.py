"""The command line: the same powers as the pages, through the same Workbench.

Exit codes: 0 done, 1 failed with the reason on standard error, 2 wrong usage.
"""

from __future__ import annotations

import sys

import typer

from factcheck.cli import analysis, articles, claim_files, matching, records, service, topics
from factcheck.errors import FactcheckError

app = typer.Typer(
    name="factcheck",
    help="Line up statements that cannot both be true, side by side, with their sources.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for part in (service, claim_files, articles, analysis, topics, matching, records):
    part.register(app)


def main() -> None:
    """Run a command; expected failures become one readable message on standard error."""
    try:
        app()
    except FactcheckError as error:
        typer.echo(f"Error: {error.message}", err=True)
        if error.hint:
            typer.echo(error.hint, err=True)
        sys.exit(1)
    except KeyboardInterrupt:
        typer.echo("Stopped; nothing half done was kept.", err=True)
        sys.exit(1)
    except BrokenPipeError:
        # The reader of the output, `head` for instance, has seen enough.
        sys.stderr.close()
        sys.exit(0)
