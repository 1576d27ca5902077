"""Every table, in three kinds. Foreign keys point back only: derived → imported, human → imported."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import JSON, Boolean, CheckConstraint, Column, Float, ForeignKey, Index, Integer, String, Text

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Moment(sa.TypeDecorator[datetime]):
    """A point in time: always with zone in Python, always UTC in the database."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        return value.replace(tzinfo=UTC) if value and value.tzinfo is None else value


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _project(primary_key: bool = False) -> Column[int]:
    return Column("project_id", ForeignKey("projects.id"), nullable=False, primary_key=primary_key)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, default="")


def _moment(name: str) -> Column[datetime]:
    return Column(name, Moment, nullable=False)


projects = sa.Table(
    "projects",
    metadata,
    _id(),
    Column("name", String(200), nullable=False, unique=True),
    # Counts every change to the claims, so that an analysis knows whether it is out of date.
    Column("revision", Integer, nullable=False, default=0),
    # The highest number that a topic's id ever had here: no id is ever given again to something else.
    Column("topic_number", Integer, nullable=False, default=0, server_default="0"),
    # How coarse people want the topics; 0 is the usual.
    Column("coarseness", Integer, nullable=False, default=0, server_default="0"),
    _moment("created_at"),
)

# ---- imported -------------------------------------------------------------------------------

batches = sa.Table(
    "batches",
    metadata,
    _id(),
    _project(),
    _text("name"),
    Column("sha256", String(64), nullable=False),
    *(Column(n, Integer, nullable=False) for n in ("read", "added", "updated", "duplicate", "rejected")),
    _text("created_by"),
    _moment("created_at"),
    Column("undone_at", Moment),
    CheckConstraint("read = added + updated + duplicate + rejected", name="every_row_accounted_for"),
    Index(None, "project_id"),
)

articles = sa.Table(
    "articles",
    metadata,
    _id(),
    _project(),
    Column("batch_id", ForeignKey("batches.id"), nullable=False),
    Column("active", Boolean, nullable=False, default=True),
    Column("sha256", String(64), nullable=False),
    *(
        _text(name)
        for name in (
            "text",
            "title",
            "author",
            "source_name",
            "source_url",
            "published",
            "language",
            "archive_url",
        )
    ),
    Index(None, "project_id", "sha256"),
    Index(None, "batch_id"),
)

claims = sa.Table(
    "claims",
    metadata,
    _id(),
    _project(),
    Column("batch_id", ForeignKey("batches.id"), nullable=False),
    Column("article_id", ForeignKey("articles.id")),
    Column("active", Boolean, nullable=False, default=True),
    Column("duplicate_key", String(64), nullable=False),
    Column("text_sha256", String(64), nullable=False),
    Column("external_id", String(500), nullable=False, default=""),
    _text("claim_text"),
    _text("quote"),
    Column("start", Integer),
    Column("end", Integer),
    *(
        _text(name)
        for name in (
            "claim_author_name",
            "claim_author_type",
            "cue",
            "modality",
            "claim_date",
            "claim_date_precision",
            "claim_location",
            "language",
            "source_name",
            "source_url",
            "source_published",
            "source_archive_url",
            "article_title",
        )
    ),
    Column("attribution_chain", JSON, nullable=False),
    Column("tags", JSON, nullable=False),
    Column("past_ruling", JSON),
    Column("extra", JSON, nullable=False),
    Column("check_worthiness", Float),
    Index(None, "project_id", "duplicate_key"),
    Index(None, "project_id", "external_id"),
    # A page counts, lists and names claims without reading their texts.
    Index(None, "project_id", "active"),
    Index(None, "project_id", "active", "claim_author_name", "claim_author_type"),
    Index(None, "project_id", "active", "source_name"),
    Index(None, "batch_id"),
    Index(None, "article_id"),
)

claim_versions = sa.Table(
    "claim_versions",
    metadata,
    _id(),
    _project(),
    Column("claim_id", ForeignKey("claims.id"), nullable=False),
    Column("batch_id", ForeignKey("batches.id"), nullable=False),
    Column("before", JSON, nullable=False),
    Index(None, "batch_id"),
)

drafts = sa.Table(
    "drafts",
    metadata,
    _id(),
    _project(),
    Column("article", JSON, nullable=False),
    Column("claims", JSON, nullable=False),
    Column("version", Integer, nullable=False, default=1),
    Column("accepted", JSON, nullable=False, server_default="[]"),
    Column("typed", JSON, nullable=False, server_default="{}"),
    _text("created_by"),
    _moment("created_at"),
    Index(None, "project_id"),
    # The id of a dropped draft is never given again: an old window must not write into another draft.
    sqlite_autoincrement=True,
)

queue = sa.Table(
    "queue",
    metadata,
    _id(),
    _project(),
    _text("name"),
    # A file's bytes; an entry without any is an address.
    Column("data", sa.LargeBinary),
    Column("state", String(20), nullable=False),
    Column("number", Integer, nullable=False, default=0),
    _text("message"),
    _text("created_by"),
    _moment("created_at"),
    Column("taken_at", Moment),
    Index(None, "project_id"),
)

# ---- derived: may be dropped and recomputed at any time --------------------------------------

vectors = sa.Table(
    "vectors",
    metadata,
    _project(primary_key=True),
    Column("model", String(200), primary_key=True),
    Column("text_sha256", String(64), primary_key=True),
    Column("vector", sa.LargeBinary, nullable=False),
)

pair_scores = sa.Table(
    "pair_scores",
    metadata,
    _project(primary_key=True),
    # A digest of the model's name, both texts and what else the model was told: see store/pair_scores.py.
    Column("pair", sa.LargeBinary(16), primary_key=True),
    Column("scores", sa.LargeBinary(32), nullable=False),
    sqlite_with_rowid=False,
)

analyses = sa.Table(
    "analyses",
    metadata,
    _id(),
    _project(),
    Column("state", String(20), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("stage", String(100), nullable=False, default=""),
    Column("done", Integer, nullable=False, default=0),
    Column("total", Integer, nullable=False, default=0),
    _text("embedding_model"),
    _text("nli_model"),
    _text("error"),
    Column("note", Text, nullable=False, default="", server_default=""),
    _moment("started_at"),
    _moment("heartbeat_at"),
    Column("finished_at", Moment),
    # Two people starting at once: the database lets one row in.
    Index(
        "uq_analyses_one_running",
        "project_id",
        unique=True,
        sqlite_where=sa.text("state = 'running'"),
        postgresql_where=sa.text("state = 'running'"),
    ),
)

topics = sa.Table(
    "topics",
    metadata,
    _project(primary_key=True),
    Column("id", String(40), primary_key=True),
    _text("label"),
    Column("keywords", JSON, nullable=False),
)

topic_claims = sa.Table(
    "topic_claims",
    metadata,
    _project(primary_key=True),
    Column("claim_id", ForeignKey("claims.id"), primary_key=True),
    Column("topic_id", String(40), nullable=False),
    Index(None, "project_id", "topic_id", "claim_id"),
)

# What the machine grouped, before what people did to topics: kept, so that an act shows and is undone at once.
machine_topics = sa.Table(
    "machine_topics",
    metadata,
    _project(primary_key=True),
    Column("id", String(40), primary_key=True),
    _text("label"),
    Column("keywords", JSON, nullable=False),
)

machine_topic_claims = sa.Table(
    "machine_topic_claims",
    metadata,
    _project(primary_key=True),
    Column("claim_id", ForeignKey("claims.id"), primary_key=True),
    Column("topic_id", String(40), nullable=False),
)

topic_hints = sa.Table(
    "topic_hints",
    metadata,
    _project(primary_key=True),
    Column("claim_id", ForeignKey("claims.id"), primary_key=True),
    # A claim of the nearest topic, and not the topic: the hint stays true when people merge or split topics.
    Column("like_claim_id", ForeignKey("claims.id"), nullable=False),
    Column("likeness", Float, nullable=False),
)

conflicts = sa.Table(
    "conflicts",
    metadata,
    _project(primary_key=True),
    Column("claim_a_id", ForeignKey("claims.id"), primary_key=True),
    Column("claim_b_id", ForeignKey("claims.id"), primary_key=True),
    Column("kind", String(20), nullable=False),
    *(
        Column(name, Float, nullable=False)
        for name in (
            "score",
            "score_contradiction_ab",
            "score_contradiction_ba",
            "score_similarity",
            "score_number",
            "score_time",
        )
    ),
    _text("reason"),
    Column("clash_a", JSON, nullable=False),
    Column("clash_b", JSON, nullable=False),
    Column("topic_id", String(40), nullable=False),
    Column("dispute_id", String(40), nullable=False),
    Column("parts", JSON, nullable=False, server_default="[]"),
    Index(None, "project_id", "dispute_id"),
    Index(None, "claim_b_id"),
)

disputes = sa.Table(
    "disputes",
    metadata,
    _project(primary_key=True),
    Column("id", String(40), primary_key=True),
    Column("topic_id", String(40), nullable=False),
    _text("label"),
    Column("score", Float, nullable=False),
    Column("positions", JSON, nullable=False),
)

origins = sa.Table(
    "origins",
    metadata,
    _project(primary_key=True),
    Column("claim_id", ForeignKey("claims.id"), primary_key=True),
    # Named after their smallest claim: "s3" says the same, "o3" goes back to the same.
    Column("same_id", String(40), nullable=False),
    Column("origin_id", String(40), nullable=False),
    _text("reason"),
    Index(None, "project_id", "same_id"),
)

# ---- human: append-only ----------------------------------------------------------------------

verdicts = sa.Table(
    "verdicts",
    metadata,
    _id(),
    _project(),
    Column("claim_id", ForeignKey("claims.id"), nullable=False),
    # The newest verdict of the claim when the reviewer looked; unique, so that of two people
    # who saw the same state only the first is stored and the second is told.
    Column("follows", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    _text("claim_text"),
    Column("reviewer", String(200), nullable=False),
    Column("rating", String(100), nullable=False),
    _text("explanation"),
    Column("evidence", JSON, nullable=False),
    _text("as_of"),
    Column("confidence", String(20), nullable=False),
    Column("flags", JSON, nullable=False),
    _text("correction_note"),
    # The verdict on a near-copy of the claim that this one was taken over from.
    Column("taken_from", ForeignKey("verdicts.id")),
    _moment("created_at"),
    sa.UniqueConstraint("claim_id", "follows"),
    Index(None, "project_id", "claim_id"),
)

withdrawals = sa.Table(
    "withdrawals",
    metadata,
    _id(),
    _project(),
    # A verdict that was taken back stays, and counts no more; once is enough.
    Column("verdict_id", ForeignKey("verdicts.id"), nullable=False, unique=True),
    _text("why"),
    Column("reviewer", String(200), nullable=False),
    _moment("created_at"),
    Index(None, "project_id"),
)

pair_decisions = sa.Table(
    "pair_decisions",
    metadata,
    _id(),
    _project(),
    Column("claim_a_id", ForeignKey("claims.id"), nullable=False),
    Column("claim_b_id", ForeignKey("claims.id"), nullable=False),
    Column("follows", Integer, nullable=False),
    # A decision holds for the texts it was made on.
    Column("text_a_sha256", String(64), nullable=False),
    Column("text_b_sha256", String(64), nullable=False),
    Column("choice", String(40), nullable=False),
    _text("reason"),
    Column("reviewer", String(200), nullable=False),
    _moment("created_at"),
    sa.UniqueConstraint("claim_a_id", "claim_b_id", "follows"),
    Index(None, "project_id"),
)

protections = sa.Table(
    "protections",
    metadata,
    _id(),
    _project(),
    Column("name", String(500), nullable=False),
    Column("protected", Boolean, nullable=False),
    Column("why", Text, nullable=False),
    Column("reviewer", String(200), nullable=False),
    _moment("created_at"),
    Index(None, "project_id"),
)

claimant_acts = sa.Table(
    "claimant_acts",
    metadata,
    _id(),
    _project(),
    Column("step", String(20), nullable=False),
    _text("value"),
    # Unique, so that of two people who take back one act only the first is stored.
    Column("undoes", ForeignKey("claimant_acts.id")),
    _text("why"),
    Column("reviewer", String(200), nullable=False),
    _moment("created_at"),
    sa.UniqueConstraint("undoes"),
    Index(None, "project_id"),
)

claimant_names = sa.Table(
    "claimant_names",
    metadata,
    _id(),
    _project(),
    Column("act_id", ForeignKey("claimant_acts.id"), nullable=False),
    Column("name", Text, nullable=False),
    # The newest act on this name when the person looked; see verdicts.
    Column("follows", Integer, nullable=False),
    sa.UniqueConstraint("project_id", "name", "follows"),
    Index(None, "act_id"),
)

topic_acts = sa.Table(
    "topic_acts",
    metadata,
    _id(),
    _project(),
    # The newest act in the project when this one came; unique, so that of two at one moment the first is stored.
    Column("follows", Integer, nullable=False),
    Column("step", String(20), nullable=False),
    Column("topics", JSON, nullable=False),
    _text("name"),
    _text("told"),
    # Unique, so that of two people who take back one act only the first is stored.
    Column("undoes", ForeignKey("topic_acts.id")),
    _text("why"),
    Column("reviewer", String(200), nullable=False),
    _moment("created_at"),
    sa.UniqueConstraint("project_id", "follows"),
    sa.UniqueConstraint("undoes"),
)

topic_places = sa.Table(
    "topic_places",
    metadata,
    _project(),
    Column("act_id", ForeignKey("topic_acts.id"), primary_key=True),
    Column("claim_id", ForeignKey("claims.id"), primary_key=True),
    # Empty: out of all topics.
    Column("topic_id", String(40), nullable=False),
    Column("firm", Boolean, nullable=False),
    Index(None, "project_id"),
)

acts = sa.Table(
    "acts",
    metadata,
    _id(),
    _project(),
    _moment("at"),
    Column("who", String(200), nullable=False),
    Column("what", String(100), nullable=False),
    Column("subject", String(500), nullable=False),
    _text("before"),
    _text("after"),
    _text("why"),
    Index(None, "project_id"),
)

DERIVED = (topic_claims, topics, machine_topic_claims, machine_topics, topic_hints, conflicts, disputes)
"""What an analysis replaces as a whole; cached vectors and scores of pairs stay."""
