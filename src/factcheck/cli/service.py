"""`serve`, `migrate`, `example` and `doctor`: running the workbench and finding out what is wrong."""

from __future__ import annotations

import subprocess
import sys
from typing import Annotated

import typer

from factcheck import __version__, config
from factcheck.cli.options import Database, open_workbench, settings
from factcheck.cli.output import progress_bar
from factcheck.errors import FactcheckError, InvalidValue


def register(app: typer.Typer) -> None:
    app.command("serve")(serve)
    app.command("migrate")(migrate)
    app.command("example")(example)
    app.command("doctor")(doctor)


def serve(
    port: Annotated[str | None, typer.Option("--port", help="Port to listen on.")] = None,
    host: Annotated[str | None, typer.Option("--host", help="Address to listen on; loopback by default.")] = None,
    database: Database = None,
) -> None:
    """Open the workbench in the browser's reach: http://localhost:8501 unless told otherwise."""
    import os

    chosen = settings(database, port=port, host=host)
    open_workbench(database, None).close()
    app = config.checkout() / "app.py"
    if not app.is_file():
        raise InvalidValue(f"The workbench's page is missing: no {app}.", "Install the program again.")
    typer.echo(f"The workbench is at http://{_shown(chosen.host)}:{chosen.port} (Ctrl+C stops it).", err=True)
    command = [sys.executable, "-m", "streamlit", "run", str(app), *_flags(chosen)]
    environment = {**os.environ, "FACTCHECK_DATABASE_URL": chosen.database_url}
    raise typer.Exit(subprocess.run(command, env=environment, check=False).returncode)


def _shown(host: str) -> str:
    return "localhost" if host in ("127.0.0.1", "::1") else host


def _flags(chosen: config.Settings) -> list[str]:
    """What must hold wherever the program is started from; the rest is in .streamlit/config.toml."""
    values = {
        "server.address": chosen.host,
        "server.port": str(chosen.port),
        "server.headless": "true",
        "server.maxUploadSize": str(chosen.max_file_mb),
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": "false",
        "runner.postScriptGC": "false",
        "client.toolbarMode": "minimal",
    }
    return [f"--{name}={value}" for name, value in values.items()]


def migrate(database: Database = None) -> None:
    """Bring the database to this program's version; all data is kept."""
    from factcheck.workbench import upkeep

    before, after = upkeep.migrate(settings(database))
    if before == after:
        typer.echo(f"The database is up to date (version {after}).", err=True)
    else:
        typer.echo(f"The database went from version {before or 'empty'} to {after}.", err=True)


def example(
    if_empty: Annotated[
        bool, typer.Option("--if-empty", help="Do nothing when the database has seen any work.")
    ] = False,
    database: Database = None,
) -> None:
    """Load the worked example: three invented stories, analysed, with a few verdicts."""
    from factcheck.workbench.example import load_example

    workbench = open_workbench(database, None)
    with progress_bar() as progress:
        loaded = load_example(workbench, only_if_empty=if_empty, progress=progress)
    typer.echo("The worked example is loaded." if loaded else "The worked example is there already.", err=True)


def doctor(database: Database = None) -> None:
    """Say what is installed, what is missing and how to get it; exit code 1 when something is."""
    from factcheck.workbench.doctor import examine

    typer.echo(f"factcheck {__version__}")
    healthy = True
    for finding in examine(settings(database)):
        mark = "ok  " if finding.ok else "MISS"
        healthy &= finding.ok
        typer.echo(f"{mark}  {finding.subject}: {finding.state}")
        if finding.hint and not finding.ok:
            typer.echo(f"      {finding.hint}")
    if not healthy:
        raise FactcheckError("Something is missing; see above.")
