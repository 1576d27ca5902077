"""Drafts as they are stored."""

from __future__ import annotations

from dataclasses import replace

import sqlalchemy as sa

from factcheck.model import Article, AttributedClaim, Modality
from factcheck.store import articles
from factcheck.store.engine import Database
from factcheck.store.tables import drafts

TEXT = "The mill is closed, the miller denied."
CLAIM = AttributedClaim(
    "The mill is closed.", TEXT[:18], 0, 18, "the miller", cue="denied", modality=Modality.DENIED, check_worthiness=0.5
)


def test_a_draft_comes_back_as_it_was_put_in(database: Database, project: int) -> None:
    with database.writing() as connection:
        number = articles.add_draft(connection, project, Article(TEXT), [CLAIM], "Ada")
        kept = articles.get_draft(connection, project, number)
    assert kept is not None
    assert (kept.article, kept.claims) == (Article(TEXT), (CLAIM,))


def test_a_draft_from_before_check_worthiness_opens_without_one(database: Database, project: int) -> None:
    with database.writing() as connection:
        number = articles.add_draft(connection, project, Article(TEXT), [CLAIM], "Ada")
        (row,) = connection.execute(sa.select(drafts.c.claims)).scalar_one()
        del row["check_worthiness"]
        connection.execute(drafts.update().values(claims=[row]))
        kept = articles.get_draft(connection, project, number)
    assert kept is not None
    assert kept.claims == (replace(CLAIM, check_worthiness=None),)
