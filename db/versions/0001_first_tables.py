"""First tables: imported, derived and human"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "projects",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_projects")),
        sa.UniqueConstraint("name", name=op.f("uq_projects_name")),
    )
    op.create_table(
        "acts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.String(length=200), nullable=False),
        sa.Column("what", sa.String(length=100), nullable=False),
        sa.Column("subject", sa.String(length=500), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name=op.f("fk_acts_project_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_acts")),
    )
    with op.batch_alter_table("acts") as batch_op:
        batch_op.create_index(batch_op.f("ix_acts_project_id"), ["project_id"], unique=False)

    op.create_table(
        "analyses",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(length=100), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("embedding_model", sa.Text(), nullable=False),
        sa.Column("nli_model", sa.Text(), nullable=False),
        sa.Column("error", sa.Text(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("heartbeat_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name=op.f("fk_analyses_project_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_analyses")),
    )
    with op.batch_alter_table("analyses") as batch_op:
        batch_op.create_index(
            "uq_analyses_one_running",
            ["project_id"],
            unique=True,
            sqlite_where=sa.text("state = 'running'"),
            postgresql_where=sa.text("state = 'running'"),
        )

    op.create_table(
        "batches",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("read", sa.Integer(), nullable=False),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.Column("updated", sa.Integer(), nullable=False),
        sa.Column("duplicate", sa.Integer(), nullable=False),
        sa.Column("rejected", sa.Integer(), nullable=False),
        sa.Column("created_by", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "read = added + updated + duplicate + rejected", name=op.f("ck_batches_every_row_accounted_for")
        ),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name=op.f("fk_batches_project_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_batches")),
    )
    with op.batch_alter_table("batches") as batch_op:
        batch_op.create_index(batch_op.f("ix_batches_project_id"), ["project_id"], unique=False)

    op.create_table(
        "disputes",
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("topic_id", sa.String(length=40), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("positions", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name=op.f("fk_disputes_project_id")),
        sa.PrimaryKeyConstraint("project_id", "id", name=op.f("pk_disputes")),
    )
    op.create_table(
        "drafts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("article", sa.JSON(), nullable=False),
        sa.Column("claims", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_by", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name=op.f("fk_drafts_project_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drafts")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("drafts") as batch_op:
        batch_op.create_index(batch_op.f("ix_drafts_project_id"), ["project_id"], unique=False)

    op.create_table(
        "protections",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=500), nullable=False),
        sa.Column("protected", sa.Boolean(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("reviewer", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name=op.f("fk_protections_project_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_protections")),
    )
    with op.batch_alter_table("protections") as batch_op:
        batch_op.create_index(batch_op.f("ix_protections_project_id"), ["project_id"], unique=False)

    op.create_table(
        "topics",
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("keywords", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name=op.f("fk_topics_project_id")),
        sa.PrimaryKeyConstraint("project_id", "id", name=op.f("pk_topics")),
    )
    op.create_table(
        "vectors",
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("model", sa.String(length=200), nullable=False),
        sa.Column("text_sha256", sa.String(length=64), nullable=False),
        sa.Column("vector", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name=op.f("fk_vectors_project_id")),
        sa.PrimaryKeyConstraint("project_id", "model", "text_sha256", name=op.f("pk_vectors")),
    )
    op.create_table(
        "articles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("source_name", sa.Text(), nullable=False),
        sa.Column("source_url", sa.Text(), nullable=False),
        sa.Column("published", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("archive_url", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["batch_id"], ["batches.id"], name=op.f("fk_articles_batch_id")),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name=op.f("fk_articles_project_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_articles")),
    )
    with op.batch_alter_table("articles") as batch_op:
        batch_op.create_index(batch_op.f("ix_articles_batch_id"), ["batch_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_articles_project_id_sha256"), ["project_id", "sha256"], unique=False)

    op.create_table(
        "claims",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("duplicate_key", sa.String(length=64), nullable=False),
        sa.Column("text_sha256", sa.String(length=64), nullable=False),
        sa.Column("external_id", sa.String(length=500), nullable=False),
        sa.Column("claim_text", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("claim_author_name", sa.Text(), nullable=False),
        sa.Column("claim_author_type", sa.Text(), nullable=False),
        sa.Column("cue", sa.Text(), nullable=False),
        sa.Column("modality", sa.Text(), nullable=False),
        sa.Column("claim_date", sa.Text(), nullable=False),
        sa.Column("claim_date_precision", sa.Text(), nullable=False),
        sa.Column("claim_location", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("source_name", sa.Text(), nullable=False),
        sa.Column("source_url", sa.Text(), nullable=False),
        sa.Column("source_published", sa.Text(), nullable=False),
        sa.Column("source_archive_url", sa.Text(), nullable=False),
        sa.Column("article_title", sa.Text(), nullable=False),
        sa.Column("attribution_chain", sa.JSON(), nullable=False),
        sa.Column("tags", sa.JSON(), nullable=False),
        sa.Column("past_ruling", sa.JSON(), nullable=True),
        sa.Column("extra", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_claims_article_id")),
        sa.ForeignKeyConstraint(["batch_id"], ["batches.id"], name=op.f("fk_claims_batch_id")),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name=op.f("fk_claims_project_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claims")),
    )
    with op.batch_alter_table("claims") as batch_op:
        batch_op.create_index(batch_op.f("ix_claims_article_id"), ["article_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_claims_batch_id"), ["batch_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_claims_project_id_duplicate_key"), ["project_id", "duplicate_key"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_claims_project_id_external_id"), ["project_id", "external_id"], unique=False
        )

    op.create_table(
        "claim_versions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["batch_id"], ["batches.id"], name=op.f("fk_claim_versions_batch_id")),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_claim_versions_claim_id")),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name=op.f("fk_claim_versions_project_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim_versions")),
    )
    with op.batch_alter_table("claim_versions") as batch_op:
        batch_op.create_index(batch_op.f("ix_claim_versions_batch_id"), ["batch_id"], unique=False)

    op.create_table(
        "conflicts",
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("claim_a_id", sa.Integer(), nullable=False),
        sa.Column("claim_b_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("score_contradiction_ab", sa.Float(), nullable=False),
        sa.Column("score_contradiction_ba", sa.Float(), nullable=False),
        sa.Column("score_similarity", sa.Float(), nullable=False),
        sa.Column("score_number", sa.Float(), nullable=False),
        sa.Column("score_time", sa.Float(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("clash_a", sa.JSON(), nullable=False),
        sa.Column("clash_b", sa.JSON(), nullable=False),
        sa.Column("topic_id", sa.String(length=40), nullable=False),
        sa.Column("dispute_id", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["claim_a_id"], ["claims.id"], name=op.f("fk_conflicts_claim_a_id")),
        sa.ForeignKeyConstraint(["claim_b_id"], ["claims.id"], name=op.f("fk_conflicts_claim_b_id")),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name=op.f("fk_conflicts_project_id")),
        sa.PrimaryKeyConstraint("project_id", "claim_a_id", "claim_b_id", name=op.f("pk_conflicts")),
    )
    with op.batch_alter_table("conflicts") as batch_op:
        batch_op.create_index(batch_op.f("ix_conflicts_claim_b_id"), ["claim_b_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_conflicts_project_id_dispute_id"), ["project_id", "dispute_id"], unique=False
        )

    op.create_table(
        "pair_decisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("claim_a_id", sa.Integer(), nullable=False),
        sa.Column("claim_b_id", sa.Integer(), nullable=False),
        sa.Column("follows", sa.Integer(), nullable=False),
        sa.Column("text_a_sha256", sa.String(length=64), nullable=False),
        sa.Column("text_b_sha256", sa.String(length=64), nullable=False),
        sa.Column("choice", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("reviewer", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["claim_a_id"], ["claims.id"], name=op.f("fk_pair_decisions_claim_a_id")),
        sa.ForeignKeyConstraint(["claim_b_id"], ["claims.id"], name=op.f("fk_pair_decisions_claim_b_id")),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name=op.f("fk_pair_decisions_project_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pair_decisions")),
        sa.UniqueConstraint(
            "claim_a_id", "claim_b_id", "follows", name=op.f("uq_pair_decisions_claim_a_id_claim_b_id_follows")
        ),
    )
    with op.batch_alter_table("pair_decisions") as batch_op:
        batch_op.create_index(batch_op.f("ix_pair_decisions_project_id"), ["project_id"], unique=False)

    op.create_table(
        "topic_claims",
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("topic_id", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_topic_claims_claim_id")),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name=op.f("fk_topic_claims_project_id")),
        sa.PrimaryKeyConstraint("project_id", "claim_id", name=op.f("pk_topic_claims")),
    )
    with op.batch_alter_table("topic_claims") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_topic_claims_project_id_topic_id"), ["project_id", "topic_id"], unique=False
        )

    op.create_table(
        "verdicts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("follows", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("claim_text", sa.Text(), nullable=False),
        sa.Column("reviewer", sa.String(length=200), nullable=False),
        sa.Column("rating", sa.String(length=100), nullable=False),
        sa.Column("explanation", sa.Text(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("as_of", sa.Text(), nullable=False),
        sa.Column("confidence", sa.String(length=20), nullable=False),
        sa.Column("flags", sa.JSON(), nullable=False),
        sa.Column("correction_note", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_verdicts_claim_id")),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name=op.f("fk_verdicts_project_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verdicts")),
        sa.UniqueConstraint("claim_id", "follows", name=op.f("uq_verdicts_claim_id_follows")),
    )
    with op.batch_alter_table("verdicts") as batch_op:
        batch_op.create_index(batch_op.f("ix_verdicts_project_id_claim_id"), ["project_id", "claim_id"], unique=False)
