"""Imported articles, and drafts: articles whose claims a reviewer has not saved yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from factcheck.model import Article, AttributedClaim, ClaimantType, DatePrecision, Draft, Modality
from factcheck.store.engine import Connection, insert
from factcheck.store.tables import articles, drafts
from factcheck.text.normalise import sha256_of


def add(connection: Connection, project: int, batch: int, article: Article) -> int:
    """Store an article; gives its id."""
    row = asdict(article)
    del row["id"]
    row |= {"project_id": project, "batch_id": batch, "sha256": sha256_of(article.text), "active": True}
    return insert(connection, articles, row)


def same_text(connection: Connection, project: int, text: str) -> Article | None:
    """The active article with exactly this text, if there is one."""
    query = sa.select(articles).where(
        articles.c.project_id == project, articles.c.sha256 == sha256_of(text), articles.c.active
    )
    row = connection.execute(query.order_by(articles.c.id)).mappings().first()
    return _article(row) if row else None


def get(connection: Connection, project: int, article_id: int) -> Article | None:
    query = sa.select(articles).where(articles.c.project_id == project, articles.c.id == article_id)
    row = connection.execute(query).mappings().one_or_none()
    return _article(row) if row else None


def listed(connection: Connection, project: int) -> list[Article]:
    """The project's active articles, newest first."""
    query = sa.select(articles).where(articles.c.project_id == project, articles.c.active)
    rows = connection.execute(query.order_by(articles.c.id.desc())).mappings()
    return [_article(row) for row in rows]


def headings(connection: Connection, project: int) -> list[Article]:
    """The project's active articles, newest first, each with the beginning of its text only: enough to list them."""
    columns = [articles.c[name] for name in Article.__dataclass_fields__ if name != "text"]
    beginning = sa.func.substr(articles.c.text, 1, 100).label("text")
    query = sa.select(beginning, *columns).where(articles.c.project_id == project, articles.c.active)
    return [_article(row) for row in connection.execute(query.order_by(articles.c.id.desc())).mappings()]


def withdraw(connection: Connection, batch: int) -> int:
    """Take a batch's articles out of the project."""
    step = articles.update().where(articles.c.batch_id == batch, articles.c.active).values(active=False)
    return connection.execute(step).rowcount


def add_draft(connection: Connection, project: int, article: Article, found: list[AttributedClaim], who: str) -> int:
    row = {
        "project_id": project,
        "article": asdict(article),
        "claims": [asdict(claim) for claim in found],
        "accepted": [],
        "typed": {},
        "created_by": who,
        "created_at": datetime.now(UTC),
    }
    return insert(connection, drafts, row)


def get_draft(connection: Connection, project: int, draft_id: int) -> Draft | None:
    query = sa.select(drafts).where(drafts.c.project_id == project, drafts.c.id == draft_id)
    row = connection.execute(query).one_or_none()
    return _draft(row) if row else None


def listed_drafts(connection: Connection, project: int) -> list[Draft]:
    query = sa.select(drafts).where(drafts.c.project_id == project).order_by(drafts.c.id)
    return [_draft(row) for row in connection.execute(query)]


def change_draft(connection: Connection, project: int, draft: Draft) -> bool:
    """Write a changed draft; False when somebody else changed or saved it since `draft.version`."""
    step = (
        drafts.update()
        .where(drafts.c.project_id == project, drafts.c.id == draft.id, drafts.c.version == draft.version)
        .values(
            article=asdict(draft.article),
            claims=[asdict(claim) for claim in draft.claims],
            accepted=list(draft.accepted),
            version=draft.version + 1,
        )
    )
    return connection.execute(step).rowcount == 1


def keep_typed(connection: Connection, project: int, draft_id: int, form: str, fields: Mapping[str, str]) -> bool:
    """Keep what stands in one half-filled form of a draft; nothing forgets the form. False when the draft is gone."""
    here = sa.and_(drafts.c.project_id == project, drafts.c.id == draft_id)
    row = connection.execute(sa.select(drafts.c.typed).where(here)).one_or_none()
    if row is None:
        return False
    typed = {**row.typed, form: dict(fields)} if fields else {k: v for k, v in row.typed.items() if k != form}
    if typed != row.typed:
        connection.execute(drafts.update().where(here).values(typed=typed))
    return True


def drop_draft(connection: Connection, project: int, draft_id: int) -> bool:
    """Remove a draft; False when it is gone already."""
    step = drafts.delete().where(drafts.c.project_id == project, drafts.c.id == draft_id)
    return connection.execute(step).rowcount == 1


def _article(row: sa.RowMapping) -> Article:
    return Article(**{name: row[name] for name in Article.__dataclass_fields__})


def _draft(row: sa.Row[Any]) -> Draft:
    found = tuple(_attributed(claim) for claim in row.claims)
    return Draft(
        row.id,
        Article(**row.article),
        found,
        row.version,
        row.created_by,
        row.created_at,
        tuple(row.accepted),
        row.typed,
    )


def _attributed(values: dict[str, Any]) -> AttributedClaim:
    typed = {
        "claim_author_type": ClaimantType(values["claim_author_type"]),
        "claim_date_precision": DatePrecision(values["claim_date_precision"]),
        "modality": Modality(values["modality"]),
        "attribution_chain": tuple(values["attribution_chain"]),
    }
    return AttributedClaim(**{**values, **typed})
