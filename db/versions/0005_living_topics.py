"""What people did to topics, what the machine grouped before, and which topic numbers were ever used"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    with op.batch_alter_table("projects") as batch_op:
        batch_op.add_column(sa.Column("topic_number", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("coarseness", sa.Integer(), nullable=False, server_default="0"))
    _derived()
    _human()
    # Until now a topic was named after its smallest claim, so no number was higher than that of a claim.
    op.execute(
        "UPDATE projects SET topic_number ="
        " COALESCE((SELECT MAX(claims.id) FROM claims WHERE claims.project_id = projects.id), 0)"
    )
    op.execute(
        "INSERT INTO machine_topics (project_id, id, label, keywords) SELECT project_id, id, label, keywords FROM topics"
    )
    op.execute(
        "INSERT INTO machine_topic_claims (project_id, claim_id, topic_id)"
        " SELECT project_id, claim_id, topic_id FROM topic_claims"
    )


def _derived() -> None:
    op.create_table(
        "machine_topics",
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("keywords", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name=op.f("fk_machine_topics_project_id")),
        sa.PrimaryKeyConstraint("project_id", "id", name=op.f("pk_machine_topics")),
    )
    op.create_table(
        "machine_topic_claims",
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("topic_id", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name=op.f("fk_machine_topic_claims_project_id")),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_machine_topic_claims_claim_id")),
        sa.PrimaryKeyConstraint("project_id", "claim_id", name=op.f("pk_machine_topic_claims")),
    )
    op.create_table(
        "topic_hints",
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("like_claim_id", sa.Integer(), nullable=False),
        sa.Column("likeness", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name=op.f("fk_topic_hints_project_id")),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_topic_hints_claim_id")),
        sa.ForeignKeyConstraint(["like_claim_id"], ["claims.id"], name=op.f("fk_topic_hints_like_claim_id")),
        sa.PrimaryKeyConstraint("project_id", "claim_id", name=op.f("pk_topic_hints")),
    )


def _human() -> None:
    op.create_table(
        "topic_acts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("follows", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(length=20), nullable=False),
        sa.Column("topics", sa.JSON(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("told", sa.Text(), nullable=False),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("reviewer", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name=op.f("fk_topic_acts_project_id")),
        sa.ForeignKeyConstraint(["undoes"], ["topic_acts.id"], name=op.f("fk_topic_acts_undoes")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_topic_acts")),
        sa.UniqueConstraint("project_id", "follows", name=op.f("uq_topic_acts_project_id_follows")),
        sa.UniqueConstraint("undoes", name=op.f("uq_topic_acts_undoes")),
    )
    op.create_table(
        "topic_places",
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("act_id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("topic_id", sa.String(length=40), nullable=False),
        sa.Column("firm", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name=op.f("fk_topic_places_project_id")),
        sa.ForeignKeyConstraint(["act_id"], ["topic_acts.id"], name=op.f("fk_topic_places_act_id")),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_topic_places_claim_id")),
        sa.PrimaryKeyConstraint("act_id", "claim_id", name=op.f("pk_topic_places")),
    )
    op.create_index(op.f("ix_topic_places_project_id"), "topic_places", ["project_id"])
