"""`read`: who said what in articles, printed or stored."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.options import By, Database, Project, open_workbench, signature
from factcheck.cli.output import progress_bar
from factcheck.errors import InvalidValue
from factcheck.model import Article, AttributedClaim

if TYPE_CHECKING:
    from factcheck.workbench import Workbench


def register(app: typer.Typer) -> None:
    app.command("read")(read)


def read(
    places: Annotated[list[str], typer.Argument(metavar="ARTICLE_OR_URL...", help="Files or http(s) addresses.")],
    date: Annotated[str, typer.Option("--date", metavar="YYYY-MM-DD", help="When it was published.")] = "",
    outlet: Annotated[str, typer.Option("--outlet", help="Who published it.")] = "",
    url: Annotated[str, typer.Option("--url", help="Where it was published.")] = "",
    language: Annotated[
        str,
        typer.Option(
            "--language", metavar="TAG", help="Read the text in this language, such as en; else told from it."
        ),
    ] = "",
    quotations: Annotated[
        bool,
        typer.Option(
            "--quotations/--no-quotations",
            help="Take the quotations of a text that no model reads as claims without speakers, or no claims.",
        ),
    ] = True,
    as_json: Annotated[bool, typer.Option("--json", help="Print the claims as JSON.")] = False,
    worth_first: Annotated[
        bool, typer.Option("--worth-checking-first", help="Order claims by how much they are worth checking.")
    ] = False,
    own_voice: Annotated[
        bool, typer.Option("--own-voice", help="Add what the outlet states itself, quoting nobody.")
    ] = False,
    save: Annotated[bool, typer.Option("--save", help="Store articles and claims in the project.")] = False,
    project: Project = None,
    database: Database = None,
    by: By = None,
) -> None:
    """Find who said what, when; print the claims with their spans, or store them with --save.

    The first column says how much a claim is worth checking, 0 to 1, for claims in English.
    """
    workbench = open_workbench(database, project)
    published = _day(date)
    spoken = _language(language)
    found: list[tuple[Article, list[AttributedClaim]]] = []
    with progress_bar() as progress:
        for number, place in enumerate(places):
            progress("Reading articles", number, len(places))
            article = workbench.articles.read_any(place)
            article = replace(
                article,
                published=published or article.published,
                source_name=outlet or article.source_name,
                source_url=url or article.source_url,
                language=spoken or article.language,
            )
            claims = workbench.articles.find_claims(article, quotations)
            if own_voice:
                claims = [*claims, *workbench.articles.own_statements(article, claims)]
            found.append((article, sorted(claims, key=lambda claim: claim.start)))
        progress("Reading articles", len(places), len(places))
    for article, _ in found:
        _tell_reading(workbench, article, quotations)
    from factcheck.workbench.check_worthiness import most_worth_checking_first

    shown = [(article, most_worth_checking_first(claims) if worth_first else claims) for article, claims in found]
    if as_json:
        _print_json(shown)
    else:
        _print_table(shown)
    if save:
        _save(workbench, found, signature(by))


def _day(value: str) -> str:
    from datetime import date

    try:
        return date.fromisoformat(value).isoformat() if value else ""
    except ValueError as error:
        raise InvalidValue(f"--date {value!r} is no day.", "Write it as 2023-06-02.") from error


def _language(tag: str) -> str:
    from factcheck.text.language import is_known, primary

    if tag and not is_known(tag):
        raise InvalidValue(f"--language {tag!r} is no language that is known here.", "Write its tag: en, ru, pt.")
    return primary(tag)


def _tell_reading(workbench: Workbench, article: Article, quotations: bool) -> None:
    """Say on standard error how a text that is not in English was read, and what else can be done."""
    reading = workbench.articles.reading(article, quotations)
    if reading.is_english:
        return
    other = "To take none: --no-quotations." if quotations else "To take its quotations: --quotations."
    typer.echo(f"{article.name}: {reading.told()} {other} Another language: --language.", err=True)


def _print_json(found: list[tuple[Article, list[AttributedClaim]]]) -> None:
    rows = []
    for article, claims in found:
        for claim in claims:
            row = asdict(claim)
            # With one article the keys are the claim's own; with several each says where it stands.
            rows.append({"article": article.name, **row} if len(found) > 1 else row)
    typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))


def _print_table(found: list[tuple[Article, list[AttributedClaim]]]) -> None:
    for article, claims in found:
        typer.echo(f"{article.name}  [{article.published or 'undated'}, {len(claims)} claims]")
        for claim in claims:
            who = claim.claim_author_name or "(unknown)"
            via = f" via {' > '.join(claim.attribution_chain)}" if claim.attribution_chain else ""
            typer.echo(f"\n{_worth(claim)}  {who}{via} — {claim.cue or 'no cue'}, {claim.claim_date or 'undated'}")
            typer.echo(f"      {claim.claim_text}")
            typer.echo(f"      [{claim.start}:{claim.end}] “{' '.join(claim.quote.split())}”")
        typer.echo("")


def _worth(claim: AttributedClaim) -> str:
    """The column of check-worthiness: four characters, a dash where there is none."""
    return "   –" if claim.check_worthiness is None else f"{claim.check_worthiness:4.2f}"


def _save(workbench: Workbench, found: list[tuple[Article, list[AttributedClaim]]], who: str) -> None:
    for article, claims in found:
        saved = workbench.articles.save(article, claims, who)
        if saved.already:
            typer.echo(f"{article.name}: already here as article {saved.article_id}; nothing added.", err=True)
        else:
            typer.echo(f"{article.name}: saved as article {saved.article_id}, {saved.claims} claims.", err=True)
